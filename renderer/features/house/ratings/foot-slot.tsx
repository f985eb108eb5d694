import { memo } from 'react';
import type { HowFigures } from '../../../../core/domain/house/house-figures.ts';
import type { MatrixFrame, MatrixSlots } from '../matrix-frame.ts';
import type { HowLine } from '../matrix-lines.ts';
import classes from '../plan/Band.module.css';
import { BandCell } from '../plan/BandCell.tsx';
import { Band } from '../plan/band.ts';
import { useBand } from '../plan/use-band.tsx';
import { type FootChange, footEdit } from './foot-change.ts';
import type { FootField } from './foot-fields.ts';
import { HowProfile, howProfileHeight } from './HowProfile.tsx';

export interface FootSlotParts {
  /** null while the facts are hidden. */
  facts: readonly FootField[] | null;
  /** null while the technical ratings are hidden. */
  technical: readonly FootField[] | null;
  rowHeight: number;
  onReplay: (command: 'edit.undo' | 'edit.redo') => void;
}

/** The rows below the weights: facts of the HOWs, then the technical ratings with their lines. */
export function footSlot({
  facts,
  technical,
  rowHeight,
  onReplay,
}: FootSlotParts): NonNullable<MatrixSlots['foot']> {
  const fields = [...(facts ?? []), ...(technical ?? [])];
  const band = new Band<HowLine, HowFigures, FootChange>(fields, 'columns');

  const Cell = memo(function Cell({ field, row, column, line, figures, width }: CellProps) {
    return (
      <BandCell
        band={band}
        field={field}
        line={line}
        figures={figures}
        lineName={line.name}
        row={row}
        column={column}
        width={width}
      />
    );
  }, saysTheSame);

  function Rows(frame: MatrixFrame) {
    const { view, lines, drawn, sizes, figures } = frame;
    const element = useBand(band, {
      lines: lines.columns,
      figures: figures.hows,
      step: { row: 0, column: sizes.columnWidth },
      onWrites: (writes) => {
        const edit = footEdit(view.id, writes);
        if (edit !== null) frame.onEdit(edit);
      },
      onReplay,
      onLeave: (way, { column }) => {
        if (way !== 'up' || lines.rows.length === 0) return false;
        frame.goTo({ row: lines.rows.length - 1, column });
        return true;
      },
    });
    const columns: number[] = [];
    const endColumn = Math.min(drawn.endColumn, lines.columns.length);
    for (let column = drawn.firstColumn; column < endColumn; column += 1) columns.push(column);
    return (
      <>
        {fields.map((field, row) => (
          <tr key={field.key} className={classes.footRow}>
            <th
              scope="row"
              ref={row === 0 ? element : undefined}
              className={classes.footLabel}
              title={field.hint}
            >
              {field.label}
            </th>
            <td
              aria-hidden
              style={{ flex: 'none', padding: 0, width: drawn.firstColumn * sizes.columnWidth }}
            />
            {columns.map((column) => {
              const line = lines.columns[column];
              return line === undefined ? null : (
                <Cell
                  key={line.id}
                  field={field}
                  line={line}
                  figures={figures.hows}
                  row={row}
                  column={column}
                  width={sizes.columnWidth}
                />
              );
            })}
          </tr>
        ))}
        {technical !== null && (
          <HowProfile
            hows={view.hows}
            competitors={view.competitors}
            lines={lines.columns}
            firstColumn={drawn.firstColumn}
            endColumn={endColumn}
            columnWidth={sizes.columnWidth}
          />
        )}
      </>
    );
  }

  return {
    height: fields.length * rowHeight + (technical === null ? 0 : howProfileHeight),
    Rows,
    enter: (column) => {
      band.enter({ row: 0, column });
      return fields.length > 0;
    },
  };
}

/** A relation typed makes all figures anew, of which few fields show any. */
function saysTheSame(before: CellProps, after: CellProps): boolean {
  const { field, line, row, column, width } = after;
  const samePlace =
    before.field === field &&
    before.line === line &&
    before.row === row &&
    before.column === column &&
    before.width === width;
  if (!samePlace || before.figures === after.figures) return samePlace;
  return (
    field.text(line, before.figures) === field.text(line, after.figures) &&
    field.tone?.(line, before.figures) === field.tone?.(line, after.figures)
  );
}

interface CellProps {
  field: FootField;
  line: HowLine;
  figures: HowFigures;
  row: number;
  column: number;
  width: number;
}
