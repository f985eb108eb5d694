import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import {
  type RoofPlace,
  type RoofValue,
  roofEntrance,
  roofText,
} from '../../../../core/domain/house/roof.ts';
import classes from './Roof.module.css';
import { RoofSide } from './RoofSide.tsx';
import type { DrawnRoofCell } from './roof-cells.ts';
import {
  columnBands,
  diamondAt,
  diamondCentre,
  diamondPoints,
  type RoofSizes,
  roofLines,
  roofSizesFor,
} from './roof-geometry.ts';
import { commandOfRoofKey, nextRoofValue } from './roof-keys.ts';
import type { RoofFormProps } from './roof-shown.ts';
import { usePointedHeads } from './use-pointed-heads.ts';

/** Where the legend of signs has room. */
const legendHeight = 96;

/** The roof as it stands on paper, one diamond for each pair. */
export function RoofPicture(props: RoofFormProps) {
  const { houseId, shown, columnWidth, height, leftWidth, onEdit } = props;
  const { t } = useTranslation();
  const picture = useRef<HTMLDivElement>(null);
  const count = shown.names.length;
  const sizes = useMemo(
    () => roofSizesFor(count, columnWidth, height),
    [count, columnWidth, height],
  );
  const [wanted, setActive] = useState<RoofPlace>({ left: 0, right: 1 });
  const [hovered, setHovered] = useState<RoofPlace | null>(null);
  const [focused, setFocused] = useState(false);
  // Columns may have gone.
  const active = wanted.right < count ? wanted : { left: 0, right: 1 };
  useImperativeHandle(props.handle, () => ({
    enter: (column, other) => {
      const place =
        other === undefined
          ? roofEntrance(column, count)
          : { left: Math.min(column, other), right: Math.max(column, other) };
      if (place !== null) setActive(place);
      picture.current?.focus();
    },
  }));

  const writable = ({ left, right }: RoofPlace) =>
    typeof shown.howIds[left] === 'number' && typeof shown.howIds[right] === 'number';
  const write = ({ left, right }: RoofPlace, strength: RoofValue) => {
    const howId = shown.howIds[left];
    const otherHowId = shown.howIds[right];
    if (typeof howId !== 'number' || typeof otherHowId !== 'number') return;
    if (shown.valueBetween(left, right) === strength) return;
    onEdit({ kind: 'roof', input: { houseId, cells: [{ howId, otherHowId, strength }] } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey } = event;
    const command = commandOfRoofKey(
      { key, shiftKey, altKey, mod: event.ctrlKey || event.metaKey },
      { place: active, value: shown.valueBetween(active.left, active.right), count },
    );
    if (command === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (command.kind === 'go') setActive(command.place);
    else if (command.kind === 'write') write(active, command.value);
    else if (command.kind === 'leave') props.onLeave(command.column);
    else props.onReplay(command.command);
  };
  const placeOf = (event: MouseEvent): RoofPlace | null => {
    const box = picture.current?.getBoundingClientRect();
    if (box === undefined) return null;
    // The matrix may be zoomed; the drawing is not told of it.
    const zoom = box.height / sizes.height;
    const x = (event.clientX - box.left) / zoom;
    return diamondAt({ x, y: (event.clientY - box.top) / zoom }, sizes);
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place === null) return;
    // The first click chooses a pair, each further one takes it to the next sign.
    if (samePlace(place, active) && focused) {
      write(place, nextRoofValue(shown.valueBetween(place.left, place.right)));
    }
    setActive(place);
    picture.current?.focus();
  };
  const onMove = (event: MouseEvent) => {
    const place = placeOf(event);
    setHovered((known) => (samePlace(known, place) ? known : place));
  };

  const pointed = hovered ?? (focused ? active : null);
  usePointedHeads(pointed?.left, pointed?.right);
  const describe = (place: RoofPlace) => ({
    names: [shown.names[place.left] ?? '', shown.names[place.right] ?? ''] as const,
    value: shown.valueBetween(place.left, place.right),
    bearing: cellAt(shown.cells, place)?.bearing ?? null,
    writable: writable(place),
  });
  const spoken = describe(active);
  const words = [t(`house:roof.strength.${spoken.value}`)];
  if (spoken.bearing !== null) words.push(t(`house:roof.bearing.${spoken.bearing}`));
  return (
    <div className={classes.band} style={{ height: sizes.height }}>
      <RoofSide
        width={leftWidth}
        pair={pointed === null ? null : describe(pointed)}
        hasLegend={sizes.height >= legendHeight}
      />
      <div
        ref={picture}
        role="spinbutton"
        tabIndex={0}
        aria-label={`${t('house:roof.label')}: ${spoken.names.join(' × ')}`}
        aria-valuenow={spoken.value}
        aria-valuemin={-2}
        aria-valuemax={2}
        aria-valuetext={words.join(', ')}
        className={classes.picture}
        style={{ width: count * columnWidth, height: sizes.height }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onMouseMove={onMove}
        onMouseLeave={() => setHovered(null)}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <svg width={count * columnWidth} height={sizes.height} aria-hidden>
          {pointed !== null && (
            <g className={classes.pointed}>
              <path d={columnBands(pointed.left, sizes)} />
              <path d={columnBands(pointed.right, sizes)} />
            </g>
          )}
          <RoofCells cells={shown.cells} sizes={sizes} />
          {focused && <polygon className={classes.active} points={diamondPoints(active, sizes)} />}
        </svg>
      </div>
    </div>
  );
}

interface RoofCellsProps {
  cells: readonly DrawnRoofCell[];
  sizes: RoofSizes;
}

/** Signs and lines, which stay while one points about. */
const RoofCells = memo(function RoofCells({ cells, sizes }: RoofCellsProps) {
  const letters = Math.max(9, Math.min(15, sizes.diamond * 0.62));
  return (
    <g>
      {cells.map((cell) => (
        <polygon
          key={`${cell.left} ${cell.right}`}
          className={classes.diamond}
          data-strength={cell.strength}
          points={diamondPoints(cell, sizes)}
        />
      ))}
      <path className={classes.lines} d={roofLines(sizes)} />
      {cells.map((cell) => {
        const { x, y } = diamondCentre(cell, sizes);
        return (
          <g key={`${cell.left} ${cell.right}`}>
            {cell.conflict !== null && (
              <polygon
                className={classes.conflict}
                data-chosen={cell.conflict === 'chosen' || undefined}
                points={diamondPoints(cell, sizes)}
              />
            )}
            <text
              x={x}
              y={y}
              dy="0.35em"
              fontSize={letters}
              className={classes.sign}
              data-strength={cell.strength}
              data-pair={`${cell.left} ${cell.right}`}
            >
              {roofText(cell.strength, 'plusMinus')}
            </text>
          </g>
        );
      })}
    </g>
  );
});

function cellAt(cells: readonly DrawnRoofCell[], { left, right }: RoofPlace) {
  return cells.find((cell) => cell.left === left && cell.right === right);
}

function samePlace(one: RoofPlace | null, other: RoofPlace | null): boolean {
  return one?.left === other?.left && one?.right === other?.right;
}
