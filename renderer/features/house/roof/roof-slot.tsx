import { createRef, useMemo } from 'react';
import { bandShowing, type MatrixFrame, type MatrixSlots } from '../matrix-frame.ts';
import { headRow } from '../matrix-selection.ts';
import { RoofNeighbours } from './RoofNeighbours.tsx';
import { RoofPicture } from './RoofPicture.tsx';
import { drawnRoof, roofColumns, roofValueBetween } from './roof-cells.ts';
import { isPicture, roofHeightFor } from './roof-geometry.ts';
import type { RoofHandle } from './roof-shown.ts';

export interface RoofSlotParts {
  /** Columns on screen. */
  columnCount: number;
  onReplay: (command: 'edit.undo' | 'edit.redo') => void;
}

/** The roof of the house: how HOWs bear on each other. Over many columns it lies flat, one HOW at a time. */
export function roofSlot({ columnCount, onReplay }: RoofSlotParts): MatrixSlots['roof'] {
  if (columnCount < 2) return null;
  const handle = createRef<RoofHandle>();

  function Band({ view, lines, drawn, sizes, onEdit, goTo }: MatrixFrame) {
    const { hows, roof, roofReading } = view;
    const { columns } = lines;
    const shown = useMemo(() => {
      const roofView = { hows, roof, roofReading };
      const named = roofColumns(columns);
      return {
        ...named,
        cells: drawnRoof(roofView, columns),
        valueBetween: roofValueBetween(roofView, named),
      };
    }, [hows, roof, roofReading, columns]);
    if (columns.length < 2) return null;
    const Form = isPicture(columns.length) ? RoofPicture : RoofNeighbours;
    return (
      <Form
        houseId={view.id}
        shown={shown}
        columnWidth={sizes.columnWidth}
        height={sizes.roofHeight}
        leftWidth={sizes.leftWidth}
        drawn={drawn}
        handle={handle}
        onEdit={onEdit}
        onReplay={onReplay}
        onLeave={(column) => goTo({ row: headRow, column })}
      />
    );
  }

  return {
    heightIn: (roomHeight) => roofHeightFor(columnCount, roomHeight),
    Band: bandShowing(Band, ({ view, lines, drawn, sizes, onEdit, goTo }) => [
      ...[view.id, view.hows, view.roof, view.roofReading, lines.columns],
      ...[drawn, sizes, onEdit, goTo],
    ]),
    enter: (column, other) => {
      handle.current?.enter(column, other);
      return handle.current !== null;
    },
  };
}
