import { AppError } from '../../../core/contract/app-error.ts';
import type { AskedCell, Score, VoteSubject } from '../../../core/contract/workshop.contract.ts';
import {
  importanceVoteLevels,
  relationVoteLevels,
} from '../../../core/domain/workshop/vote-figures.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import type { AskedCells } from '../../../db/repositories/ballot.repository.ts';
import { findHouseSettings } from '../../../db/repositories/house.repository.ts';
import { listLeafIds } from '../../../db/repositories/house-side.repository.ts';
import type { StoredRound } from '../../../db/repositories/workshop-round.repository.ts';

/** What a round asks, of what the house still has, in display order. */
export async function askedNow(
  db: WorkspaceDb,
  houseId: number,
  { whatIds, howIds, cells }: Pick<StoredRound, 'whatIds' | 'howIds' | 'cells'>,
): Promise<{ whatIds: number[]; howIds: number[]; cells: AskedCell[] | null }> {
  const [whats, hows] = [new Set(whatIds), new Set(howIds)];
  const left = {
    whatIds: (await listLeafIds(db, 'what', houseId)).filter((id) => whats.has(id)),
    howIds: (await listLeafIds(db, 'how', houseId)).filter((id) => hows.has(id)),
  };
  if (cells === null) return { ...left, cells };
  const [leftWhats, leftHows] = [new Set(left.whatIds), new Set(left.howIds)];
  return {
    ...left,
    cells: cells.filter(({ whatId, howId }) => leftWhats.has(whatId) && leftHows.has(howId)),
  };
}

/** What may be scored, weakest first. */
export async function levelsOf(
  db: WorkspaceDb,
  houseId: number,
  subject: VoteSubject,
): Promise<number[]> {
  if (subject === 'importance') return [...importanceVoteLevels];
  const settings = await findHouseSettings(db, houseId);
  if (settings === null) throw new AppError('house.notFound');
  return relationVoteLevels(settings.scale);
}

export function refuseOtherScores(
  scores: readonly Score[],
  { whatIds, howIds, cells }: AskedCells,
  levels: readonly number[],
): void {
  const [whats, hows] = [new Set(whatIds), new Set(howIds)];
  const pairs =
    cells === null ? null : new Set(cells.map(({ whatId, howId }) => `${whatId}:${howId}`));
  const known = new Set(levels);
  for (const { whatId, howId, value } of scores) {
    const isAsked =
      whats.has(whatId) &&
      (howId === null ? hows.size === 0 : hows.has(howId)) &&
      (pairs === null || pairs.has(`${whatId}:${howId}`));
    if (!isAsked) throw new AppError('workshop.cellNotAsked');
    if (value !== null && !known.has(value)) {
      throw new AppError('workshop.scoreNotOnScale', { value, levels: levels.join(' · ') });
    }
  }
}
