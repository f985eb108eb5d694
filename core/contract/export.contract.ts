import { z } from 'zod';
import { localeSchema } from './common.schema.ts';
import { command } from './method.ts';
import { vocFilterSchema } from './voc.contract.ts';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A workbook is made in memory as a whole; a longer list goes as CSV, which Excel opens as well. */
export const mostRowsInWorkbook = 50_000;

export const pictureFormats = ['png', 'svg'] as const;
export type PictureFormat = (typeof pictureFormats)[number];
/** A picture of 4,000 × 3,000 points is a tenth of this. */
const mostPictureCharacters = 12_000_000;

export const exportContract = {
  /**
   * Writes the VOC of a filter, newest first, with every column that they have. Personal data are
   * masked unless a purpose says why not; then the log keeps who, when, why and how many.
   */
  'export.startVoc': command<{ jobId: string }>()(
    z.object({
      filter: vocFilterSchema.default({}),
      format: z.enum(exportFormats),
      locale: localeSchema.default('ko'),
      purpose: z.string().trim().min(2).max(200).nullable().default(null),
    }),
  ),
  /**
   * Makes a file of a chart as it was drawn: SVG as text, PNG in base64. Its name is the chart's title,
   * the workspace and the day.
   */
  'export.picture': command<{ token: string; fileName: string }>()(
    z.object({
      title: z.string().trim().min(1).max(100),
      format: z.enum(pictureFormats),
      data: z.string().max(mostPictureCharacters),
    }),
  ),
};
