import { welchTest } from '../../domain/statistics/t-test.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities } from '../explanation.ts';
import { sampleSteps, testNotes, testSteps, twoSampleSchema } from '../two-sample.ts';
import { withNotes } from '../with-notes.ts';

export const welchCalc = defineCalcMethod({
  name: 'welch',
  description: "Welch's t-test of the difference of two means, variances not assumed equal.",
  handling: { missing: 'refused', weights: 'none' },
  input: twoSampleSchema,
  run({ a, b }) {
    const { notes, ...figures } = welchTest(a, b);
    return withNotes(
      figures,
      testNotes(
        { df: figures.df, notes },
        {
          tooFewValues: 'a sample of one value has no variance.',
          noSpread: 'both samples are constant, so that there is no spread to measure against.',
        },
      ),
    );
  },
  explain(input, output) {
    const { a, b, difference } = output;
    return {
      sources: [
        'Welch, B. L., The Generalization of “Student’s” Problem when Several Different Population Variances are Involved, Biometrika 34, 1947, 28–35',
        'Satterthwaite, F. E., An Approximate Distribution of Estimates of Variance Components, Biometrics Bulletin 2, 1946, 110–114',
      ],
      inputs: quantities({ a: input.a, b: input.b }),
      n: a.n + b.n,
      exclusions: [],
      steps: [
        ...sampleSteps(a, b, difference),
        ...testSteps(output, {
          standardError: 'standardError = √(sₐ² ÷ nₐ + s_b² ÷ n_b)',
          df: 'df = (sₐ² ÷ nₐ + s_b² ÷ n_b)² ÷ [(sₐ² ÷ nₐ)² ÷ (nₐ − 1) + (s_b² ÷ n_b)² ÷ (n_b − 1)]',
        }),
      ],
    };
  },
});
