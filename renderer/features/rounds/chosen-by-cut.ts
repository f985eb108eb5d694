import type { HouseHow } from '../../../core/contract/house.contract.ts';
import { placesAboveCut } from '../../../core/domain/house/weight-cut.ts';

export interface ChosenByCut {
  howIds: ReadonlySet<number>;
  /** How many stand above the cut. */
  above: number;
  /** Of those, how many are there only because they weigh the same as the last one needed. */
  tied: number;
  /** CSFs below the cut: chosen already, so they stay. */
  keptCsfs: number;
}

/** HOWs that together weigh `share` (0 to 1) of the whole, and every CSF. `weights` in the order of `hows`. */
export function chosenByCut(
  hows: readonly Pick<HouseHow, 'howId' | 'csfId'>[],
  weights: readonly number[],
  share: number,
): ChosenByCut {
  const above = new Set(placesAboveCut(weights, { kind: 'share', share }));
  const kept = hows.filter(({ csfId }, place) => csfId !== null && !above.has(place));
  const chosen = hows.filter(({ csfId }, place) => csfId !== null || above.has(place));
  return {
    howIds: new Set(chosen.map(({ howId }) => howId)),
    above: above.size,
    tied: above.size - neededFor(weights, above, share),
    keptCsfs: kept.length,
  };
}

/** As few of the lines above the cut as reach it. */
function neededFor(weights: readonly number[], above: ReadonlySet<number>, share: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  let needed = 0;
  for (const place of above) {
    if (sum >= total * (share - 1e-12)) break;
    sum += weights[place] ?? 0;
    needed++;
  }
  return needed;
}
