import { studentTest } from '../../domain/statistics/t-test.ts';
import { defineTwoSampleTest } from '../two-sample.ts';

export const studentTCalc = defineTwoSampleTest({
  name: 'student-t',
  description: "Student's t-test of the difference of two means with a pooled variance.",
  sources: [
    '“Student” (Gosset, W. S.), The Probable Error of a Mean, Biometrika 6, 1908, 1–25',
    'Fisher, R. A., Applications of “Student’s” Distribution, Metron 5, 1925, 90–104',
  ],
  test: studentTest,
  formulas: {
    standardError:
      's² = [(nₐ − 1)·sₐ² + (n_b − 1)·s_b²] ÷ (nₐ + n_b − 2), standardError = s·√(1 ÷ nₐ + 1 ÷ n_b)',
    df: 'df = nₐ + n_b − 2',
  },
  untestable: {
    tooFewValues: 'one value on each side leaves no variance.',
    noSpread: 'the pooled variance is 0, so that there is no spread to measure against.',
  },
});
