import type { AppliedChanges } from '../../../core/contract/house-file.contract.ts';
import { type KanoClass, kanoClasses } from '../../../core/contract/requirement.contract.ts';
import type { RoundModel } from '../../../core/contract/round.contract.ts';
import {
  type ChangeKey,
  changeConflicts,
  houseNameKey,
  onScaleOf,
  withoutChanges,
} from '../../../core/domain/house/change-conflicts.ts';
import { pairNodes } from '../../../core/domain/house/diff-nodes.ts';
import {
  diffHouses,
  type FieldChange,
  type HouseDiff,
  type HowField,
  type WhatField,
} from '../../../core/domain/house/house-diff.ts';
import { defaultImportance } from '../../../core/domain/house/house-record.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { renameHouse, updateHouseSettings } from '../../../db/repositories/house.repository.ts';
import { listCompetitors } from '../../../db/repositories/house-cell.repository.ts';
import { setImportance, setPlan } from '../../../db/repositories/house-importance.repository.ts';
import {
  findHow,
  findWhat,
  renameCascadedWhats,
  renameWhat,
  setWhatKano,
  updateHow,
} from '../../../db/repositories/house-side.repository.ts';
import { readHouseModel } from '../house-view.ts';
import { setRatings, setRelations, setRoof } from '../services/house-cell.service.ts';

interface TwoStates {
  readonly before: RoundModel;
  readonly after: RoundModel;
}

/** Writes what is another in `after` into the house as it is now; see `houseFile.apply` for `taken`. */
export async function applyChanges(
  trx: WorkspaceDb,
  houseId: number,
  { before, after }: TwoStates,
  taken: ReadonlySet<ChangeKey>,
): Promise<AppliedChanges> {
  const now = await readHouseModel(trx, houseId);
  if (now === null) return { written: 0, leftOut: 0, kept: 0 };
  const base = onScaleOf(before, now);
  const wanted = onScaleOf(after, now);
  const kept = new Set(
    [...changeConflicts(base, wanted, now).keys()].filter((key) => !taken.has(key)),
  );
  const diff = withoutChanges(diffHouses(base, wanted), kept);
  const writer = new ChangeWriter(trx, houseId, {
    whats: idsNow(now.whats, after.whats),
    hows: idsNow(now.hows, after.hows),
  });
  const isRenamed = before.name !== after.name && !kept.has(houseNameKey);
  if (isRenamed) await renameHouse(trx, houseId, after.name);
  await writer.write(diff);
  const { added, removed, moved } = diff.summary;
  const others = diff.competitorsAdded.length + diff.competitorsRemoved.length;
  return {
    written: writer.written + (isRenamed ? 1 : 0),
    leftOut: writer.leftOut + added + removed + moved + others,
    kept: kept.size,
  };
}

/** Ids of the house by those of the record: the same node by id, or by name where that is gone. */
function idsNow(
  now: RoundModel['whats'] | RoundModel['hows'],
  after: RoundModel['whats'] | RoundModel['hows'],
): ReadonlyMap<number, number> {
  const isSameKind = new Map(now.map(({ id, isGroup }) => [id, isGroup]));
  return new Map(
    pairNodes<(typeof now)[number]>([...now], [...after])
      .filter((pair) => isSameKind.get(pair.before.id) === pair.after.isGroup)
      .map((pair) => [pair.after.id, pair.before.id]),
  );
}

class ChangeWriter {
  written = 0;
  leftOut = 0;
  readonly #trx: WorkspaceDb;
  readonly #houseId: number;
  readonly #whats: ReadonlyMap<number, number>;
  readonly #hows: ReadonlyMap<number, number>;

  constructor(
    trx: WorkspaceDb,
    houseId: number,
    ids: { whats: ReadonlyMap<number, number>; hows: ReadonlyMap<number, number> },
  ) {
    this.#trx = trx;
    this.#houseId = houseId;
    this.#whats = ids.whats;
    this.#hows = ids.hows;
  }

  async write(diff: HouseDiff): Promise<void> {
    await this.#relations(diff);
    await this.#roof(diff);
    await this.#importance(diff);
    await this.#plan(diff);
    await this.#facts(diff);
    await this.#ratings('what', diff.whatFields, this.#whats);
    await this.#ratings('how', diff.howFields, this.#hows);
    await this.#names(diff);
  }

  /** Changes with the ids of the house; those that it has no place for are counted. */
  #placed<Change, Placed extends object>(
    changes: readonly Change[],
    place: (change: Change) => Placed | null,
  ): Placed[] {
    const placed = changes.map(place).filter((each) => each !== null);
    this.written += placed.length;
    this.leftOut += changes.length - placed.length;
    return placed;
  }

  async #relations({ cells }: HouseDiff): Promise<void> {
    const placed = this.#placed(cells, (cell) => {
      const ids = { whatId: this.#whats.get(cell.whatId), howId: this.#hows.get(cell.howId) };
      return areKnown(ids) ? { ...ids, strength: cell.after } : null;
    });
    if (placed.length > 0) await setRelations(this.#trx, this.#houseId, placed);
  }

  async #roof({ roof }: HouseDiff): Promise<void> {
    const placed = this.#placed(roof, (cell) => {
      const ids = {
        howId: this.#hows.get(cell.howId),
        otherHowId: this.#hows.get(cell.otherHowId),
      };
      return areKnown(ids) ? { ...ids, strength: cell.after } : null;
    });
    if (placed.length > 0) await setRoof(this.#trx, this.#houseId, placed);
  }

  /** What was typed into a sheet counts as typed in. */
  async #importance({ whatFields }: HouseDiff): Promise<void> {
    const changes = whatFields.filter(({ field }) => field === 'importance');
    const placed = this.#placed(changes, ({ id, after }) => {
      const whatId = this.#whats.get(id);
      if (whatId === undefined) return null;
      return { whatId, importance: numberOf(after) ?? defaultImportance };
    });
    if (placed.length === 0) return;
    await setImportance(this.#trx, placed);
    await updateHouseSettings(this.#trx, this.#houseId, { importanceSource: 'direct' });
  }

  async #plan({ whatFields }: HouseDiff): Promise<void> {
    const isPlan = ({ field }: FieldChange<WhatField>) =>
      field !== 'importance' && field !== 'rating';
    const placed = this.#placed(whatFields.filter(isPlan), (change) => {
      const whatId = this.#whats.get(change.id);
      return whatId === undefined ? null : { whatId, change };
    });
    for (const { whatId, change } of placed) {
      const value = numberOf(change.after);
      if (change.field === 'kano') {
        await setWhatKano(this.#trx, whatId, kanoOf(change.after));
      } else if (change.field === 'salesPoint') {
        await setPlan(this.#trx, [{ whatId, salesPoint: value ?? 1 }]);
      } else {
        await setPlan(this.#trx, [{ whatId, [change.field]: value }]);
      }
    }
  }

  async #facts({ howFields }: HouseDiff): Promise<void> {
    const changes = howFields.filter(({ field }) => field !== 'rating');
    const placed = this.#placed(changes, ({ id, field, after }) => {
      const howId = this.#hows.get(id);
      return howId === undefined ? null : { howId, patch: { [field]: after } };
    });
    for (const { howId, patch } of placed) await updateHow(this.#trx, howId, patch);
  }

  async #ratings(
    side: 'what' | 'how',
    changes: readonly FieldChange<WhatField | HowField>[],
    ids: ReadonlyMap<number, number>,
  ): Promise<void> {
    const competitors = await listCompetitors(this.#trx, this.#houseId);
    const placed = this.#placed(
      changes.filter(({ field }) => field === 'rating'),
      (change) => {
        const id = ids.get(change.id);
        const found = competitors.find(({ name }) => name === change.competitor);
        if (id === undefined || found === undefined) return null;
        return { id, competitorId: found.competitorId, value: numberOf(change.after) };
      },
    );
    await setRatings(this.#trx, side, this.#houseId, placed);
  }

  /** A requirement is named where it is, not here. */
  async #names({ whats, hows }: HouseDiff): Promise<void> {
    for (const change of whats) {
      if (change.kind !== 'renamed') continue;
      const id = this.#whats.get(change.after.id);
      const what = id === undefined ? null : await findWhat(this.#trx, id);
      if (what === null || what.requirementId !== null) this.leftOut += 1;
      else {
        await renameWhat(this.#trx, what.id, change.after.name);
        this.written += 1;
      }
    }
    for (const change of hows) {
      if (change.kind !== 'renamed') continue;
      const id = this.#hows.get(change.after.id);
      const how = id === undefined ? null : await findHow(this.#trx, id);
      if (how === null) this.leftOut += 1;
      else {
        await updateHow(this.#trx, how.id, { name: change.after.name });
        await renameCascadedWhats(this.#trx, how.id, how.name, change.after.name);
        this.written += 1;
      }
    }
  }
}

function areKnown<Key extends string>(
  ids: Record<Key, number | undefined>,
): ids is Record<Key, number> {
  return !Object.values(ids).includes(undefined);
}

function numberOf(value: string | number | null): number | null {
  return typeof value === 'number' ? value : null;
}

function kanoOf(value: string | number | null): KanoClass | null {
  return kanoClasses.find((each) => each === value) ?? null;
}
