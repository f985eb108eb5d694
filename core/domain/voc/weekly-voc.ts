import type { WeeklyVoc } from '../../contract/insight.contract.ts';
import { weeklyChart } from './weekly-chart.ts';
import { type DayRange, isPartial } from './whole-days.ts';

interface PeriodCount extends DayRange {
  count: number;
}

export interface WeeklyCounts {
  /** VOC by week, Monday to Sunday, without gaps, oldest first. */
  counted: readonly PeriodCount[];
  /** What they are a share of, likewise; null for a chart of counts. */
  whole: readonly PeriodCount[] | null;
  /** Days of which all VOC can be there (`wholeDays`). */
  wholeDays: DayRange;
  /** The last day, not after today, on which one of them came. */
  lastDay: string | null;
}

/**
 * The control chart of weekly counts, or of shares, with its weeks from the first to the last that has
 * any VOC of the whole (of the counted ones, when there is no whole). Without VOC there are no weeks.
 */
export function weeklyVoc({ counted, whole, wholeDays, lastDay }: WeeklyCounts): WeeklyVoc {
  const counts = new Map(counted.map(({ from, count }) => [from, count]));
  const weeks = (whole ?? counted).map(({ from, to, count }) => ({
    from,
    to,
    count: counts.get(from) ?? 0,
    whole: whole === null ? null : count,
    partial: isPartial({ from, to }, wholeDays),
  }));
  const { type, chart, charted, signals, dispersion, overdispersed } = weeklyChart(
    weeks,
    whole === null ? 'c' : 'p',
  );
  const pointOf = new Map(charted.map((week, point) => [week, point]));
  return {
    type,
    weeks: weeks.map((week, i) => {
      const point = pointOf.get(i) ?? -1;
      return {
        ...week,
        value: chart?.statistics[point] ?? null,
        lower: chart?.lower[point] ?? null,
        upper: chart?.upper[point] ?? null,
      };
    }),
    lastDay,
    center: chart?.center ?? null,
    signals,
    dispersion,
    overdispersed,
  };
}
