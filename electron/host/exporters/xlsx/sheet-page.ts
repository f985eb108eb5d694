import type { CellObject, SheetData } from 'write-excel-file/node';
import type { ColumnKind } from '../../../../core/reports/report-document.ts';
import { xlsxText } from './xlsx-text.ts';

/** Number formats by kind of figure; figures stay figures, so that a reader can go on calculating. */
const formats: Partial<Record<ColumnKind, string>> = {
  integer: '#,##0',
  number: '#,##0.0#',
  score: '0.0',
  difference: '+0.0;-0.0;0.0',
  share: '0.0%',
  date: 'yyyy-mm-dd',
  interval: '0.0',
};

export function formatOf(kind: ColumnKind): string | undefined {
  return formats[kind];
}

export type SheetCell = CellObject | null;

export const look = {
  title: { fontSize: 15, fontWeight: 'bold' },
  heading: { fontSize: 11, fontWeight: 'bold' },
  head: {
    fontWeight: 'bold',
    backgroundColor: '#eef1f4',
    bottomBorderStyle: 'thin',
    bottomBorderColor: '#1f2933',
    alignVertical: 'bottom',
    wrap: true,
  },
  cell: { alignVertical: 'top', bottomBorderStyle: 'hair', bottomBorderColor: '#b7c0c9' },
  muted: { textColor: '#5b6673', fontSize: 9 },
  alert: { textColor: '#b84a00' },
  chosen: { backgroundColor: '#eaf3f9' },
} as const satisfies Record<string, CellObject>;

const narrowest = 6;
const widest = 60;

/** One worksheet while it is being filled, row by row. */
export class SheetPage {
  readonly name: string;
  readonly rows: SheetData = [];
  /** Results of formulas by cell address, e.g. `E18`. */
  readonly results = new Map<string, number>();
  readonly widths: number[] = [];
  frozen = { rows: 0, columns: 0 };

  constructor(name: string) {
    this.name = name;
  }

  /** Adds a row and tells its number, counted from 1 as in a formula. */
  add(cells: SheetCell[]): number {
    this.rows.push(cells.map(withSafeText));
    return this.rows.length;
  }

  addText(text: string, style: CellObject): void {
    this.add([{ ...style, value: text, type: String }]);
  }

  /** Sentences over several columns, tall enough for all their lines. */
  addParagraph(text: string, style: CellObject = {}): void {
    const span = 8;
    const lines = Math.ceil(displayWidth(text) / paragraphWidth);
    this.add([
      {
        ...style,
        value: text,
        type: String,
        columnSpan: span,
        wrap: true,
        alignVertical: 'top',
        height: lines * 15,
      },
      ...Array.from({ length: span - 1 }, () => null),
    ]);
  }

  gap(): void {
    if (this.rows.length > 0) this.add([]);
  }

  /** A column is as wide as the widest that any table of the sheet asks for. */
  widen(column: number, width: number): void {
    const wanted = Math.min(widest, Math.max(narrowest, width));
    while (this.widths.length <= column) this.widths.push(narrowest);
    this.widths[column] = Math.max(this.widths[column] ?? 0, wanted);
  }
}

function withSafeText(cell: SheetCell): SheetCell {
  if (cell?.type !== String || typeof cell.value !== 'string') return cell;
  return { ...cell, value: xlsxText(cell.value) };
}

/** Characters that a merged paragraph is reckoned to hold on a line. */
const paragraphWidth = 110;

/** Hangul takes the room of two Latin letters. */
export function displayWidth(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[ᄀ-ᇿ㄰-㆏가-힣]/.test(character) ? 2 : 1),
    0,
  );
}

/** `(0, 17)` → `A18`. */
export function addressOf(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}
