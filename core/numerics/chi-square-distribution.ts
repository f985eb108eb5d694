import gammaln from '@stdlib/math-base-special-gammaln';
import log1pmx from '@stdlib/math-base-special-log1pmx';

/**
 * Probability of a chi-square variable with `df` > 0 degrees of freedom being at least `x` ≥ 0:
 * Q(df/2, x/2), the upper regularised incomplete gamma function.
 *
 * Below the mean by the power series of P = 1 − Q (DLMF 8.11.4), above it by Legendre's continued
 * fraction of Q itself (DLMF 8.9.2, modified Lentz), so that a p of 1e-12 keeps its digits. Written
 * here because the library at hand is off in the third digit from 1,000 degrees of freedom on
 * (docs/adr/0007); held against 40-digit references in the tests, up to 100,000 degrees of freedom.
 */
export function chiSquareUpperTail(x: number, df: number): number {
  const a = df / 2;
  const half = x / 2;
  if (half <= 0) return 1;
  const front = incompleteGammaFront(a, half);
  if (front === 0) return half < a ? 1 : 0;
  return half < a + 1
    ? Math.max(0, 1 - front * lowerSeries(a, half))
    : front * upperFraction(a, half);
}

const relativePrecision = 1e-16;
/** Far above what 1e7 degrees of freedom need (about √df terms); a bound, so that no input loops on. */
const mostTerms = 1_000_000;

/** xᵃ·e⁻ˣ / Γ(a). Near x = a, where it matters, the large logarithms are taken out before they cancel. */
function incompleteGammaFront(a: number, x: number): number {
  if (a < 10) return Math.exp(a * Math.log(x) - x - gammaln(a));
  const exponent = a * log1pmxOf((x - a) / a);
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(exponent - stirlingRest(a));
}

/** ln(1 + u) − u; the library's own is for small u only. */
function log1pmxOf(u: number): number {
  return Math.abs(u) < 0.5 ? log1pmx(u) : Math.log1p(u) - u;
}

/** ln Γ(a) less Stirling's (a − ½)·ln a − a + ½·ln 2π, for a ≥ 10 (DLMF 5.11.1). */
function stirlingRest(a: number): number {
  const s = 1 / (a * a);
  return (
    (1 / 12 -
      s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) /
    a
  );
}

/** Σ xⁿ / (a(a+1)…(a+n)), so that P = front · sum. */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < mostTerms; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * relativePrecision) break;
  }
  return sum;
}

/** Continued fraction 1/(x+1−a− 1(1−a)/(x+3−a− …)), so that Q = front · value. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < mostTerms; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = notZero(numerator * d + b, tiny);
    c = notZero(b + numerator / c, tiny);
    d = 1 / d;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < relativePrecision * 4) break;
  }
  return value;
}

function notZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
