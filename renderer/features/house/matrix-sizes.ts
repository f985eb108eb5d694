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
}

const importanceWidth = 52;
const headHeight = 216;
const footRowHeight = 27;
const footHeight = 3 * footRowHeight;
/** The place for the next HOW, and the lines round the matrix. */
const beside = 46;

const nameWidths = { least: 272, most: 400 };
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
  const forNames = room.width - importanceWidth - beside - columns * columnWidths.least;
  const nameWidth = clamp(forNames, nameWidths);
  const leftWidth = nameWidth + importanceWidth;
  return {
    nameWidth,
    importanceWidth,
    leftWidth,
    columnWidth: clamp((room.width - leftWidth - beside) / columns, columnWidths),
    rowHeight: clamp((room.height - headHeight - footHeight - 2) / rows, rowHeights),
    headHeight,
    footRowHeight,
    footHeight,
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
