import { AppError } from '../../../core/contract/app-error.ts';
import { columnOfAddress, type XlsxCell } from '../../../core/domain/import/xlsx-cell.ts';
import { readXml, type XmlVisitor } from './read-xml.ts';

/** A row with its cells that hold something, in the order of their columns. */
export interface SheetRow {
  /** 1-based, as Excel shows it. */
  number: number;
  /** `column`: 0-based. */
  cells: { column: number; cell: XlsxCell }[];
}

/**
 * The rows of a sheet as its XML holds them, some at a time; rows without a filled cell are passed
 * over. Memory: the rows that lie within one piece of the XML.
 *
 * @throws AppError `import.fileBroken`, also when rows or cells do not follow each other in order
 */
export async function* readSheetRows(pieces: AsyncIterable<Buffer>): AsyncGenerator<SheetRow[]> {
  const visitor = new SheetVisitor();
  for await (const _ of readXml(pieces, visitor)) {
    const rows = visitor.takeRows();
    if (rows.length > 0) yield rows;
  }
}

class SheetVisitor implements XmlVisitor {
  #rows: SheetRow[] = [];
  #row: SheetRow | null = null;
  #rowNumber = 0;
  #column = -1;
  #cell: XlsxCell | null = null;
  #inSheet = false;
  #inValue = false;
  #inInline = false;
  #inText = false;
  #inRun = false;
  #inReading = false;

  takeRows(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(tag: string, attributes: () => Record<string, string>): void {
    if (tag === 'sheetData') this.#inSheet = true;
    else if (!this.#inSheet) return;
    else if (tag === 'row') this.#openRow(attributes());
    else if (tag === 'c') this.#openCell(attributes());
    else if (this.#cell !== null) this.#openWithinCell(tag, this.#cell);
  }

  close(tag: string): void {
    if (tag === 'sheetData') this.#inSheet = false;
    else if (tag === 'row') this.#closeRow();
    else if (tag === 'c') this.#closeCell();
    else if (tag === 'v') this.#inValue = false;
    else if (tag === 'is') this.#inInline = false;
    else if (tag === 't') this.#inText = false;
    else if (tag === 'r') this.#inRun = false;
    else if (tag === 'rPh') this.#inReading = false;
  }

  text(text: string): void {
    const cell = this.#cell;
    if (cell === null) return;
    if (this.#inValue) cell.value = text;
    else if (this.#inInline && this.#inText && !this.#inReading) {
      cell.inline = this.#inRun ? (cell.inline ?? '') + text : text;
    }
  }

  #openRow({ r }: Record<string, string>): void {
    const number = r === undefined ? this.#rowNumber + 1 : Number(r);
    if (!Number.isSafeInteger(number) || number <= this.#rowNumber) {
      throw new AppError('import.fileBroken');
    }
    this.#rowNumber = number;
    this.#row = { number, cells: [] };
    this.#column = -1;
  }

  #closeRow(): void {
    if (this.#row !== null && this.#row.cells.length > 0) this.#rows.push(this.#row);
    this.#row = null;
  }

  #openCell({ r, t = 'n', s }: Record<string, string>): void {
    const column = r === undefined ? this.#column + 1 : (columnOfAddress(r) ?? 0) - 1;
    if (column <= this.#column) throw new AppError('import.fileBroken');
    this.#column = column;
    const style = s === undefined || s === '' ? null : Number(s);
    this.#cell = { type: t, style, value: null, inline: null };
  }

  #openWithinCell(tag: string, cell: XlsxCell): void {
    if (tag === 'v') {
      this.#inValue = true;
      cell.value = '';
    } else if (tag === 'is') {
      this.#inInline = true;
      cell.inline = '';
    } else if (tag === 't') this.#inText = true;
    else if (tag === 'r') this.#inRun = true;
    else if (tag === 'rPh') this.#inReading = true;
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null || this.#row === null) return;
    if (cell.value === null && cell.inline === null) return;
    this.#row.cells.push({ column: this.#column, cell });
  }
}
