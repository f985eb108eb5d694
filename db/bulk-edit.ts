import { AppError } from '../core/contract/app-error.ts';
import type { RawDatabase } from './connection.ts';
import { kyselyOver } from './kysely-over.ts';
import { addMissingBranches } from './repositories/branch.repository.ts';
import { markEscalated, unmarkEscalated } from './repositories/handling.repository.ts';
import { deleteEvidence, insertEvidence } from './repositories/requirement.repository.ts';
import { dropQuotesFrom, moveLinks } from './repositories/requirement-evidence.repository.ts';
import { deleteVoc } from './repositories/voc.repository.ts';
import {
  applyPatch,
  type EditStamp,
  refuseImpossibleMoves,
  type VocChange,
  type VocSource,
  vocOf,
} from './repositories/voc-edit.repository.ts';

/** What is done to every VOC of a selection. */
export type BulkOperation =
  | { kind: 'update'; change: VocChange }
  | { kind: 'remove' }
  | { kind: 'addEvidence'; requirementId: number }
  | { kind: 'removeEvidence'; requirementId: number }
  | { kind: 'moveEvidence'; fromId: number; toId: number }
  | { kind: 'escalate'; note: string }
  | { kind: 'deescalate' };

export interface BulkEdit {
  operation: BulkOperation;
  ids: Uint32Array;
  stamp: EditStamp;
  /** Ids that are gone are left out; with `refuse` the edit is refused for one of them. */
  gone: 'leaveOut' | 'refuse';
}

export interface BulkOutcome {
  /** VOC of the selection that were there. */
  found: number;
  /** Of these, or of their links, so many differ now. */
  changed: number;
}

/** Told how many VOC are done; throws to give it up. */
export type OnVocDone = (done: number, total: number) => void;

const vocAtOnce = 5_000;

/**
 * Does to every VOC of the selection what the edit of one does, by the same statements, inside the
 * caller's transaction. Throws `voc.unknown` when none of them is there, and `requirement.vocUnknown`
 * for one that is gone where that refuses the edit.
 */
export async function applyBulkEdit(
  raw: RawDatabase,
  { operation, ids, stamp, gone }: BulkEdit,
  onVocDone: OnVocDone,
): Promise<BulkOutcome> {
  const found = choose(raw, ids);
  if (found === 0) throw new AppError('voc.unknown');
  const missing = new Set(ids).size - found;
  if (gone === 'refuse' && missing > 0) {
    throw new AppError('requirement.vocUnknown', { count: missing });
  }
  onVocDone(0, found);
  const work = await workOf(raw, operation, stamp);
  let done = 0;
  let changed = 0;
  for (const slice of slices(raw)) {
    changed += await work(slice);
    done += slice.length;
    onVocDone(done, found);
  }
  raw.exec('DROP TABLE temp.chosen_voc');
  return { found, changed };
}

/** The VOC of the selection that are there, as a table to take slices of. */
function choose(raw: RawDatabase, ids: Uint32Array): number {
  raw.exec('CREATE TEMP TABLE chosen_voc (id INTEGER PRIMARY KEY)');
  const insert = raw.prepare(
    `INSERT INTO temp.chosen_voc
     SELECT id FROM voc WHERE id IN (SELECT value FROM json_each(?)) ON CONFLICT DO NOTHING`,
  );
  let found = 0;
  for (let from = 0; from < ids.length; from += vocAtOnce) {
    found += insert.run(JSON.stringify([...ids.subarray(from, from + vocAtOnce)])).changes;
  }
  return found;
}

/** Writes one slice and answers how many VOC or links of it differ now. */
type SliceWork = (ids: readonly number[]) => number | Promise<number>;

async function workOf(
  raw: RawDatabase,
  operation: BulkOperation,
  stamp: EditStamp,
): Promise<SliceWork> {
  const db = kyselyOver(raw);
  switch (operation.kind) {
    case 'update': {
      const { change } = operation;
      // Of all of them, so that the refusal counts them all.
      if (change.status !== undefined) refuseImpossibleMoves(raw, everyChosen, change.status);
      await addMissingBranches(db, [change.branch]);
      return (ids) => applyPatch(raw, vocOf(ids), change, stamp).changed;
    }
    case 'remove':
      return (ids) => deleteVoc(db, ids);
    case 'addEvidence':
      return (ids) => insertEvidence(db, operation.requirementId, ids, stamp.at);
    case 'removeEvidence': {
      const { requirementId } = operation;
      return async (ids) => {
        const removed = await deleteEvidence(db, requirementId, ids);
        await dropQuotesFrom(db, [requirementId], ids);
        return removed;
      };
    }
    case 'moveEvidence': {
      const { fromId, toId } = operation;
      return async (ids) => {
        const moved = await moveLinks(db, fromId, toId, ids);
        await dropQuotesFrom(db, [fromId], ids);
        return moved;
      };
    }
    case 'escalate':
      return (ids) => markEscalated(raw, vocOf(ids), operation.note, stamp);
    case 'deescalate':
      return (ids) => unmarkEscalated(raw, vocOf(ids), stamp);
  }
}

const everyChosen: VocSource = { sql: 'SELECT id FROM temp.chosen_voc', params: [] };

function* slices(raw: RawDatabase): Generator<number[]> {
  const next = raw
    .prepare(`SELECT id FROM temp.chosen_voc WHERE id > ? ORDER BY id LIMIT ${vocAtOnce}`)
    .pluck();
  let ids = next.all(0) as number[];
  while (ids.length > 0) {
    yield ids;
    ids = next.all(ids.at(-1)) as number[];
  }
}
