import { studentTest } from '../../domain/statistics/t-test.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities } from '../explanation.ts';
import { sampleSteps, testNotes, testSteps, twoSampleSchema } from '../two-sample.ts';
import { withNotes } from '../with-notes.ts';

export const studentTCalc = defineCalcMethod({
  name: 'student-t',
  description: "Student's t-test of the difference of two means with a pooled variance.",
  handling: { missing: 'refused', weights: 'none' },
  input: twoSampleSchema,
  run({ a, b }) {
    const { notes, ...figures } = studentTest(a, b);
    return withNotes(
      figures,
      testNotes(
        { df: figures.df, notes },
        {
          tooFewValues: 'one value on each side leaves no variance.',
          noSpread: 'the pooled variance is 0, so that there is no spread to measure against.',
        },
      ),
    );
  },
  explain(input, output) {
    const { a, b, difference } = output;
    return {
      sources: [
        '“Student” (Gosset, W. S.), The Probable Error of a Mean, Biometrika 6, 1908, 1–25',
        'Fisher, R. A., Applications of “Student’s” Distribution, Metron 5, 1925, 90–104',
      ],
      inputs: quantities({ a: input.a, b: input.b }),
      n: a.n + b.n,
      exclusions: [],
      steps: [
        ...sampleSteps(a, b, difference),
        ...testSteps(output, {
          standardError:
            's² = [(nₐ − 1)·sₐ² + (n_b − 1)·s_b²] ÷ (nₐ + n_b − 2), standardError = s·√(1 ÷ nₐ + 1 ÷ n_b)',
          df: 'df = nₐ + n_b − 2',
        }),
      ],
    };
  },
});
