import type { HowWeight } from '../charts/how-weights.option.ts';
import type { HouseView } from '../contract/house.contract.ts';
import { scoreHows } from '../domain/house/house-matrix.ts';

/** A house's HOWs with their weights, in the house's order; weight 0 while nothing is related. */
export function howWeightsOf(house: HouseView): HowWeight[] {
  const scores = scoreHows(house);
  return house.hows.map((how) => {
    const score = scores.get(how.howId);
    return {
      howId: how.howId,
      name: how.name,
      relativeWeight: score?.relative ?? 0,
      rank: score?.rank ?? 1,
      csfId: how.csfId,
    };
  });
}
