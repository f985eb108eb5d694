import { AppError } from '../../../core/contract/app-error.ts';
import { readOptionsSchema } from '../../../core/contract/import.contract.ts';
import type { TableSheet } from '../../../core/domain/house/workbook/workbook-description.ts';
import { openTable } from './open-table.ts';

/** No house, however it is laid out, has more rows. */
const mostRows = 5_000;

export interface SheetsRead {
  readonly sheets: readonly TableSheet[];
  /** Names of sheets with more rows than were read. */
  readonly cut: readonly string[];
}

/**
 * All sheets of a workbook, hidden ones too, or the one table of a text file, with each text at its
 * place: for files that are a page to look at rather than a list of records. Empty sheets are left out.
 *
 * @throws AppError as `openTable`
 */
export async function readSheets(file: string): Promise<SheetsRead> {
  const sheets: TableSheet[] = [];
  const cut: string[] = [];
  for (const name of await sheetNames(file)) {
    const rows = await rowsOf(file, name);
    if (rows === null) continue;
    sheets.push({ name: name ?? '', rows: rows.slice(0, mostRows) });
    if (rows.length > mostRows) cut.push(name ?? '');
  }
  return { sheets, cut };
}

/** null: a file that has no sheets is one table. */
async function sheetNames(file: string): Promise<(string | null)[]> {
  const table = await openTable(file, readOptionsSchema.parse({ headerRow: 0 }));
  // Reading a first piece and leaving off closes the file.
  for await (const _ of table.batches()) break;
  return table.format === 'xlsx' ? table.sheetFacts.map(({ name }) => name) : [null];
}

/** null for a sheet that nothing is written in. */
async function rowsOf(file: string, sheet: string | null): Promise<string[][] | null> {
  const rows: string[][] = [];
  const chosen = sheet === null ? {} : { sheet };
  try {
    const table = await openTable(file, readOptionsSchema.parse({ headerRow: 0, ...chosen }));
    for await (const batch of table.batches()) {
      for (const { cells, rowNumber } of batch) {
        if (rowNumber > mostRows + 1) return rows;
        while (rows.length < rowNumber - 1) rows.push([]);
        rows.push(cells);
      }
    }
    return rows;
  } catch (error) {
    if (error instanceof AppError && error.code === 'import.sheetEmpty') return null;
    throw error;
  }
}
