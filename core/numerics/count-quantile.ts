/**
 * The quantile that `quantileOf` gives (type 7 of Hyndman & Fan 1996), of whole numbers from 0 up that
 * have been counted: `counts[k]` says how often k occurs. `p` in 0–1. Throws RangeError when nothing was
 * counted.
 */
export function quantileOfCounts(counts: ArrayLike<number>, p: number): number {
  let total = 0;
  for (let k = 0; k < counts.length; k++) total += counts[k] as number;
  if (total === 0) throw new RangeError('no quantile of nothing');
  const place = p * (total - 1);
  const below = Math.floor(place);
  const low = numberAtPlace(counts, below);
  const high = numberAtPlace(counts, Math.min(below + 1, total - 1));
  return low + (place - below) * (high - low);
}

/** The number at a place, from 0, when all that was counted is put in order. */
function numberAtPlace(counts: ArrayLike<number>, place: number): number {
  let passed = 0;
  for (let k = 0; k < counts.length; k++) {
    passed += counts[k] as number;
    if (passed > place) return k;
  }
  return counts.length - 1;
}
