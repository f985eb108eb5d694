import { clearlyAbove, largestSize } from '../../numerics/rounding.ts';

/** What a Shewhart chart shows, one entry per point; points are counted from 1 where they are named. */
export interface ControlChart {
  /** Centre line, in the units of the statistics; null when there is none to compute. */
  center: number | null;
  /** Standard deviation of the plotted statistic at each point; null throughout when unknown. */
  sigma: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
  /** The plotted points. */
  statistics: number[];
  /** Points (1-based) strictly outside their limits. */
  outOfControl: number[];
  /** Points (1-based) that end a run of 7 on one side of the centre. */
  runs: number[];
  notes: ControlChartNote[];
}

/** A chart of values, with the chart of their ranges beside it. */
export interface VariablesChart extends ControlChart {
  range: RangeChart;
  /** σ̂ of a single value: mean range ÷ d₂; null when there is no range. */
  processSigma: number | null;
}

export interface RangeChart {
  /** Mean range, in the units of the values. */
  center: number | null;
  lower: number | null;
  upper: number | null;
  /** The ranges themselves: one per group, or one per two neighbouring values. */
  statistics: number[];
  /** Ranges (1-based place in `statistics`) strictly outside their limits. */
  outOfControl: number[];
}

/** Why a figure of a chart is null, or a limit says nothing. */
export type ControlChartNote = 'oneValue' | 'noSpread';

/** Points in a row on one side of the centre that make a run. */
const runLength = 7;

/** Limits lie this many standard deviations from the centre (Shewhart). */
export const sigmaLimits = 3;

/** Points (1-based) above their upper or below their lower limit by more than rounding. */
export function pointsOutside(
  statistics: readonly number[],
  lower: readonly (number | null)[],
  upper: readonly (number | null)[],
): number[] {
  const size = largestSize(statistics, lower, upper);
  const outside: number[] = [];
  for (const [i, value] of statistics.entries()) {
    const low = lower[i] ?? null;
    const high = upper[i] ?? null;
    const beyond =
      (low !== null && clearlyAbove(low, value, size)) ||
      (high !== null && clearlyAbove(value, high, size));
    if (beyond) outside.push(i + 1);
  }
  return outside;
}

/**
 * Points (1-based) that end a run: 7 or more in a row clearly on one side of the centre. A longer run
 * names its 7th and every further point; a point on the centre breaks a run.
 *
 * Source: H. Kume, "Statistical Methods for Quality Improvement", AOTS, 1985, sect. 7.4. Seven given points
 * of a stable process with a symmetric distribution lie on one side with probability 2·(1/2)⁷ = 1/64;
 * Western Electric's rule asks for 8, Nelson's for 9.
 */
export function pointsEndingRuns(statistics: readonly number[], center: number | null): number[] {
  if (center === null) return [];
  const size = largestSize(statistics, [center]);
  const ends: number[] = [];
  let side = 0;
  let length = 0;
  for (const [i, value] of statistics.entries()) {
    const here = clearlyAbove(value, center, size) ? 1 : clearlyAbove(center, value, size) ? -1 : 0;
    length = here === side ? length + 1 : 1;
    side = here;
    if (side !== 0 && length >= runLength) ends.push(i + 1);
  }
  return ends;
}
