/**
 * Van der Eijk's agreement A on an ordered scale: 1 when all chose one level, 0 when every level was chosen
 * alike, −1 when half chose either end. Votes on neighbouring levels agree more than votes on levels with
 * a gap between them, whatever numbers the levels carry.
 *
 * Votes are peeled off in layers, each a pattern of levels that are filled (1) or empty (0) and weighs as
 * many votes as it holds. Of a pattern with S of K levels filled:
 *
 *   A = U·(1 − (S − 1) ÷ (K − 1)), U = ((K − 2)·TU − (K − 1)·TDU) ÷ ((K − 2)·(TU + TDU))
 *
 * TU counts the triples of levels, in order, that are 110 or 011, TDU those that are 101.
 * Source: van der Eijk, "Measuring Agreement in Ordered Rating Scales", Quality & Quantity 35(3), 2001,
 * 325–341.
 *
 * `counts[l]`: votes on level l, whole numbers ≥ 0. Null without votes, and for fewer than three levels,
 * which have no triples.
 */
export function levelAgreement(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || counts.length < 3) return null;
  let rest = counts.slice();
  let agreement = 0;
  for (;;) {
    const filled = rest.filter((count) => count > 0);
    if (filled.length === 0) return agreement;
    const depth = Math.min(...filled);
    agreement += ((depth * filled.length) / total) * patternAgreement(rest.map((c) => c > 0));
    rest = rest.map((count) => Math.max(0, count - depth));
  }
}

function patternAgreement(filled: readonly boolean[]): number {
  const levels = filled.length;
  const chosen = filled.filter(Boolean).length;
  if (chosen === 1) return 1;
  if (chosen === levels) return 0;
  let [unimodal, bimodal] = [0, 0];
  for (let i = 0; i < levels; i++) {
    for (let j = i + 1; j < levels; j++) {
      for (let k = j + 1; k < levels; k++) {
        if (filled[i] === true && filled[k] === true && filled[j] === false) bimodal++;
        else if (filled[j] === true && filled[i] !== filled[k]) unimodal++;
      }
    }
  }
  const unimodality =
    ((levels - 2) * unimodal - (levels - 1) * bimodal) / ((levels - 2) * (unimodal + bimodal));
  return unimodality * (1 - (chosen - 1) / (levels - 1));
}

/**
 * Consensus of Tastle and Wierman on an ordered scale: 1 when all chose one level, 0 when half chose
 * either end:
 *
 *   Cns = 1 + Σ pₗ·log₂(1 − |l − μ| ÷ (L − 1)), μ the mean place of the votes, L levels
 *
 * Source: Tastle & Wierman, "Consensus and Dissention: A Measure of Ordinal Dispersion", International
 * Journal of Approximate Reasoning 45(3), 2007, 531–545. Levels count by their places, not by the numbers
 * they carry. `counts` as in `levelAgreement`; null without votes or for fewer than two levels.
 */
export function levelConsensus(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || counts.length < 2) return null;
  const mean = counts.reduce((sum, count, place) => sum + count * place, 0) / total;
  const width = counts.length - 1;
  const consensus = counts.reduce(
    (sum, count, place) =>
      count === 0 ? sum : sum + (count / total) * Math.log2(1 - Math.abs(place - mean) / width),
    1,
  );
  return Math.min(1, Math.max(0, consensus));
}
