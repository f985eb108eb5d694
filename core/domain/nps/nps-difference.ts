import type { Interval } from '../../contract/common.schema.ts';
import { normalTwoSidedP, waldInterval } from '../../numerics/normal.ts';
import type { NpsEstimate } from './nps.ts';

/** Why figures of a comparison are null. */
export type NpsDifferenceNote =
  /** One of the samples has no answer. */
  | 'noAnswers'
  /** Both standard errors are 0: a difference, but no measure of chance. */
  | 'noVariation';

export interface NpsDifference {
  /** a − b, −2…2. */
  difference: number | null;
  standardError: number | null;
  z: number | null;
  /** Two-sided. */
  p: number | null;
  ci95: Interval | null;
  notes: NpsDifferenceNote[];
}

/**
 * Difference between the scores of two independent samples: SE² = SEₐ² + SE_b², z = difference / SE,
 * two-sided p from the standard normal, 95 % Wald interval (see `estimateNps` for its limits). Samples that
 * share respondents, such as two waves of one panel, are not independent: their difference is less
 * uncertain than this says.
 *
 * A sample without answers → everything null, note `noAnswers`. Both samples all in one group → SE is
 * 0, z and p are null and the interval has no width, note `noVariation`: p = 0 out of two unanimous
 * handfuls would be a lie.
 */
export function compareNps(
  a: Pick<NpsEstimate, 'nps' | 'standardError'>,
  b: Pick<NpsEstimate, 'nps' | 'standardError'>,
): NpsDifference {
  if (a.nps === null || b.nps === null || a.standardError === null || b.standardError === null) {
    return {
      difference: null,
      standardError: null,
      z: null,
      p: null,
      ci95: null,
      notes: ['noAnswers'],
    };
  }
  const difference = a.nps - b.nps;
  const standardError = Math.hypot(a.standardError, b.standardError);
  const ci95 = waldInterval(difference, standardError);
  if (standardError === 0) {
    return { difference, standardError, z: null, p: null, ci95, notes: ['noVariation'] };
  }
  const z = difference / standardError;
  return { difference, standardError, z, p: normalTwoSidedP(z), ci95, notes: [] };
}
