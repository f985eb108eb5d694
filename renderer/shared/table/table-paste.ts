import type { TableColumn } from './table-column.ts';
import type { TablePlace } from './table-travel.ts';

/** One cell that a pasted block changes. */
interface PastedCell<Row> {
  row: Row;
  columnId: string;
  value: string;
}

export interface PastePlan<Row> {
  cells: PastedCell<Row>[];
  /** Entries that the column cannot take. */
  refused: number;
  /** Entries over columns that are only read, or beyond the last row or column. */
  leftOut: number;
}

/**
 * What a block from a spreadsheet means where it is pasted: its first cell on `place`, the rest to the right
 * and down over what is shown. A choice is known by its label or its value. Cells that would stay the same
 * are not in the plan.
 */
export function pastePlan<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  place: TablePlace,
  block: readonly (readonly string[])[],
): PastePlan<Row> {
  const plan: PastePlan<Row> = { cells: [], refused: 0, leftOut: 0 };
  for (const [down, entries] of block.entries()) {
    const row = rows[place.row + down];
    for (const [right, entry] of entries.entries()) {
      const column = columns[place.column + right];
      if (row === undefined || column?.edit === undefined) {
        plan.leftOut++;
        continue;
      }
      const value = acceptedValue(column.edit, entry.trim());
      if (value === null) plan.refused++;
      else if (value !== column.edit.value(row))
        plan.cells.push({ row, columnId: column.id, value });
    }
  }
  return plan;
}

function acceptedValue<Row>(
  edit: NonNullable<TableColumn<Row>['edit']>,
  entry: string,
): string | null {
  if (edit.kind === 'choice') {
    const option = edit.options.find(({ value, label }) => label === entry || value === entry);
    return option?.value ?? null;
  }
  const value = edit.parse === undefined ? entry : edit.parse(entry);
  return value === null || value.length > edit.maxLength ? null : value;
}
