import { AppError } from '../../../core/contract/app-error.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { updateHouseSettings } from '../../../db/repositories/house.repository.ts';
import { findCells, writeCells } from '../../../db/repositories/house-cell.repository.ts';
import { setImportance } from '../../../db/repositories/house-importance.repository.ts';
import { listStoredWhats } from '../../../db/repositories/house-side.repository.ts';
import { requireLeaves } from '../house-guard.ts';
import { levelsOf } from './asked-cells.ts';

interface EnteredValue {
  whatId: number;
  /** null: the importance of the WHAT. */
  howId: number | null;
  value: number;
}

/** Writes only what changes, and answers how much that was. */
export async function enterValues(
  trx: WorkspaceDb,
  houseId: number,
  values: readonly EnteredValue[],
): Promise<number> {
  const cells = values.flatMap(({ whatId, howId, value }) =>
    howId === null ? [] : [{ whatId, howId, strength: value }],
  );
  const importances = values.flatMap(({ whatId, howId, value }) =>
    howId === null ? [{ whatId, importance: value }] : [],
  );
  return (
    (await enterRelations(trx, houseId, cells)) +
    (await enterImportances(trx, houseId, importances))
  );
}

async function enterRelations(
  trx: WorkspaceDb,
  houseId: number,
  cells: readonly { whatId: number; howId: number; strength: number }[],
): Promise<number> {
  if (cells.length === 0) return 0;
  await requireLeaves(trx, 'what', houseId, new Set(cells.map(({ whatId }) => whatId)));
  await requireLeaves(trx, 'how', houseId, new Set(cells.map(({ howId }) => howId)));
  refuseOffLevels(
    await levelsOf(trx, houseId, 'relations'),
    cells.map(({ strength }) => strength),
  );
  const keyOf = (cell: { whatId: number; howId: number }) => `${cell.whatId}:${cell.howId}`;
  const before = new Map((await findCells(trx, cells)).map((cell) => [keyOf(cell), cell]));
  const changed = cells.flatMap((cell) => {
    const { strength, note } = before.get(keyOf(cell)) ?? { strength: 0, note: '' };
    return strength === cell.strength ? [] : [{ ...cell, note }];
  });
  await writeCells(trx, changed);
  return changed.length;
}

async function enterImportances(
  trx: WorkspaceDb,
  houseId: number,
  values: readonly { whatId: number; importance: number }[],
): Promise<number> {
  if (values.length === 0) return 0;
  await requireLeaves(trx, 'what', houseId, new Set(values.map(({ whatId }) => whatId)));
  refuseOffLevels(
    await levelsOf(trx, houseId, 'importance'),
    values.map(({ importance }) => importance),
  );
  const whats = await listStoredWhats(trx, houseId);
  const before = new Map(whats.map(({ id, importance }) => [id, importance]));
  const changed = values.filter(({ whatId, importance }) => before.get(whatId) !== importance);
  await setImportance(trx, changed);
  // What people decided themselves comes from no source any more.
  if (changed.length > 0) await updateHouseSettings(trx, houseId, { importanceSource: 'direct' });
  return changed.length;
}

function refuseOffLevels(levels: readonly number[], values: readonly number[]): void {
  const stranger = values.find((value) => !levels.includes(value));
  if (stranger === undefined) return;
  throw new AppError('workshop.scoreNotOnScale', { value: stranger, levels: levels.join(' · ') });
}
