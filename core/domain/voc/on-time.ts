import type { Interval } from '../../contract/common.schema.ts';
import type { VocDueState } from '../../contract/voc.contract.ts';
import { quantileOfCounts } from '../../numerics/count-quantile.ts';
import { wilsonInterval } from '../proportion/wilson.ts';

/** How many VOC stand where against their due dates; a state that is left out counts 0. */
export type DueCounts = Partial<Record<VocDueState, number>>;

export interface OnTimeRate {
  /** Answered on time. */
  onTime: number;
  /** Answered, on time or late, or overdue: those whose day has shown how it ended. */
  judged: number;
  /** Fraction, 0–1; null when nothing can be judged. */
  rate: number | null;
  /** 95 % Wilson score interval of the rate. */
  ci95: Interval | null;
}

/**
 * The share of VOC answered by their due date. VOC that still have time, and those without a due date
 * or without a known moment of answer, are in neither number.
 */
export function onTimeRate(counts: DueCounts): OnTimeRate {
  const onTime = counts.onTime ?? 0;
  const judged = onTime + (counts.late ?? 0) + (counts.overdue ?? 0);
  if (judged === 0) return { onTime, judged, rate: null, ci95: null };
  const rate = onTime / judged;
  return { onTime, judged, rate, ci95: wilsonInterval(rate, judged).ci95 };
}

export interface DaysToReply {
  answered: number;
  /** Quantiles of type 7, as Excel's MEDIAN and PERCENTILE.INC give them; null without answers. */
  median: number | null;
  p90: number | null;
}

/**
 * How long answers took: `counts[d]` VOC were answered d whole calendar days after the day of receipt
 * (0 on the same day).
 */
export function daysToReply(counts: ArrayLike<number>): DaysToReply {
  let answered = 0;
  for (let days = 0; days < counts.length; days++) answered += counts[days] ?? 0;
  if (answered === 0) return { answered, median: null, p90: null };
  return {
    answered,
    median: quantileOfCounts(counts, 0.5),
    p90: quantileOfCounts(counts, 0.9),
  };
}
