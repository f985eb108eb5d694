import type { Ref } from 'react';
import type { RoofValue } from '../../../../core/domain/house/roof.ts';
import type { SurroundEdit } from '../plan/surround-edit.ts';
import type { DrawnRoofCell, RoofColumns } from './roof-cells.ts';

/** The roof over the shown columns. */
interface ShownRoof extends RoofColumns {
  cells: readonly DrawnRoofCell[];
  valueBetween: (left: number, right: number) => RoofValue;
}

export interface RoofHandle {
  /** Takes the focus to the place above a column's head, or to the one it shares with another column. */
  enter: (column: number, other?: number) => void;
}

export interface RoofFormProps {
  houseId: number;
  shown: ShownRoof;
  columnWidth: number;
  height: number;
  /** Room left of the first column. */
  leftWidth: number;
  /** Of many columns only these are drawn. */
  drawn: { firstColumn: number; endColumn: number };
  handle: Ref<RoofHandle>;
  onEdit: (edit: SurroundEdit) => void;
  onReplay: (command: 'edit.undo' | 'edit.redo') => void;
  /** The keyboard goes down to the head of a column. */
  onLeave: (column: number) => void;
}
