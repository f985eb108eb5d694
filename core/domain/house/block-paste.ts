/** A rectangle of cells; all ends are inside it. */
export interface CellBlock {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One cell to be written. */
export interface PastedCell<Value> {
  row: number;
  column: number;
  value: Value;
}

/** A cell that cannot take what was pasted into it. */
export interface PasteFault {
  row: number;
  column: number;
  entry: string;
}

export type PastePlan<Value> =
  | { kind: 'cells'; cells: PastedCell<Value>[] }
  /** Nothing on the clipboard. */
  | { kind: 'empty' }
  /** The block reaches over the edge by this many rows and columns. */
  | { kind: 'outside'; rows: number; columns: number }
  | { kind: 'invalid'; faults: PasteFault[] };

/**
 * Says which cell gets which value when `block` is pasted over `selection`, as spreadsheets do it:
 * from the upper left corner; repeated when the selection is a whole multiple of the block, so that
 * one copied cell fills what is selected. All or nothing: one bad entry or one cell over the edge
 * and no cell is written. Blank rows and columns at the end of the block may reach over the edge,
 * for people copy a little too much. Short rows are blank to the right.
 */
export function planPaste<Value>(
  block: readonly (readonly string[])[],
  selection: CellBlock,
  size: { rows: number; columns: number },
  parse: (entry: string, row: number) => Value | null,
): PastePlan<Value> {
  const width = Math.max(0, ...block.map((row) => row.length));
  if (block.length === 0 || width === 0) return { kind: 'empty' };
  const area = pastedArea(block.length, width, selection);
  const cells: PastedCell<Value>[] = [];
  const faults: PasteFault[] = [];
  let rowsOutside = 0;
  let columnsOutside = 0;
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const entry = block[(row - area.top) % block.length]?.[(column - area.left) % width] ?? '';
      if (row >= size.rows || column >= size.columns) {
        if (entry.trim() === '') continue;
        rowsOutside = Math.max(rowsOutside, row - size.rows + 1);
        columnsOutside = Math.max(columnsOutside, column - size.columns + 1);
        continue;
      }
      const value = parse(entry, row);
      if (value === null) faults.push({ row, column, entry });
      else cells.push({ row, column, value });
    }
  }
  if (rowsOutside > 0 || columnsOutside > 0) {
    return {
      kind: 'outside',
      rows: Math.max(0, rowsOutside),
      columns: Math.max(0, columnsOutside),
    };
  }
  return faults.length > 0 ? { kind: 'invalid', faults } : { kind: 'cells', cells };
}

function pastedArea(height: number, width: number, selection: CellBlock): CellBlock {
  const selectedRows = selection.bottom - selection.top + 1;
  const selectedColumns = selection.right - selection.left + 1;
  const repeats = selectedRows % height === 0 && selectedColumns % width === 0;
  return {
    top: selection.top,
    left: selection.left,
    bottom: selection.top + (repeats ? selectedRows : height) - 1,
    right: selection.left + (repeats ? selectedColumns : width) - 1,
  };
}
