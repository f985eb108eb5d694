import { quantileOf } from '../../numerics/quantile.ts';
import { summingToOne } from '../../numerics/shares.ts';

/** Fewer distances than this have no quartiles worth the name. */
const fewestForOutliers = 5;
/** Weights that are typically less than half as large again as the group's are never out of line. */
const leastOutlyingDistance = Math.log(1.5);
/** Largest judgement of Saaty's scale. */
const largestJudgement = 9;

/** Cosine of the angle between two lists of positive weights: 1 for the same proportions. */
export function cosineSimilarity(a: readonly number[], b: readonly number[]): number {
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  return Math.min(1, product(a, b) / Math.sqrt(product(a, a) * product(b, b)));
}

/**
 * How far two lists of n positive weights are apart in proportion: √(Σ dᵢ² ÷ n) with dᵢ the difference of
 * ln wᵢ, centred. 0 for the same proportions; e to its power is by how many times weights typically differ.
 * Source: Aitchison, "The Statistical Analysis of Compositional Data", Chapman & Hall, 1986 (his distance,
 * divided by √n).
 */
export function logRatioDistance(a: readonly number[], b: readonly number[]): number {
  const logs = a.map((value, i) => Math.log(value / (b[i] ?? 1)));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
}

/**
 * Which distances from the group are out of line: above the upper fence Q₃ + 1.5·(Q₃ − Q₁) (Tukey,
 * "Exploratory Data Analysis", 1977) and above ln 1.5, so that small differences in a group of one mind are
 * none. Nobody is out of line among fewer than five; null counts as nobody.
 */
export function outlyingDistances(distances: readonly (number | null)[]): boolean[] {
  const known = distances.filter((distance) => distance !== null).toSorted((a, b) => a - b);
  if (known.length < fewestForOutliers) return distances.map(() => false);
  const [low, high] = [quantileOf(known, 0.25), quantileOf(known, 0.75)];
  const fence = Math.max(high + 1.5 * (high - low), leastOutlyingDistance);
  return distances.map((distance) => distance !== null && distance > fence);
}

/**
 * Consensus of a group on the weights of n criteria: 0 none, 1 everybody the same.
 *
 *   S* = (1 ÷ Dβ − Dα,min ÷ n) ÷ (1 − Dα,min ÷ n), Dβ = exp(Hγ − Hα)
 *
 * Hα: mean Shannon entropy of the members' weights, Hγ: entropy of their mean; Dα,min belongs to somebody
 * who takes one criterion for nine times as important as each other: 9 ÷ (n + 8) and 1 ÷ (n + 8).
 * Source: Goepel, "Implementing the Analytic Hierarchy Process as a Standard Method for Multi-Criteria
 * Decision Making in Corporate Enterprises", ISAHP 2013, with Dγ,max = n as in its later versions (AHP-OS).
 * He calls values below 0.5 very low, up to 0.625 low, 0.75 moderate, 0.875 high, above very high.
 * Members count by their voices. Weights further apart than Saaty's scale allows give 0.
 *
 * Null for fewer than two members with a voice, or a single criterion.
 */
export function sharedConsensus(
  members: readonly { weights: readonly number[]; voice: number }[],
): number | null {
  const heard = members.filter(({ voice }) => voice > 0);
  const n = heard[0]?.weights.length ?? 0;
  if (heard.length < 2 || n < 2) return null;
  const voices = summingToOne(heard.map(({ voice }) => voice));
  const sumOver = (term: (weights: readonly number[]) => number) =>
    heard.reduce((sum, { weights }, k) => sum + (voices[k] ?? 0) * term(weights), 0);
  const alpha = sumOver(entropyOf);
  const gamma = entropyOf(
    Array.from({ length: n }, (_, i) => sumOver((weights) => weights[i] ?? 0)),
  );
  const leastAlpha = entropyOf(
    summingToOne(Array.from({ length: n }, (_, i) => (i === 0 ? largestJudgement : 1))),
  );
  const floor = Math.exp(leastAlpha) / n;
  return Math.min(1, Math.max(0, (Math.exp(alpha - gamma) - floor) / (1 - floor)));
}

/** Goepel's words for a consensus. */
export const consensusGrades = ['veryLow', 'low', 'moderate', 'high', 'veryHigh'] as const;
export type ConsensusGrade = (typeof consensusGrades)[number];

export function consensusGrade(consensus: number): ConsensusGrade {
  const place = [0.5, 0.625, 0.75, 0.875].filter((limit) => consensus >= limit).length;
  return consensusGrades[place] ?? 'veryHigh';
}

function entropyOf(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0);
}
