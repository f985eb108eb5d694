import { type RoofPlace, roofCentre, roofPlaceAt } from '../../../../core/domain/house/roof.ts';

/** Sizes of a drawn roof in px. */
export interface RoofSizes {
  columns: number;
  columnWidth: number;
  /** Height of a diamond. */
  diamond: number;
  height: number;
}

/** More columns than this would make diamonds too small for their signs. */
const mostDrawnColumns = 30;
/** A roof higher than this would leave too little room for the relations. */
const mostHeight = 216;
const leastHeight = 96;
/** Beside heads, figures and some ten rows of relations; the roof gets what a room has more. */
const roomForRows = 600;
/** In px: of few columns as wide as they are, of more as low as their signs can still be read. */
const highestDiamond = 40;
const readableDiamond = 24;
/** In px: in a low room signs stand closer, but not on each other. */
const lowestDiamond = 13;
const flatHeight = 92;
/** Room at the top for the ridge's line. */
const ridge = 3;

/** Whether so many columns have a roof of diamonds; more have it lying flat. */
export function isPicture(columns: number): boolean {
  return columns <= mostDrawnColumns;
}

/** In px: as steep as there is room for it, flatter over many columns and in a low room. */
export function roofHeightFor(columns: number, roomHeight: number): number {
  if (!isPicture(columns)) return flatHeight;
  const diamonds = columns / 2;
  const least = Math.max(leastHeight, diamonds * lowestDiamond);
  const most = Math.max(least, Math.min(mostHeight, roomHeight - roomForRows) - ridge);
  const readable = Math.max(least, diamonds * readableDiamond);
  return Math.ceil(Math.min(most, diamonds * highestDiamond, readable)) + ridge;
}

export function roofSizesFor(columns: number, columnWidth: number, height: number): RoofSizes {
  return { columns, columnWidth, diamond: (height - ridge) / (columns / 2), height };
}

/** Middle of a diamond in px from the upper left corner of the roof. */
export function diamondCentre(place: RoofPlace, sizes: RoofSizes): { x: number; y: number } {
  const { x, y } = roofCentre(place);
  return { x: x * sizes.columnWidth, y: sizes.height - y * sizes.diamond };
}

/** Its corners, as `points` of a polygon. */
export function diamondPoints(place: RoofPlace, sizes: RoofSizes): string {
  const { x, y } = diamondCentre(place, sizes);
  const across = sizes.columnWidth / 2;
  const up = sizes.diamond / 2;
  return [
    [x, y - up],
    [x + across, y],
    [x, y + up],
    [x - across, y],
  ]
    .map((corner) => corner.map(rounded).join(','))
    .join(' ');
}

/** The band that leads from a column up to the ridge on one side, or both, as a path. */
export function columnBands(column: number, sizes: RoofSizes): string {
  const { columns, columnWidth: width, diamond, height } = sizes;
  const foot = (place: number) => `${rounded(place * width)},${height}`;
  const top = (left: number, right: number) =>
    `${rounded(((left + right) / 2) * width)},${rounded(height - ((right - left) / 2) * diamond)}`;
  // To the upper right along its pairs with later columns, to the upper left with earlier ones.
  const right = `M${foot(column)} L${top(column, columns)} L${top(column + 1, columns)} L${foot(column + 1)} Z`;
  const left = `M${foot(column)} L${top(0, column)} L${top(0, column + 1)} L${foot(column + 1)} Z`;
  return `${left} ${right}`;
}

/** The diamond under a point in px from the upper left corner; null beside the roof. */
export function diamondAt(point: { x: number; y: number }, sizes: RoofSizes): RoofPlace | null {
  const { columns, columnWidth, diamond, height } = sizes;
  const inWidths = { x: point.x / columnWidth, y: (height - point.y) / diamond };
  return roofPlaceAt(inWidths, columns);
}

/** The lines between diamonds: from every border between columns up to both slopes. */
export function roofLines(sizes: RoofSizes): string {
  const { columns, columnWidth: width, diamond, height } = sizes;
  const lines = [];
  for (let border = 0; border <= columns; border += 1) {
    const x = rounded(border * width);
    const toRight = {
      x: rounded(((border + columns) / 2) * width),
      y: rounded(height - ((columns - border) / 2) * diamond),
    };
    const toLeft = {
      x: rounded((border / 2) * width),
      y: rounded(height - (border / 2) * diamond),
    };
    lines.push(`M${toLeft.x},${toLeft.y} L${x},${height} L${toRight.x},${toRight.y}`);
  }
  return lines.join(' ');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
