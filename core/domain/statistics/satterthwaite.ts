/**
 * Degrees of freedom of the difference of two independent means (F. E. Satterthwaite, "An Approximate
 * Distribution of Estimates of Variance Components", Biometrics Bulletin 2, 1946, 110–114):
 * (SE₁² + SE₂²)² / (SE₁⁴/(n₁ − 1) + SE₂⁴/(n₂ − 1)).
 *
 * Standard errors ≥ 0 in one unit, not both 0; sizes ≥ 2. Shares of the whole keep the fourth powers
 * from vanishing when the errors are tiny.
 */
export function satterthwaiteDf(error1: number, n1: number, error2: number, n2: number): number {
  const whole = Math.hypot(error1, error2);
  const share1 = (error1 / whole) ** 2;
  const share2 = (error2 / whole) ** 2;
  return 1 / (share1 ** 2 / (n1 - 1) + share2 ** 2 / (n2 - 1));
}
