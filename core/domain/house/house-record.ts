import type { RoundModel } from '../../contract/round.contract.ts';
import type { HouseModel } from './house-model.ts';

/** The middle of the 1–5 importance that most workshops use. */
export const defaultImportance = 3;

/**
 * A house from elsewhere as the workspace keeps it, with the usual answer to all that a plain model does
 * not say. What others belong to is a group.
 */
export function recordOf(model: HouseModel): RoundModel {
  const parents = new Set(model.whats.map(({ parentId }) => parentId));
  const howParents = new Set(model.hows.map(({ parentId }) => parentId));
  return {
    name: model.name,
    scale: { levels: model.scale.levels.map((level) => ({ ...level })) },
    normalization: 'none',
    weighting: 'importance',
    kanoAdjusted: false,
    roofReading: 'improvement',
    importanceSource: 'direct',
    competitors: [...model.competitors],
    whats: model.whats.map((what) => ({
      ...what,
      ratings: [...what.ratings],
      isGroup: parents.has(what.id),
      importanceBySource: {},
      requirementId: null,
      sourceHowId: null,
    })),
    hows: model.hows.map((how) => ({
      ...how,
      ratings: [...how.ratings],
      isGroup: howParents.has(how.id),
      owner: '',
    })),
    relations: model.relations.map((row) => [...row]),
    roof: model.roof.map((cell) => ({ ...cell })),
    notes: [],
  };
}
