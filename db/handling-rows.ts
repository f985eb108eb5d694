import { sql } from 'kysely';
import type { HandlingGroup, HandlingSummary } from '../core/contract/handling.contract.ts';
import {
  addToTally,
  emptyTally,
  figuresOf,
  type HandlingTally,
  type TalliedVoc,
} from '../core/domain/voc/handling-figures.ts';
import type { RawDatabase } from './connection.ts';
import { kyselyOver } from './kysely-over.ts';
import { type VocCriteria, vocConditions, where } from './voc-conditions.ts';

const groupColumns = {
  owner: 'owner',
  branch: 'branch',
  kind: 'kind',
  channel: 'channel',
  month: 'substr(voc.received_at, 1, 7)',
} as const satisfies Record<HandlingGroup, string>;

/**
 * Reads every VOC of the filter once and counts how it was handled: seconds at a million, where the
 * columns in memory (`handling-answers.ts` of the host) answer the same.
 */
export function summarise(
  raw: RawDatabase,
  criteria: VocCriteria,
  by: HandlingGroup,
): Omit<HandlingSummary, 'elapsedMs'> {
  const group = by === 'month' ? sql.raw(groupColumns.month) : sql.ref(`voc.${groupColumns[by]}`);
  const query = sql`SELECT coalesce(${group}, '') AS value, voc.status AS status,
      voc.due_on AS dueOn, voc.replied_at AS repliedAt, voc.closed_at AS closedAt,
      voc.received_at AS receivedAt, voc.handling_satisfaction AS handlingSatisfaction
    FROM voc ${where(vocConditions(criteria))}`.compile(kyselyOver(raw));
  const total = emptyTally();
  const groups = new Map<string, HandlingTally>();
  const rows = raw.prepare(query.sql).iterate(...query.parameters) as IterableIterator<
    TalliedVoc & { value: string }
  >;
  for (const row of rows) {
    let tally = groups.get(row.value);
    if (tally === undefined) {
      tally = emptyTally();
      groups.set(row.value, tally);
    }
    addToTally(tally, row, criteria.today);
    addToTally(total, row, criteria.today);
  }
  return { today: criteria.today, total: figuresOf(total), groups: orderedGroups(groups, by) };
}

/** Most VOC first, months in order. */
export function orderedGroups(
  groups: ReadonlyMap<string, HandlingTally>,
  by: HandlingGroup,
): HandlingSummary['groups'] {
  const rows = [...groups].map(([value, tally]) => ({ value, figures: figuresOf(tally) }));
  return rows.toSorted((one, other) =>
    by === 'month'
      ? one.value.localeCompare(other.value)
      : other.figures.received - one.figures.received || one.value.localeCompare(other.value),
  );
}
