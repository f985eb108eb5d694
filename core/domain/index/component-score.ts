import { AppError } from '../../contract/app-error.ts';
import type { ComponentScore } from '../../contract/csi.contract.ts';
import { isScale, leavesLowerBoxes, lowestTopBox } from '../box/top-boxes.ts';
import { type AnswerColumn, noAnswerCode, rowsOf, type ScaleEnds } from './answer-column.ts';

/**
 * One column of a survey: the answers of every respondent to one item, more is better. See
 * `answer-column.ts` for its two forms in memory.
 */
export type ItemColumn = ScaleEnds & AnswerColumn;

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
  /**
   * How many answers each respondent gave, where the component is a share of answers (top boxes) and
   * not of respondents; null where every respondent counts once.
   */
  answerCounts: Uint32Array | null;
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
export function topBoxesOf(score: ComponentScore): number | null {
  switch (score) {
    case 'mean-0-100':
      return null;
    case 'top-1':
      return 1;
    case 'top-2':
      return 2;
  }
}

/** Whether a scale can carry a score: it has two ends, and boxes below the top ones counted. */
export function scaleSuitsScore(
  score: ComponentScore,
  scaleMin: number,
  scaleMax: number,
): boolean {
  const boxes = topBoxesOf(score);
  return boxes === null ? isScale(scaleMin, scaleMax) : leavesLowerBoxes(scaleMin, scaleMax, boxes);
}

/**
 * Every respondent's own score for every component.
 *
 * An answer x counts (x − min) / (max − min) · 100 under `mean-0-100`; under `top-k` it counts 100
 * when it lies in the k highest boxes (x ≥ max − k + 1) and 0 otherwise. A respondent's component
 * score is the mean over the items answered: an item left out says nothing, it is not a zero. As top-k is
 * a share of answers, the respondent's score then stands for as many answers as were given.
 *
 * Shapes: r weights, every item column of length r. Throws `csi.columnLength` when lengths disagree
 * and `csi.weightNotAllowed` for a weight that `isRespondentWeight` refuses. An answer outside its
 * scale makes the whole sample `outOfScale`.
 *
 * Column by column, in the order of memory: one short loop per item over all respondents.
 */
export function scoreSample(
  components: readonly IndexComponent[],
  weights: Float64Array,
): ScoredSample {
  for (let row = 0; row < weights.length; row++) {
    if (!isRespondentWeight(weights[row] as number)) {
      throw new AppError('csi.weightNotAllowed', {}, `weights[${row}]`);
    }
  }
  let outOfScale = false;
  const spare = new Uint32Array(weights.length);
  const scored = components.map((component) => {
    const pooled = topBoxesOf(component.score) !== null && component.items.length > 1;
    const counts = pooled ? new Uint32Array(weights.length) : spare.fill(0);
    if (component.items.some((item) => rowsOf(item) !== weights.length)) {
      throw new AppError('csi.columnLength', {}, component.name);
    }
    const { scores, leavesScale } = respondentScores(component, counts);
    outOfScale ||= leavesScale;
    const { name, weight } = component;
    return { name, weight, scores, answerCounts: pooled ? counts : null };
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

/** `counts` is room for the number of answers of each respondent, all 0. */
function respondentScores(
  { score, items }: IndexComponent,
  counts: Uint32Array,
): { scores: Float64Array; leavesScale: boolean } {
  const sums = new Float64Array(counts.length);
  for (const item of items) {
    const lowest = lowestOf(score, item);
    if (item.codes === undefined) addValues(item.values, item, lowest, sums, counts);
    else addCodes(item.codes, pointsByCode(lowest, item), sums, counts);
  }
  return { scores: sums, leavesScale: divideByCounts(sums, counts) };
}

/** Turns sums into means, NaN where nothing was answered. Answers whether any answer left its scale. */
function divideByCounts(sums: Float64Array, counts: Uint32Array): boolean {
  let leavesScale = false;
  for (let row = 0; row < sums.length; row++) {
    const sum = sums[row] as number;
    const count = counts[row] as number;
    if (count > 0 && Number.isNaN(sum)) leavesScale = true;
    sums[row] = sum / count;
  }
  return leavesScale;
}

/** The lowest answer that a top-box score counts, or null for a mean. */
function lowestOf(score: ComponentScore, { scaleMax }: ScaleEnds): number | null {
  const boxes = topBoxesOf(score);
  return boxes === null ? null : lowestTopBox(scaleMax, boxes);
}

function pointsOf(answer: number, lowest: number | null, scaleMin: number, width: number): number {
  if (lowest === null) return ((answer - scaleMin) / width) * 100;
  return answer >= lowest ? 100 : 0;
}

/** Points of every code; 0 for no answer, NaN for a code that the scale does not have. */
function pointsByCode(lowest: number | null, { scaleMin, scaleMax }: ScaleEnds): Float64Array {
  const width = scaleMax - scaleMin;
  const points = new Float64Array(256).fill(Number.NaN);
  points[noAnswerCode] = 0;
  for (let code = 1; code <= Math.min(255, width + 1); code++) {
    points[code] = pointsOf(scaleMin + code - 1, lowest, scaleMin, width);
  }
  return points;
}

const answeredByCode = new Uint8Array(256).fill(1, 1);

/** A code that the scale does not have makes the respondent's sum NaN. */
function addCodes(
  codes: Uint8Array,
  points: Float64Array,
  sums: Float64Array,
  counts: Uint32Array,
): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    sums[row] = (sums[row] as number) + (points[code] as number);
    counts[row] = (counts[row] as number) + (answeredByCode[code] as number);
  }
}

/** An answer outside its scale makes the respondent's sum NaN. */
function addValues(
  values: Float64Array,
  { scaleMin, scaleMax }: ScaleEnds,
  lowest: number | null,
  sums: Float64Array,
  counts: Uint32Array,
): void {
  const width = scaleMax - scaleMin;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value >= scaleMin && value <= scaleMax) {
      sums[row] = (sums[row] as number) + pointsOf(value, lowest, scaleMin, width);
      counts[row] = (counts[row] as number) + 1;
    } else if (!Number.isNaN(value)) {
      sums[row] = Number.NaN;
      counts[row] = (counts[row] as number) + 1;
    }
  }
}
