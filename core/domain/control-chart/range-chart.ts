import { meanOf } from '../../numerics/moments.ts';
import { rangeConstants } from '../../numerics/range-constants.ts';
import { pointsOutside, type RangeChart, sigmaLimits } from './chart-signals.ts';

/**
 * Chart of ranges of `groupSize` values each (2 to 25), in their units: centre R̄, limits
 * (1 ± 3·d₃/d₂)·R̄, the lower one cut at 0. These are the D₃ and D₄ of the printed tables. Without any
 * range all lines are null. Throws RangeError for a group size outside 2…25.
 */
export function rangeChart(
  ranges: readonly number[],
  groupSize: number,
): RangeChart & { processSigma: number | null } {
  const { d2, d3 } = rangeConstants(groupSize);
  if (ranges.length === 0) {
    const none = { center: null, lower: null, upper: null, processSigma: null };
    return { ...none, statistics: [], outOfControl: [] };
  }
  const center = meanOf(ranges);
  const lower = Math.max(0, 1 - (sigmaLimits * d3) / d2) * center;
  const upper = (1 + (sigmaLimits * d3) / d2) * center;
  return {
    center,
    lower,
    upper,
    statistics: [...ranges],
    outOfControl: pointsOutside(
      ranges,
      ranges.map(() => lower),
      ranges.map(() => upper),
    ),
    processSigma: center / d2,
  };
}
