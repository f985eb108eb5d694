import { AppError } from '../../contract/app-error.ts';
import { meanOf } from '../../numerics/moments.ts';
import { largestRangeGroup, smallestRangeGroup } from '../../numerics/range-constants.ts';
import {
  pointsEndingRuns,
  pointsOutside,
  sigmaLimits,
  type VariablesChart,
} from './chart-signals.ts';
import { rangeChart } from './range-chart.ts';

/**
 * Chart of group means with their ranges: centre x̿ (mean of the group means), limits x̿ ± 3σ̂/√n with
 * σ̂ = R̄ ÷ d₂(n). A₂ of the printed tables is 3/(d₂·√n).
 *
 * Source: W. A. Shewhart, 1931; D. C. Montgomery, "Introduction to Statistical Quality Control",
 * 7th ed., Wiley, 2013, ch. 6.
 *
 * `groups`: m groups in time order, each of the same n values, 2 ≤ n ≤ 25 (beyond, a range wastes most
 * of the data and an s chart is the right one). All ranges 0: limits equal the centre, `noSpread`.
 * Throws `calculation.tooFew` (no group), `calculation.raggedMatrix` and `calculation.outOfRange`
 * (group size).
 */
export function xbarRChart(groups: readonly (readonly number[])[]): VariablesChart {
  const size = groupSizeOf(groups);
  const means = groups.map(meanOf);
  const { processSigma, ...range } = rangeChart(groups.map(rangeOf), size);
  const center = meanOf(means);
  const sigma = processSigma === null ? null : processSigma / Math.sqrt(size);
  const reach = sigma === null ? null : sigmaLimits * sigma;
  const lower = means.map(() => (reach === null ? null : center - reach));
  const upper = means.map(() => (reach === null ? null : center + reach));
  return {
    center,
    sigma: means.map(() => sigma),
    lower,
    upper,
    statistics: means,
    outOfControl: pointsOutside(means, lower, upper),
    runs: pointsEndingRuns(means, center),
    range,
    processSigma,
    notes: sigma === 0 ? ['noSpread'] : [],
  };
}

function groupSizeOf(groups: readonly (readonly number[])[]): number {
  const size = groups[0]?.length;
  if (size === undefined) throw new AppError('calculation.tooFew', {}, 'groups');
  const odd = groups.findIndex((group) => group.length !== size);
  if (odd >= 0) throw new AppError('calculation.raggedMatrix', {}, `groups[${odd}]`);
  if (size < smallestRangeGroup || size > largestRangeGroup) {
    throw new AppError('calculation.outOfRange', {}, 'groups[0]');
  }
  return size;
}

/** Groups hold 25 values at most, so that they may be spread into arguments. */
function rangeOf(group: readonly number[]): number {
  return Math.max(...group) - Math.min(...group);
}
