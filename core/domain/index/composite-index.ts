import type { Interval } from '../../contract/common.schema.ts';
import type { IndexEstimate } from '../../contract/csi.contract.ts';
import { effectiveSize } from '../../numerics/effective-size.ts';
import { studentTQuantile } from '../../numerics/student-t.ts';
import {
  type IndexComponent,
  type ItemColumn,
  type ScoredComponent,
  type ScoredSample,
  scoreSample,
} from './component-score.ts';

/** Why a figure of an index is null; the words are in the locales, at `csi:notes`. */
export type IndexNote =
  /** A component with a share was answered by nobody. */
  | 'noAnswers'
  /** One respondent has no spread: no standard error, no interval, no comparison. */
  | 'oneRespondent'
  /** An answer lies outside its item's scale. */
  | 'answerOutOfScale'
  /** The wave did not ask every item of the index. */
  | 'itemsMissing'
  /** The wave before has no index to compare with. */
  | 'previousMissing'
  /** Everybody answered alike on both sides: a difference, but no measure of chance. */
  | 'noVariation';

export interface CompositeEstimate extends IndexEstimate {
  components: { name: string; score: number | null }[];
  notes: IndexNote[];
}

export interface ItemEstimate {
  /** Respondents who answered the item. */
  n: number;
  /** Weighted mean in the item's own units. */
  mean: number | null;
  /** The same on 0–100. */
  score: number | null;
  /** 95 % interval of `score`. */
  ci95: Interval | null;
  notes: IndexNote[];
}

/**
 * Composite index of a sample with its uncertainty.
 *
 * A component's score is a weighted mean of the respondents' own scores aᵢ over those who answered any
 * of its items: Σ wᵢ·cᵢ·aᵢ / Σ wᵢ·cᵢ with cᵢ = 1 for a mean (every respondent counts once) and, for top
 * boxes, cᵢ = the number of items answered (a share of answers). index = Σ share · component score
 * (0–100). Without gaps in the answers cᵢ makes no difference.
 *
 * Standard error by linearisation (Taylor series for a sum of ratios, sampling with replacement;
 * Särndal, Swensson & Wretman, "Model Assisted Survey Sampling", 1992, sect. 5.5): respondent i has
 * the influence zᵢ = Σ_c s_c · wᵢ·cᵢ(aᵢ_c − A_c) / W_c with W_c = Σ wᵢ·cᵢ, and SE² = n/(n−1) · Σ zᵢ². For one component
 * of means and equal weights this is s/√n. The interval is index ± t(0.975; n−1)·SE, cut to 0–100.
 *
 * `rows` picks the respondents (a branch, a segment); all when absent. `n` counts respondents with
 * a weight above 0 and at least one answer that counts; `effectiveN` is Kish's (Σw)²/Σw² over them.
 * Components with share 0 are scored but enter neither the index nor n.
 *
 * Degenerate cases: nobody answered a component with a share → index null, note `noAnswers`; one
 * respondent → no standard error, note `oneRespondent`; an answer outside its scale → everything
 * null, note `answerOutOfScale`. Nothing is ever NaN or infinite.
 */
export function estimateIndex(sample: ScoredSample, rows?: Int32Array): CompositeEstimate {
  if (sample.outOfScale) return withoutIndex(sample, 'answerOutOfScale');
  const sums = indexSums(sample, rows);
  const { n, effectiveN, index, standardError, interval } = sums;
  return {
    n,
    effectiveN,
    index,
    standardError,
    ci95: interval?.ci95 ?? null,
    components: sample.components.map(({ name }, c) => ({
      name,
      score: sums.components[c]?.mean ?? null,
    })),
    notes: index === null ? ['noAnswers'] : standardError === null ? ['oneRespondent'] : [],
  };
}

/** The quantities between the respondents' own scores and the estimate, for those who redo it. */
export interface IndexSums {
  components: readonly ComponentSums[];
  n: number;
  /** Σw of the n respondents. */
  totalWeight: number;
  effectiveN: number;
  index: number | null;
  /** Σ zᵢ², in squared points. */
  influenceSquares: number;
  standardError: number | null;
  interval: {
    df: number;
    /** t(0.975; df) */
    quantile: number;
    ci95: Interval;
  } | null;
}

export interface ComponentSums {
  /** Respondents with a weight above 0 and an answer to any of the component's items. */
  n: number;
  /** Σ w·c over them; c is 1 but for a share of answers. */
  totalWeight: number;
  /** Σ w·c·a / Σ w·c, 0–100; null when n is 0. */
  mean: number | null;
}

/** See `estimateIndex`; the sample must be within its scales. */
export function indexSums(sample: ScoredSample, rows?: Int32Array): IndexSums {
  const components = sample.components.map((component) =>
    componentSums(component, sample.weights, rows),
  );
  const spread = influenceSpread(sample, components, rows);
  const index = indexOf(sample, components);
  const { n } = spread;
  if (index === null || n < 2) {
    return { ...spread, components, index, standardError: null, interval: null };
  }
  const standardError = Math.sqrt((n / (n - 1)) * spread.influenceSquares);
  const quantile = studentTQuantile(0.975, n - 1);
  const reach = quantile * standardError;
  const ci95: Interval = [clampScore(index - reach), clampScore(index + reach)];
  return {
    ...spread,
    components,
    index,
    standardError,
    interval: { df: n - 1, quantile, ci95 },
  };
}

/** Mean, 0–100 score and its 95 % interval of one item; same rules as `estimateIndex`. */
export function estimateItem(
  item: ItemColumn,
  weights: Float64Array,
  rows?: Int32Array,
): ItemEstimate {
  const sample = scoreSample(
    [{ name: '', weight: 1, score: 'mean-0-100', items: [item] }],
    weights,
  );
  const { n, index, ci95, notes } = estimateIndex(sample, rows);
  const mean =
    index === null ? null : item.scaleMin + (index / 100) * (item.scaleMax - item.scaleMin);
  return { n, mean, score: index, ci95, notes };
}

/** What each item of a component says on its own: the points of its answers, as the component counts them. */
export function itemSums(component: IndexComponent, weights: Float64Array): ComponentSums[] {
  return component.items.flatMap((item) => {
    const alone = scoreSample([{ ...component, items: [item] }], weights);
    return alone.components.map((scored) => componentSums(scored, weights, undefined));
  });
}

/** An estimate that says only why there is none. */
export function withoutIndex(
  sample: { components: readonly { name: string }[] },
  note: IndexNote,
): CompositeEstimate {
  return {
    n: 0,
    effectiveN: 0,
    index: null,
    standardError: null,
    ci95: null,
    components: sample.components.map(({ name }) => ({ name, score: null })),
    notes: [note],
  };
}

/** Summed as distances from the first score, so that a unanimous sample keeps its answer exactly. */
function componentSums(
  { scores, answerCounts }: ScoredComponent,
  weights: Float64Array,
  rows: Int32Array | undefined,
): ComponentSums {
  const length = rows?.length ?? scores.length;
  let n = 0;
  let totalWeight = 0;
  let origin = 0;
  let sum = 0;
  for (let i = 0; i < length; i++) {
    const row = rows === undefined ? i : (rows[i] as number);
    const score = scores[row] as number;
    const weight = weights[row] as number;
    if (weight === 0 || Number.isNaN(score)) continue;
    if (n === 0) origin = score;
    const counted = answerCounts === null ? weight : weight * (answerCounts[row] as number);
    n += 1;
    totalWeight += counted;
    sum += counted * (score - origin);
  }
  // Rounding alone can carry a mean of hundreds past 100.
  return { n, totalWeight, mean: n === 0 ? null : clampScore(origin + sum / totalWeight) };
}

function indexOf(sample: ScoredSample, components: readonly ComponentSums[]): number | null {
  let index = 0;
  for (const [c, component] of sample.components.entries()) {
    if (component.weight === 0) continue;
    const mean = components[c]?.mean ?? null;
    if (mean === null) return null;
    index += component.weight * mean;
  }
  return clampScore(index);
}

type Spread = Pick<IndexSums, 'n' | 'totalWeight' | 'effectiveN' | 'influenceSquares'>;

/** What the influences of the picked respondents sum to; column by column, as `scoreSample` goes. */
function influenceSpread(
  sample: ScoredSample,
  components: readonly ComponentSums[],
  rows: Int32Array | undefined,
): Spread {
  const length = rows?.length ?? sample.weights.length;
  const deviations = new Float64Array(length);
  const answered = new Uint8Array(length);
  for (const [c, component] of sample.components.entries()) {
    const { mean, totalWeight } = components[c] ?? { mean: null, totalWeight: 0 };
    if (mean === null || component.weight === 0) continue;
    const factor = component.weight / totalWeight;
    addDeviations(component, { mean, factor }, rows, deviations, answered);
  }
  return spreadOf(deviations, answered, sample.weights, rows);
}

/** deviations[i] += factor · c · (score − mean) where there is a score. */
function addDeviations(
  { scores, answerCounts }: ScoredComponent,
  { mean, factor }: { mean: number; factor: number },
  rows: Int32Array | undefined,
  deviations: Float64Array,
  answered: Uint8Array,
): void {
  for (let i = 0; i < deviations.length; i++) {
    const row = rows === undefined ? i : (rows[i] as number);
    const score = scores[row] as number;
    if (Number.isNaN(score)) continue;
    const count = answerCounts === null ? 1 : (answerCounts[row] as number);
    deviations[i] = (deviations[i] as number) + factor * count * (score - mean);
    answered[i] = 1;
  }
}

function spreadOf(
  deviations: Float64Array,
  answered: Uint8Array,
  weights: Float64Array,
  rows: Int32Array | undefined,
): Spread {
  let n = 0;
  let totalWeight = 0;
  let squaredWeights = 0;
  let influenceSquares = 0;
  for (let i = 0; i < deviations.length; i++) {
    const weight = weights[rows === undefined ? i : (rows[i] as number)] as number;
    if (weight === 0 || answered[i] === 0) continue;
    const influence = weight * (deviations[i] as number);
    n += 1;
    totalWeight += weight;
    squaredWeights += weight * weight;
    influenceSquares += influence * influence;
  }
  const effectiveN = effectiveSize(totalWeight, squaredWeights);
  return { n, totalWeight, effectiveN, influenceSquares };
}

function clampScore(value: number): number {
  return Math.min(100, Math.max(0, value));
}
