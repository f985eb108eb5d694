import { workedNumber } from './explanation.ts';

/** What `workedNumber` shows. */
const usualDigits = 6;
/** A double has no more. */
const mostDigits = 17;

/**
 * `3.0036946 − 3` for a worked line: both numbers with as many digits as it takes for the difference
 * to come out with six of its own. Numbers that lie close together would otherwise look the same, and
 * their difference come from nowhere. null is –.
 */
export function workedDifference(a: number | null, b: number | null): string {
  if (a === null || b === null) return `${workedNumber(a)} − ${workedNumber(b)}`;
  const digits = digitsForDifference(a, b);
  return `${withDigits(a, digits)} − ${workedFactor(withDigits(b, digits))}`;
}

/** A number that an operation follows or precedes: a negative one in brackets, `(−0.5)²`. */
export function workedFactor(shown: string): string {
  return shown.startsWith('−') ? `(${shown})` : shown;
}

function digitsForDifference(a: number, b: number): number {
  const distance = Math.abs(a - b);
  const size = Math.max(Math.abs(a), Math.abs(b));
  if (!(distance > 0 && Number.isFinite(distance))) return usualDigits;
  const lost = Math.max(0, Math.ceil(Math.log10(size) - Math.log10(distance)));
  return Math.min(mostDigits, usualDigits + lost);
}

function withDigits(value: number, digits: number): string {
  if (!Number.isFinite(value)) return workedNumber(null);
  return String(Number(value.toPrecision(digits))).replaceAll('-', '−');
}
