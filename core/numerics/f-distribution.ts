import betainc from '@stdlib/math-base-special-betainc';

/**
 * Probability of an F variable with `df1`, `df2` > 0 degrees of freedom (need not be whole) being at
 * least `f` ≥ 0.
 *
 * P(F ≥ f) = I_x(df2/2, df1/2) with x = df2/(df2 + df1·f) (DLMF 8.17). Of the two equal forms the one
 * whose argument is the smaller is taken, so that a p of 1e-12 keeps its digits.
 */
export function fUpperTail(f: number, df1: number, df2: number): number {
  const explained = df1 * f;
  const whole = df2 + explained;
  return explained > df2
    ? betainc(df2 / whole, df2 / 2, df1 / 2, true, false)
    : betainc(explained / whole, df1 / 2, df2 / 2, true, true);
}
