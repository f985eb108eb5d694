import { withoutUnwritable } from '../writable-text.ts';
import type { CellStyle, DescribedCell, DescribedSheet } from './workbook-description.ts';

export function text(value: string, style: CellStyle): DescribedCell {
  const shown = withoutUnwritable(value);
  return { content: shown === '' ? { kind: 'blank' } : { kind: 'text', text: shown }, style };
}

export function numberCell(value: number | null, style: CellStyle): DescribedCell {
  return { content: value === null ? { kind: 'blank' } : { kind: 'number', value }, style };
}

export function formulaCell(
  formula: string,
  result: number | null,
  style: CellStyle,
): DescribedCell {
  return { content: { kind: 'formula', formula, result }, style };
}

export function blankSheet(name: string): DescribedSheet {
  return {
    name,
    isHidden: false,
    rows: [],
    columns: [],
    frozen: { rows: 0, columns: 0 },
    lists: [],
    symbols: [],
  };
}

/** Excel takes 31 characters and none of these signs. */
export function sheetName(name: string): string {
  const plain = name.replaceAll(/[\\/*?:[\]]/g, ' ').trim();
  return [...plain].slice(0, 31).join('');
}

/** Cells by place while a sheet is put together. */
export class CellGrid {
  readonly #cells: (DescribedCell | null)[][];

  constructor(rowCount: number, columnCount: number) {
    this.#cells = Array.from({ length: rowCount }, () =>
      new Array<DescribedCell | null>(columnCount).fill(null),
    );
  }

  put(column: number, row: number, cell: DescribedCell): void {
    const cells = this.#cells[row];
    if (cells !== undefined) cells[column] = cell;
  }

  /** The same over a block; what lies below the first cell is covered. */
  merge(column: number, row: number, columnSpan: number, rowSpan: number, cell: DescribedCell) {
    this.put(column, row, columnSpan * rowSpan > 1 ? { ...cell, columnSpan, rowSpan } : cell);
  }

  rowCells(row: number): readonly (DescribedCell | null)[] {
    return this.#cells[row] ?? [];
  }
}

const border = { hasBorder: true } as const;

/** Looks of the house's cells. */
export const sheetLook = {
  title: { isBold: true, fontSize: 15 },
  hint: { color: '#5b6673', fontSize: 9 },
  key: { color: '#9aa5b1', fontSize: 8 },
  head: {
    ...border,
    isBold: true,
    fill: '#f4f6f8',
    align: 'center',
    verticalAlign: 'bottom',
    wraps: true,
  },
  upright: {
    ...border,
    fill: '#f4f6f8',
    align: 'center',
    verticalAlign: 'bottom',
    rotation: 90,
    wraps: true,
  },
  group: { ...border, isBold: true, fill: '#e6eaee', verticalAlign: 'center', wraps: true },
  name: { ...border, verticalAlign: 'center', wraps: true },
  code: { ...border, color: '#5b6673', align: 'center', verticalAlign: 'center', format: '@' },
  entry: { ...border, align: 'center', verticalAlign: 'center' },
  words: { ...border, align: 'center', verticalAlign: 'center', wraps: true, format: '@' },
  computed: { ...border, align: 'center', verticalAlign: 'center', fill: '#eef4f8' },
  ranked: { ...border, align: 'center', verticalAlign: 'center', fill: '#eef4f8', isBold: true },
  covered: { ...border, fill: '#e6eaee' },
  footHead: { ...border, isBold: true, fill: '#f4f6f8', align: 'right', verticalAlign: 'center' },
} as const satisfies Record<string, CellStyle>;
