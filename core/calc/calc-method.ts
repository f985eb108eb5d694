import type { z } from 'zod';
import { AppError } from '../contract/app-error.ts';
import { type CalcError, issueError, pathText } from './calc-error.ts';

export type CalcResult = { ok: true; output: object } | { ok: false; error: CalcError };

/** One figure that anybody can redo with `csm calc`. */
export interface CalcMethod {
  readonly name: string;
  /** One line, in English, for `--list`. */
  readonly description: string;
  /** Checks the input; also the source of `--schema`, so it must not transform. */
  readonly input: z.ZodType;
  calculate(json: unknown): CalcResult;
}

export function defineCalcMethod<Schema extends z.ZodType>(method: {
  name: string;
  description: string;
  input: Schema;
  run(input: z.output<Schema>): object;
}): CalcMethod {
  const { name, description, input, run } = method;
  return {
    name,
    description,
    input,
    calculate(json) {
      const parsed = input.safeParse(json);
      if (!parsed.success) return { ok: false, error: issueError(parsed.error, json) };
      try {
        return finiteOrError(run(parsed.data));
      } catch (error) {
        if (error instanceof AppError) return { ok: false, error: errorOfCore(error) };
        throw error;
      }
    },
  };
}

/** Inputs are finite, yet 1e308 · 9 is not: such an answer is refused rather than printed. */
function finiteOrError(output: object): CalcResult {
  const path = pathOfNonFinite(output, []);
  if (path === null) return { ok: true, output };
  return {
    ok: false,
    error: {
      code: 'calc.tooLarge',
      path: '',
      message: `The numbers are too large or too small: ${pathText(path)} of the answer cannot be represented.`,
    },
  };
}

function pathOfNonFinite(value: unknown, path: (string | number)[]): (string | number)[] | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = pathOfNonFinite(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

function errorOfCore(error: AppError): CalcError {
  return {
    code: error.code,
    path: error.path ?? '',
    message: `The input was refused (${error.code}).`,
  };
}
