import type { HowStanding } from '../../../core/contract/stability.contract.ts';
import { rankText } from '../../shared/house/standing-words.ts';
import classes from './Stability.module.css';

interface RankRangeProps {
  standing: HowStanding;
  /** As the house stands. */
  rank: number;
  /** Of HOWs: the last rank there is. */
  count: number;
  topK: number;
  title: string;
}

/** Where nine variants in ten rank it, from first at the left to last at the right, over the band of the top. */
export function RankRange({ standing, rank, count, topK, title }: RankRangeProps) {
  const at = (place: number) => ((place - 0.5) / count) * 100;
  const { rankLow, rankHigh, rankMedian } = standing;
  return (
    <span className={classes.range} title={title}>
      <span className={classes.rangeTrack} aria-hidden>
        <span className={classes.rangeTop} style={{ width: `${(topK / count) * 100}%` }} />
        <span
          className={classes.rangeLine}
          style={{ left: `${at(rankLow)}%`, width: `${at(rankHigh) - at(rankLow)}%` }}
        />
        <span className={classes.rangeNow} style={{ left: `${at(rank)}%` }} />
        <span className={classes.rangeMedian} style={{ left: `${at(rankMedian)}%` }} />
      </span>
      <span className={classes.rangeText}>
        {rankLow === rankHigh ? rankText(rankLow) : `${rankText(rankLow)}–${rankText(rankHigh)}`}
      </span>
    </span>
  );
}
