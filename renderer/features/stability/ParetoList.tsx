import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CutLine } from './CutLine.tsx';
import { ParetoRow } from './ParetoRow.tsx';
import classes from './Stability.module.css';
import type { Pareto } from './use-pareto.ts';

interface ParetoListProps {
  houseId: number;
  pareto: Pareto;
  /** null until it is known. */
  topK: number | null;
  /** Stability is still to be counted. */
  waiting: boolean;
  activeId: number | null;
  onActive: (howId: number) => void;
  onMoveCut: (step: number) => void;
}

/** The Pareto as a list: bars, the cumulative line beside them, stability beside each, the cut between two. */
export function ParetoList(props: ParetoListProps) {
  const { houseId, pareto, topK, waiting, activeId, onActive, onMoveCut } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useRef<HTMLOListElement>(null);
  const { hows, aboveCount, toggle } = pareto;
  const heaviest = hows[0]?.share ?? 1;
  const goTo = useCallback(
    (howId: number) => void navigate({ to: '/house', search: { id: houseId, howId } }),
    [navigate, houseId],
  );
  const openCsf = useCallback(
    (csfId: number) => void navigate({ to: '/csf', search: { id: csfId } }),
    [navigate],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row-focus]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    if (at < 0) return;
    const targets: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    rows[Math.max(0, Math.min(rows.length - 1, target))]?.focus();
  };
  const lastAbove = hows[aboveCount - 1];
  // A cut that was moved by a key must not leave the window.
  const cutAt = useRef(aboveCount);
  useEffect(() => {
    if (cutAt.current === aboveCount) return;
    cutAt.current = aboveCount;
    list.current
      ?.querySelector('[data-cut]')
      ?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [aboveCount]);
  return (
    <div className={classes.scroller}>
      <div className={classes.head} aria-hidden>
        <span />
        <span className={classes.end}>{t('stability:columns.rank')}</span>
        <span>{t('stability:columns.how')}</span>
        <span>{t('stability:columns.weight')}</span>
        <span>{t('stability:columns.cumulative')}</span>
        <span>{topK === null ? '' : t('stability:columns.top', { topK })}</span>
        <span>{t('stability:columns.range', { last: hows.length })}</span>
        <span>{t('stability:columns.grade')}</span>
      </div>
      <ol
        ref={list}
        className={classes.list}
        aria-label={t('stability:pareto.label')}
        onKeyDown={onKeyDown}
      >
        {hows.map((how, position) => (
          <ParetoRow
            key={how.howId}
            how={how}
            after={hows[position + 1]?.cumulative ?? null}
            heaviest={heaviest}
            count={hows.length}
            topK={topK}
            waiting={waiting}
            isActive={how.howId === activeId}
            onActive={onActive}
            onToggle={toggle}
            onGoTo={goTo}
            onOpenCsf={openCsf}
          />
        ))}
        <CutLine
          place={aboveCount}
          last={hows.filter(({ share }) => share > 0).length}
          cumulative={lastAbove?.cumulative ?? 0}
          onMove={onMoveCut}
        />
      </ol>
    </div>
  );
}
