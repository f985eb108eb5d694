import { AppError } from '../core/contract/app-error.ts';
import { kyselyOver, type RawDatabase } from './connection.ts';
import { addMissingBranches } from './repositories/branch.repository.ts';
import {
  applyPatch,
  type EditStamp,
  refuseImpossibleMoves,
  type VocChange,
  type VocSource,
} from './repositories/voc-edit.repository.ts';

/** What is done to every VOC of a selection. */
export type BulkOperation =
  | { kind: 'update'; change: VocChange }
  | { kind: 'remove' }
  | { kind: 'addEvidence'; requirementId: number }
  | { kind: 'removeEvidence'; requirementId: number };

export interface BulkEdit {
  operation: BulkOperation;
  ids: Uint32Array;
  stamp: EditStamp;
}

/** Told how many VOC are done; throws to give it up. */
export type OnVocDone = (done: number, total: number) => void;

const vocAtOnce = 5_000;

/**
 * Does to every VOC of the selection what the edit of one does, by the same statements, inside the
 * caller's transaction. Ids that are gone are left out; answers how many were found, and throws
 * `voc.unknown` when none was.
 */
export async function applyBulkEdit(
  raw: RawDatabase,
  { operation, ids, stamp }: BulkEdit,
  onVocDone: OnVocDone,
): Promise<number> {
  const found = choose(raw, ids);
  if (found === 0) throw new AppError('voc.unknown');
  onVocDone(0, found);
  const work = await workOf(raw, operation, stamp);
  let done = 0;
  for (const { source, count } of slices(raw)) {
    work(source);
    done += count;
    onVocDone(done, found);
  }
  raw.exec('DROP TABLE temp.chosen_voc');
  return found;
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

async function workOf(
  raw: RawDatabase,
  operation: BulkOperation,
  stamp: EditStamp,
): Promise<(source: VocSource) => void> {
  switch (operation.kind) {
    case 'update': {
      const { change } = operation;
      // Of all of them, so that the refusal counts them all.
      if (change.status !== undefined) refuseImpossibleMoves(raw, everyChosen, change.status);
      await addMissingBranches(kyselyOver(raw), [change.branch]);
      return (source) => applyPatch(raw, source, change, stamp);
    }
    case 'remove':
      return ({ sql, params }) =>
        raw.prepare(`DELETE FROM voc WHERE id IN (${sql})`).run(...params);
    case 'addEvidence':
      return ({ sql, params }) =>
        raw
          .prepare(
            `INSERT INTO requirement_voc (requirement_id, voc_id, created_at)
             SELECT ?, chosen.id, ? FROM (${sql}) AS chosen WHERE true ON CONFLICT DO NOTHING`,
          )
          .run(operation.requirementId, stamp.at, ...params);
    case 'removeEvidence':
      return ({ sql, params }) => {
        const { requirementId } = operation;
        raw
          .prepare(`DELETE FROM requirement_voc WHERE requirement_id = ? AND voc_id IN (${sql})`)
          .run(requirementId, ...params);
        raw
          .prepare(
            `UPDATE requirement SET quote_voc_id = NULL, quote = ''
             WHERE id = ? AND quote_voc_id IN (${sql})`,
          )
          .run(requirementId, ...params);
      };
  }
}

const everyChosen: VocSource = { sql: 'SELECT id FROM temp.chosen_voc', params: [] };

function* slices(raw: RawDatabase): Generator<{ source: VocSource; count: number }> {
  const next = raw.prepare(
    `SELECT max(id) AS upTo, count(*) AS count FROM
       (SELECT id FROM temp.chosen_voc WHERE id > ? ORDER BY id LIMIT ${vocAtOnce})`,
  );
  let after = 0;
  for (;;) {
    const { upTo, count } = next.get(after) as { upTo: number | null; count: number };
    if (upTo === null) return;
    const sql = 'SELECT id FROM temp.chosen_voc WHERE id > ? AND id <= ?';
    yield { source: { sql, params: [after, upTo] }, count };
    after = upTo;
  }
}
