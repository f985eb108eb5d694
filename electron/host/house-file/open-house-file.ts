import { AppError } from '../../../core/contract/app-error.ts';
import type {
  OpenedHouseFile,
  OpenedWorkbook,
} from '../../../core/contract/house-file.contract.ts';
import { houseRecordSchema } from '../../../core/contract/house-record.schema.ts';
import type { RoundModel } from '../../../core/contract/round.contract.ts';
import { recordFault } from '../../../core/domain/house/house-record.ts';
import { recognizeMatrix } from '../../../core/domain/house/matrix-import/recognize-matrix.ts';
import { keptRecordOf, recordAfter } from '../../../core/domain/house/workbook/kept-record.ts';
import {
  houseKeyOf,
  readHouseWorkbook,
} from '../../../core/domain/house/workbook/read-house-workbook.ts';
import type { TableSheet } from '../../../core/domain/house/workbook/workbook-description.ts';
import { fileKindOf } from '../imports/file-kind.ts';
import { readSheets } from '../imports/read-sheets.ts';

/** The house by the number that the file has for it: whether it is still there, a worker cannot tell. */
type ReadWorkbook = Omit<OpenedWorkbook, 'house'> & { houseId: number | null };
export type OpenedSheets = Omit<OpenedHouseFile, 'fileName' | 'workbook'> & {
  workbook: ReadWorkbook | null;
};

export interface FileToOpen {
  readonly file: string;
  /** As a person named it. */
  readonly fileName: string;
  readonly workspaceKey: string;
}

/**
 * Reads all sheets of a file, what each was taken for, and the house in it when it is a workbook of this program.
 *
 * @throws AppError as `openTable`; `houseFile.notAWorkbook`, `houseFile.notText`, `houseFile.noTable`
 */
export async function openHouseFile({
  file,
  fileName,
  workspaceKey,
}: FileToOpen): Promise<OpenedSheets> {
  const isText = (await fileKindOf(file)) === 'text';
  if (isText && /\.xls[xmb]?$/i.test(fileName)) throw new AppError('houseFile.notAWorkbook');
  const { sheets, cut } = await readSheets(file);
  if (isText && !isWriting(sheets)) throw new AppError('houseFile.notText');
  if (!sheets.some(isTable)) throw new AppError('houseFile.noTable');
  const workbook = workbookIn(sheets, workspaceKey);
  // A house that could be read needs no table to be looked through for one.
  const shown = workbook === null ? sheets : [];
  return {
    sheets: shown.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => [...row]),
      proposal: recognizeMatrix(rows),
    })),
    cut: [...cut],
    workbook,
  };
}

/** Signs that no text has, or that stand for bytes without a meaning, beyond a stray one. */
const mostSenseless = 0.01;

function isWriting(sheets: readonly TableSheet[]): boolean {
  const text = sheets.map(({ rows }) => rows.map((row) => row.join('')).join('')).join('');
  const senseless = text.match(/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\uFFFD]/gu)?.length ?? 0;
  return senseless <= text.length * mostSenseless;
}

/** A matrix has a name and a relation under a head at the least. */
function isTable({ rows }: TableSheet): boolean {
  return rows.length >= 2 && rows.some((row) => row.length >= 2);
}

function workbookIn(sheets: readonly TableSheet[], workspaceKey: string): ReadWorkbook | null {
  const kept = houseRecordSchema.safeParse(keptRecordOf(sheets));
  if (!kept.success || recordFault(kept.data) !== null) return null;
  const [workspace, houseId] = houseKeyOf(sheets)?.split('#') ?? [];
  const isFromHere = workspace === workspaceKey;
  const before = isFromHere ? kept.data : withoutLinks(kept.data);
  const reading = readHouseWorkbook(sheets, before);
  if (reading === null) return null;
  const { record, unlinked } = recordAfter(before, reading);
  return {
    record,
    before,
    problems: reading.problems.map((problem) => ({ ...problem })),
    isFromHere,
    houseId: isFromHere ? Number(houseId) : null,
    unlinked: [...unlinked],
  };
}

/** Ids of another workspace mean other things here. */
function withoutLinks(record: RoundModel): RoundModel {
  return {
    ...record,
    whats: record.whats.map((what) => ({ ...what, requirementId: null, sourceHowId: null })),
  };
}
