import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  InvalidInputError,
  InvalidSpreadsheetError,
  readSheet,
  SheetNotFoundError,
} from 'read-excel-file/node';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ImportSheet, ReadOptions } from '../../../core/contract/import.contract.ts';
import { stampOf } from '../../../core/domain/import/date-value.ts';
import {
  findHeaderRow,
  numberedHeaders,
  uniqueHeaders,
} from '../../../core/domain/import/header-row.ts';
import { textOfNumber } from '../../../core/domain/import/number-value.ts';
import { type TableRow, type TableSource, topRowsShown } from './table-source.ts';
import { inspectWorkbook } from './workbook-facts.ts';

const rowsAtOnce = 2_000;

/**
 * One sheet of an XLSX workbook as text: dates as ISO (in either of Excel's calendars), numbers with
 * at most 15 digits, formulas by their last result, TRUE and FALSE. A cell whose formula failed
 * (#N/A, #DIV/0!) holds no value and is empty. Wholly empty rows are formatting and no rows. Titles
 * above the table are passed over; a merged cell's text stands in its first cell.
 */
export class SpreadsheetFile implements TableSource {
  readonly format = 'xlsx';
  readonly encoding = null;
  readonly delimiter = null;
  readonly undecodableCharacters = 0;
  readonly undecodableRows = [];
  readonly sheets: string[];
  readonly sheet: string;
  readonly sheetFacts: ImportSheet[];
  readonly headerRow: number;
  readonly topRows: string[][];
  readonly from1904: boolean;
  readonly formulaErrors: number;
  readonly headers: string[];
  readonly #file: string;
  readonly #rows: readonly string[][];

  private constructor(
    file: string,
    content: Omit<SpreadsheetFile, 'format' | 'batches' | 'sha256' | 'undecodableRows'> & {
      rows: readonly string[][];
    },
  ) {
    this.#file = file;
    this.sheets = content.sheets;
    this.sheet = content.sheet;
    this.sheetFacts = content.sheetFacts;
    this.headerRow = content.headerRow;
    this.topRows = content.topRows;
    this.from1904 = content.from1904;
    this.formulaErrors = content.formulaErrors;
    this.headers = content.headers;
    this.#rows = content.rows;
  }

  static async open(file: string, options: ReadOptions): Promise<SpreadsheetFile> {
    const workbook = await inspectWorkbook(file);
    const sheets = workbook.sheets.map(({ name }) => name);
    const shown = workbook.sheets.find(({ isHidden }) => !isHidden) ?? workbook.sheets[0];
    const sheet = options.sheet ?? shown?.name ?? '';
    const chosen = workbook.sheets.find(({ name }) => name === sheet);
    if (chosen === undefined) throw new AppError('import.sheetUnknown', { sheet });
    const { from1904 } = workbook;
    const table = await readRows(file, sheet, from1904 ? firstDayOf1904 : firstDayOf1900);
    const found = findHeaderRow(table);
    const header = options.headerRow ?? found + 1;
    if (found < 0) throw new AppError('import.sheetEmpty', { sheet });
    const headers = header === 0 ? numberedHeaders(table) : uniqueHeaders(table[header - 1] ?? []);
    if (headers.length === 0) throw new AppError('import.headerMissing');
    return new SpreadsheetFile(file, {
      encoding: null,
      delimiter: null,
      undecodableCharacters: 0,
      sheets,
      sheet,
      sheetFacts: workbook.sheets.map(({ name, isHidden, rows }) => ({ name, isHidden, rows })),
      headerRow: header,
      topRows: table.slice(0, topRowsShown),
      from1904,
      formulaErrors: chosen.formulaErrors,
      headers,
      rows: table.slice(header),
    });
  }

  async *batches(): AsyncGenerator<TableRow[]> {
    let batch: TableRow[] = [];
    for (const [index, cells] of this.#rows.entries()) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      batch.push({ cells, rowNumber: index + 1 });
      if (batch.length < rowsAtOnce) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }

  async sha256(): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(this.#file)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }
}

async function readRows(file: string, sheet: string, firstDayMs: number): Promise<string[][]> {
  try {
    const rows: readonly (readonly unknown[])[] = await readSheet(file, sheet, { trim: false });
    return rows.map((row) => row.map((cell) => textOfCell(cell, firstDayMs)));
  } catch (error) {
    if (error instanceof SheetNotFoundError) throw new AppError('import.sheetUnknown', { sheet });
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) {
      throw new AppError('import.fileBroken');
    }
    throw error;
  }
}

function textOfCell(cell: unknown, firstDayMs: number): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return textOfNumber(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return '';
  const stamp = stampOf(cell.getTime());
  // Before its first day a calendar counts hours only: the cell is a time of day.
  return cell.getTime() < firstDayMs ? (stamp.split('T')[1] ?? '00:00') : stamp;
}

/** The first day of either calendar of Excel: of 1900, or of the older Macintosh one of 1904. */
const firstDayOf1900 = Date.UTC(1900, 0, 1);
const firstDayOf1904 = Date.UTC(1904, 0, 2);
