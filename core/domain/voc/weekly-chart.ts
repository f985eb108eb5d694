import { chiSquareUpperTail } from '../../numerics/chi-square-distribution.ts';
import { attributeChart } from '../control-chart/attribute-chart.ts';
import type { ControlChart } from '../control-chart/chart-signals.ts';

export interface WeekCount {
  /** Monday, `YYYY-MM-DD`. */
  from: string;
  /** Sunday. */
  to: string;
  count: number;
  /** Of how many, for a chart of shares; null for one of counts. */
  whole: number | null;
  /** The week was not over, or had begun before the first VOC: kept off the chart. */
  partial: boolean;
}

export interface WeekSignal {
  /** Place among the weeks. */
  week: number;
  kind: 'above' | 'below' | 'runAbove' | 'runBelow';
  /** The plotted value: a count, or a share 0–1. */
  value: number;
  /** The limit it is beyond, or the centre it stays on one side of. */
  line: number;
  /** Weeks in a row on that side, for a run. */
  length: number | null;
}

export interface WeeklyChart {
  type: 'c' | 'p';
  weeks: WeekCount[];
  /** Over the whole weeks only, in order; null when there are fewer than `fewestWeeks`. */
  chart: ControlChart | null;
  /** Places of the charted points among the weeks. */
  charted: number[];
  signals: WeekSignal[];
  /** Variance ÷ what the chart's distribution expects; 1 when counts vary by chance alone. */
  dispersion: number | null;
  /** Counts vary so much more than chance that limits are too narrow and signals too many. */
  overdispersed: boolean;
}

/** Fewer points say nothing of what is usual. */
const fewestWeeks = 8;

const dispersionP = 0.01;

/**
 * Control chart of weekly counts (c chart), or of the share of them in a whole (p chart), after
 * `attributeChart`. Weeks that are not whole are listed but not charted: half a week is no low count.
 * A week without a whole has no share and is left off, too.
 *
 * Dispersion: Σ(cᵢ − c̄)²/c̄ ÷ (m − 1), for shares Σ(dᵢ − nᵢp̄)²/(nᵢp̄(1 − p̄)) ÷ (m − 1), tested against
 * chi-square (R. A. Fisher's index of dispersion). Overdispersed at p < 0.01: people should then read
 * signals as hints, as the limits know only the chance of single VOC and not, say, seasons.
 */
export function weeklyChart(weeks: readonly WeekCount[], type: 'c' | 'p'): WeeklyChart {
  const charted = weeks.flatMap(({ partial, whole }, i) =>
    partial || (type === 'p' && (whole ?? 0) === 0) ? [] : [i],
  );
  const bare = { type, weeks: [...weeks], charted };
  if (charted.length < fewestWeeks) {
    return { ...bare, chart: null, signals: [], dispersion: null, overdispersed: false };
  }
  const counts = charted.map((i) => weeks[i]?.count ?? 0);
  const sizes = type === 'p' ? charted.map((i) => weeks[i]?.whole ?? 0) : [];
  const chart = attributeChart(type, counts, sizes);
  const statistic = dispersionStatistic(counts, sizes, chart.center ?? 0);
  const df = counts.length - 1;
  return {
    ...bare,
    chart,
    signals: signalsOf(chart, charted),
    dispersion: statistic === null ? null : statistic / df,
    overdispersed: statistic !== null && chiSquareUpperTail(statistic, df) < dispersionP,
  };
}

function dispersionStatistic(
  counts: readonly number[],
  sizes: readonly number[],
  center: number,
): number | null {
  let sum = 0;
  for (const [i, count] of counts.entries()) {
    const size = sizes[i];
    const expected = size === undefined ? center : size * center;
    const variance = size === undefined ? center : expected * (1 - center);
    if (variance <= 0) return null;
    sum += (count - expected) ** 2 / variance;
  }
  return sum;
}

function signalsOf(chart: ControlChart, charted: readonly number[]): WeekSignal[] {
  const outside = chart.outOfControl.map((point): WeekSignal => {
    const value = chart.statistics[point - 1] ?? 0;
    const above = value > (chart.center ?? 0);
    const line = (above ? chart.upper : chart.lower)[point - 1] ?? 0;
    return {
      week: charted[point - 1] ?? 0,
      kind: above ? 'above' : 'below',
      value,
      line,
      length: null,
    };
  });
  const ends = new Set(chart.runs);
  const runs = chart.runs
    .filter((point) => !ends.has(point + 1) || sideOf(chart, point) !== sideOf(chart, point + 1))
    .map((point): WeekSignal => {
      const above = sideOf(chart, point) > 0;
      return {
        week: charted[point - 1] ?? 0,
        kind: above ? 'runAbove' : 'runBelow',
        value: chart.statistics[point - 1] ?? 0,
        line: chart.center ?? 0,
        length: runLengthAt(chart, point),
      };
    });
  return [...outside, ...runs].sort((a, b) => a.week - b.week);
}

function sideOf(chart: ControlChart, point: number): number {
  return Math.sign((chart.statistics[point - 1] ?? 0) - (chart.center ?? 0));
}

function runLengthAt(chart: ControlChart, point: number): number {
  const side = sideOf(chart, point);
  let length = 0;
  for (let at = point; at > 0 && sideOf(chart, at) === side; at--) length += 1;
  return length;
}
