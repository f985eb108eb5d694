import type { RawDatabase } from './connection.ts';
import type { EditStamp } from './repositories/voc-edit.repository.ts';

/** Where a walk along the due dates stands. */
export interface DuePlace {
  dueOn: string;
  receivedAt: string;
  id: number;
}

export interface EscalationSlice {
  /** VOC marked in this slice. */
  marked: number;
  /** null: no due date before the day is left. */
  next: DuePlace | null;
}

export const firstDuePlace: DuePlace = { dueOn: '', receivedAt: '', id: 0 };

/**
 * Marks what nobody answered among the next `limit` VOC due before `before`, along `voc_by_due_on`, in
 * one short transaction. A VOC that a person took the mark from keeps without it for that due date.
 *
 * It is nobody's edit, so it is no step to undo: undo must stay with what a person did last.
 */
export function escalateSlice(
  raw: RawDatabase,
  after: DuePlace,
  before: string,
  limit: number,
  { at, local }: Pick<EditStamp, 'at' | 'local'>,
): EscalationSlice {
  const walked = raw
    .prepare(
      `SELECT due_on AS dueOn, received_at AS receivedAt, id FROM voc INDEXED BY voc_by_due_on
       WHERE due_on < @before AND (due_on, received_at, id) > (@dueOn, @receivedAt, @id)
       ORDER BY due_on, received_at, id LIMIT @limit`,
    )
    .all({ ...after, before, limit }) as DuePlace[];
  const last = walked.at(-1);
  if (last === undefined) return { marked: 0, next: null };
  const marked = mark(raw, JSON.stringify(walked.map(({ id }) => id)), { at, local });
  return { marked, next: walked.length < limit ? null : last };
}

const waiting = `id IN (SELECT value FROM json_each(@ids))
  AND status IN ('received', 'inProgress') AND escalated_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM voc_history AS past WHERE past.voc_id = voc.id
    AND past.kind = 'deescalate' AND past.before = voc.due_on)`;

function mark(raw: RawDatabase, ids: string, { at, local }: { at: string; local: string }): number {
  return raw.transaction(() => {
    raw
      .prepare(
        `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
         SELECT id, @at, '', 'escalate', due_on, NULL FROM voc WHERE ${waiting}`,
      )
      .run({ ids, at });
    return raw
      .prepare(`UPDATE voc SET escalated_at = @local, updated_at = @at WHERE ${waiting}`)
      .run({ ids, at, local }).changes;
  })();
}
