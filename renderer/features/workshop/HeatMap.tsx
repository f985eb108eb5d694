import { Group, SegmentedControl, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { DecisionRow } from '../../../core/contract/workshop.contract.ts';
import { type CellOutcome, figuresOf } from '../../../core/domain/workshop/ballot-outcomes.ts';
import { agreementText } from './agreement-text.ts';
import classes from './HeatMap.module.css';
import { decisionAbout, levelText, placeAt, type RoundResult } from './round-results.ts';

export interface MapPlace {
  row: number;
  column: number;
}

export const mapFigures = ['agreement', 'median', 'range'] as const;
export type MapFigure = (typeof mapFigures)[number];

/** How far apart people are: colour and pattern say the same. */
export type MapTone = 'close' | 'agreed' | 'apart' | 'far' | 'few' | 'none';

/** A of 0.9 and more is nearly one vote; below 0.3 there are two camps or none. */
export function toneOf(outcome: CellOutcome | undefined): MapTone {
  const figures = figuresOf(outcome);
  if (outcome === undefined || figures === null) return 'none';
  if (outcome.status === 'tooFew') return 'few';
  const agreement = figures.agreement ?? 1;
  if (outcome.status === 'contested') return agreement < 0.3 ? 'far' : 'apart';
  return agreement >= 0.9 ? 'close' : 'agreed';
}

export function figureText(
  outcome: CellOutcome | undefined,
  figure: MapFigure,
  text: (value: number) => string,
): string {
  const figures = figuresOf(outcome);
  if (figures === null) return '';
  if (figure === 'agreement') {
    return figures.agreement === null ? '' : agreementText(figures.agreement);
  }
  if (figure === 'median') return text(figures.proposed);
  return figures.lowest === figures.highest
    ? text(figures.lowest)
    : `${text(figures.lowest)}~${text(figures.highest)}`;
}

/** So few leave room for whole names of WHATs. */
const fewColumns = 6;

interface HeatMapProps {
  result: RoundResult;
  view: HouseView;
  decisions: readonly DecisionRow[];
  current: MapPlace | null;
  /** Goes from cell to cell by arrows. */
  onMove: (place: MapPlace) => void;
  /** Enter or a click: the cell is to be discussed. */
  onOpen: (place: MapPlace) => void;
}

const rowHeight = 30;

/** The house as people voted on it; only the rows in sight are drawn. */
export function HeatMap({ result, view, decisions, current, onMove, onOpen }: HeatMapProps) {
  const { t } = useTranslation();
  const [figure, setFigure] = useState<MapFigure>('agreement');
  const scroller = useRef<HTMLDivElement>(null);
  const [first, last] = useRowsInSight(scroller, result.rows.length);
  const { rows, columns, outcomes, round } = result;
  const text = (value: number) => levelText(value, round.subject, view);
  const at = current ?? { row: 0, column: 0 };

  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null || !box.contains(document.activeElement)) return;
    const head = box.querySelector('thead')?.clientHeight ?? 0;
    const top = at.row * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    const bottom = top + rowHeight + head;
    if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
    const cell = box.querySelector<HTMLElement>(`[data-place="${at.row}:${at.column}"]`);
    if (cell !== null && document.activeElement !== cell) {
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [at.row, at.column]);

  const onKeyDown = (event: KeyboardEvent) => {
    const lastRow = rows.length - 1;
    const lastColumn = columns.length - 1;
    const move: Record<string, MapPlace> = {
      ArrowDown: { ...at, row: Math.min(lastRow, at.row + 1) },
      ArrowUp: { ...at, row: Math.max(0, at.row - 1) },
      ArrowRight: { ...at, column: Math.min(lastColumn, at.column + 1) },
      ArrowLeft: { ...at, column: Math.max(0, at.column - 1) },
      PageDown: { ...at, row: Math.min(lastRow, at.row + 10) },
      PageUp: { ...at, row: Math.max(0, at.row - 10) },
      Home: { ...at, column: 0 },
      End: { ...at, column: lastColumn },
    };
    const next = move[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onMove(next);
  };
  return (
    <div className={classes.box}>
      <Group className={classes.bar} justify="space-between">
        <SegmentedControl
          aria-label={t('workshop:heat.figure')}
          data={mapFigures.map((each) => ({ value: each, label: t(`workshop:heat.${each}`) }))}
          value={figure}
          onChange={(value) => setFigure(mapFigures.find((each) => each === value) ?? figure)}
        />
        <Legend />
      </Group>
      <div ref={scroller} className={classes.scroller}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA lets a table be a grid
          role="grid"
          aria-label={t('workshop:heat.title')}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          className={classes.map}
          data-narrow={columns.length <= fewColumns || undefined}
          data-single={columns.length === 1 || undefined}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th className={classes.corner} aria-label={t('workshop:heat.what')} />
              {columns.map(({ id, number, name }) => (
                <th key={id ?? 0} scope="col" className={classes.how} title={name}>
                  <span className={classes.howName}>
                    {number} {name}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr aria-hidden style={{ height: first * rowHeight }} />}
            {rows.slice(first, last).map((what, offset) => {
              const row = first + offset;
              return (
                <tr key={what.id} aria-rowindex={row + 2} style={{ height: rowHeight }}>
                  <th scope="row" className={classes.what} title={what.name}>
                    <span className={classes.number}>{what.number}</span>
                    {what.name}
                  </th>
                  {columns.map((how, column) => {
                    const outcome = outcomes[row]?.[column];
                    const place = placeAt(result, { row, column });
                    const isDecided =
                      place !== null &&
                      outcome?.status === 'contested' &&
                      decisionAbout(decisions, place) !== null;
                    const isCurrent = at.row === row && at.column === column;
                    const shown = isDecided ? '✓' : figureText(outcome, figure, text);
                    return (
                      <td
                        key={how.id ?? 0}
                        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
                        role="gridcell"
                        data-place={`${row}:${column}`}
                        data-tone={toneOf(outcome)}
                        data-decided={isDecided || undefined}
                        tabIndex={isCurrent ? 0 : -1}
                        aria-selected={isCurrent}
                        aria-label={`${shown} ${what.name} × ${how.name}: ${spoken(outcome, text, t)}`}
                        className={classes.cell}
                        onClick={() => onOpen({ row, column })}
                        onKeyDown={(event) => {
                          if (event.key === 'Enter') onOpen({ row, column });
                        }}
                      >
                        {shown}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            {last < rows.length && (
              <tr aria-hidden style={{ height: (rows.length - last) * rowHeight }} />
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function spoken(
  outcome: CellOutcome | undefined,
  text: (value: number) => string,
  t: TFunction,
): string {
  const figures = figuresOf(outcome);
  if (outcome === undefined || figures === null) return t('workshop:heat.unscored');
  return t('workshop:heat.spoken', {
    status: t(`workshop:heat.status.${outcome.status}`),
    proposed: text(figures.proposed),
    lowest: text(figures.lowest),
    highest: text(figures.highest),
    n: figures.n,
  });
}

const tones = ['close', 'agreed', 'apart', 'far'] as const;

function Legend() {
  const { t } = useTranslation();
  return (
    <Group gap={10}>
      {tones.map((tone) => (
        <Group key={tone} gap={5}>
          <span className={classes.swatch} data-tone={tone} aria-hidden />
          <Text size="xs">{t(`workshop:heat.tone.${tone}`)}</Text>
        </Group>
      ))}
    </Group>
  );
}

/** First row drawn and the one after the last, a few more than are in sight. */
function useRowsInSight(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
): [number, number] {
  const [range, setRange] = useState<[number, number]>([0, Math.min(count, 40)]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const update = () => {
      const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - 6);
      const last = Math.min(count, first + Math.ceil(box.clientHeight / rowHeight) + 14);
      setRange((known) => (known[0] === first && known[1] === last ? known : [first, last]));
    };
    update();
    box.addEventListener('scroll', update, { passive: true });
    const observer = new ResizeObserver(update);
    observer.observe(box);
    return () => {
      box.removeEventListener('scroll', update);
      observer.disconnect();
    };
  }, [scroller, count]);
  return range;
}
