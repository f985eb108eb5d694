import { AppError } from '../../contract/app-error.ts';
import {
  type ControlChart,
  pointsEndingRuns,
  pointsOutside,
  sigmaLimits,
} from './chart-signals.ts';

/** p, np: defective units; c, u: defects. */
export type AttributeChartType = 'p' | 'np' | 'c' | 'u';

/**
 * Shewhart chart of counts, limits at 3 standard deviations of the binomial (p, np) or Poisson (c, u).
 *
 * Source: W. A. Shewhart, "Economic Control of Quality of Manufactured Product", 1931; formulas as in
 * D. C. Montgomery, "Introduction to Statistical Quality Control", 7th ed., Wiley, 2013, ch. 7:
 *   p:  p̄ = Σd ÷ Σn, σᵢ = √(p̄(1 − p̄) ÷ nᵢ), plotted dᵢ ÷ nᵢ
 *   np: centre n·p̄, σ = √(n·p̄(1 − p̄)), plotted dᵢ
 *   c:  c̄ = Σc ÷ m, σ = √c̄, plotted cᵢ
 *   u:  ū = Σc ÷ Σn, σᵢ = √(ū ÷ nᵢ), plotted cᵢ ÷ nᵢ
 *
 * `counts`: one whole number ≥ 0 per point, at most its size for p and np. `sizes`: units inspected
 * (p, np) or area of opportunity (u), above 0, one per point; with sizes that vary, limits are stepped.
 * np and c need equal sizes, c can do without. Lower limits are cut at 0, the upper one of p at 1 and
 * of np at n: no count lies beyond. All points the same: limits as the formula says, no signal.
 * The limits take the counts for roughly normal. Where the lower one is cut at 0 (c̄ or n·p̄ below about 9)
 * no point can signal below it, and more signal above than 3 standard deviations of a normal would let.
 * Throws `calculation.sizeMismatch`, `calculation.tooFew` (no point) and `calculation.outOfRange`
 * (unequal sizes for np or c).
 */
export function attributeChart(
  type: AttributeChartType,
  counts: readonly number[],
  sizes: readonly number[],
): ControlChart {
  refuseBadShape(type, counts, sizes);
  const { center, statistics, sigma, highest } = linesOf(type, counts, sizes);
  const lower = sigma.map((deviation) => Math.max(0, center - sigmaLimits * deviation));
  const upper = sigma.map((deviation) => Math.min(highest, center + sigmaLimits * deviation));
  return {
    center,
    sigma,
    lower,
    upper,
    statistics,
    outOfControl: pointsOutside(statistics, lower, upper),
    runs: pointsEndingRuns(statistics, center),
    notes: sigma.every((deviation) => deviation === 0) ? ['noSpread'] : [],
  };
}

interface ChartLines {
  center: number;
  statistics: number[];
  sigma: number[];
  /** No statistic can exceed it. */
  highest: number;
}

function linesOf(
  type: AttributeChartType,
  counts: readonly number[],
  sizes: readonly number[],
): ChartLines {
  const total = sum(counts);
  const rates = () => counts.map((count, i) => count / (sizes[i] ?? 1));
  switch (type) {
    case 'p': {
      const share = total / sum(sizes);
      const spread = Math.sqrt(share * (1 - share));
      const sigma = sizes.map((size) => spread / Math.sqrt(size));
      return { center: share, statistics: rates(), sigma, highest: 1 };
    }
    case 'np': {
      const size = sizes[0] ?? 1;
      const share = total / sum(sizes);
      const center = total / counts.length;
      const sigma = counts.map(() => Math.sqrt(center * (1 - share)));
      return { center, statistics: [...counts], sigma, highest: size };
    }
    case 'c': {
      const center = total / counts.length;
      const sigma = counts.map(() => Math.sqrt(center));
      return { center, statistics: [...counts], sigma, highest: Number.POSITIVE_INFINITY };
    }
    case 'u': {
      const center = total / sum(sizes);
      const sigma = sizes.map((size) => Math.sqrt(center) / Math.sqrt(size));
      return { center, statistics: rates(), sigma, highest: Number.POSITIVE_INFINITY };
    }
  }
}

function refuseBadShape(
  type: AttributeChartType,
  counts: readonly number[],
  sizes: readonly number[],
): void {
  if (counts.length === 0) throw new AppError('calculation.tooFew', {}, 'counts');
  const sizesNeeded = type !== 'c' || sizes.length > 0;
  if (sizesNeeded && sizes.length !== counts.length) {
    throw new AppError('calculation.sizeMismatch', {}, 'sizes');
  }
  if (type === 'p' || type === 'u') return;
  const odd = unequalSize(sizes);
  if (odd !== null) throw new AppError('calculation.outOfRange', {}, `sizes[${odd}]`);
}

/** Place of the first size that differs from the first one; null when all are the same. */
export function unequalSize(sizes: readonly number[]): number | null {
  const odd = sizes.findIndex((size) => size !== sizes[0]);
  return odd < 0 ? null : odd;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
