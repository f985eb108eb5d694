import { maxHouseSide } from '../../contract/house.contract.ts';
import type { RoundModel } from '../../contract/round.contract.ts';
import type { HouseModel } from './house-model.ts';
import { maxHouseLevel } from './house-tree.ts';

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

/** What does not fit together in a record from outside; null for a sound one. */
export type RecordFault = 'shape' | 'tree' | 'tooMany' | 'offScale' | 'unknownNode' | 'repeated';

/**
 * Looks over a record that did not come out of the workspace. Every node has an id of its own and stands
 * after its group; leaves are those that are no groups, at most `maxHouseSide` on a side; relations have a
 * row for each leaf WHAT and a cell in it for each leaf HOW, with 0 or a value of the scale; the roof and
 * notes name leaves, each pair once.
 */
export function recordFault(record: RoundModel): RecordFault | null {
  const { whats, hows, relations, competitors, roof, notes } = record;
  if (!isSoundTree(whats) || !isSoundTree(hows)) return 'tree';
  const rows = new Set(whats.flatMap(({ id, isGroup }) => (isGroup ? [] : [id])));
  const columns = new Set(hows.flatMap(({ id, isGroup }) => (isGroup ? [] : [id])));
  if (Math.max(rows.size, columns.size) > maxHouseSide) return 'tooMany';
  const isShaped =
    relations.length === rows.size &&
    relations.every((row) => row.length === columns.size) &&
    [...whats, ...hows].every(({ ratings }) => ratings.length === competitors.length);
  if (!isShaped) return 'shape';
  const values = new Set([0, ...record.scale.levels.map(({ value }) => value)]);
  if (!relations.every((row) => row.every((value) => values.has(value)))) return 'offScale';
  const isKnown =
    roof.every((cell) => columns.has(cell.howId) && columns.has(cell.otherHowId)) &&
    notes.every((note) => rows.has(note.whatId) && columns.has(note.howId));
  if (!isKnown) return 'unknownNode';
  const pairs = new Set(
    roof.map(({ howId, otherHowId }) =>
      [Math.min(howId, otherHowId), Math.max(howId, otherHowId)].join(' '),
    ),
  );
  const requirements = whats.flatMap(({ requirementId }) => requirementId ?? []);
  const isOnce =
    pairs.size === roof.length &&
    roof.every(({ howId, otherHowId }) => howId !== otherHowId) &&
    new Set(requirements).size === requirements.length;
  return isOnce ? null : 'repeated';
}

function isSoundTree(
  nodes: readonly { id: number; parentId: number | null; isGroup: boolean }[],
): boolean {
  const levels = new Map<number, { level: number; isGroup: boolean }>();
  for (const { id, parentId, isGroup } of nodes) {
    const parent = parentId === null ? { level: 0, isGroup: true } : levels.get(parentId);
    if (levels.has(id) || parent?.isGroup !== true || parent.level >= maxHouseLevel) return false;
    levels.set(id, { level: parent.level + 1, isGroup });
  }
  return true;
}
