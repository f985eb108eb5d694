import type { HowWeight } from '../charts/how-weights.option.ts';
import type { HouseView } from '../contract/house.contract.ts';
import { computeHouse, type HouseResult } from '../domain/house/house.ts';

/** The weights of a house as the screens compute them: importance × strength, not normalised. */
export function weightsOf(house: HouseView): HouseResult {
  return computeHouse({
    weights: house.whats.map((what) => what.importance),
    // With no WHAT there are no rows from which to know the number of HOWs.
    relations: house.whats.length === 0 ? [] : house.relations,
  });
}

/** A house's HOWs with their weights, in the house's order; weight 0 while nothing is related. */
export function howWeightsOf(house: HouseView): HowWeight[] {
  const { relative, rank } = weightsOf(house);
  return house.hows.map((how, index) => ({
    howId: how.howId,
    name: how.name,
    relativeWeight: relative[index] ?? 0,
    rank: rank[index] ?? 1,
    csfId: how.csfId,
  }));
}
