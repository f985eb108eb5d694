import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  InvalidInputError,
  InvalidSpreadsheetError,
  readSheet,
  SheetNotFoundError,
} from 'read-excel-file/node';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ReadOptions } from '../../../core/contract/import.contract.ts';
import { stampOf } from '../../../core/domain/import/date-value.ts';
import { findHeaderRow, uniqueHeaders } from '../../../core/domain/import/header-row.ts';
import { textOfNumber } from '../../../core/domain/import/number-value.ts';
import type { TableRow, TableSource } from './table-source.ts';
import { inspectZip } from './zip-guard.ts';

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
  readonly sheets: string[];
  readonly sheet: string;
  readonly headers: string[];
  readonly #file: string;
  readonly #rows: readonly string[][];

  private constructor(
    file: string,
    content: { sheets: string[]; sheet: string; headers: string[]; rows: readonly string[][] },
  ) {
    this.#file = file;
    this.sheets = content.sheets;
    this.sheet = content.sheet;
    this.headers = content.headers;
    this.#rows = content.rows;
  }

  static async open(file: string, options: ReadOptions): Promise<SpreadsheetFile> {
    const [workbook] = await inspectZip(file, ['xl/workbook.xml']);
    const known = sheetsOf(workbook ?? '');
    if (known.length === 0) throw new AppError('import.notATable');
    const sheets = known.map(({ name }) => name);
    const chosen =
      options.sheet ?? known.find(({ isHidden }) => !isHidden)?.name ?? sheets[0] ?? '';
    if (!sheets.includes(chosen)) throw new AppError('import.sheetUnknown', { sheet: chosen });
    const table = await readRows(file, chosen, firstDayOf(workbook ?? ''));
    const headerRow = findHeaderRow(table);
    if (headerRow < 0) throw new AppError('import.sheetEmpty', { sheet: chosen });
    return new SpreadsheetFile(file, {
      sheets,
      sheet: chosen,
      headers: uniqueHeaders(table[headerRow] ?? []),
      rows: table.slice(headerRow + 1),
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

/** Of the workbook's calendar: the one that begins in 1900, or the older Macintosh one of 1904. */
function firstDayOf(workbook: string): number {
  return /\bdate1904="(?:1|true)"/.test(workbook) ? Date.UTC(1904, 0, 2) : Date.UTC(1900, 0, 1);
}

function sheetsOf(workbook: string): { name: string; isHidden: boolean }[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = '']) => ({
    name: plainText(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    isHidden: /\bstate="(?:hidden|veryHidden)"/.test(attributes),
  }));
}

const namedCharacters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function plainText(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return namedCharacters[name] ?? whole;
  });
}
