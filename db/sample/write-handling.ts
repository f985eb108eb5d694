import { isWaiting } from '../../core/domain/voc/handling.ts';
import { SeededRandom } from '../../core/numerics/seeded-random.ts';
import { sampleDueRules, sampleHandling } from '../../core/sample/sample-handling.ts';
import type { SampleDataset } from '../../core/sample/sample-types.ts';
import type { RawDatabase } from '../connection.ts';

/** By when the sample's VOC were due and how they were answered, with the history of it. */
export function writeHandling(
  raw: RawDatabase,
  { voc }: SampleDataset,
  { seed, today }: { seed: number; today: string },
): void {
  writeRules(raw);
  const random = new SeededRandom(seed + 17);
  const update = raw.prepare(
    `UPDATE voc SET due_on = ?, replied_at = ?, closed_at = ?, reply_note = ?,
       handling_satisfaction = ? WHERE id = ?`,
  );
  const note = raw.prepare(
    `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
     VALUES (?, ?, ?, 'status', ?, ?)`,
  );
  for (const [place, row] of voc.entries()) {
    const { dueOn, repliedAt, closedAt, replyNote, satisfaction } = sampleHandling(
      row,
      today,
      random,
    );
    const id = place + 1;
    update.run(dueOn, repliedAt, closedAt, replyNote, satisfaction, id);
    const actor = row.owner ?? '';
    const entry = (at: string, before: string, after: string) =>
      note.run(id, new Date(at).toISOString(), actor, before, after);
    if (isWaiting(row.status)) continue;
    if (repliedAt !== null) entry(repliedAt, 'received', 'replied');
    if (closedAt !== null) entry(closedAt, repliedAt === null ? 'received' : 'replied', 'closed');
  }
}

function writeRules(raw: RawDatabase): void {
  const insert = raw.prepare(
    `INSERT INTO due_rule (name, days, working_days, channel, kind, min_severity, position)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [position, rule] of sampleDueRules.entries()) {
    const { name, days, workingDays, channel, kind, minSeverity } = rule;
    insert.run(name, days, workingDays ? 1 : 0, channel, kind, minSeverity, position);
  }
}
