import type { VocChannel, VocKind } from '../core/contract/voc.contract.ts';
import { type DueRule, dueOnByRules } from '../core/domain/voc/due-rules.ts';
import type { RawDatabase } from './connection.ts';

/** The rules in the order in which they are tried. */
function readDueRules(raw: RawDatabase): DueRule[] {
  const rows = raw
    .prepare(
      `SELECT days, working_days AS workingDays, channel, kind, min_severity AS minSeverity
       FROM due_rule ORDER BY position, id`,
    )
    .all() as (Omit<DueRule, 'workingDays'> & { workingDays: number })[];
  return rows.map((row) => ({ ...row, workingDays: row.workingDays === 1 }));
}

/**
 * SQL for the due date by the workspace's rules as they are now, over the columns `received_at`,
 * `channel`, `kind` and `severity`: `NULL` without rules, else a function of this connection. Ask
 * again after the rules may have changed.
 */
export function dueOnExpression(raw: RawDatabase): string {
  const rules = readDueRules(raw);
  if (rules.length === 0) return 'NULL';
  // Rows come by the thousand for few days, channels, kinds and severities.
  const known = new Map<string, string | null>();
  raw.function(
    'csm_due_on',
    { deterministic: true },
    (receivedAt: string, channel: VocChannel, kind: VocKind, severity: number | null) => {
      const key = `${receivedAt.slice(0, 10)} ${channel} ${kind} ${severity}`;
      let due = known.get(key);
      if (due === undefined) {
        due = dueOnByRules({ receivedAt, channel, kind, severity }, rules);
        if (known.size >= mostKnown) known.clear();
        known.set(key, due);
      }
      return due;
    },
  );
  return 'csm_due_on(received_at, channel, kind, severity)';
}

const mostKnown = 100_000;
