import type { ReactNode } from 'react';

/** How a cell takes what is typed. A cell without one is only read. */
export type CellEdit<Row> =
  | {
      kind: 'text';
      /** What one edits, when it differs from what is shown. */
      value: (row: Row) => string;
      maxLength: number;
      placeholder?: string;
      /** The value to keep, or null for an entry that cannot be one: the cell then says `refusal`. */
      parse?: (entry: string) => string | null;
      refusal?: string;
    }
  | {
      kind: 'choice';
      value: (row: Row) => string;
      /** Digits choose them, from 1. */
      options: readonly { value: string; label: string; icon?: ReactNode }[];
    };

export interface TableColumn<Row> {
  id: string;
  header: string;
  /** Its text may take two lines; every row of the table has room for them then. */
  wraps?: boolean;
  /** Least width in px; columns that grow share the room that is left. */
  width: number;
  grow?: boolean;
  align?: 'start' | 'end';
  /** What is shown, copied and, without `sortValue`, sorted. */
  text: (row: Row) => string;
  /** Nulls come last in both directions. */
  sortValue?: (row: Row) => string | number | null;
  /** Drawn in place of the text. */
  render?: (row: Row) => ReactNode;
  edit?: CellEdit<Row>;
  /** Is always shown. */
  fixed?: boolean;
}

export interface TableSort {
  [property: string]: string;
  columnId: string;
  direction: 'ascending' | 'descending';
}

/** Rows in the order of a column; without one in the order they came. */
export function sortedRows<Row>(
  rows: readonly Row[],
  column: TableColumn<Row> | undefined,
  direction: TableSort['direction'],
  language: string,
): readonly Row[] {
  if (column === undefined) return rows;
  const sortKey = column.sortValue ?? column.text;
  const collator = new Intl.Collator(language, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => {
    const left = sortKey(a);
    const right = sortKey(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right);
    return sign * collator.compare(String(left), String(right));
  });
}
