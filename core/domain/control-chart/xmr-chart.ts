import { AppError } from '../../contract/app-error.ts';
import { meanOf } from '../../numerics/moments.ts';
import {
  pointsEndingRuns,
  pointsOutside,
  sigmaLimits,
  type VariablesChart,
} from './chart-signals.ts';
import { rangeChart } from './range-chart.ts';

/** Moving ranges span two neighbouring values. */
const movingSpan = 2;

/**
 * Chart of single values with their moving ranges |xᵢ − xᵢ₋₁|: centre x̄, limits x̄ ± 3σ̂ with
 * σ̂ = mean moving range ÷ d₂(2) = mean moving range ÷ 1.128379167.
 *
 * Source: W. A. Shewhart, 1931; D. J. Wheeler and D. S. Chambers, "Understanding Statistical Process
 * Control", 2nd ed., 1992 (the factors 2.66 = 3/d₂ and 3.27 = 1 + 3·d₃/d₂).
 *
 * `values` in time order, any unit. With one value there is no range: limits are null, `oneValue`.
 * All values the same: limits equal the centre and nothing signals, `noSpread`.
 * Throws `calculation.tooFew` for no value.
 */
export function xmrChart(values: readonly number[]): VariablesChart {
  if (values.length === 0) throw new AppError('calculation.tooFew', {}, 'values');
  const center = meanOf(values);
  const movingRanges = values
    .slice(1)
    .map((value, i) => Math.abs(value - (values[i] ?? Number.NaN)));
  const { processSigma, ...range } = rangeChart(movingRanges, movingSpan);
  const reach = processSigma === null ? null : sigmaLimits * processSigma;
  const lower = values.map(() => (reach === null ? null : center - reach));
  const upper = values.map(() => (reach === null ? null : center + reach));
  return {
    center,
    sigma: values.map(() => processSigma),
    lower,
    upper,
    statistics: [...values],
    outOfControl: pointsOutside(values, lower, upper),
    runs: pointsEndingRuns(values, center),
    range,
    processSigma,
    notes: processSigma === null ? ['oneValue'] : processSigma === 0 ? ['noSpread'] : [],
  };
}
