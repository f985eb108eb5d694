/**
 * Importances of the WHATs of one house, in its order, from any source and in any unit: above 0, or 0 for
 * no importance at all; null where the source says nothing about a WHAT. The others speak for themselves:
 * 0 is an answer, null is none.
 */
export type ImportanceList = readonly (number | null)[];

/** Mean of what is known; null when nothing is. */
function meanOfKnown(values: ImportanceList): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return known.reduce((sum, value) => sum + value / known.length, 0);
}

/**
 * Importances as shares of 100, so that sources of different units can be laid side by side. A WHAT that
 * a source says nothing about counts as an average one: the known ones of m WHATs, k of them known, share
 * 100·k ÷ m, so that a gap neither raises nor lowers the others. It stays null itself.
 *
 * All known ones 0: all get the same share. Nothing known: null throughout.
 * Example: 3, 1, null become 50, 16.67 and null.
 */
export function sharesOfHundred(values: ImportanceList): (number | null)[] {
  const mean = meanOfKnown(values);
  return values.map((value) => {
    if (value === null || mean === null) return null;
    return (100 / values.length) * (mean === 0 ? 1 : value / mean);
  });
}

/**
 * On a scale with 5 for the most important: `proportional` keeps the proportions (a third as important is
 * 1.67), so that the weights of HOWs are those of the source; `spread` puts the least important at 1 and
 * keeps only distances, as people fill in a five-point scale. Null stays null. Where all are equal, both
 * give the middle, 3; so does `proportional` where all are 0.
 */
export function onFivePoints(
  values: ImportanceList,
  fit: 'proportional' | 'spread',
): (number | null)[] {
  const known = values.filter((value) => value !== null);
  const [most, least] = [Math.max(...known), Math.min(...known)];
  const point = (value: number) => {
    if (most === least) return 3;
    return fit === 'proportional' ? (5 * value) / most : 1 + (4 * (value - least)) / (most - least);
  };
  return values.map((value) => (value === null ? null : point(value)));
}

/** What a source gives a house to reckon with: an average importance where it says nothing; 1 if nowhere. */
export function withAverageForMissing(values: ImportanceList): number[] {
  const mean = meanOfKnown(values) ?? 1;
  return values.map((value) => value ?? mean);
}

/** What a Kano analysis says about one WHAT; both null when nobody was in A, O, M or I. */
export interface KanoPull {
  /** 0 to 1, and −1 to 0; see `analyseKano`. */
  better: number | null;
  worse: number | null;
}

/**
 * Importances adjusted by the Kano survey: value × (1 + max(better, |worse|)), up to twice the value for
 * what everybody would be pleased with or miss, unchanged for what leaves all indifferent.
 *
 * The factor is that of Tontini, "Integrating the Kano Model and QFD for Designing New Products", Total
 * Quality Management & Business Excellence 18(6), 2007, 599–612, and of Chaudha et al., "Integration of
 * Kano's Model into Quality Function Deployment", International Journal of Advanced Manufacturing
 * Technology 53, 2011, 689–698, who raise the improvement ratio by it; here it raises the importance, for
 * which no level or target needs to be known. WHATs without a survey get the mean factor of those with
 * one, so that asking about a WHAT does not by itself raise it; without any survey nothing changes.
 */
export function kanoAdjusted(
  values: ImportanceList,
  pulls: readonly (KanoPull | null)[],
): (number | null)[] {
  const factors = values.map((_, i) => {
    const { better, worse } = pulls[i] ?? { better: null, worse: null };
    return better === null || worse === null ? null : 1 + Math.max(better, -worse);
  });
  const usual = meanOfKnown(factors) ?? 1;
  return values.map((value, i) => (value === null ? null : value * (factors[i] ?? usual)));
}
