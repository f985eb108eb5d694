import { notifications } from '@mantine/notifications';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Band.module.css';
import type { Band } from './band.ts';
import type { BandWrite } from './band-field.ts';
import type { Way } from './band-keys.ts';
import type { BandPlace } from './band-selection.ts';
import { wordsForRefusal } from './refusal-words.ts';

interface BandUse<Line, Figures, Change> {
  lines: readonly Line[];
  figures: Figures;
  /** In px as they are on screen, for lines that are not drawn yet. */
  step: { row: number; column: number };
  onWrites: (writes: readonly BandWrite<Line, Change>[]) => void;
  onReplay: (command: 'edit.undo' | 'edit.redo') => void;
  onLeave: (way: Way, place: BandPlace) => boolean;
}

/** Keeps a band told of what is on screen. The answer goes to an element of the band. */
export function useBand<Line extends { name: string }, Figures, Change>(
  band: Band<Line, Figures, Change>,
  use: BandUse<Line, Figures, Change>,
): RefObject<(HTMLTableCellElement & HTMLDivElement) | null> {
  const { t } = useTranslation();
  const element = useRef<HTMLTableCellElement & HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { lines, figures, onWrites, onReplay, onLeave, step } = use;
    band.show(
      { lines, figures },
      {
        onWrites,
        onReplay,
        onLeave,
        onTravel: (from, to) => travel(element.current, step, from, to),
        onRefused: (refusal) =>
          notifications.show({
            title: t('house:paste.refused'),
            message: <span className={classes.refusal}>{wordsForRefusal(refusal, t)}</span>,
            color: 'red',
            autoClose: 12_000,
            withBorder: true,
          }),
      },
    );
  });
  return element;
}

/** A place far away is not drawn: going there roughly draws it, and it then brings itself into view. */
function travel(
  element: HTMLElement | null,
  step: { row: number; column: number },
  from: BandPlace,
  to: BandPlace,
): void {
  const rows = to.row - from.row;
  const columns = to.column - from.column;
  if (Math.abs(rows) <= 1 && Math.abs(columns) <= 1) return;
  const scroller = scrollerOf(element);
  scroller?.scrollBy({ top: rows * step.row, left: columns * step.column });
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  let box = element?.parentElement ?? null;
  while (box !== null && !/auto|scroll/.test(getComputedStyle(box).overflowY)) {
    box = box.parentElement;
  }
  return box;
}
