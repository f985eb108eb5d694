export interface TablePlace {
  row: number;
  column: number;
}

interface TravelKey {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** Rows that PageUp and PageDown skip. */
const page = 12;

/**
 * The cell a key goes to; null for a key that goes nowhere, and for Tab past the last or before the
 * first cell, where it leaves the table.
 */
export function travelOfKey(
  pressed: TravelKey,
  from: TablePlace,
  size: { rows: number; columns: number },
): TablePlace | null {
  if (pressed.altKey) return null;
  const { row, column } = from;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const far = pressed.ctrlKey || pressed.metaKey;
  const within = (place: TablePlace) => ({
    row: Math.max(0, Math.min(place.row, last.row)),
    column: Math.max(0, Math.min(place.column, last.column)),
  });
  switch (pressed.key) {
    case 'ArrowUp':
      return within({ row: far ? 0 : row - 1, column });
    case 'ArrowDown':
      return within({ row: far ? last.row : row + 1, column });
    case 'ArrowLeft':
      return within({ row, column: far ? 0 : column - 1 });
    case 'ArrowRight':
      return within({ row, column: far ? last.column : column + 1 });
    case 'PageUp':
      return within({ row: row - page, column });
    case 'PageDown':
      return within({ row: row + page, column });
    case 'Home':
      return { row: far ? 0 : row, column: 0 };
    case 'End':
      return { row: far ? last.row : row, column: last.column };
    case 'Enter':
      return far ? null : within({ row: row + (pressed.shiftKey ? -1 : 1), column });
    case 'Tab':
      return tabbed(from, pressed.shiftKey ? -1 : 1, size);
    default:
      return null;
  }
}

function tabbed(
  { row, column }: TablePlace,
  step: 1 | -1,
  size: { rows: number; columns: number },
): TablePlace | null {
  const place = row * size.columns + column + step;
  if (place < 0 || place >= size.rows * size.columns) return null;
  return { row: Math.floor(place / size.columns), column: place % size.columns };
}
