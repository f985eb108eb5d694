export interface GridPlace {
  row: number;
  /** Place among the columns shown. */
  column: number;
}

interface TravelKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * The cell a key goes to in a list too long for single steps: Home and End are its first and last
 * row, Ctrl with an arrow goes to its edge. null for a key that goes nowhere.
 */
export function travelInList(
  pressed: TravelKey,
  from: GridPlace,
  size: { rows: number; columns: number; page: number },
): GridPlace | null {
  if (pressed.altKey) return null;
  const far = pressed.ctrlKey || pressed.metaKey;
  const last = { row: Math.max(0, size.rows - 1), column: Math.max(0, size.columns - 1) };
  const at = (row: number, column: number): GridPlace => ({
    row: Math.max(0, Math.min(row, last.row)),
    column: Math.max(0, Math.min(column, last.column)),
  });
  const { row, column } = from;
  switch (pressed.key) {
    case 'ArrowUp':
      return at(far ? 0 : row - 1, column);
    case 'ArrowDown':
      return at(far ? last.row : row + 1, column);
    case 'ArrowLeft':
      return at(row, far ? 0 : column - 1);
    case 'ArrowRight':
      return at(row, far ? last.column : column + 1);
    case 'PageUp':
      return at(row - size.page, column);
    case 'PageDown':
      return at(row + size.page, column);
    case 'Home':
      return at(0, column);
    case 'End':
      return at(last.row, column);
    default:
      return null;
  }
}
