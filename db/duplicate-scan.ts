import { type CompiledQuery, sql } from 'kysely';
import type { DuplicateCriteria } from '../core/contract/duplicate.contract.ts';
import type { VocChannel } from '../core/contract/voc.contract.ts';
import { DuplicateFinder } from '../core/domain/voc/near-duplicates.ts';
import type { RawDatabase } from './connection.ts';
import { kyselyOver } from './kysely-over.ts';
import { type VocCriteria, vocConditions } from './voc-conditions.ts';

/** Groups as flat lists: the members of group g are from `starts[g]` up to `starts[g + 1]`. */
export interface FoundGroups {
  starts: Int32Array;
  /** 1 for groups of the same letters; a text that is near another one stands in one of each. */
  isExact: Uint8Array;
  /** The first of each group is the one the others repeat. */
  ids: Int32Array;
  /** To the first of the group; 1 for the same letters. */
  similarities: Float64Array;
  compared: number;
}

/** A VOC as duplicates are told by it. */
export interface ScannedVoc {
  id: number;
  text: string;
  received_at: string;
  channel: VocChannel;
  branch: string | null;
  person: string | null;
}

const reportEvery = 5_000;

/** Two answers of different respondents, or VOC of different known customers, are never the same. */
export const personColumn = `CASE WHEN respondent_id IS NOT NULL THEN 'r' || respondent_id
  WHEN customer_id IS NOT NULL THEN 'c' || customer_id END AS person`;

/** Compares every VOC the filter selects, in the order of their ids. `report` may throw to give up. */
export function scanForDuplicates(
  raw: RawDatabase,
  criteria: DuplicateCriteria,
  selection: VocCriteria,
  report: (done: number, total: number) => void,
): FoundGroups {
  const { query, total } = selectedVoc(raw, selection);
  const finder = new DuplicateFinder(criteria);
  const distinct = distinctPairs(raw);
  const exact: Groups = new Map();
  const near: Groups = new Map();
  let compared = 0;
  const rows = raw.prepare(query.sql).iterate(...query.parameters) as IterableIterator<ScannedVoc>;
  for (const voc of rows) {
    if (compared++ % reportEvery === 0) report(compared, total);
    const found = finder.add(voc.id, {
      text: voc.text,
      receivedAt: voc.received_at,
      channel: voc.channel,
      branch: voc.branch,
      person: voc.person,
    });
    if (found === null) continue;
    const first = found.same ?? found.first;
    if (distinct.has(`${first}:${voc.id}`)) continue;
    const groups = found.same === null ? near : exact;
    const members = groups.get(first) ?? [];
    groups.set(first, members);
    members.push({ id: voc.id, similarity: found.same === null ? found.similarity : 1 });
  }
  return { ...flat(exact, near), compared };
}

function selectedVoc(
  raw: RawDatabase,
  selection: VocCriteria,
): { query: CompiledQuery; total: number } {
  const db = kyselyOver(raw);
  const conditions = vocConditions(selection);
  const where = conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
  const query = sql`SELECT voc.id, voc.text, voc.received_at, voc.channel, voc.branch,
    ${sql.raw(personColumn)} FROM voc ${where} ORDER BY voc.id`.compile(db);
  const count = sql`SELECT count(*) FROM voc ${where}`.compile(db);
  const total = raw
    .prepare(count.sql)
    .pluck()
    .get(...count.parameters);
  return { query, total: Number(total) };
}

function distinctPairs(raw: RawDatabase): Set<string> {
  const pairs = raw.prepare('SELECT first_id, second_id FROM distinct_voc').raw().all();
  return new Set((pairs as [number, number][]).map(([first, second]) => `${first}:${second}`));
}

type Groups = Map<number, { id: number; similarity: number }[]>;

/** In the order of the first VOC; the group of equal texts before the group of near ones. */
function flat(exact: Groups, near: Groups): Omit<FoundGroups, 'compared'> {
  const groups = [exact, near]
    .flatMap((kind) => [...kind].map(([first, members]) => ({ first, members, kind })))
    .sort((one, other) => one.first - other.first || (one.kind === exact ? -1 : 1));
  const size = groups.reduce((sum, { members }) => sum + members.length + 1, 0);
  const starts = new Int32Array(groups.length + 1);
  const isExact = Uint8Array.from(groups, ({ kind }) => (kind === exact ? 1 : 0));
  const ids = new Int32Array(size);
  const similarities = new Float64Array(size).fill(1);
  let at = 0;
  for (const [group, { first, members }] of groups.entries()) {
    starts[group] = at;
    ids[at++] = first;
    for (const { id, similarity } of members) {
      ids[at] = id;
      similarities[at++] = similarity;
    }
  }
  starts[groups.length] = at;
  return { starts, isExact, ids, similarities };
}
