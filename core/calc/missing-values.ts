import { z } from 'zod';
import type { Exclusion } from '../contract/explanation.ts';
import { addFault } from './calc-error.ts';

export const missingSchema = z
  .enum(['refuse', 'complete-cases'])
  .default('refuse')
  .describe('complete-cases leaves out every row with a null; refuse takes no null at all.');

type Cells = readonly (readonly (number | null)[])[];

/** A null is a fault unless the input asks for complete cases. Says so for the first one. */
export function refuseMissing(
  context: z.RefinementCtx,
  missing: z.output<typeof missingSchema>,
  rows: Cells,
  path: (string | number)[],
): void {
  if (missing === 'complete-cases') return;
  for (const [r, row] of rows.entries()) {
    const k = row.indexOf(null);
    if (k < 0) continue;
    addMissingFault(context, [...path, r, k]);
    return;
  }
}

/** The same for one column of values. */
export function refuseMissingEntry(
  context: z.RefinementCtx,
  missing: z.output<typeof missingSchema>,
  values: readonly (number | null)[],
  path: (string | number)[],
): void {
  const r = missing === 'complete-cases' ? -1 : values.indexOf(null);
  if (r >= 0) addMissingFault(context, [...path, r]);
}

/** One null that the input does not ask to leave out. */
export function addMissingFault(context: z.RefinementCtx, path: (string | number)[]): void {
  addFault(context, {
    code: 'calc.missingValue',
    path,
    message:
      'The value is missing. Fill it in, or set "missing": "complete-cases" to leave out every row with a null.',
  });
}

/** Leaving out every row with a null would leave none. */
export function addNoCompleteCase(context: z.RefinementCtx, path: (string | number)[]): void {
  addFault(context, {
    code: 'calc.emptySample',
    path,
    message: 'Every row has a missing value, so that no complete case is left.',
  });
}

export function incompleteRows(excluded: number): Exclusion[] {
  return [{ reason: 'incomplete', count: excluded }];
}
