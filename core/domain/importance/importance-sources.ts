import { AppError } from '../../contract/app-error.ts';
import type { ImportanceSource } from '../../contract/house.contract.ts';
import { rankDescending } from '../house/house.ts';
import { type ImportanceList, onFivePoints, sharesOfHundred } from './importance-scale.ts';
import { kendallTauB, spearmanRho, topOverlap } from './rank-agreement.ts';

export interface SourceValues {
  source: ImportanceSource;
  values: ImportanceList;
}

/** One source on the scales it can be compared on. */
export interface ComparedSource {
  source: ImportanceSource;
  /** Shares of 100, and both five-point scales; see `importance-scale`. */
  shares: (number | null)[];
  proportional: (number | null)[];
  spread: (number | null)[];
  /** Among the WHATs the source knows: 1 is the most important, ties share the smaller rank. */
  ranks: (number | null)[];
  /** WHATs about which it says nothing. */
  missing: number;
}

/** How far two sources agree, over the WHATs that both know. */
export interface SourceAgreement {
  a: ImportanceSource;
  b: ImportanceSource;
  /** WHATs that both know. */
  n: number;
  kendallTauB: number | null;
  spearman: number | null;
  topOverlap: number | null;
}

/** How far sources are apart about one WHAT. */
export interface WhatDifference {
  /** Place of the WHAT in the lists. */
  what: number;
  /** Sources that say least and most about it, by shares. */
  lowest: ImportanceSource;
  highest: ImportanceSource;
  /** Difference of their shares, in points of 100. */
  shareSpan: number;
  /** Between its best and its worst rank. */
  rankSpan: number;
}

export interface ImportanceComparison {
  sources: ComparedSource[];
  /** Every pair of sources once. */
  agreements: SourceAgreement[];
  /** Largest difference of shares first; only WHATs that two sources know. */
  differences: WhatDifference[];
}

/**
 * Lays the importances from several sources side by side: one scale for all, how far they agree in order,
 * and about which WHATs they differ most.
 *
 * Ranks are counted among the WHATs that a source knows, agreements over those that both know: a gap is
 * nowhere taken for an answer, nor for 0.
 *
 * `topK` ≥ 1: how many of the most important to compare. Throws `calculation.sizeMismatch` for lists of
 * different length and `calculation.outOfRange` for a value that is negative or not finite, with a path
 * below `sources[s]`. No sources, or none that know anything, give empty lists and null figures.
 */
export function compareImportance(
  sources: readonly SourceValues[],
  topK: number,
): ImportanceComparison {
  refuseBadLists(sources);
  const compared = sources.map(comparedSource);
  const agreements = sources.flatMap((a, s) =>
    sources.slice(s + 1).map((b) => agreementOf(a, b, topK)),
  );
  const size = sources[0]?.values.length ?? 0;
  const differences = Array.from({ length: size }, (_, what) => differenceAt(compared, what))
    .filter((difference) => difference !== null)
    .toSorted((a, b) => b.shareSpan - a.shareSpan || b.rankSpan - a.rankSpan);
  return { sources: compared, agreements, differences };
}

function comparedSource({ source, values }: SourceValues): ComparedSource {
  return {
    source,
    shares: sharesOfHundred(values),
    proportional: onFivePoints(values, 'proportional'),
    spread: onFivePoints(values, 'spread'),
    ranks: ranksOfKnown(values),
    missing: values.filter((value) => value === null).length,
  };
}

function ranksOfKnown(values: ImportanceList): (number | null)[] {
  const places = values.flatMap((value, i) => (value === null ? [] : [i]));
  const ranks = rankDescending(places.map((i) => values[i] ?? 0));
  const rankAt = new Map(places.map((i, p) => [i, ranks[p] ?? null]));
  return values.map((_, i) => rankAt.get(i) ?? null);
}

function agreementOf(a: SourceValues, b: SourceValues, topK: number): SourceAgreement {
  const known = a.values.flatMap((value, i) => {
    const other = b.values[i] ?? null;
    return value === null || other === null ? [] : [{ value, other }];
  });
  const first = known.map(({ value }) => value);
  const second = known.map(({ other }) => other);
  return {
    a: a.source,
    b: b.source,
    n: known.length,
    kendallTauB: kendallTauB(first, second),
    spearman: spearmanRho(first, second),
    topOverlap: topOverlap(first, second, topK),
  };
}

function differenceAt(compared: readonly ComparedSource[], what: number): WhatDifference | null {
  const said = compared
    .flatMap(({ source, shares, ranks }) => {
      const [share, rank] = [shares[what] ?? null, ranks[what] ?? null];
      return share === null || rank === null ? [] : [{ source, share, rank }];
    })
    .toSorted((a, b) => a.share - b.share);
  const [low, high] = [said.at(0), said.at(-1)];
  if (low === undefined || high === undefined || said.length < 2) return null;
  const ranks = said.map(({ rank }) => rank);
  return {
    what,
    lowest: low.source,
    highest: high.source,
    shareSpan: high.share - low.share,
    rankSpan: Math.max(...ranks) - Math.min(...ranks),
  };
}

function refuseBadLists(sources: readonly SourceValues[]): void {
  for (const [s, { values }] of sources.entries()) {
    if (values.length !== sources[0]?.values.length)
      throw new AppError('calculation.sizeMismatch', {}, `sources[${s}].values`);
    const bad = values.findIndex(
      (value) => value !== null && !(Number.isFinite(value) && value >= 0),
    );
    if (bad >= 0) throw new AppError('calculation.outOfRange', {}, `sources[${s}].values[${bad}]`);
  }
}
