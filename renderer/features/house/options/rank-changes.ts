import type { HouseView } from '../../../../core/contract/house.contract.ts';
import { houseFigures } from '../../../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../../../core/domain/house/house-of-view.ts';

/** A HOW that would stand elsewhere in the ranking. */
export interface RankChange {
  name: string;
  before: number;
  after: number;
}

/** What another house of the same HOWs does to their ranks, the best ranked after it first. */
export function rankChanges(before: HouseView, after: HouseView): RankChange[] {
  const ranks = (view: HouseView) =>
    houseFigures(modelOfView(view), figureOptionsOf(view)).hows.rank;
  const then = ranks(after);
  return ranks(before)
    .map((rank, place) => ({
      name: before.hows[place]?.name ?? '',
      before: rank,
      after: then[place] ?? rank,
    }))
    .filter((change) => change.before !== change.after)
    .toSorted((a, b) => a.after - b.after || a.before - b.before);
}
