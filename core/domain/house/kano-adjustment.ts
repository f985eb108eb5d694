import type { KanoClass } from '../../contract/requirement.contract.ts';

/** Classes for which more of a feature makes customers more content. */
export type ServedKanoClass = 'M' | 'O' | 'A';

/** How the Kano class of a WHAT changes what it weighs. */
export type KanoAdjustment =
  | { readonly kind: 'none' }
  /** Improvement ratio^(1 ÷ k), k by class, above 0. */
  | { readonly kind: 'ratio'; readonly k: Readonly<Record<ServedKanoClass, number>> }
  /** Weight × factor, by class, ≥ 0. */
  | { readonly kind: 'factor'; readonly factors: Readonly<Record<KanoClass, number>> };

/**
 * The adjusted improvement ratio of Tan & Shen, "Integrating Kano's model in the planning matrix of
 * quality function deployment", Total Quality Management 11(8), 2000, 1141–1151.
 *
 * Satisfaction s grows with performance p as s = c·pᵏ: k is 1/2 for must-be, 1 for one-dimensional and 2
 * for attractive features. To raise satisfaction in the ratio that is planned, performance must be raised
 * in the ratio^(1/k): squared for a must-be, its root for an attractive one.
 */
export const tanShenAdjustment = {
  kind: 'ratio',
  k: { M: 0.5, O: 1, A: 2 },
} as const satisfies KanoAdjustment;

/**
 * A plain table of factors to start from. The order M > O > A > I is that of Berger et al., "Kano's Methods
 * for Understanding Customer-defined Quality", Center for Quality of Management Journal 2(4), 1993; the
 * numbers are a convention of this program, for the literature has none that is agreed: every company
 * sets its own.
 */
export const plainKanoFactors = {
  kind: 'factor',
  factors: { M: 1.5, O: 1.2, A: 1, I: 0.5, R: 0, Q: 1 },
} as const satisfies KanoAdjustment;

export interface KanoEffect {
  /** In place of the improvement ratio; null when that is. */
  readonly adjustedRatio: number | null;
  /** Multiplies the weight. */
  readonly factor: number;
}

/**
 * What the Kano class of a WHAT does to its improvement ratio (null when not planned) and its weight.
 *
 * Without a class, and for Q (most misunderstood the question), nothing changes. Tan & Shen define no k
 * for the other two. Under `ratio`, I keeps a ratio of at most 1, for improving what customers are
 * indifferent to earns nothing; R weighs 0, for customers want the contrary. `factor` has a factor
 * for every class.
 */
export function kanoEffect(
  ratio: number | null,
  kano: KanoClass | null,
  adjustment: KanoAdjustment,
): KanoEffect {
  const unchanged = { adjustedRatio: ratio, factor: 1 };
  if (kano === null || adjustment.kind === 'none') return unchanged;
  if (adjustment.kind === 'factor') {
    return { adjustedRatio: ratio, factor: adjustment.factors[kano] };
  }
  if (kano === 'Q') return unchanged;
  if (kano === 'R') return { adjustedRatio: ratio, factor: 0 };
  if (ratio === null) return unchanged;
  if (kano === 'I') return { adjustedRatio: Math.min(1, ratio), factor: 1 };
  return { adjustedRatio: ratio ** (1 / adjustment.k[kano]), factor: 1 };
}
