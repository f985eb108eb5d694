import { Select } from '@mantine/core';
import { type KeyboardEvent, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RoofValue, roofText, roofValueAfterKey } from '../../../../core/domain/house/roof.ts';
import classes from './Roof.module.css';
import { RoofSide } from './RoofSide.tsx';
import { nextRoofValue, replayOfKey } from './roof-keys.ts';
import type { RoofFormProps } from './roof-shown.ts';
import { usePointedHeads } from './use-pointed-heads.ts';

/**
 * The roof of a wide house: one HOW is taken, and over every other column stands how the two bear on each
 * other. Left and right go along the columns, up and down take the HOW before or after.
 */
export function RoofNeighbours(props: RoofFormProps) {
  const { houseId, shown, columnWidth, leftWidth, drawn, onEdit } = props;
  const { t } = useTranslation();
  const row = useRef<HTMLDivElement>(null);
  const count = shown.names.length;
  const [wanted, setPlace] = useState({ base: 0, other: 1 });
  const base = Math.min(wanted.base, count - 1);
  const other = Math.min(wanted.other, count - 1);
  const [focused, setFocused] = useState(false);
  const between = useMemo(() => {
    const cells = new Map(shown.cells.map((cell) => [cell.left * count + cell.right, cell]));
    return (one: number, two: number) => cells.get(Math.min(one, two) * count + Math.max(one, two));
  }, [shown.cells, count]);

  const go = (next: { base: number; other: number }) => {
    setPlace(next);
    const scroller = scrollerOf(row.current);
    if (scroller === null || row.current === null) return;
    // The matrix may be zoomed; what is scrolled is counted on screen.
    const zoom = row.current.getBoundingClientRect().width / (count * columnWidth);
    const left = next.other * columnWidth * zoom;
    const right = left + (columnWidth + leftWidth) * zoom;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (right > scroller.scrollLeft + scroller.clientWidth) {
      scroller.scrollLeft = right - scroller.clientWidth;
    }
  };
  useImperativeHandle(props.handle, () => ({
    enter: (column, other) => {
      go(other === undefined ? { base, other: column } : { base: column, other });
      row.current?.focus();
    },
  }));
  const write = (column: number, strength: RoofValue) => {
    const howId = shown.howIds[base];
    const otherHowId = shown.howIds[column];
    if (typeof howId !== 'number' || typeof otherHowId !== 'number' || base === column) return;
    if (shown.valueBetween(base, column) === strength) return;
    onEdit({ kind: 'roof', input: { houseId, cells: [{ howId, otherHowId, strength }] } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const mod = event.ctrlKey || event.metaKey;
    const replay = replayOfKey({ key, shiftKey, mod });
    const value = shown.valueBetween(base, other);
    const done = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (replay !== null) {
      done();
      return props.onReplay(replay);
    }
    if (event.altKey || mod) return;
    const steps: Record<string, { base: number; other: number }> = {
      ArrowLeft: { base, other: Math.max(0, other - 1) },
      ArrowRight: { base, other: Math.min(count - 1, other + 1) },
      ArrowUp: { base: Math.max(0, base - 1), other },
      Home: { base, other: 0 },
      End: { base, other: count - 1 },
      PageUp: { base: Math.max(0, base - 1), other },
      PageDown: { base: Math.min(count - 1, base + 1), other },
    };
    const step = steps[key];
    if (step !== undefined) {
      done();
      return go(step);
    }
    if (key === 'ArrowDown') {
      done();
      return props.onLeave(other);
    }
    if (key === 'Delete' || key === 'Backspace') {
      done();
      return write(other, 0);
    }
    const typed = key === ' ' ? nextRoofValue(value) : roofValueAfterKey(value, key);
    if (typed === null) return;
    done();
    write(other, typed);
  };

  usePointedHeads(focused ? base : undefined, focused ? other : undefined);

  const cells = [];
  for (let column = drawn.firstColumn; column < drawn.endColumn; column += 1) {
    const cell = between(base, column);
    cells.push(
      <span
        key={column}
        className={classes.neighbour}
        data-base={column === base || undefined}
        data-active={(focused && column === other) || undefined}
        data-strength={cell?.strength ?? 0}
        data-conflict={cell?.conflict ?? undefined}
        style={{ left: column * columnWidth, width: columnWidth }}
        title={shown.names[column]}
        aria-hidden
        onPointerDown={(event) => {
          event.preventDefault();
          if (focused && column === other) {
            write(column, nextRoofValue(shown.valueBetween(base, column)));
          }
          go({ base, other: column });
          row.current?.focus({ preventScroll: true });
        }}
        onDoubleClick={() => go({ base: column, other: base })}
      >
        {column === base ? '●' : roofText(cell?.strength ?? 0, 'plusMinus')}
      </span>,
    );
  }
  const cell = between(base, other);
  const value = cell?.strength ?? 0;
  const isWritable = (column: number) =>
    typeof shown.howIds[base] === 'number' && typeof shown.howIds[column] === 'number';
  return (
    <div className={classes.band} data-flat>
      <RoofSide
        width={leftWidth}
        pair={
          focused && base !== other
            ? {
                names: [shown.names[base] ?? '', shown.names[other] ?? ''],
                value,
                bearing: cell?.bearing ?? null,
                writable: isWritable(other),
              }
            : null
        }
        hasLegend={false}
      >
        <Select
          size="xs"
          searchable
          allowDeselect={false}
          aria-label={t('house:roof.base')}
          data={shown.names.map((name, column) => ({ value: String(column), label: name }))}
          value={String(base)}
          onChange={(chosen) => go({ base: Number(chosen), other })}
        />
      </RoofSide>
      <div
        ref={row}
        role="spinbutton"
        tabIndex={0}
        className={classes.neighbours}
        style={{ width: count * columnWidth }}
        aria-label={`${t('house:roof.label')}: ${shown.names[base]} × ${shown.names[other]}`}
        aria-valuenow={value}
        aria-valuemin={-2}
        aria-valuemax={2}
        aria-valuetext={t(`house:roof.strength.${value}`)}
        onKeyDown={onKeyDown}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {cells}
      </div>
    </div>
  );
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  let box = element?.parentElement ?? null;
  while (box !== null && !/auto|scroll/.test(getComputedStyle(box).overflowX)) {
    box = box.parentElement;
  }
  return box;
}
