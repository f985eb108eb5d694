import type { Interval } from '../../contract/common.schema.ts';
import { studentTQuantile, studentTTwoSidedP } from '../../numerics/student-t.ts';
import { satterthwaiteDf } from '../statistics/satterthwaite.ts';
import type { IndexNote } from './composite-index.ts';

/** What a comparison needs to know of each side. */
export interface ComparedIndex {
  n: number;
  index: number | null;
  standardError: number | null;
}

export interface IndexChange {
  /** later − earlier, in points of the index. */
  difference: number;
  standardError: number;
  t: number;
  /** Satterthwaite's degrees of freedom. */
  df: number;
  /** Two-sided. */
  p: number;
  ci95: Interval;
  /** p < 0.05, which is the same as an interval that leaves out 0. */
  significant: boolean;
}

const significanceLevel = 0.05;

/**
 * The difference between the index of two independent samples (waves, branches), by Welch's method:
 * SE² = SE₁² + SE₂², df as in `satterthwaiteDf` (Welch, Biometrika 34, 1947).
 *
 * Without a test the reason is given instead: `previousMissing` when the earlier side has no index,
 * `noAnswers` when the later has none, `oneRespondent` when a side has no standard error, and
 * `noVariation` when both samples are constant up to rounding: their difference is then certain on
 * paper, and a p of 0 out of two unanimous handfuls would be a lie.
 */
export function compareIndexes(
  later: ComparedIndex,
  earlier: ComparedIndex,
): { change: IndexChange; note: null } | { change: null; note: IndexNote } {
  if (earlier.index === null) return { change: null, note: 'previousMissing' };
  if (later.index === null) return { change: null, note: 'noAnswers' };
  if (later.standardError === null || earlier.standardError === null) {
    return { change: null, note: 'oneRespondent' };
  }
  const standardError = Math.hypot(later.standardError, earlier.standardError);
  const rounding = 10 * Number.EPSILON * Math.max(later.index, earlier.index);
  if (standardError <= rounding) return { change: null, note: 'noVariation' };
  const df = satterthwaiteDf(later.standardError, later.n, earlier.standardError, earlier.n);
  const difference = later.index - earlier.index;
  const t = difference / standardError;
  const reach = studentTQuantile(1 - significanceLevel / 2, df) * standardError;
  const p = studentTTwoSidedP(t, df);
  return {
    change: {
      difference,
      standardError,
      t,
      df,
      p,
      ci95: [difference - reach, difference + reach],
      significant: p < significanceLevel,
    },
    note: null,
  };
}
