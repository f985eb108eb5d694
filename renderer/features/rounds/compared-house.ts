import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { RoundHead, RoundModel } from '../../../core/contract/round.contract.ts';
import type { HouseModel } from '../../../core/domain/house/house-model.ts';
import { modelOfView } from '../../../core/domain/house/house-of-view.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';

/** How a house is computed and read, beside what is said in it. */
export type HouseSettings = Pick<
  RoundModel,
  'normalization' | 'weighting' | 'kanoAdjusted' | 'roofReading' | 'importanceSource'
>;

/** One side of a comparison. */
export interface ComparedHouse {
  readonly key: number;
  readonly name: string;
  readonly model: HouseModel;
  readonly settings: HouseSettings;
  readonly notes: readonly { whatId: number; howId: number; note: string }[];
}

/**
 * The house that a key in the address stands for: a round by its id, 0 for the house as it stands, below 0
 * another house as it stands. Null while it is fetched, or when there is none.
 */
export function useComparedHouse(houseId: number, key: number): ComparedHouse | null {
  const isRound = key > 0;
  const viewId = key < 0 ? -key : houseId;
  const { data: round } = useHostQuery('round.get', { id: key }, { enabled: isRound });
  const { data: view } = useHostQuery('house.get', { id: viewId }, { enabled: !isRound });
  // What was fetched before stays on screen meanwhile, and would be taken for this.
  if (isRound) return round?.id === key ? ofRound(round) : null;
  return view?.id === viewId ? ofView(key, view) : null;
}

const ofRounds = new WeakMap<object, ComparedHouse>();

/** The same object for the same answer, so that a comparison is computed once. */
function ofRound(round: RoundHead & { model: RoundModel }): ComparedHouse {
  const known = ofRounds.get(round);
  if (known !== undefined) return known;
  const { id: key, name, model } = round;
  const made = { key, name, model, settings: model, notes: model.notes };
  ofRounds.set(round, made);
  return made;
}

function ofView(key: number, view: HouseView): ComparedHouse {
  const known = ofRounds.get(view);
  if (known !== undefined && known.key === key) return known;
  const made = {
    key,
    name: view.name,
    model: modelOfView(view),
    settings: view,
    notes: view.notes,
  };
  ofRounds.set(view, made);
  return made;
}
