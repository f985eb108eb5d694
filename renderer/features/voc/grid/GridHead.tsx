// biome-ignore-all lint/a11y/useSemanticElements: no table has rows that are not there
// biome-ignore-all lint/a11y/useFocusableInteractive: the list's own field keeps the focus
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnName } from '../../../shared/table/ColumnName.tsx';
import type { VocColumn } from '../voc-columns.tsx';
import { useTickedCount, type VocTicks } from '../voc-selection.ts';
import type { ListLayout } from './use-list-layout.ts';
import classes from './VocGrid.module.css';

interface GridHeadProps {
  columns: readonly VocColumn[];
  layout: ListLayout;
  ticks: VocTicks;
  onTickAll: () => void;
  /** Down from a name goes to the rows. */
  onLeave: () => void;
}

/** Pointer movement from which a press on a name moves the column, in px. */
const dragFrom = 5;

interface Drag {
  id: string;
  before: string | null;
}

/** Names of the columns: a press sorts, dragging a name moves the column, dragging its edge widens it. */
export function GridHead({ columns, layout, ticks, onTickAll, onLeave }: GridHeadProps) {
  const { t } = useTranslation();
  const head = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  /** The press that ends a movement is no press on the name. */
  const hasMoved = useRef(false);
  const [stop, setStop] = useState(columns[0]?.id ?? '');
  const stopId = columns.some(({ id }) => id === stop) ? stop : columns[0]?.id;

  const onKeyDown = (event: KeyboardEvent, place: number) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
    }
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const target = step === undefined ? undefined : columns[place + step];
    if (target === undefined) return;
    event.preventDefault();
    setStop(target.id);
    head.current?.querySelector<HTMLElement>(`[data-name="${target.id}"]`)?.focus();
  };

  const follow = (down: PointerEvent<HTMLButtonElement>, id: string) => {
    if (down.button !== 0) return;
    const button = down.currentTarget;
    let latest: Drag | null = null;
    hasMoved.current = false;
    // At once: a quick movement is elsewhere before it is heard here.
    button.setPointerCapture(down.pointerId);
    const onMove = (move: globalThis.PointerEvent) => {
      if (latest === null && Math.abs(move.clientX - down.clientX) < dragFrom) return;
      hasMoved.current = true;
      latest = { id, before: columnAfter(head.current, columns, move.clientX) };
      setDrag(latest);
    };
    const onEnd = () => {
      button.removeEventListener('pointermove', onMove);
      if (latest !== null) layout.move(id, latest.before);
      setDrag(null);
    };
    button.addEventListener('pointermove', onMove);
    button.addEventListener('pointerup', onEnd, { once: true });
    button.addEventListener('pointercancel', onEnd, { once: true });
  };

  return (
    <div ref={head} role="row" aria-rowindex={1} className={classes.head}>
      <div role="columnheader" aria-colindex={1} className={classes.tick}>
        <TickAll ticks={ticks} onTickAll={onTickAll} label={t('voc:list.tickAll')} />
      </div>
      {columns.map((column, place) => {
        const direction = directionOf(column, layout);
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={place + 2}
            aria-sort={direction ?? undefined}
            data-align={column.align}
            data-head={column.id}
            data-dragged={drag?.id === column.id || undefined}
            data-dropping={drag !== null && drag.before === column.id ? 'before' : undefined}
            className={classes.headCell}
          >
            <ColumnName
              name={column.header}
              direction={direction}
              sortable={column.sort !== undefined}
              data-name={column.id}
              tabIndex={column.id === stopId ? 0 : -1}
              onFocus={() => setStop(column.id)}
              onClick={() => {
                if (!hasMoved.current && column.sort !== undefined) layout.sortBy(column.sort);
              }}
              onKeyDown={(event) => onKeyDown(event, place)}
              onPointerDown={(event) => follow(event, column.id)}
            />
            <div
              aria-hidden
              className={classes.edge}
              onPointerDown={(event) =>
                followEdge(
                  event,
                  (width) => layout.preview(column.id, width),
                  (width) => layout.resize(column.id, width),
                )
              }
              onDoubleClick={() => layout.resize(column.id, column.width)}
            />
          </div>
        );
      })}
    </div>
  );
}

function directionOf({ sort }: VocColumn, layout: ListLayout) {
  if (sort !== layout.sort.field) return null;
  return layout.sort.direction === 'asc' ? 'ascending' : 'descending';
}

/** The column before which a name is dropped at `x`; null behind the last. */
function columnAfter(
  head: HTMLElement | null,
  columns: readonly VocColumn[],
  x: number,
): string | null {
  const found = columns.find(({ id }) => {
    const box = head?.querySelector(`[data-head="${id}"]`)?.getBoundingClientRect();
    return box !== undefined && x < box.left + box.width / 2;
  });
  return found?.id ?? null;
}

function followEdge(
  down: PointerEvent<HTMLDivElement>,
  onMove: (width: number) => void,
  onEnd: (width: number) => void,
): void {
  const edge = down.currentTarget;
  const start = edge.parentElement?.getBoundingClientRect().width ?? 0;
  let width: number | null = null;
  down.preventDefault();
  down.stopPropagation();
  edge.setPointerCapture(down.pointerId);
  const follow = (move: globalThis.PointerEvent) => {
    width = start + move.clientX - down.clientX;
    onMove(width);
  };
  const end = () => {
    edge.removeEventListener('pointermove', follow);
    if (width !== null) onEnd(width);
  };
  edge.addEventListener('pointermove', follow);
  edge.addEventListener('lostpointercapture', end, { once: true });
}

interface TickAllProps {
  ticks: VocTicks;
  onTickAll: () => void;
  label: string;
}

/** Ticks all that match the filter, loaded or not. */
function TickAll({ ticks, onTickAll, label }: TickAllProps) {
  const count = useTickedCount(ticks);
  const all = count > 0 && ticks.isAll();
  return (
    <input
      type="checkbox"
      checked={all}
      ref={(box) => {
        if (box !== null) box.indeterminate = count > 0 && !all;
      }}
      aria-label={label}
      onChange={() => (all ? ticks.clear() : onTickAll())}
    />
  );
}
