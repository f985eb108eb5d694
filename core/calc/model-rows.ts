import { z } from 'zod';
import { addFault } from './calc-error.ts';
import { refuseRaggedMatrix } from './matrix-fault.ts';
import {
  addNoCompleteCase,
  missingSchema,
  refuseMissing,
  refuseMissingEntry,
} from './missing-values.ts';

/** The fields of a method that explains y by the columns of x. */
export const modelFields = {
  y: z.array(z.number().nullable()).min(1).describe('y[r]: the response of respondent r.'),
  x: z
    .array(z.array(z.number().nullable()).min(1))
    .min(1)
    .describe('x[r][k]: predictor k of respondent r. An intercept is added.'),
  missing: missingSchema,
};

interface ModelJson {
  y: readonly (number | null)[];
  x: readonly (readonly (number | null)[])[];
  missing: z.output<typeof missingSchema>;
}

/** As many rows of x as there are y, all of the same length, complete or at least one of them. */
export function refuseBadRows(context: z.RefinementCtx, input: ModelJson): void {
  const { y, x, missing } = input;
  refuseRaggedMatrix(context, x, ['x']);
  if (x.length !== y.length) {
    const message = `There are ${y.length} values of y but ${x.length} rows of x.`;
    addFault(context, { code: 'calc.sizeMismatch', path: ['x'], message });
    return;
  }
  refuseMissingEntry(context, missing, y, ['y']);
  refuseMissing(context, missing, x, ['x']);
  if (missing === 'complete-cases' && !y.some((_, r) => isComplete(input, r))) {
    addNoCompleteCase(context, ['x']);
  }
}

/** The complete rows as one typed array per column. */
export interface ModelColumns {
  y: Float64Array;
  columns: Float64Array[];
  /** Rows left out because something in them was missing. */
  excluded: number;
}

export function modelColumns(input: ModelJson): ModelColumns {
  const complete: number[] = [];
  for (let r = 0; r < input.y.length; r++) if (isComplete(input, r)) complete.push(r);
  const columnOf = (valueAt: (row: number) => number | null | undefined) =>
    Float64Array.from(complete, (row) => valueAt(row) ?? Number.NaN);
  return {
    y: columnOf((row) => input.y[row]),
    columns: (input.x[0] ?? []).map((_, k) => columnOf((row) => input.x[row]?.[k])),
    excluded: input.y.length - complete.length,
  };
}

function isComplete({ y, x }: ModelJson, row: number): boolean {
  return y[row] !== null && !(x[row]?.includes(null) ?? true);
}
