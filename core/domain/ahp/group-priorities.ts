import { AppError } from '../../contract/app-error.ts';
import { meanOf } from '../../numerics/moments.ts';
import { summingToOne } from '../../numerics/shares.ts';
import { type PriorityResult, prioritiesOf, priorityVector } from './priority-vector.ts';

export const groupMethods = ['aij-geometric', 'aip-arithmetic', 'aip-geometric'] as const;
export type GroupMethod = (typeof groupMethods)[number];

export interface GroupPriorities {
  /** The group's priorities: positive, sum 1. */
  weights: number[];
  /** aij only: the group's judgements and what follows from them; see `priorityVector`. */
  joint: ({ matrix: number[][] } & PriorityResult) | null;
  /** What each member's own judgements say, in the order given. */
  members: PriorityResult[];
}

/**
 * Priorities of a group from the pairwise comparisons of its members, each of equal voice.
 *
 *   aij-geometric:  āᵢⱼ = (Πₖ aᵢⱼ⁽ᵏ⁾)^(1/K), then the priorities of Ā
 *   aip-arithmetic: wᵢ = (1/K)·Σₖ wᵢ⁽ᵏ⁾
 *   aip-geometric:  wᵢ = (Πₖ wᵢ⁽ᵏ⁾)^(1/K) ÷ Σᵢ (Πₖ wᵢ⁽ᵏ⁾)^(1/K)
 *
 * Sources: Aczél & Saaty, "Procedures for Synthesizing Ratio Judgements", Journal of Mathematical
 * Psychology 27(1), 1983 (the geometric mean keeps a matrix reciprocal); Forman & Peniwati, "Aggregating
 * Individual Judgments and Priorities with the Analytic Hierarchy Process", European Journal of
 * Operational Research 108(1), 1998 (judgements against priorities).
 *
 * `matrices`: K ≥ 1 matrices of the same size, each as `priorityVector` takes it; it throws the same
 * errors, and `calculation.sizeMismatch` for a matrix of another size.
 */
export function groupPriorities(
  matrices: readonly (readonly (readonly number[])[])[],
  method: GroupMethod,
): GroupPriorities {
  const size = matrices[0]?.length;
  if (size === undefined) throw new AppError('calculation.tooFew', {}, 'matrices');
  const members = matrices.map((matrix, k) => {
    if (matrix.length !== size)
      throw new AppError('calculation.sizeMismatch', {}, `matrices[${k}]`);
    return priorityVector(matrix, `matrices[${k}]`);
  });
  if (method === 'aij-geometric') {
    const matrix = geometricMeanMatrix(matrices);
    const joint = { matrix, ...prioritiesOf(matrix) };
    return { weights: joint.weights, joint, members };
  }
  const vectors = members.map((member) => member.weights);
  const meanOfColumn = method === 'aip-arithmetic' ? meanOf : geometricMean;
  const means = Array.from({ length: size }, (_, i) =>
    meanOfColumn(vectors.map((vector) => vector[i] ?? 0)),
  );
  return { weights: summingToOne(means), joint: null, members };
}

/** Element-wise geometric mean of matrices of the same size. */
function geometricMeanMatrix(matrices: readonly (readonly (readonly number[])[])[]): number[][] {
  return (matrices[0] ?? []).map((row, i) =>
    row.map((_, j) => geometricMean(matrices.map((matrix) => matrix[i]?.[j] ?? 1))),
  );
}

/** Taken relative to the first value: members who all agree keep their judgement to the last digit. */
function geometricMean(values: readonly number[]): number {
  const first = values[0] ?? 1;
  const logs = values.reduce((sum, value) => sum + Math.log(value / first), 0);
  return first * Math.exp(logs / values.length);
}
