import { z } from 'zod';
import { judgementBounds, judgementFault } from '../domain/ahp/priority-vector.ts';
import { addFault } from './calc-error.ts';
import { refuseRaggedMatrix } from './matrix-fault.ts';

const { low, high } = judgementBounds;

export const judgementsSchema = z.array(z.array(z.number()).min(1)).min(1);

/** A matrix of pairwise comparisons must be square, positive and reciprocal. Says where it is not. */
export function refuseBadJudgements(
  context: z.RefinementCtx,
  matrix: readonly (readonly number[])[],
  path: (string | number)[],
): void {
  refuseRaggedMatrix(context, matrix, path);
  const width = matrix[0]?.length ?? 0;
  if (matrix.some((row) => row.length !== width)) return;
  if (matrix.length !== width) {
    addFault(context, {
      code: 'calc.notSquare',
      path,
      message: `A matrix of comparisons must be square: it has ${matrix.length} rows and ${width} columns.`,
    });
    return;
  }
  const fault = judgementFault(matrix);
  if (fault === null) return;
  const { kind, i, j } = fault;
  const value = matrix[i]?.[j] ?? 0;
  addFault(context, {
    code: kind === 'outOfBounds' ? 'calc.outOfRange' : 'calc.notReciprocal',
    path: [...path, i, j],
    message: {
      notPositive: `A comparison must be above 0, not ${value}: write "less important" as a fraction such as 1/3.`,
      outOfBounds: `A comparison must lie between ${low} and ${high}; Saaty's scale goes from 1/9 to 9.`,
      notReciprocal:
        i === j
          ? `An element compared with itself must be 1, not ${value}.`
          : `Entries [${i}][${j}] and [${j}][${i}] must multiply to 1 within 1e-6: write 1/3 as the full fraction 0.3333333333333333, not as 0.33.`,
    }[kind],
  });
}
