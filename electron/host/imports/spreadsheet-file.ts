import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ImportSheet, ReadOptions } from '../../../core/contract/import.contract.ts';
import {
  findHeaderRow,
  numberedHeaders,
  uniqueHeaders,
} from '../../../core/domain/import/header-row.ts';
import { textOfXlsxCell } from '../../../core/domain/import/xlsx-cell.ts';
import { SharedTexts } from './shared-texts.ts';
import { readSheetRows, type SheetRow } from './sheet-rows.ts';
import { type TableRow, type TableSource, topRowsShown } from './table-source.ts';
import { readWorkbookFacts, type WorkbookFacts } from './workbook-facts.ts';
import { readDateStyles } from './workbook-styles.ts';
import { ZipFile } from './zip-file.ts';

const rowsAtOnce = 2_000;

/** A row of a sheet as text. */
interface TextRow {
  /** 1-based, as Excel shows it. */
  number: number;
  cells: string[];
}

/**
 * One sheet of an XLSX workbook as text, unpacked and read as a stream: never more than some thousand
 * rows in memory. What a cell says is in `textOfXlsxCell`. Wholly empty rows are formatting and no
 * rows. Titles above the table are passed over; a merged cell's text stands in its first cell.
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
  readonly headers: string[];
  readonly #file: string;
  readonly #rows: SheetTexts;
  readonly #first: readonly TextRow[];

  private constructor(
    file: string,
    { sheets, from1904 }: WorkbookFacts,
    sheet: string,
    rows: SheetTexts,
    first: readonly TextRow[],
    headerRow: number | undefined,
  ) {
    this.#file = file;
    this.#rows = rows;
    this.#first = first;
    this.sheets = sheets.map(({ name }) => name);
    this.sheet = sheet;
    this.sheetFacts = sheets.map(({ name, isHidden, rows: count }) => ({
      name,
      isHidden,
      rows: count,
    }));
    this.from1904 = from1904;
    const table = withoutGaps(first);
    this.topRows = table.slice(0, topRowsShown);
    const found = findHeaderRow(table);
    if (found < 0) throw new AppError('import.sheetEmpty', { sheet });
    this.headerRow = headerRow ?? found + 1;
    this.headers =
      this.headerRow === 0
        ? numberedHeaders(table)
        : uniqueHeaders(table[this.headerRow - 1] ?? []);
    if (this.headers.length === 0) throw new AppError('import.headerMissing');
  }

  static async open(file: string, options: ReadOptions): Promise<SpreadsheetFile> {
    const zip = await ZipFile.open(file);
    let rows: SheetTexts | null = null;
    try {
      const facts = await readWorkbookFacts(zip);
      const shown = facts.sheets.find(({ isHidden }) => !isHidden) ?? facts.sheets[0];
      const sheet = options.sheet ?? shown?.name ?? '';
      const chosen = facts.sheets.find(({ name }) => name === sheet);
      if (chosen === undefined) throw new AppError('import.sheetUnknown', { sheet });
      const isDate = await readDateStyles(zip, facts.styles);
      rows = new SheetTexts(zip, facts, chosen.part, isDate);
      const first = await rows.take(rowsAtOnce + topRowsShown);
      return new SpreadsheetFile(file, facts, sheet, rows, first, options.headerRow);
    } catch (error) {
      await rows?.close();
      await zip.close();
      throw error;
    }
  }

  /** Cells whose formula failed, in what was read so far. */
  get formulaErrors(): number {
    return this.#rows.formulaErrors;
  }

  async *batches(): AsyncGenerator<TableRow[]> {
    try {
      let rows = this.#first;
      while (rows.length > 0) {
        yield rows.flatMap(({ number, cells }): TableRow[] => {
          if (number <= this.headerRow) return [];
          while (cells.length < this.headers.length) cells.push('');
          return [{ cells, rowNumber: number - this.headerRow }];
        });
        rows = await this.#rows.take(rowsAtOnce);
      }
    } finally {
      await this.#rows.close();
    }
  }

  async sha256(): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(this.#file)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }
}

/** The filled rows of one sheet, one after another. */
class SheetTexts {
  formulaErrors = 0;
  readonly #zip: ZipFile;
  readonly #shared: SharedTexts;
  readonly #isDate: readonly boolean[];
  readonly #from1904: boolean;
  readonly #rows: AsyncGenerator<SheetRow[]>;
  #isOver = false;

  constructor(zip: ZipFile, facts: WorkbookFacts, part: string, isDate: readonly boolean[]) {
    this.#zip = zip;
    this.#shared = new SharedTexts(zip, facts.sharedStrings);
    this.#isDate = isDate;
    this.#from1904 = facts.from1904;
    this.#rows = readSheetRows(zip.pieces(part));
  }

  /** The next rows: at least so many, unless the sheet ends. */
  async take(count: number): Promise<TextRow[]> {
    const taken: TextRow[] = [];
    while (taken.length < count && !this.#isOver) {
      const step = await this.#rows.next();
      if (step.done === true) {
        this.#isOver = true;
        break;
      }
      await this.#shared.readUpTo(lastSharedText(step.value));
      for (const row of step.value) {
        const text = this.#textOf(row);
        if (text !== null) taken.push(text);
      }
    }
    return taken;
  }

  async close(): Promise<void> {
    await this.#rows.return(undefined);
    await this.#shared.close();
    await this.#zip.close();
  }

  /** null: nothing is written in it. */
  #textOf({ number, cells }: SheetRow): TextRow | null {
    const texts: string[] = [];
    let isFilled = false;
    const references = {
      sharedText: (index: number) => this.#shared.get(index),
      isDate: this.#isDate,
      from1904: this.#from1904,
    };
    for (const { column, cell } of cells) {
      if (cell.type === 'e') this.formulaErrors++;
      const text = textOfXlsxCell(cell, references);
      if (text === '') continue;
      while (texts.length < column) texts.push('');
      texts.push(text);
      isFilled ||= text.trim() !== '';
    }
    return isFilled ? { number, cells: texts } : null;
  }
}

/** The highest number of a shared text in these rows; -1 without any. */
function lastSharedText(rows: readonly SheetRow[]): number {
  let last = -1;
  for (const { cells } of rows) {
    for (const { cell } of cells) {
      if (cell.type === 's') last = Math.max(last, Number(cell.value ?? -1) || 0);
    }
  }
  return last;
}

/** So many rows a sheet of Excel has. */
const rowsOfSheet = 1_048_576;

/** The rows by their place in the sheet, empty ones where nothing stands. */
function withoutGaps(rows: readonly TextRow[]): string[][] {
  const empty: string[] = [];
  const table: string[][] = [];
  for (const { number, cells } of rows) {
    if (number > rowsOfSheet) break;
    while (table.length < number - 1) table.push(empty);
    table.push([...cells]);
  }
  return table;
}
