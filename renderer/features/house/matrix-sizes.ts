/** Sizes in px. Every row and every column is alike. */
export interface MatrixSizes {
  rowHeight: number;
  columnWidth: number;
  nameWidth: number;
  importanceWidth: number;
  /** Name and importance, which stay in view. */
  leftWidth: number;
  headHeight: number;
  footRowHeight: number;
  /** Three rows of figures. */
  footHeight: number;
  /** Whether the strip for the next HOW stands at the right; not where it alone would make it scroll. */
  hasStrip: boolean;
}

const importanceWidth = 52;
const headHeight = 216;
const footRowHeight = 27;
const footHeight = 3 * footRowHeight;
/** The strip for the next HOW, and a line. */
const stripWidth = 46;
const scrollBar = 16;

const nameWidths = { least: 268, most: 400 };
const columnWidths = { least: 40, most: 52 };
const rowHeights = { least: 30, most: 38 };

/**
 * Sizes that fill the room there is: first the names get what they need, then the cells grow, so that
 * a small matrix is easy to read from the back of a workshop. A matrix bigger than the room scrolls.
 */
export function matrixSizesFor(
  room: { width: number; height: number },
  size: { rows: number; columns: number },
): MatrixSizes {
  const columns = Math.max(1, size.columns);
  const rows = Math.max(1, size.rows);
  const forNames = room.width - importanceWidth - stripWidth - columns * columnWidths.least;
  const nameWidth = clamp(forNames, nameWidths);
  const leftWidth = nameWidth + importanceWidth;
  const columnWidth = clamp((room.width - leftWidth - stripWidth) / columns, columnWidths);
  const width = leftWidth + columns * columnWidth;
  const fillsRoom = width <= room.width && width + stripWidth > room.width;
  return {
    nameWidth,
    importanceWidth,
    leftWidth,
    columnWidth,
    rowHeight: clamp((room.height - headHeight - footHeight - scrollBar) / rows, rowHeights),
    headHeight,
    footRowHeight,
    footHeight,
    hasStrip: !fillsRoom,
  };
}

function clamp(value: number, { least, most }: { least: number; most: number }): number {
  return Math.floor(Math.max(least, Math.min(most, value)));
}

/** The sizes as the stylesheet knows them. */
export function sizeVariables(sizes: MatrixSizes): Record<string, string> {
  return {
    '--matrix-row-height': `${sizes.rowHeight}px`,
    '--matrix-column-width': `${sizes.columnWidth}px`,
    '--matrix-name-width': `${sizes.nameWidth}px`,
    '--matrix-importance-width': `${sizes.importanceWidth}px`,
    '--matrix-left-width': `${sizes.leftWidth}px`,
    '--matrix-head-height': `${sizes.headHeight}px`,
    '--matrix-foot-row-height': `${sizes.footRowHeight}px`,
  };
}
