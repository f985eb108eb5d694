/** A place in a band, in rows and columns of the screen. */
export interface BandPlace {
  row: number;
  column: number;
}

export interface BandSize {
  rows: number;
  columns: number;
}

/** One cell is active; the block reaches from the anchor to it. */
export interface BandSelection {
  anchor: BandPlace;
  active: BandPlace;
}

export interface BandBlock {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export function onePlace(place: BandPlace): BandSelection {
  return { anchor: place, active: place };
}

export function placeInside({ row, column }: BandPlace, { rows, columns }: BandSize): BandPlace {
  return {
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  };
}

export function blockOfSelection({ anchor, active }: BandSelection): BandBlock {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export function isInBlock({ row, column }: BandPlace, block: BandBlock): boolean {
  return row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
}
