import { AppError } from '../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../core/contract/contract.ts';
import type { MergedRequirements } from '../../core/contract/requirement.contract.ts';
import { planMerge } from '../../core/domain/requirement/requirement-merge.ts';
import { planMove } from '../../core/domain/requirement/requirement-move.ts';
import {
  deleteRequirement,
  insertRequirement,
  listRequirementPlaces,
  placeRequirements,
} from '../../db/repositories/requirement.repository.ts';
import {
  combineRows,
  dropQuotesFrom,
  giveRow,
  handOverQuote,
  listHousesOf,
  moveLinks,
  shareItems,
  shareLinks,
  takeOverHead,
} from '../../db/repositories/requirement-evidence.repository.ts';
import type { HostContext } from './host-context.ts';
import { nameOf, requirementAreas } from './requirement-edits.ts';
import type { WorkspaceTransaction } from './workspace-session.ts';

/** A new sibling right below the original takes some of its VOC; see `requirement.split`. */
export async function splitRequirement(
  context: HostContext,
  { id, vocIds, name }: ParsedInputOf<'requirement.split'>,
): Promise<{ id: number; moved: number }> {
  const original = await nameOf(context.session.db, id);
  const step = {
    label: 'requirement:undo.split',
    params: { name: original, part: name, count: vocIds.length },
  };
  return context.edit(step, requirementAreas, async (trx) => {
    const places = await listRequirementPlaces(trx);
    const own = places.find((place) => place.id === id);
    const parentId = own?.parentId ?? null;
    const siblings = places
      .filter((place) => place.parentId === parentId)
      .toSorted((a, b) => a.position - b.position || a.id - b.id);
    const partId = await insertRequirement(trx, {
      name,
      description: '',
      parentId,
      position: (siblings.at(-1)?.position ?? 0) + 1,
      createdAt: new Date().toISOString(),
    });
    const position = siblings.findIndex((place) => place.id === id) + 1;
    const move = { id: partId, parentId, position };
    await placeRequirements(trx, planMove(await listRequirementPlaces(trx), move));
    const moved = await moveLinks(trx, id, partId, vocIds);
    if (moved === 0) throw new AppError('requirement.splitNothing');
    await handOverQuote(trx, id, partId);
    await dropQuotesFrom(trx, [id], vocIds);
    return { id: partId, moved };
  });
}

/** One requirement of several; see `requirement.merge`. */
export async function mergeRequirements(
  context: HostContext,
  ids: readonly number[],
  intoId: number,
): Promise<MergedRequirements> {
  const name = await nameOf(context.session.db, intoId);
  const others = [...new Set(ids)].filter((id) => id !== intoId);
  const step = { label: 'requirement:undo.merge', params: { name, count: others.length } };
  const areas = [...requirementAreas, 'survey', 'csi'] as const;
  return context.edit(step, areas, async (trx) => {
    await placeRequirements(trx, planMerge(await listRequirementPlaces(trx), others, intoId));
    let added = 0;
    const combined = new Set<number>();
    const taken = new Set<number>();
    for (const id of others) {
      added += await shareLinks(trx, id, intoId);
      await shareItems(trx, id, intoId);
      await takeOverHead(trx, id, intoId);
      await handOverQuote(trx, id, intoId);
      await mergeRows(trx, id, intoId, { combined, taken });
    }
    for (const id of others) await deleteRequirement(trx, id);
    return { added, combinedHouses: combined.size, takenHouses: taken.size };
  });
}

async function mergeRows(
  trx: WorkspaceTransaction,
  fromId: number,
  intoId: number,
  { combined, taken }: { combined: Set<number>; taken: Set<number> },
): Promise<void> {
  const already = new Set(await listHousesOf(trx, intoId));
  for (const houseId of await listHousesOf(trx, fromId)) {
    if (already.has(houseId)) {
      await combineRows(trx, houseId, fromId, intoId);
      combined.add(houseId);
    } else {
      await giveRow(trx, houseId, fromId, intoId);
      taken.add(houseId);
    }
  }
}
