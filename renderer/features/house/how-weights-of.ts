import type { HowWeight } from '../../../core/charts/how-weights.option.ts';
import type { HouseHow } from '../../../core/contract/house.contract.ts';
import type { HowFigures } from '../../../core/domain/house/house-figures.ts';

/** HOWs with what they weigh, in the order of the matrix; no relations at all weigh nothing. */
export function howWeightsOf(hows: readonly HouseHow[], result: HowFigures): HowWeight[] {
  return hows.map(({ howId, name, csfId }, index) => ({
    howId,
    name,
    csfId,
    relativeWeight: result.relative[index] ?? 0,
    rank: result.rank[index] ?? 1,
  }));
}
