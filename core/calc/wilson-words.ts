/** Where Wilson's interval is published. */
export const wilsonSources = [
  'Wilson, E. B., Probable Inference, the Law of Succession, and Statistical Inference, Journal of the American Statistical Association 22, 1927, 209–212',
  'Newcombe, R. G., Two-Sided Confidence Intervals for the Single Proportion: Comparison of Seven Methods, Statistics in Medicine 17, 1998, 857–872 (method 3)',
];

/** The interval in plain text; `n` is the name of the sample size in it. */
export function wilsonFormula(n: string): string {
  return `ci95 = centre ± halfWidth; centre = (share + z² ÷ (2·${n})) ÷ (1 + z² ÷ ${n}); halfWidth = z · √(share·(1 − share) ÷ ${n} + z² ÷ (4·${n}²)) ÷ (1 + z² ÷ ${n})`;
}
