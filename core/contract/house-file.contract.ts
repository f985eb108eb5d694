import { z } from 'zod';
import { fileTokenSchema, idSchema, localeSchema } from './common.schema.ts';
import { maxHouseSide } from './house.contract.ts';
import { houseRecordSchema } from './house-record.schema.ts';
import type { MatrixProposal } from './matrix-layout.ts';
import { command, edit, read } from './method.ts';
import type { RoundModel } from './round.contract.ts';

/** A picture of points, PNG, is made by the screen: the host has nothing that paints. */
export const houseFileFormats = ['xlsx', 'pdf', 'svg'] as const;
export type HouseFileFormat = (typeof houseFileFormats)[number];

export const housePapers = ['a3', 'a4'] as const;
export type HousePaper = (typeof housePapers)[number];

/** What can be left out of a drawing. */
export const houseParts = [
  'roof',
  'kano',
  'plan',
  'customerRatings',
  'direction',
  'unit',
  'targetValue',
  'difficulty',
  'weights',
  'technicalRatings',
  'legend',
] as const;

const top = z.number().int().min(1).max(maxHouseSide).nullable();

/** How a house is drawn: `HouseDrawingOptions`. */
export const houseDrawingSchema = z.object({
  cells: z.enum(['symbols', 'numbers']).default('symbols'),
  heads: z.enum(['rotated', 'stacked']).default('rotated'),
  topWhats: top.default(null),
  topHows: top.default(null),
  hidden: z.array(z.enum(houseParts)).default([]),
});
export type HouseDrawing = z.output<typeof houseDrawingSchema>;

export interface HousePicture {
  svg: string;
  /** In mm. */
  width: number;
  height: number;
}

/** A sheet of a file that was opened: texts by row and column. */
export interface OpenedSheet {
  name: string;
  rows: string[][];
  /** What it was taken for; null where nothing looks like a matrix. */
  proposal: MatrixProposal | null;
}

/** Why an entry of a workbook was not taken; words are `houseFile:problem.<reason>`. */
export interface OpenedProblem {
  reason: string;
  sheet: string;
  /** `F12`; '' for a whole row, column or sheet. */
  cell: string;
  entry: string;
}

/** What a workbook made by this program says, with what was changed in it. */
export interface OpenedWorkbook {
  /** Links to requirements and to the house before only where it was made in this workspace. */
  record: RoundModel;
  /** The house as it was written to the file: what is another in `record` was changed on its sheets. */
  before: RoundModel;
  problems: OpenedProblem[];
  isFromHere: boolean;
  /** The house that it was made of, when it is still in this workspace: the changes can go there. */
  house: { id: number; name: string; now: RoundModel } | null;
  /** WHATs that are no longer taken for their requirement: they were given another name. */
  unlinked: string[];
}

export interface AppliedChanges {
  written: number;
  /** Changes that the house has no place for. */
  leftOut: number;
  /** Changes that gave way to what the house has. */
  kept: number;
}

export interface OpenedHouseFile {
  fileName: string;
  sheets: OpenedSheet[];
  /** Sheets with more rows than any house has: only the first were read. */
  cut: string[];
  /** null for a file that this program did not make. */
  workbook: OpenedWorkbook | null;
}

export const houseFileContract = {
  /** Makes a file of a house, as a job; `paper` counts for PDF, `drawing` for PDF and SVG. */
  'houseFile.start': command<{ jobId: string }>()(
    z.object({
      houseId: idSchema,
      format: z.enum(houseFileFormats),
      paper: z.enum(housePapers).default('a3'),
      drawing: houseDrawingSchema.prefault({}),
      locale: localeSchema.default('ko'),
    }),
  ),
  /** The whole house in one picture. */
  'houseFile.draw': read<HousePicture>()(
    z.object({
      houseId: idSchema,
      drawing: houseDrawingSchema.prefault({}),
      theme: z.enum(['light', 'dark']).default('light'),
      locale: localeSchema.default('ko'),
    }),
    ['house', 'requirement'],
  ),
  /** Reads a workbook or table; nothing is written. */
  'houseFile.open': command<OpenedHouseFile>()(z.object({ token: fileTokenSchema })),
  /** A table that the screen shows, such as what could not be read, as CSV. */
  'houseFile.saveTable': command<{ token: string; fileName: string }>()(
    z.object({
      name: z.string().trim().min(1).max(120),
      /** A line may hold a whole row of the matrix. */
      rows: z.array(z.array(z.string().max(2000)).max(400)).max(120_000),
    }),
  ),
  /**
   * Writes what was changed from `before` to `record` into the house that both were made of, in one step to
   * undo: relations, roof, importance, plan, ratings, facts and names of the WHATs and HOWs that the house
   * still has (by id, else by name). What else was changed in the house since stays. Where both were changed
   * (`changeConflicts`) the house keeps what it has, but for those in `taken`. Rows and columns that were
   * added, removed or moved are for a new house.
   */
  'houseFile.apply': edit<AppliedChanges>()(
    z.object({
      houseId: idSchema,
      before: houseRecordSchema,
      record: houseRecordSchema,
      taken: z.array(z.string().max(500)).max(200_000).default([]),
    }),
  ),
  /** A new house of what was read. */
  'houseFile.create': edit<{ id: number }>()(z.object({ record: houseRecordSchema })),
};
