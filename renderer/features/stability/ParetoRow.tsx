import { IconStarFilled } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../core/charts/chart-text.ts';
import { StabilityGradeMark } from '../../shared/house/StabilityGradeMark.tsx';
import { rangeSentence, topSentence } from '../../shared/house/standing-words.ts';
import { RankRange } from './RankRange.tsx';
import classes from './Stability.module.css';

import type { ParetoHow } from './use-pareto.ts';

interface ParetoRowProps {
  how: ParetoHow;
  /** The cumulative share with the next one; null for the last. */
  after: number | null;
  heaviest: number;
  count: number;
  topK: number | null;
  waiting: boolean;
  isActive: boolean;
  onActive: (howId: number) => void;
  onToggle: (howId: number, ticked: boolean) => void;
  onGoTo: (howId: number) => void;
  onOpenCsf: (csfId: number) => void;
}

export const ParetoRow = memo(function ParetoRow(props: ParetoRowProps) {
  const { how, after, heaviest, count, topK, waiting, isActive } = props;
  const { t, i18n } = useTranslation();
  const { howId, csfId, name, standing } = how;
  const none = waiting ? '…' : '–';
  return (
    <li
      className={classes.row}
      data-above={how.above || undefined}
      data-chosen={csfId !== null || undefined}
      data-active={isActive || undefined}
      onFocus={() => props.onActive(howId)}
      onPointerDown={() => props.onActive(howId)}
    >
      {csfId === null ? (
        <input
          type="checkbox"
          data-row-focus
          className={classes.tick}
          checked={how.ticked}
          aria-label={t('stability:pareto.tick', { name })}
          onChange={(event) => props.onToggle(howId, event.currentTarget.checked)}
        />
      ) : (
        <button
          type="button"
          data-row-focus
          className={classes.star}
          aria-label={t('stability:pareto.openCsf', { name })}
          title={t('stability:pareto.openCsf', { name })}
          onClick={() => props.onOpenCsf(csfId)}
        >
          <IconStarFilled size={15} aria-hidden />
        </button>
      )}
      <span className={classes.rank}>{how.rank}</span>
      <button
        type="button"
        tabIndex={-1}
        className={classes.name}
        title={name}
        onClick={() => props.onGoTo(howId)}
      >
        {name}
      </button>
      <span className={classes.weight}>
        <span
          className={classes.weightFill}
          style={{ width: `${(how.share / heaviest) * 100}%` }}
        />
        <span className={classes.weightText}>{formatShare(how.share)}</span>
      </span>
      <span className={classes.sum}>
        <CumulativeLine before={how.before} own={how.cumulative} after={after} />
        <span className={classes.sumText}>{formatShare(how.cumulative)}</span>
      </span>
      {standing === null ? (
        <>
          <span className={classes.soft}>{none}</span>
          <span className={classes.soft}>{none}</span>
          <span className={classes.soft}>{none}</span>
        </>
      ) : (
        <>
          <span className={classes.share} title={topSentence(standing, t, i18n.language)}>
            <span className={classes.shareTrack} aria-hidden>
              <span
                className={classes.shareFill}
                data-grade={standing.grade}
                style={{ width: `${standing.topShare * 100}%` }}
              />
            </span>
            <span className={classes.percent}>{standing.topPercent}%</span>
          </span>
          <RankRange
            standing={standing}
            rank={how.rank}
            count={count}
            topK={topK ?? count}
            title={rangeSentence(standing, t)}
          />
          <StabilityGradeMark grade={standing.grade} />
        </>
      )}
    </li>
  );
});

/** This row's piece of the cumulative line, from half way to the row before to half way to the next. */
function CumulativeLine(props: { before: number; own: number; after: number | null }) {
  const { before, own, after } = props;
  const x = (share: number) => share * 100;
  const end = after === null ? '' : ` ${x((own + after) / 2)},2`;
  const line = `${x((before + own) / 2)},0 ${x(own)},1${end}`;
  return (
    <svg className={classes.line} viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden>
      <polygon points={`0,0 ${line} 0,${after === null ? 1 : 2}`} />
      <polyline points={line} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
