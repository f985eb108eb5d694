import { IconStarFilled } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../core/charts/chart-text.ts';
import type { RankedHow } from '../../../core/charts/how-weights.option.ts';
import classes from './RankingPane.module.css';

interface RankedListProps {
  ranked: readonly RankedHow[];
  ticked: ReadonlySet<number>;
  /** The same function at every redraw. */
  onToggle: (howId: number) => void;
  onGoToHow: (howId: number) => void;
  onOpenCsf: (csfId: number) => void;
}

/**
 * HOWs as bars from the heaviest down. One relation typed changes every share, so rows are plain
 * elements that cost little to redraw.
 */
export function RankedList({ ranked, ticked, onToggle, onGoToHow, onOpenCsf }: RankedListProps) {
  const { t, i18n } = useTranslation();
  const heaviest = ranked[0]?.relativeWeight ?? 0;
  // One key changes every share but no name: words are asked for once.
  const words = useMemo(() => new Map<string, { csf: string; tick: string }>(), []);
  const wordsFor = (name: string) => {
    const key = `${i18n.language} ${name}`;
    const known = words.get(key) ?? {
      csf: t('house:choose.openCsf', { name }),
      tick: t('house:choose.tick', { name }),
    };
    words.set(key, known);
    return known;
  };
  const links = useRef({ onGoToHow, onOpenCsf });
  links.current = { onGoToHow, onOpenCsf };
  const goTo = useCallback((howId: number) => links.current.onGoToHow(howId), []);
  const openCsf = useCallback((csfId: number) => links.current.onOpenCsf(csfId), []);
  return (
    <ol className={classes.list} aria-label={t('house:ranking.title')}>
      {ranked.map((how) => (
        <RankedRow
          key={how.howId}
          howId={how.howId}
          csfId={how.csfId}
          name={how.name}
          rank={how.rank}
          share={formatShare(how.relativeWeight)}
          sum={formatShare(how.cumulativeWeight)}
          length={Math.round((how.relativeWeight / heaviest) * 100)}
          ticked={ticked.has(how.howId)}
          csfLabel={wordsFor(how.name).csf}
          tickLabel={wordsFor(how.name).tick}
          onToggle={onToggle}
          onGoTo={goTo}
          onOpenCsf={openCsf}
        />
      ))}
    </ol>
  );
}

interface RankedRowProps {
  howId: number;
  csfId: number | null;
  name: string;
  rank: number;
  share: string;
  sum: string;
  /** Percent of the longest bar. */
  length: number;
  ticked: boolean;
  tickLabel: string;
  csfLabel: string;
  onToggle: (howId: number) => void;
  onGoTo: (howId: number) => void;
  onOpenCsf: (csfId: number) => void;
}

const RankedRow = memo(function RankedRow(props: RankedRowProps) {
  const { howId, csfId } = props;
  return (
    <li className={classes.how} data-chosen={csfId !== null || undefined}>
      {csfId === null ? (
        <input
          type="checkbox"
          className={classes.tick}
          checked={props.ticked}
          aria-label={props.tickLabel}
          onChange={() => props.onToggle(howId)}
        />
      ) : (
        <button
          type="button"
          className={classes.star}
          aria-label={props.csfLabel}
          title={props.csfLabel}
          onClick={() => props.onOpenCsf(csfId)}
        >
          <IconStarFilled size={15} aria-hidden />
        </button>
      )}
      <span className={classes.rank}>{props.rank}</span>
      <div className={classes.bar}>
        <div className={classes.line}>
          <button
            type="button"
            className={classes.name}
            onClick={() => props.onGoTo(howId)}
            title={props.name}
          >
            {props.name}
          </button>
          <span className={classes.share}>{props.share}</span>
        </div>
        <div className={classes.track} aria-hidden>
          <div className={classes.fill} style={{ transform: `scaleX(${props.length / 100})` }} />
        </div>
      </div>
      <span className={classes.sum}>{props.sum}</span>
    </li>
  );
});
