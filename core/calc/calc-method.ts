import type { z } from 'zod';
import { AppError } from '../contract/app-error.ts';
import type {
  Explanation,
  ExplanationBody,
  ProfileStamp,
  SampleHandling,
} from '../contract/explanation.ts';
import { type FormulaProfile, profileStamp } from '../domain/profile/formula-profile.ts';
import { applyProfile } from './apply-profile.ts';
import { type CalcError, issueError, pathText } from './calc-error.ts';
import type { DrawPlan, DrawRunner, DrawShare, DrawTask } from './draw-plan.ts';
import { explanationOf } from './explanation.ts';

/**
 * The figures are the method's own fields; the profile that fixed the formula and the derivation
 * stand beside them when asked for.
 */
export type CalcOutput = object & { profile?: ProfileStamp; explanation?: Explanation };

export type CalcResult = { ok: true; output: CalcOutput } | { ok: false; error: CalcError };

export interface CalcOptions {
  /** Adds the derivation of the result under `explanation`. */
  explain?: boolean;
  /** Fixes the formula; the input gives the rest. The result names it under `profile`. */
  profile?: FormulaProfile;
}

/** One figure that anybody can redo with `csm calc`. */
export interface CalcMethod {
  readonly name: string;
  /** One line, in English, for `--list`. */
  readonly description: string;
  readonly handling: SampleHandling;
  /** Checks the input; also the source of `--schema`, so it must not transform. */
  readonly input: z.ZodType;
  /** All in one go, on the caller's thread. */
  calculate(json: unknown, options?: CalcOptions): CalcResult;
  /** The same result, with the random draws (if the method has any) computed by `runDraws`. */
  calculateWith(runDraws: DrawRunner, json: unknown, options?: CalcOptions): Promise<CalcResult>;
  /** One share of the draws that `calculateWith` asks for: what a worker computes. */
  drawShare(task: DrawTask, share: DrawShare): Float64Array;
}

interface MethodDefinition<Input, Output extends object, Data> {
  name: string;
  description: string;
  handling: SampleHandling;
  draws?: DrawPlan<Input, Data>;
  /** `drawn` holds the figures of the draws that the input asks for. */
  run(input: Input, drawn: Float64Array | null): Output;
  explain(input: Input, output: Output): ExplanationBody;
}

export function defineCalcMethod<Schema extends z.ZodType, Output extends object, Data = never>(
  method: MethodDefinition<z.output<Schema>, Output, Data> & { input: Schema },
): CalcMethod {
  type Input = z.output<Schema>;
  const { name, description, handling, input: schema, draws } = method;

  const finish = (input: Input, drawn: Float64Array | null, options: CalcOptions): CalcResult => {
    const output = method.run(input, drawn);
    const fault = nonFiniteFault(output);
    if (fault !== null) return { ok: false, error: fault };
    const profile = options.profile && profileStamp(options.profile);
    const named = profile === undefined ? output : { ...output, profile };
    if (options.explain !== true) return { ok: true, output: named };
    const body = method.explain(input, output);
    return { ok: true, output: { ...named, explanation: explanationOf(method, body, profile) } };
  };
  const drawShare = (task: DrawTask, share: DrawShare): Float64Array => {
    if (draws === undefined) throw new RangeError(`${name} draws nothing`);
    return draws.draw(task.data as Data, share);
  };
  const parse = (given: unknown, { profile }: CalcOptions) => {
    const { json, error } =
      profile === undefined ? { json: given } : applyProfile(profile, name, given);
    if (error !== undefined) return { error };
    const parsed = schema.safeParse(json);
    return parsed.success ? { input: parsed.data } : { error: issueError(parsed.error, json) };
  };

  return {
    name,
    description,
    handling,
    input: schema,
    drawShare,
    calculate(json, options = {}) {
      const { input, error } = parse(json, options);
      if (error !== undefined) return { ok: false, error };
      return refusalsAsResult(() => {
        const task = draws?.taskOf(input) ?? null;
        const drawn = task && drawShare(task, { first: 0, count: task.draws });
        return finish(input, drawn, options);
      });
    },
    async calculateWith(runDraws, json, options = {}) {
      const { input, error } = parse(json, options);
      if (error !== undefined) return { ok: false, error };
      const planned = refusalsAsValue(() => draws?.taskOf(input) ?? null);
      if (planned.error !== undefined) return { ok: false, error: planned.error };
      const drawn = planned.value && (await runDraws(name, planned.value));
      return refusalsAsResult(() => finish(input, drawn, options));
    },
  };
}

function refusalsAsResult(compute: () => CalcResult): CalcResult {
  const { value, error } = refusalsAsValue(compute);
  return error === undefined ? value : { ok: false, error };
}

type Attempt<Value> = { value: Value; error?: undefined } | { error: CalcError; value?: undefined };

/** Core refuses bad input with an AppError; anything else is a fault of ours and must not be hidden. */
function refusalsAsValue<Value>(compute: () => Value): Attempt<Value> {
  try {
    return { value: compute() };
  } catch (error) {
    if (error instanceof AppError) return { error: errorOfCore(error) };
    throw error;
  }
}

/** Inputs are finite, yet 1e308 · 9 is not: such an answer is refused rather than printed. */
function nonFiniteFault(output: object): CalcError | null {
  if (isFinitely(output)) return null;
  return {
    code: 'calc.tooLarge',
    path: '',
    message: `The numbers are too large or too small: ${pathText(pathOfNonFinite(output))} of the answer cannot be represented.`,
  };
}

/** Whether every number in `value` is finite; answers can be long, hence without a path. */
function isFinitely(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  const inners: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inners.every(isFinitely);
}

function pathOfNonFinite(value: unknown): (string | number)[] {
  if (typeof value !== 'object' || value === null) return [];
  const inners: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  const [step, inner] = inners.find(([, candidate]) => !isFinitely(candidate)) ?? [];
  return step === undefined ? [] : [step, ...pathOfNonFinite(inner)];
}

function errorOfCore(error: AppError): CalcError {
  return {
    code: error.code,
    path: error.path ?? '',
    message: `The input was refused (${error.code}).`,
  };
}
