import { pairedTest } from '../../domain/statistics/t-test.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, workedNumber } from '../explanation.ts';
import { testNotes, testSteps, twoSampleSchema } from '../two-sample.ts';
import { withNotes } from '../with-notes.ts';
import { workedDifference } from '../worked-difference.ts';

const inputSchema = twoSampleSchema.superRefine(({ a, b }, context) => {
  if (a.length === b.length) return;
  addFault(context, {
    code: 'calc.sizeMismatch',
    path: ['b'],
    message: `There are ${a.length} values in a but ${b.length} in b; each value needs its partner.`,
  });
});

export const pairedTCalc = defineCalcMethod({
  name: 'paired-t',
  description: 'Paired t-test of the mean difference a − b.',
  handling: { missing: 'refused', weights: 'none' },
  input: inputSchema,
  run({ a, b }) {
    const { notes, ...figures } = pairedTest(a, b);
    return withNotes(
      figures,
      testNotes(
        { df: figures.df, notes },
        {
          tooFewValues: 'one pair has no variance.',
          noSpread: 'every pair has the same difference, so that there is no spread.',
        },
      ),
    );
  },
  explain(input, output) {
    const { n, meanA, meanB, difference, standardDeviation } = output;
    return {
      sources: [
        '“Student” (Gosset, W. S.), The Probable Error of a Mean, Biometrika 6, 1908, 1–25',
      ],
      inputs: quantities({ a: input.a, b: input.b }),
      n,
      exclusions: [],
      steps: [
        {
          id: 'means',
          formula: 'x̄ = Σ xᵢ ÷ n',
          results: quantities({ n, meanA, meanB }),
        },
        {
          id: 'difference',
          formula: 'dᵢ = aᵢ − bᵢ, difference = Σ dᵢ ÷ n',
          worked: [`difference = ${workedDifference(meanA, meanB)} = ${workedNumber(difference)}`],
          results: [quantity('difference', difference)],
        },
        {
          id: 'standardDeviation',
          formula: 's = √(Σ (dᵢ − difference)² ÷ (n − 1))',
          results: [quantity('standardDeviation', standardDeviation)],
        },
        ...testSteps(output, { standardError: 'standardError = s ÷ √n', df: 'df = n − 1' }),
      ],
    };
  },
});
