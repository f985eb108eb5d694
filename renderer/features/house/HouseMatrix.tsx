import { Box } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import {
  memo,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import type { RelationNotation } from '../../../core/domain/house/scale-entry.ts';
import { AddWhatRow } from './AddWhatRow.tsx';
import classes from './HouseMatrix.module.css';
import type { HouseEdit } from './house-edit.ts';
import { MatrixBody } from './MatrixBody.tsx';
import { MatrixFoot } from './MatrixFoot.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import type { PasteRefusal } from './matrix-clipboard.ts';
import { cellAt, focusCell, type MatrixTool, rowsPerPage } from './matrix-dom.ts';
import type { MatrixFrame, MatrixSlots } from './matrix-frame.ts';
import type { MatrixCommand } from './matrix-keys.ts';
import type { MatrixLines } from './matrix-lines.ts';
import {
  type CellPlace,
  headRow,
  type MatrixSelection,
  placeWithin,
  selectOne,
  sizeOf,
} from './matrix-selection.ts';
import { matrixSizesFor, sizeVariables } from './matrix-sizes.ts';
import { useCellEntries } from './use-cell-entries.tsx';
import { useGridWindow } from './use-grid-window.ts';
import { useMatrixCells } from './use-matrix-cells.ts';
import { useRoom } from './use-room.ts';

export interface MatrixHandle {
  /** Makes a cell active, brings it into view and gives it the focus. */
  goTo: (place: CellPlace) => void;
  /** Makes a cell active and brings it into view; the focus stays where it is. */
  show: (place: CellPlace) => void;
  /** Brings the end of the HOWs into view and says where the next one will stand. */
  placeForNextHow: () => DOMRect | null;
  /** Gives the focus back to the active cell, after something that floated beside it. */
  focus: () => void;
  /** The zoom at which all of the house is in view. */
  zoomToFit: () => number;
}

/** What the matrix leaves to the room around it, and the cell it is about. */
export interface MatrixRequest {
  command: MatrixCommand | { kind: 'tool'; tool: MatrixTool };
  place: CellPlace;
  selection: MatrixSelection;
  anchor: DOMRect;
}

export interface HouseMatrixProps {
  view: HouseView;
  lines: MatrixLines;
  figures: HouseFigures;
  notation: RelationNotation;
  zoom: number;
  slots: MatrixSlots;
  handle: Ref<MatrixHandle>;
  onEdit: (edit: HouseEdit) => void;
  onPasteRefused: (refusal: PasteRefusal) => void;
  /** Something was typed into a collapsed group. */
  onCollapsed: (name: string) => void;
  onRequest: (request: MatrixRequest) => void;
  /** A requirement is not renamed here. */
  onNameRefused: () => void;
  /** All functions are stable: what changes redraws, and nothing else. */
  onAddWhats: () => void;
  onAddHow: () => void;
  onAddNames: (names: string[]) => Promise<boolean>;
}

/** The relations of a house as a grid one types into as into a spreadsheet. */
export const HouseMatrix = memo(function HouseMatrix(props: HouseMatrixProps) {
  const { view, lines, figures, notation, zoom, slots, handle, onEdit } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const strip = useRef<HTMLButtonElement>(null);
  const rows = lines.rows.length;
  const columns = lines.columns.length;
  const size = useMemo(() => sizeOf(lines), [lines]);
  const room = useRoom(scroller);
  const roofHeight = slots.roof?.heightIn(room.height) ?? 0;
  const sideWidth = slots.side?.width ?? 0;
  const sizes = useMemo(
    () => matrixSizesFor(room, { ...size, roofHeight, sideWidth, zoom }),
    [room, size, roofHeight, sideWidth, zoom],
  );
  const measures = useMemo(() => ({ ...sizes, rows, columns, zoom }), [sizes, rows, columns, zoom]);
  const { drawn, bringIntoView } = useGridWindow(scroller, measures);
  const [wanted, setSelection] = useState<MatrixSelection>(selectOne({ row: 0, column: 0 }));
  const wantsFocus = useRef(false);
  const selection = useMemo(
    () => ({
      anchor: placeWithin(wanted.anchor, size),
      active: placeWithin(wanted.active, size),
    }),
    [wanted, size],
  );
  const { active } = selection;
  const isDrawn = cellIsDrawn(active, drawn);
  const house = useMemo(() => ({ view, lines }), [view, lines]);

  const activate = (next: MatrixSelection) => {
    wantsFocus.current = true;
    setSelection(next);
    bringIntoView(next.active.row, next.active.column);
    // The active cell stays: the focus comes back to it from what stands around the relations.
    if (next.active.row === active.row && next.active.column === active.column) focusActive();
  };
  const latestActivate = useRef(activate);
  latestActivate.current = activate;
  const goTo = useCallback((place: CellPlace) => latestActivate.current(selectOne(place)), []);
  const focusActive = () => focusCell(isDrawn ? cellAt(grid.current, active) : grid.current);
  useImperativeHandle(handle, () => ({
    goTo,
    show: (place) => {
      wantsFocus.current = false;
      setSelection(selectOne(place));
      bringIntoView(place.row, place.column);
    },
    placeForNextHow: () => {
      const place = strip.current ?? cellAt(grid.current, { row: headRow, column: columns - 1 });
      (place ?? scroller.current)?.scrollIntoView({ inline: 'end', block: 'nearest' });
      return (place ?? scroller.current)?.getBoundingClientRect() ?? null;
    },
    focus: focusActive,
    zoomToFit: () => {
      const width = sizes.leftWidth + columns * sizes.columnWidth + sizes.sideWidth;
      const { headHeight, footHeight } = sizes;
      const height =
        sizes.roofHeight +
        headHeight +
        footHeight +
        rows * sizes.rowHeight +
        (slots.foot?.height ?? 0);
      return Math.min(room.width / width, room.height / height);
    },
  }));

  // What one works on stays in view when all around it grows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the zoom alone
  useLayoutEffect(() => bringIntoView(active.row, active.column), [zoom]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the active cell only
  useLayoutEffect(() => {
    if (wantsFocus.current) focusActive();
  }, [wanted, active.row, active.column, isDrawn]);

  const request = (command: MatrixRequest['command'], place: CellPlace): boolean => {
    const anchor = cellAt(grid.current, place)?.getBoundingClientRect();
    if (anchor === undefined) return false;
    props.onRequest({ command, place, selection, anchor });
    return true;
  };
  const onCommand = (command: MatrixCommand): boolean => {
    if (command.kind !== 'leave') return request(command, active);
    const { roof, side, foot } = slots;
    const done =
      command.to === 'roof'
        ? roof?.enter?.(active.column)
        : command.to === 'side'
          ? side?.enter?.(active.row)
          : foot?.enter?.(active.column);
    if (done === true) wantsFocus.current = false;
    return true;
  };
  const handlers = useMatrixCells({
    house,
    selection,
    size,
    notation,
    rowsPerPage: () => rowsPerPage(scroller.current, sizes, zoom),
    activate,
    onEdit,
    onPasteRefused: props.onPasteRefused,
    onCollapsed: props.onCollapsed,
    onTool: (tool, place) => {
      setSelection(selectOne(placeWithin(place, size)));
      request({ kind: 'tool', tool }, place);
    },
    onCommand,
    onLeave: () => {
      wantsFocus.current = false;
    },
  });
  const entries = useCellEntries({
    house,
    selection,
    size,
    activate,
    onEdit,
    onNameRefused: props.onNameRefused,
  });

  const { leftWidth, columnWidth } = sizes;
  const relationsWidth = columns * columnWidth;
  const shared = { firstColumn: drawn.firstColumn, endColumn: drawn.endColumn, columnWidth };
  const frame = useMemo<MatrixFrame>(
    () => ({
      view,
      lines,
      drawn,
      sizes,
      figures,
      activeRow: active.row >= 0 ? active.row : null,
      activeColumn: active.column >= 0 ? active.column : null,
      onEdit,
      goTo,
    }),
    [view, lines, drawn, sizes, figures, active.row, active.column, onEdit, goTo],
  );
  const sideBox = { left: leftWidth + relationsWidth, width: sideWidth };
  const inHeads = active.row < 0;
  return (
    <Box ref={scroller} className={classes.scroller} __vars={sizeVariables(sizes, zoom)}>
      <div className={classes.canvas}>
        {slots.roof !== null && (
          <div
            className={classes.roof}
            style={{
              height: roofHeight,
              marginLeft: leftWidth,
              // As wide as all below it, or the words beside the roof would be pushed out of view.
              width: relationsWidth + sideWidth,
            }}
          >
            <slots.roof.Band {...frame} />
          </div>
        )}
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA lets a table be a grid
          role="grid"
          aria-label={t('house:matrix.label', { name: view.name })}
          aria-rowcount={rows + 4}
          aria-colcount={columns + lines.rowDepth + 3}
          aria-multiselectable
          tabIndex={isDrawn ? -1 : 0}
          className={classes.grid}
          style={{ width: leftWidth + relationsWidth + sideWidth }}
          {...handlers}
          onBlur={(event) => {
            // Null while a cell that scrolled out of the drawn part is taken away.
            if (
              event.relatedTarget !== null &&
              !event.currentTarget.contains(event.relatedTarget)
            ) {
              wantsFocus.current = false;
            }
          }}
        >
          <thead className={classes.headGroup}>
            <MatrixHead
              lines={lines}
              activeColumn={active.column >= 0 ? active.column : null}
              activeRow={inHeads ? active.row : null}
              selectedFrom={inHeads ? Math.min(selection.anchor.column, active.column) : null}
              selectedTo={inHeads ? Math.max(selection.anchor.column, active.column) : null}
              entries={entries}
              onAddWhats={props.onAddWhats}
              onAddHow={props.onAddHow}
              {...shared}
            />
            {slots.side !== null && (
              <tr className={classes.sideBox} style={sideBox}>
                <th>
                  <slots.side.Head {...frame} />
                </th>
              </tr>
            )}
          </thead>
          <MatrixBody
            view={view}
            lines={lines}
            figures={figures}
            notation={notation}
            drawn={drawn}
            sizes={sizes}
            selection={selection}
            entries={entries}
            Side={slots.side?.Row ?? null}
            overlay={slots.side?.Overlay !== undefined && <slots.side.Overlay {...frame} />}
          />
          <AddWhatRow onAdd={props.onAddNames} />
          <MatrixFoot
            figures={figures}
            lines={lines}
            side={
              slots.side?.Foot !== undefined && (
                <tr className={classes.sideBox} style={sideBox}>
                  <td>
                    <slots.side.Foot {...frame} />
                  </td>
                </tr>
              )
            }
            {...shared}
          />
          {slots.foot !== null && (
            <tbody className={classes.footBands}>
              <slots.foot.Rows {...frame} />
            </tbody>
          )}
        </table>
        {sizes.hasStrip && (
          <button ref={strip} type="button" className={classes.strip} onClick={props.onAddHow}>
            <IconPlus size={16} aria-hidden />
            <span className={classes.stripWords}>{t('house:how.addNew')}</span>
          </button>
        )}
      </div>
    </Box>
  );
});

function cellIsDrawn(
  { row, column }: CellPlace,
  drawn: { firstRow: number; endRow: number; firstColumn: number; endColumn: number },
): boolean {
  const rowIsDrawn = row < 0 || (row >= drawn.firstRow && row < drawn.endRow);
  return rowIsDrawn && (column < 0 || (column >= drawn.firstColumn && column < drawn.endColumn));
}
