import { AppError } from '../../contract/app-error.ts';
import type { ComponentScore } from '../../contract/csi.contract.ts';

/** One column of a survey: the answers of every respondent to one item. */
export interface ItemColumn {
  /** One value per respondent in the item's own units, more is better; NaN is no answer. */
  values: Float64Array;
  scaleMin: number;
  scaleMax: number;
}

export interface IndexComponent {
  name: string;
  /** Share of the component in the index, 0–1; all together are 1. */
  weight: number;
  score: ComponentScore;
  items: readonly ItemColumn[];
}

export interface ScoredComponent {
  name: string;
  weight: number;
  /** One score per respondent, 0–100; NaN where the respondent answered none of the items. */
  scores: Float64Array;
}

/** A survey sample ready to be estimated, whole or cut into groups. */
export interface ScoredSample {
  components: readonly ScoredComponent[];
  /** One weight per respondent, see `isRespondentWeight`; 0 leaves the respondent out. */
  weights: Float64Array;
  /** An answer lies outside its item's scale: no figure made of this sample would be true. */
  outOfScale: boolean;
}

/**
 * 0, or between a billionth and a billion: far wider than any survey needs, and narrow enough that
 * sums of squared weights neither overflow nor vanish.
 */
export function isRespondentWeight(weight: number): boolean {
  return weight === 0 || (weight >= 1e-9 && weight <= 1e9);
}

/** How many of the scale's highest boxes a score counts, or null for a mean. */
function topBoxesOf(score: ComponentScore): number | null {
  switch (score) {
    case 'mean-0-100':
      return null;
    case 'top-1':
      return 1;
    case 'top-2':
      return 2;
  }
}

/**
 * A scale of whole steps has max − min + 1 boxes; counting all of them would always give 100. Ends so
 * far apart that their distance cannot be represented leave no score either.
 */
export function scaleSuitsScore(
  score: ComponentScore,
  scaleMin: number,
  scaleMax: number,
): boolean {
  const boxes = topBoxesOf(score);
  const span = scaleMax - scaleMin;
  return span > 0 && Number.isFinite(span) && (boxes === null || span >= boxes);
}

/**
 * Every respondent's own score for every component.
 *
 * An answer x counts (x − min) / (max − min) · 100 under `mean-0-100`; under `top-k` it counts 100
 * when it lies in the k highest boxes (x ≥ max − k + 1) and 0 otherwise. A respondent's component
 * score is the mean over the items answered: an item left out says nothing, it is not a zero.
 *
 * Shapes: r weights, every item column of length r. Throws `csi.columnLength` when lengths disagree
 * and `csi.weightNotAllowed` for a weight that `isRespondentWeight` refuses.
 */
export function scoreSample(
  components: readonly IndexComponent[],
  weights: Float64Array,
): ScoredSample {
  for (const [row, weight] of weights.entries()) {
    if (!isRespondentWeight(weight)) {
      throw new AppError('csi.weightNotAllowed', {}, `weights[${row}]`);
    }
  }
  let outOfScale = false;
  const scored = components.map((component) => {
    if (component.items.some((item) => item.values.length !== weights.length)) {
      throw new AppError('csi.columnLength', {}, component.name);
    }
    outOfScale ||= component.items.some(leavesScale);
    return {
      name: component.name,
      weight: component.weight,
      scores: respondentScores(component, weights.length),
    };
  });
  return { components: scored, weights, outOfScale };
}

/**
 * One respondent's own index, 0–100: Σ share · component score. null where a component with a share
 * has no answer, or when the sample leaves its scale.
 */
export function respondentIndex(sample: ScoredSample, row: number): number | null {
  if (sample.outOfScale) return null;
  let index = 0;
  for (const component of sample.components) {
    if (component.weight === 0) continue;
    index += component.weight * (component.scores[row] ?? Number.NaN);
  }
  return Number.isNaN(index) ? null : index;
}

function leavesScale({ values, scaleMin, scaleMax }: ItemColumn): boolean {
  for (const value of values) {
    if (value < scaleMin || value > scaleMax) return true;
  }
  return false;
}

function respondentScores(component: IndexComponent, respondents: number): Float64Array {
  const sums = new Float64Array(respondents);
  const counts = new Uint32Array(respondents);
  for (const item of component.items) addItem(component.score, item, sums, counts);
  for (let row = 0; row < respondents; row++) {
    const count = counts[row] ?? 0;
    sums[row] = count === 0 ? Number.NaN : (sums[row] ?? 0) / count;
  }
  return sums;
}

function addItem(
  score: ComponentScore,
  { values, scaleMin, scaleMax }: ItemColumn,
  sums: Float64Array,
  counts: Uint32Array,
): void {
  const boxes = topBoxesOf(score);
  const width = scaleMax - scaleMin;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const points =
      boxes === null ? ((value - scaleMin) / width) * 100 : value >= scaleMax - boxes + 1 ? 100 : 0;
    sums[row] = (sums[row] ?? 0) + points;
    counts[row] = (counts[row] ?? 0) + 1;
  }
}
