import { z } from 'zod';
import { localeSchema } from './common.schema.ts';
import { command } from './method.ts';
import { vocFilterSchema } from './voc.contract.ts';

export const exportFormats = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A workbook is made in memory as a whole; a longer list goes as CSV, which Excel opens as well. */
export const mostRowsInWorkbook = 50_000;

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
};
