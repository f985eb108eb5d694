import type { HouseHow, HouseView, HouseWhat } from '../../core/contract/house.contract.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';

interface HouseParts extends Partial<Omit<HouseView, 'whats' | 'hows'>> {
  whats: (Partial<HouseWhat> & Pick<HouseWhat, 'whatId' | 'name'>)[];
  hows: (Partial<HouseHow> & Pick<HouseHow, 'howId' | 'name'>)[];
  relations: number[][];
}

/** A house as the host shows one without groups, plan or competitors, but for what `parts` says. */
export function houseViewOf({ whats, hows, ...parts }: HouseParts): HouseView {
  return {
    id: 1,
    name: '집',
    scale: { levels: usualScale.levels.map((level) => ({ ...level })) },
    normalization: 'none',
    weighting: 'importance',
    kanoAdjusted: false,
    roofReading: 'improvement',
    importanceSource: 'direct',
    cascadedFrom: null,
    branchedFrom: null,
    competitors: [],
    whatGroups: [],
    howGroups: [],
    roof: [],
    notes: [],
    ...parts,
    whats: whats.map((what, i) => ({
      parentId: null,
      position: i,
      number: String(i + 1),
      requirementId: what.whatId,
      sourceHowId: null,
      code: String(i + 1),
      importance: 3,
      importanceBySource: {},
      current: null,
      target: null,
      salesPoint: 1,
      kano: null,
      ratings: [],
      vocCount: 0,
      ...what,
    })),
    hows: hows.map((how, j) => ({
      parentId: null,
      position: j,
      number: String(j + 1),
      unit: '',
      direction: 'up',
      targetValue: '',
      owner: '',
      difficulty: null,
      ownRating: null,
      ratings: [],
      csfId: null,
      ...how,
    })),
  };
}
