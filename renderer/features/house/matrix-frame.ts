import { type ComponentType, memo } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFigures, WhatFigures } from '../../../core/domain/house/house-figures.ts';
import type { HouseEdit } from './house-edit.ts';
import type { MatrixLines, WhatLine } from './matrix-lines.ts';
import type { CellPlace } from './matrix-selection.ts';
import type { MatrixSizes } from './matrix-sizes.ts';
import type { GridWindow } from './use-grid-window.ts';

/** All that a band around the relations has to know to stand in line with them. */
export interface MatrixFrame {
  readonly view: HouseView;
  /** Rows and columns on screen; places count among them. */
  readonly lines: MatrixLines;
  /** The part of the lines that is drawn. */
  readonly drawn: GridWindow;
  /** In px before zoom: the whole matrix is zoomed by its style. */
  readonly sizes: MatrixSizes;
  readonly figures: HouseFigures;
  /** Where the active cell is, among the relations, for a crosshair; null when it is elsewhere. */
  readonly activeRow: number | null;
  readonly activeColumn: number | null;
  readonly onEdit: (edit: HouseEdit) => void;
  /** Gives the focus to a cell of the matrix; heads of HOWs are row −1. */
  readonly goTo: (place: CellPlace) => void;
}

/** One row of the band at the right. It redraws when one of these is another. */
export interface SideRowProps {
  readonly row: number;
  readonly line: WhatLine;
  /** The same object while only relations change. */
  readonly figures: WhatFigures;
}

/**
 * What stands around the relations and scrolls with them. Components are the same at every redraw. Cells in
 * them bear no `data-row` and `data-column`: those are the matrix's, and so are their keys.
 */
export interface MatrixSlots {
  /** Above the heads, from the left edge of the first column on; it scrolls away upwards. */
  readonly roof: {
    /** In px, in a room of this height. */
    readonly heightIn: (roomHeight: number) => number;
    readonly Band: ComponentType<MatrixFrame>;
    /** ↑ from the topmost head: takes the focus, to the cell it shares with `other` if told; or answers false. */
    readonly enter?: (column: number, other?: number) => boolean;
  } | null;
  /** Right of the relations; `Row` gives `td`s of fixed widths, `Head` and `Foot` fill their box. */
  readonly side: {
    readonly width: number;
    readonly Head: ComponentType<MatrixFrame>;
    readonly Row: ComponentType<SideRowProps>;
    /** Over all drawn rows, from their upper left corner: lines from row to row. Takes no pointer. */
    readonly Overlay?: ComponentType<MatrixFrame>;
    /** Beside the three rows of figures, which stay in view. */
    readonly Foot?: ComponentType<MatrixFrame>;
    /** → from the last column. */
    readonly enter?: (row: number) => boolean;
  } | null;
  /** Below the figures: `tr`s whose first cell is `sizes.leftWidth` wide and sticks to the left. */
  readonly foot: {
    readonly height: number;
    readonly Rows: ComponentType<MatrixFrame>;
    /** ↓ from the last row. */
    readonly enter?: (column: number) => boolean;
  } | null;
}

/** A band that redraws only when one of these parts of its frame is another. */
export function bandShowing(
  Band: ComponentType<MatrixFrame>,
  parts: (frame: MatrixFrame) => readonly unknown[],
): ComponentType<MatrixFrame> {
  return memo(Band, (before, after) => {
    const known = parts(before);
    return parts(after).every((part, at) => part === known[at]);
  });
}
