import { z } from 'zod';
import type { ExplanationStep } from '../contract/explanation.ts';
import {
  criticalT,
  type SampleFigures,
  type TTest,
  type TTestNote,
  type TwoSampleTest,
} from '../domain/statistics/t-test.ts';
import { type CalcMethod, defineCalcMethod } from './calc-method.ts';
import { quantities, quantity, workedNumber } from './explanation.ts';
import { withNotes } from './with-notes.ts';
import { workedDifference } from './worked-difference.ts';

const sampleSchema = z.array(z.number()).min(1);

export const twoSampleSchema = z.strictObject({
  a: sampleSchema.describe('Values of the first sample.'),
  b: sampleSchema.describe('Values of the second sample, in the same unit.'),
});

type TestFigures = Omit<TTest, 'notes'>;

interface TTestFormulas {
  /** Of the standard error of the difference. */
  standardError: string;
  df: string;
}

/** What is the matter with this method's samples when there is no test. */
type Untestable = Record<Exclude<TTestNote, 'oneValue'>, string>;

/** A test of the difference of two means of independent samples. */
export function defineTwoSampleTest({
  name,
  description,
  sources,
  test,
  formulas,
  untestable,
}: {
  name: string;
  description: string;
  sources: readonly string[];
  test: (a: readonly number[], b: readonly number[]) => TwoSampleTest;
  formulas: TTestFormulas;
  untestable: Untestable;
}): CalcMethod {
  return defineCalcMethod({
    name,
    description,
    handling: { missing: 'refused', weights: 'none' },
    input: twoSampleSchema,
    run({ a, b }) {
      const { notes, ...figures } = test(a, b);
      return withNotes(figures, testNotes({ df: figures.df, notes }, untestable));
    },
    explain(input, output) {
      const { a, b, difference } = output;
      return {
        sources,
        inputs: quantities({ a: input.a, b: input.b }),
        n: a.n + b.n,
        exclusions: [],
        steps: [...sampleSteps(a, b, difference), ...testSteps(output, formulas)],
      };
    },
  });
}

/** The steps from the difference to its interval, the same for every t-test. */
export function testSteps(test: TestFigures, formulas: TTestFormulas): ExplanationStep[] {
  const { difference, standardError, t, df, p, ci95 } = test;
  const quantile = df === null ? null : criticalT(df);
  return [
    {
      id: 'standardError',
      formula: formulas.standardError,
      results: [quantity('standardError', standardError)],
    },
    { id: 'df', formula: formulas.df, results: [quantity('df', df)] },
    {
      id: 't',
      formula: 't = difference ÷ standardError',
      worked:
        t === null
          ? []
          : [
              `t = ${workedNumber(difference)} ÷ ${workedNumber(standardError)} = ${workedNumber(t)}`,
            ],
      results: [quantity('t', t)],
    },
    { id: 'p', formula: 'p = 2·P(T > |t|), T ~ Student(df)', results: [quantity('p', p)] },
    {
      id: 'ci95',
      formula: 'difference ± t(0.975; df)·standardError',
      worked:
        ci95 === null
          ? []
          : [
              `${workedNumber(difference)} ± ${workedNumber(quantile)}·${workedNumber(standardError)} = [${workedNumber(ci95[0])}, ${workedNumber(ci95[1])}]`,
            ],
      results: [quantity('t(0.975; df)', quantile), quantity('ci95', ci95)],
    },
  ];
}

/** Size, mean and spread of two samples, and the difference of their means. */
function sampleSteps(a: SampleFigures, b: SampleFigures, difference: number): ExplanationStep[] {
  return [
    {
      id: 'samples',
      formula: 'x̄ = Σ xᵢ ÷ n, s = √(Σ (xᵢ − x̄)² ÷ (n − 1))',
      results: [quantity('a', { ...a }), quantity('b', { ...b })],
    },
    {
      id: 'difference',
      formula: 'difference = x̄ₐ − x̄_b',
      worked: [`difference = ${workedDifference(a.mean, b.mean)} = ${workedNumber(difference)}`],
      results: [quantity('difference', difference)],
    },
  ];
}

/** Sentences for the notes of a t-test. */
export function testNotes(
  { df, notes }: Pick<TTest, 'df' | 'notes'>,
  untestable: Untestable,
): string[] {
  return notes.map((note) => {
    if (note === 'oneValue') {
      return 'standardDeviation is null for the sample of one value: one value has no variance.';
    }
    const nulls = [
      ...(note === 'tooFewValues' ? ['standardDeviation', 'standardError'] : []),
      't',
      ...(df === null ? ['df'] : []),
      'p',
    ];
    return `${nulls.join(', ')} and ci95 are null: ${untestable[note]}`;
  });
}
