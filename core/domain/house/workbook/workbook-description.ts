/** What a cell looks like; what is not named is as Excel has it. */
export interface CellStyle {
  readonly isBold?: boolean;
  readonly fontSize?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'center' | 'bottom';
  readonly wraps?: boolean;
  /** Degrees, counter-clockwise. */
  readonly rotation?: 90;
  readonly format?: string;
  readonly hasBorder?: boolean;
}

export type CellContent =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  /** Without `=`; `result` stands beside it for readers that do not calculate. */
  | { readonly kind: 'formula'; readonly formula: string; readonly result: number | null };

export interface DescribedCell {
  readonly content: CellContent;
  readonly style: CellStyle;
  /** Merged over so many columns and rows to the right and below. */
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

export interface DescribedRow {
  /** In points; null for Excel's own. */
  readonly height: number | null;
  readonly isHidden: boolean;
  /** By column; null where nothing stands, or below a merged cell. */
  readonly cells: readonly (DescribedCell | null)[];
}

/** `F7:AB40`, as in a formula. */
export type CellRange = string;

export interface DescribedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly DescribedRow[];
  /** Widths in characters, as Excel counts them. */
  readonly columns: readonly { readonly width: number; readonly isHidden: boolean }[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Only these entries can be typed; anything can still be pasted. */
  readonly lists: readonly { readonly range: CellRange; readonly entries: readonly string[] }[];
  /** Numbers of this value show as this symbol and stay numbers. */
  readonly symbols: readonly {
    readonly range: CellRange;
    readonly value: number;
    readonly symbol: string;
    readonly fill?: string;
  }[];
  /** Printed landscape; A3 when left out. What is frozen is printed on each page. */
  readonly paper?: 'a3' | 'a4';
  /** Pages beside each other that the columns go on; one when left out. */
  readonly pagesWide?: number;
}

export interface WorkbookDescription {
  readonly sheets: readonly DescribedSheet[];
}

/** A sheet that was read: texts by row and column, as shown values rather than formulas. */
export interface TableSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** `(0, 0)` → `A1`, `(27, 4)` → `AB5`. */
export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The same, staying where it is when a formula is copied: `$A$1`. */
export function pinnedAddress(column: number, row: number): string {
  return `$${columnLetters(column)}$${row + 1}`;
}

function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnLetters(Math.floor(column / 26) - 1)}${letter}`;
}
