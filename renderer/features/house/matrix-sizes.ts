/** Sizes in px before zoom. Every row and every column is alike. */
export interface MatrixSizes {
  rowHeight: number;
  columnWidth: number;
  /** All levels of groups of WHATs together, and one of them. */
  groupsWidth: number;
  groupWidth: number;
  nameWidth: number;
  importanceWidth: number;
  /** The weight in use. */
  weightWidth: number;
  /** All of these, which stay in view unless that would leave little room for relations. */
  leftWidth: number;
  leftStays: boolean;
  /** The heads with the bands of groups above them, which stay in view, and one band. */
  headHeight: number;
  bandHeight: number;
  /** The heads without the bands. */
  namesHeight: number;
  footRowHeight: number;
  /** Three rows of figures. */
  footHeight: number;
  /** What stands around the relations; 0 where there is nothing. */
  roofHeight: number;
  sideWidth: number;
  /** Whether the strip for the next HOW stands at the right; not where it alone would make it scroll. */
  hasStrip: boolean;
}

const importanceWidth = 52;
const weightWidth = 50;
const groupWidth = 78;
/** Heads are high where the room is: long names wrap less. */
const namesHeights = { least: 150, most: 190 };
/** Of what is magnified. */
/** So much of the room's width may stay at the left while the rest scrolls. */
const mostOfRoom = 0.65;
const leastNames = { height: 84, width: 132 };
const shareOfNames = 0.2;
const bandHeight = 28;
export const footRowHeight = 27;
const footHeight = 3 * footRowHeight;
/** The strip for the next HOW, and a line. */
const stripWidth = 46;
const scrollBar = 16;
/** The row in which the next WHAT is typed. */
const adderHeight = 32;

const nameWidths = { least: 220, most: 400 };
const columnWidths = { least: 40, most: 52 };
const rowHeights = { least: 30, most: 38 };

export interface MatrixParts {
  rows: number;
  columns: number;
  rowDepth: number;
  columnDepth: number;
  roofHeight: number;
  sideWidth: number;
  zoom: number;
}

/**
 * Sizes that fill the room there is: first the names get what they need, then the cells grow, so that
 * a small matrix is easy to read from the back of a workshop. A matrix bigger than the room scrolls. What
 * is magnified leaves less room: names and heads give way first, or they alone would fill it.
 */
export function matrixSizesFor(
  whole: { width: number; height: number },
  parts: MatrixParts,
): MatrixSizes {
  const magnified = Math.max(1, parts.zoom);
  const room = { width: whole.width / magnified, height: whole.height / magnified };
  const { roofHeight, sideWidth } = parts;
  const columns = Math.max(1, parts.columns);
  const rows = Math.max(1, parts.rows);
  const groupsWidth = parts.rowDepth * groupWidth;
  const namesHeight = clamp(room.height * shareOfNames, {
    least: Math.max(leastNames.height, namesHeights.least / magnified),
    most: namesHeights.most,
  });
  const headHeight = namesHeight + parts.columnDepth * bandHeight;
  const fixed = groupsWidth + importanceWidth + weightWidth + sideWidth + stripWidth;
  const nameWidth = clamp(room.width - fixed - columns * columnWidths.least, {
    least: Math.max(leastNames.width, nameWidths.least / magnified),
    most: nameWidths.most,
  });
  const leftWidth = groupsWidth + nameWidth + importanceWidth + weightWidth;
  const forColumns = room.width - leftWidth - sideWidth - stripWidth;
  const columnWidth = clamp(forColumns / columns, columnWidths);
  const forRows = room.height - roofHeight - headHeight - footHeight - adderHeight - scrollBar;
  const width = leftWidth + columns * columnWidth;
  const fillsRoom = width <= room.width && width + stripWidth > room.width;
  return {
    groupWidth,
    groupsWidth,
    nameWidth,
    importanceWidth,
    weightWidth,
    leftWidth,
    leftStays: leftWidth <= room.width * mostOfRoom,
    columnWidth,
    rowHeight: clamp(forRows / rows, rowHeights),
    headHeight,
    namesHeight,
    bandHeight,
    footRowHeight,
    footHeight,
    roofHeight,
    sideWidth,
    hasStrip: sideWidth === 0 && !fillsRoom,
  };
}

function clamp(value: number, { least, most }: { least: number; most: number }): number {
  return Math.floor(Math.max(least, Math.min(most, value)));
}

/** The sizes as the stylesheet knows them. */
export function sizeVariables(sizes: MatrixSizes, zoom: number): Record<string, string> {
  return {
    '--matrix-row-height': `${sizes.rowHeight}px`,
    '--matrix-column-width': `${sizes.columnWidth}px`,
    '--matrix-groups-width': `${sizes.groupsWidth}px`,
    '--matrix-group-width': `${sizes.groupWidth}px`,
    '--matrix-name-width': `${sizes.nameWidth}px`,
    '--matrix-importance-width': `${sizes.importanceWidth}px`,
    '--matrix-weight-width': `${sizes.weightWidth}px`,
    '--matrix-left-width': `${sizes.leftWidth}px`,
    // Far enough to the left nothing ever sticks.
    '--matrix-stick': sizes.leftStays ? '0px' : '-100000px',
    '--matrix-side-width': `${sizes.sideWidth}px`,
    '--matrix-head-height': `${sizes.headHeight}px`,
    '--matrix-names-height': `${sizes.namesHeight}px`,
    '--matrix-band-height': `${sizes.bandHeight}px`,
    '--matrix-foot-row-height': `${sizes.footRowHeight}px`,
    '--matrix-zoom': String(zoom),
  };
}
