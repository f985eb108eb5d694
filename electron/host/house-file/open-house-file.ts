import type {
  OpenedHouseFile,
  OpenedWorkbook,
} from '../../../core/contract/house-file.contract.ts';
import { houseRecordSchema } from '../../../core/contract/house-record.schema.ts';
import type { RoundModel } from '../../../core/contract/round.contract.ts';
import { diffHouses } from '../../../core/domain/house/house-diff.ts';
import { recordFault } from '../../../core/domain/house/house-record.ts';
import { keptRecordOf, recordAfter } from '../../../core/domain/house/workbook/kept-record.ts';
import {
  houseKeyOf,
  readHouseWorkbook,
} from '../../../core/domain/house/workbook/read-house-workbook.ts';
import type { TableSheet } from '../../../core/domain/house/workbook/workbook-description.ts';
import { readSheets } from '../imports/read-sheets.ts';

export type OpenedSheets = Omit<OpenedHouseFile, 'fileName'>;

/** Reads all sheets of a file, and the house in it when it is a workbook of this program. */
export async function openHouseFile(file: string, workspaceKey: string): Promise<OpenedSheets> {
  const { sheets, cut } = await readSheets(file);
  const workbook = workbookIn(sheets, workspaceKey);
  // A house that could be read needs no table to be looked through for one.
  const shown = workbook === null ? sheets : [];
  return {
    sheets: shown.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })),
    cut: [...cut],
    workbook,
  };
}

function workbookIn(sheets: readonly TableSheet[], workspaceKey: string): OpenedWorkbook | null {
  const kept = houseRecordSchema.safeParse(keptRecordOf(sheets));
  if (!kept.success || recordFault(kept.data) !== null) return null;
  const isFromHere = houseKeyOf(sheets)?.startsWith(`${workspaceKey}#`) ?? false;
  const before = isFromHere ? kept.data : withoutLinks(kept.data);
  const reading = readHouseWorkbook(sheets, before);
  if (reading === null) return null;
  const { record, unlinked } = recordAfter(before, reading);
  const { summary } = diffHouses(before, record);
  return {
    record,
    problems: reading.problems.map((problem) => ({ ...problem })),
    isFromHere,
    changes: {
      cells: summary.cells + summary.roof,
      fields: summary.fields,
      lines: summary.added + summary.removed + summary.moved,
      renamed: summary.renamed,
    },
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
