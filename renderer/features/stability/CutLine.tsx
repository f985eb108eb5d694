import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../core/charts/chart-text.ts';
import classes from './Stability.module.css';

/** Height of a row in px; the stylesheet has the same. */
const rowHeight = 32;

interface CutLineProps {
  /** Rows above the line. */
  place: number;
  last: number;
  /** Share of the whole that the rows above make up. */
  cumulative: number;
  onMove: (step: number) => void;
}

/** The line under the last HOW that is critical: dragged, or moved by the arrow keys. */
export function CutLine({ place, last, cumulative, onMove }: CutLineProps) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState(false);
  const line = useRef<HTMLLIElement>(null);
  const words = t('stability:cut.value', { count: place, share: formatShare(cumulative) });
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowRight: 1,
      ArrowUp: -1,
      ArrowLeft: -1,
      PageDown: 5,
      PageUp: -5,
      Home: -last,
      End: last,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== 0) onMove(step);
  };
  const onPointerMove = (event: PointerEvent) => {
    const top = line.current?.parentElement?.getBoundingClientRect().top;
    if (!dragged || top === undefined) return;
    const wanted = Math.max(0, Math.min(last, Math.round((event.clientY - top) / rowHeight)));
    if (wanted !== place) onMove(wanted - place);
  };
  return (
    <li ref={line} className={classes.cut} data-cut style={{ top: place * rowHeight }}>
      <div
        role="slider"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('stability:cut.label')}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={place}
        aria-valuetext={words}
        title={t('stability:cut.hint')}
        className={classes.handle}
        data-dragged={dragged || undefined}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged(true);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => setDragged(false)}
        onPointerCancel={() => setDragged(false)}
      >
        <span className={classes.cutWords}>{words}</span>
      </div>
    </li>
  );
}
