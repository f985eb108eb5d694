import type { RawDatabase } from './connection.ts';
import type { EditStamp } from './repositories/voc-edit.repository.ts';

/** Past its due date without an answer, and not kept unmarked by a person for that date. */
const toEscalate = `due_on < @before AND status IN ('received', 'inProgress')
  AND escalated_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM voc_history AS past WHERE past.voc_id = voc.id
    AND past.kind = 'deescalate' AND past.before = voc.due_on)`;

/**
 * The VOC due before `before` that are to be marked, in ascending order. Reads all after `after`: a
 * second at a million, and twenty along the due dates once most of them are past.
 */
export function overdueIds(raw: RawDatabase, before: string, after = 0): number[] {
  return raw
    .prepare(`SELECT id FROM voc NOT INDEXED WHERE id > @after AND ${toEscalate}`)
    .pluck()
    .all({ before, after }) as number[];
}

/**
 * Marks those of `ids` that still are to be, in one short transaction; answers how many. It is
 * nobody's edit, so it is no step to undo: undo must stay with what a person did last.
 */
export function escalate(
  raw: RawDatabase,
  ids: readonly number[],
  before: string,
  { at, local }: Pick<EditStamp, 'at' | 'local'>,
): number {
  const chosen = `id IN (SELECT value FROM json_each(@ids)) AND ${toEscalate}`;
  const where = { ids: JSON.stringify(ids), before };
  return raw.transaction(() => {
    raw
      .prepare(
        `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
         SELECT id, @at, '', 'escalate', due_on, NULL FROM voc WHERE ${chosen}`,
      )
      .run({ ...where, at });
    return raw
      .prepare(`UPDATE voc SET escalated_at = @local, updated_at = @at WHERE ${chosen}`)
      .run({ ...where, at, local }).changes;
  })();
}
