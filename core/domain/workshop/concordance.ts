import { AppError } from '../../contract/app-error.ts';
import { chiSquareUpperTail } from '../../numerics/chi-square-distribution.ts';
import { midRanks } from '../../numerics/mid-ranks.ts';

/** Why figures of a concordance are null, or what to know before they are used. */
export type ConcordanceNote =
  /** Fewer than two participants, or two things that all of them scored. */
  | 'tooFew'
  /** Every participant put everything on a level. */
  | 'allTied'
  /** χ² is rough for fewer than eight things (Siegel & Castellan 1988). */
  | 'smallSample';

export interface Concordance {
  /** Participants and things that count: those with at least one, and those all of them scored. */
  raters: number;
  items: number;
  /** 0 no agreement to 1 the same order; null where there is none to compute. */
  w: number | null;
  /** m(n − 1)·W with n − 1 degrees of freedom; p: how likely such a W is by chance. */
  chiSquare: number | null;
  df: number | null;
  p: number | null;
  /** Σ of the ranks over participants for each thing; null for things that do not count. */
  rankSums: (number | null)[];
  notes: ConcordanceNote[];
}

/**
 * Kendall's coefficient of concordance: how far participants agree on the order of things.
 *
 *   W = 12·S ÷ (m²·n(n² − 1) − m·T), S = Σ (Rᵢ − R̄)², T = Σ (t³ − t) over all ties of all participants
 *
 * Ties share their mean rank. Source: Kendall & Babington Smith, "The Problem of m Rankings", Annals of
 * Mathematical Statistics 10(3), 1939, 275–287; ties and χ²: Siegel & Castellan, "Nonparametric Statistics
 * for the Behavioral Sciences", 2nd ed., McGraw-Hill, 1988, 262–272.
 *
 * `scores[k][i]`: what participant k gave thing i, the larger the more; null where nothing. Participants
 * who scored nothing are left out, then things that not all the others scored: a rank among other things
 * would not be the same rank. Throws `calculation.sizeMismatch` for rows of different length.
 */
export function concordance(scores: readonly (readonly (number | null)[])[]): Concordance {
  const width = scores[0]?.length ?? 0;
  const ragged = scores.findIndex((row) => row.length !== width);
  if (ragged >= 0) throw new AppError('calculation.sizeMismatch', {}, `scores[${ragged}]`);
  const raters = scores.filter((row) => row.some((score) => score !== null));
  const items = Array.from({ length: width }, (_, i) => i).filter(
    (i) => raters.length > 0 && raters.every((row) => row[i] !== null),
  );
  const ranks = raters.map((row) => midRanks(items.map((i) => row[i] ?? 0)));
  const sums = items.map((_, place) => ranks.reduce((sum, own) => sum + (own[place] ?? 0), 0));
  const sumAt = new Map(items.map((i, place) => [i, sums[place] ?? null]));
  return {
    raters: raters.length,
    items: items.length,
    rankSums: Array.from({ length: width }, (_, i) => sumAt.get(i) ?? null),
    ...coefficientOf(ranks, sums),
  };
}

/** How many scored anything; `raters` of a concordance may be fewer. */
export interface FinishedConcordance extends Concordance {
  voters: number;
}

/**
 * The same over those who scored everything that anybody scored: one who only began would leave little for
 * the others to be compared on. Where fewer than two finished it is over all, and on what all of them scored.
 */
export function concordanceOfFinished(
  scores: readonly (readonly (number | null)[])[],
): FinishedConcordance {
  const begun = scores.filter((row) => row.some((score) => score !== null));
  const asked = Array.from({ length: begun[0]?.length ?? 0 }, (_, i) => i).filter((i) =>
    begun.some((row) => row[i] !== null),
  );
  const finished = begun.filter((row) => asked.every((i) => row[i] !== null));
  return {
    ...concordance(finished.length >= 2 ? finished : scores),
    voters: begun.length,
  };
}

function coefficientOf(
  ranks: readonly (readonly number[])[],
  sums: readonly number[],
): Pick<Concordance, 'w' | 'chiSquare' | 'df' | 'p' | 'notes'> {
  const [m, n] = [ranks.length, sums.length];
  const none = { w: null, chiSquare: null, df: null, p: null };
  if (m < 2 || n < 2) return { ...none, notes: ['tooFew'] };
  const mean = (m * (n + 1)) / 2;
  const squares = sums.reduce((total, sum) => total + (sum - mean) ** 2, 0);
  const ties = ranks.reduce((total, own) => total + tieTerm(own), 0);
  const most = m * m * n * (n * n - 1) - m * ties;
  if (most === 0) return { ...none, notes: ['allTied'] };
  const w = Math.min(1, (12 * squares) / most);
  const chiSquare = m * (n - 1) * w;
  return {
    w,
    chiSquare,
    df: n - 1,
    p: chiSquareUpperTail(chiSquare, n - 1),
    notes: n < 8 ? ['smallSample'] : [],
  };
}

/** Σ (t³ − t) over groups of t equal ranks. */
function tieTerm(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size ** 3 - size), 0);
}
