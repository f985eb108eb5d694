import type { Interval } from '../../contract/common.schema.ts';
import type { IndexEstimate } from '../../contract/csi.contract.ts';
import { studentTQuantile } from '../../numerics/student-t.ts';
import { type ItemColumn, type ScoredSample, scoreSample } from './component-score.ts';

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
 * A component's score is the weighted mean of the respondents' own scores over those who answered any
 * of its items; index = Σ share · component score (0–100). With complete answers and equal weights
 * this is the mean over all answers, for top boxes the share of answers in them.
 *
 * Standard error by linearisation (Taylor series for a sum of ratios, sampling with replacement;
 * Särndal, Swensson & Wretman, "Model Assisted Survey Sampling", 1992, sect. 5.5): respondent i has
 * the influence zᵢ = Σ_c s_c · wᵢ(aᵢ_c − A_c) / W_c, and SE² = n/(n−1) · Σ zᵢ². For one component
 * and equal weights this is s/√n. The interval is index ± t(0.975; n−1)·SE, cut to 0–100.
 *
 * `rows` picks the respondents (a branch, a segment); all when absent. `n` counts respondents with
 * a weight above 0 and at least one answer that counts; `effectiveN` is Kish's (Σw)²/Σw² over them.
 * Components with share 0 are scored but enter neither the index nor n.
 *
 * Degenerate cases: nobody answered a component with a share → index null, note `noAnswers`; one
 * respondent → no standard error, note `oneRespondent`; an answer outside its scale → everything
 * null, note `answerOutOfScale`. Nothing is ever NaN or infinite.
 */
export function estimateIndex(
  sample: ScoredSample,
  rows: Int32Array = everyRow(sample.weights.length),
): CompositeEstimate {
  if (sample.outOfScale) return withoutIndex(sample, 'answerOutOfScale');
  const means = sample.components.map((component) =>
    componentMean(component.scores, sample.weights, rows),
  );
  const components = sample.components.map((component, c) => ({
    name: component.name,
    score: means[c]?.mean ?? null,
  }));
  const spread = influenceSpread(sample, rows, means);
  const index = indexOf(sample, means);
  if (index === null) {
    return { ...emptyEstimate(spread), components, notes: ['noAnswers'] };
  }
  const { n, effectiveN } = spread;
  if (n < 2) {
    return {
      ...emptyEstimate(spread),
      index,
      components,
      notes: ['oneRespondent'],
    };
  }
  const standardError = Math.sqrt((n / (n - 1)) * spread.squares);
  return {
    n,
    effectiveN,
    index,
    standardError,
    ci95: intervalAround(index, standardError, n - 1),
    components,
    notes: [],
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

/** An estimate that says only why there is none. */
export function withoutIndex(
  sample: { components: readonly { name: string }[] },
  note: IndexNote,
): CompositeEstimate {
  return {
    ...emptyEstimate({ n: 0, effectiveN: 0 }),
    components: sample.components.map(({ name }) => ({ name, score: null })),
    notes: [note],
  };
}

interface ComponentMean {
  /** null when nobody answered. */
  mean: number | null;
  /** Σ of the weights behind it. */
  totalWeight: number;
}

interface Spread {
  n: number;
  effectiveN: number;
  /** Σ zᵢ² */
  squares: number;
}

function emptyEstimate({ n, effectiveN }: Pick<Spread, 'n' | 'effectiveN'>) {
  return { n, effectiveN, index: null, standardError: null, ci95: null };
}

function everyRow(length: number): Int32Array {
  return Int32Array.from({ length }, (_, row) => row);
}

function componentMean(
  scores: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
): ComponentMean {
  let totalWeight = 0;
  let sum = 0;
  for (const row of rows) {
    const score = scores[row] ?? Number.NaN;
    const weight = weights[row] ?? 0;
    if (weight === 0 || Number.isNaN(score)) continue;
    totalWeight += weight;
    sum += weight * score;
  }
  // Rounding alone can carry a mean of hundreds past 100.
  return { mean: totalWeight > 0 ? clampScore(sum / totalWeight) : null, totalWeight };
}

function indexOf(sample: ScoredSample, means: readonly ComponentMean[]): number | null {
  let index = 0;
  for (const [c, component] of sample.components.entries()) {
    if (component.weight === 0) continue;
    const mean = means[c]?.mean ?? null;
    if (mean === null) return null;
    index += component.weight * mean;
  }
  return clampScore(index);
}

function influenceSpread(
  sample: ScoredSample,
  rows: Int32Array,
  means: readonly ComponentMean[],
): Spread {
  let n = 0;
  let sumWeights = 0;
  let sumSquaredWeights = 0;
  let squares = 0;
  for (const row of rows) {
    const weight = sample.weights[row] ?? 0;
    const influence = weight > 0 ? influenceOf(sample, row, weight, means) : null;
    if (influence === null) continue;
    n += 1;
    sumWeights += weight;
    sumSquaredWeights += weight * weight;
    squares += influence * influence;
  }
  const effectiveN = n === 0 ? 0 : (sumWeights * sumWeights) / sumSquaredWeights;
  return { n, effectiveN, squares };
}

/** null for a respondent who answered nothing that counts. */
function influenceOf(
  sample: ScoredSample,
  row: number,
  weight: number,
  means: readonly ComponentMean[],
): number | null {
  let influence: number | null = null;
  for (let c = 0; c < sample.components.length; c++) {
    const component = sample.components[c];
    const { mean, totalWeight } = means[c] ?? { mean: null, totalWeight: 0 };
    if (component === undefined || mean === null || component.weight === 0) continue;
    const score = component.scores[row] ?? Number.NaN;
    if (Number.isNaN(score)) continue;
    influence = (influence ?? 0) + (component.weight * weight * (score - mean)) / totalWeight;
  }
  return influence;
}

function intervalAround(index: number, standardError: number, df: number): Interval {
  const reach = studentTQuantile(0.975, df) * standardError;
  return [clampScore(index - reach), clampScore(index + reach)];
}

function clampScore(value: number): number {
  return Math.min(100, Math.max(0, value));
}
