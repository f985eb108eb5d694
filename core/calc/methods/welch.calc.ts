import { welchTest } from '../../domain/statistics/t-test.ts';
import { defineTwoSampleTest } from '../two-sample.ts';

export const welchCalc = defineTwoSampleTest({
  name: 'welch',
  description: "Welch's t-test of the difference of two means, variances not assumed equal.",
  sources: [
    'Welch, B. L., The Generalization of “Student’s” Problem when Several Different Population Variances are Involved, Biometrika 34, 1947, 28–35',
    'Satterthwaite, F. E., An Approximate Distribution of Estimates of Variance Components, Biometrics Bulletin 2, 1946, 110–114',
  ],
  test: welchTest,
  formulas: {
    standardError: 'standardError = √(sₐ² ÷ nₐ + s_b² ÷ n_b)',
    df: 'df = (sₐ² ÷ nₐ + s_b² ÷ n_b)² ÷ [(sₐ² ÷ nₐ)² ÷ (nₐ − 1) + (s_b² ÷ n_b)² ÷ (n_b − 1)]',
  },
  untestable: {
    tooFewValues: 'a sample of one value has no variance.',
    noSpread: 'both samples are constant, so that there is no spread to measure against.',
  },
});
