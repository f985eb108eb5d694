import { useMemo } from 'react';
import type { HouseHow, HouseView } from '../../../core/contract/house.contract.ts';
import { houseFigures } from '../../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../../core/domain/house/house-of-view.ts';

/** A HOW as the house weighs it now. */
export interface RankedHow extends HouseHow {
  rank: number;
  /** A fraction; null while nothing weighs anything. */
  share: number | null;
}

/** The HOWs of a house from the heaviest down; of equal weights the one that comes first stays first. */
export function useRanking(view: HouseView): RankedHow[] {
  return useMemo(() => {
    const { hows } = houseFigures(modelOfView(view), figureOptionsOf(view));
    return view.hows
      .map((how, place) => ({
        ...how,
        rank: hows.rank[place] ?? 1,
        share: hows.relative[place] ?? null,
      }))
      .toSorted((a, b) => a.rank - b.rank);
  }, [view]);
}
