import { AppError } from '../../../core/contract/app-error.ts';
import { scoresOfItems } from '../../../core/domain/importance/survey-importance.ts';
import { answersTo } from '../../../core/domain/index/survey-columns.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  listItemRequirements,
  listWaveHeads,
  readItemScales,
} from '../../../db/repositories/csi.repository.ts';
import { listStoredWhats } from '../../../db/repositories/house-side.repository.ts';
import { listRequirementPlaces } from '../../../db/repositories/requirement.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse } from '../house-guard.ts';
import { derivedImportance } from '../importance/derive-importance.ts';
import { waveColumnsOf } from '../wave-samples.ts';

export const importanceHandlers: HandlersOf<'importance'> = {
  'importance.fromSurvey': async ({ session }, { houseId, waveId, wholeItemId, method }) => {
    await requireHouse(session.db, houseId);
    const wave = (await listWaveHeads(session.db)).find((head) => head.waveId === waveId);
    if (wave === undefined) throw new AppError('survey.waveNotFound');
    if (!wave.itemIds.has(wholeItemId)) throw new AppError('importance.wholeNotAsked');
    const scales = await readItemScales(session.db);
    const survey = await waveColumnsOf(session, waveId);
    // What is explained by itself would be all there is.
    const measuring = await itemsByWhat(session.db, houseId, (itemId) =>
      itemId === wholeItemId ? false : wave.itemIds.has(itemId),
    );
    const columns = measuring.map(({ itemIds }) =>
      scoresOfItems(
        itemIds.flatMap((itemId) => {
          const scale = scales.get(itemId);
          return scale === undefined ? [] : [{ ...scale, values: answersTo(itemId, survey) }];
        }),
      ),
    );
    const whole = answersTo(wholeItemId, survey);
    const { figures, ...result } = await derivedImportance({ whole, columns, method });
    return {
      ...result,
      whats: measuring.map(({ whatId, itemIds }, i) => ({
        whatId,
        items: itemIds.map((itemId) => ({ itemId, label: scales.get(itemId)?.label ?? '' })),
        figure: figures[i] ?? null,
      })),
    };
  },
};

/** The items that measure each WHAT's requirement, or one below it. */
async function itemsByWhat(
  db: WorkspaceDb,
  houseId: number,
  isAsked: (itemId: number) => boolean,
): Promise<{ whatId: number; itemIds: number[] }[]> {
  const parents = new Map(
    (await listRequirementPlaces(db)).map(({ id, parentId }) => [id, parentId]),
  );
  const itemsOf = new Map<number, Set<number>>();
  for (const [itemId, requirementIds] of await listItemRequirements(db)) {
    if (!isAsked(itemId)) continue;
    for (const requirementId of requirementIds) {
      for (
        let above: number | null | undefined = requirementId;
        above !== null && above !== undefined;
        above = parents.get(above)
      ) {
        itemsOf.set(above, (itemsOf.get(above) ?? new Set()).add(itemId));
      }
    }
  }
  return (await listStoredWhats(db, houseId)).flatMap(({ id, isGroup, requirementId }) =>
    isGroup
      ? []
      : [
          {
            whatId: id,
            itemIds: [...(itemsOf.get(requirementId ?? 0) ?? [])].toSorted((a, b) => a - b),
          },
        ],
  );
}
