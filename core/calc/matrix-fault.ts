import type { z } from 'zod';
import { addFault } from './calc-error.ts';

/** Every row of a matrix must be as long as its first. Says which one is not. */
export function refuseRaggedMatrix(
  context: z.RefinementCtx,
  matrix: readonly (readonly unknown[])[],
  path: (string | number)[],
): void {
  const width = matrix[0]?.length ?? 0;
  for (const [i, row] of matrix.entries()) {
    if (row.length === width) continue;
    addFault(context, {
      code: 'calc.raggedMatrix',
      path: [...path, i],
      message: `Row ${i} has ${row.length} values where the first row has ${width}.`,
    });
    return;
  }
}
