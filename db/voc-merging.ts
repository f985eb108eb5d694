import { AppError } from '../core/contract/app-error.ts';
import type { RawDatabase } from './connection.ts';

/** One VOC to set aside as a duplicate of another. */
export interface MergePair {
  vocId: number;
  survivorId: number;
  /** 1 for the same text. */
  similarity: number;
}

/** When and by whom; ISO, UTC. */
export interface MergeStamp {
  at: string;
  actor: string;
}

/** Columns that a VOC takes along, both ways. */
const keptColumns = `external_id, text, received_at, channel, kind, status, branch, customer_type,
  severity, product, owner, import_id, respondent_id, customer_id, due_on, replied_at, closed_at,
  reply_note, handling_satisfaction, escalated_at, anonymised_at, created_at, updated_at`;

/**
 * Sets VOC aside: each leaves `voc`, and with it every list and count, and lies whole in `merged_voc`
 * (columns, extra fields, history). What it was evidence for passes to the survivor, as do the contacts
 * and quotes that named it and the VOC merged into it before. A survivor must not be merged itself in
 * the same call. Runs inside the caller's transaction.
 *
 * @throws AppError `duplicate.unknown` when one of them is no VOC (any more)
 */
export function mergeVoc(raw: RawDatabase, pairs: readonly MergePair[], stamp: MergeStamp): void {
  raw.exec(`CREATE TEMP TABLE IF NOT EXISTS merge_pair (
    voc_id INTEGER PRIMARY KEY, survivor_id INTEGER NOT NULL, similarity REAL NOT NULL)`);
  try {
    raw
      .prepare(
        `INSERT INTO temp.merge_pair SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),
           json_extract(value, '$[2]') FROM json_each(?)`,
      )
      .run(JSON.stringify(pairs.map((pair) => [pair.vocId, pair.survivorId, pair.similarity])));
    refuseUnknown(raw, pairs.length);
    for (const statement of mergeStatements) raw.prepare(statement).run(stamp);
  } finally {
    raw.exec('DROP TABLE temp.merge_pair');
  }
}

/** Told how many VOC are done; throws to give it up. */
export type OnMerged = (done: number, total: number) => void;

const mergedAtOnce = 2_000;

/** The same for any number of pairs, part by part; the pairs of one survivor follow one another. */
export function mergeManyVoc(
  raw: RawDatabase,
  pairs: readonly MergePair[],
  stamp: MergeStamp,
  onMerged: OnMerged,
): number {
  const inOrder = pairs.toSorted((one, other) => one.survivorId - other.survivorId);
  for (let from = 0; from < inOrder.length; from += mergedAtOnce) {
    const part = inOrder.slice(from, from + mergedAtOnce);
    mergeVoc(raw, part, stamp);
    onMerged(from + part.length, inOrder.length);
  }
  return inOrder.length;
}

export interface MergedGroup {
  survivorId: number;
  ids: readonly number[];
}

/** Brings back what was merged into several, one after the other. */
export function unmergeManyVoc(
  raw: RawDatabase,
  groups: readonly MergedGroup[],
  stamp: MergeStamp,
  onUnmerged: OnMerged,
): number {
  const total = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  let done = 0;
  for (const { survivorId, ids } of groups) {
    for (let from = 0; from < ids.length; from += mergedAtOnce) {
      const part = ids.slice(from, from + mergedAtOnce);
      unmergeVoc(raw, survivorId, part, stamp);
      done += part.length;
      onUnmerged(done, total);
    }
  }
  return total;
}

function refuseUnknown(raw: RawDatabase, expected: number): void {
  const known = raw
    .prepare(
      `SELECT count(*) FROM temp.merge_pair AS pair
       JOIN voc ON voc.id = pair.voc_id JOIN voc AS survivor ON survivor.id = pair.survivor_id
       WHERE pair.survivor_id NOT IN (SELECT voc_id FROM temp.merge_pair)`,
    )
    .pluck()
    .get();
  if (known !== expected) throw new AppError('duplicate.unknown');
}

const mergeStatements = [
  `INSERT INTO merged_voc (id, survivor_id, similarity, merged_at, ${keptColumns})
   SELECT voc.id, survivor_id, similarity, @at, ${keptColumns}
   FROM temp.merge_pair JOIN voc ON voc.id = voc_id`,
  `INSERT INTO merged_voc_extra (voc_id, field_id, value)
   SELECT voc_id, field_id, value FROM temp.merge_pair JOIN voc_extra USING (voc_id)`,
  `INSERT INTO merged_voc_history (id, voc_id, at, actor, kind, before, after)
   SELECT id, voc_id, at, actor, kind, before, after
   FROM temp.merge_pair JOIN voc_history USING (voc_id)`,
  // Of several that bring the same link the first one gives it.
  `INSERT INTO merged_voc_requirement (voc_id, requirement_id, created_at, given)
   SELECT link.voc_id, link.requirement_id, link.created_at,
     row_number() OVER (PARTITION BY pair.survivor_id, link.requirement_id ORDER BY link.voc_id) = 1
       AND NOT EXISTS (SELECT 1 FROM requirement_voc AS own
         WHERE own.requirement_id = link.requirement_id AND own.voc_id = pair.survivor_id)
   FROM temp.merge_pair AS pair JOIN requirement_voc AS link USING (voc_id)`,
  `INSERT INTO requirement_voc (requirement_id, voc_id, created_at)
   SELECT requirement_id, survivor_id, created_at
   FROM temp.merge_pair JOIN merged_voc_requirement USING (voc_id) WHERE given = 1`,
  `INSERT INTO merged_voc_reference (voc_id, kind, target_id)
   SELECT voc_id, 'contact', contact.id FROM temp.merge_pair JOIN contact USING (voc_id)
   UNION ALL SELECT voc_id, 'quote', requirement.id
     FROM temp.merge_pair JOIN requirement ON quote_voc_id = voc_id
   UNION ALL SELECT voc_id, 'merged', merged_voc.id
     FROM temp.merge_pair AS pair JOIN merged_voc ON merged_voc.survivor_id = pair.voc_id
   UNION ALL SELECT voc_id, 'distinct', second_id
     FROM temp.merge_pair JOIN distinct_voc ON first_id = voc_id
   UNION ALL SELECT voc_id, 'distinct', first_id
     FROM temp.merge_pair JOIN distinct_voc ON second_id = voc_id`,
  ...(['contact', 'requirement', 'merged_voc'] as const).map((table) => {
    const column = { contact: 'voc_id', requirement: 'quote_voc_id', merged_voc: 'survivor_id' };
    return `UPDATE ${table} SET ${column[table]} =
        (SELECT pair.survivor_id FROM temp.merge_pair AS pair
         WHERE pair.voc_id = ${table}.${column[table]})
      WHERE ${column[table]} IN (SELECT voc_id FROM temp.merge_pair)`;
  }),
  `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
   SELECT survivor_id, @at, @actor, 'merge', NULL, coalesce(voc.external_id, '#' || voc.id)
   FROM temp.merge_pair JOIN voc ON voc.id = voc_id ORDER BY voc_id`,
  'DELETE FROM voc WHERE id IN (SELECT voc_id FROM temp.merge_pair)',
];

/**
 * Brings merged VOC back as they were, under their own ids, with all that belonged to them. The
 * survivor lets go of the evidence it had from them alone. Runs inside the caller's transaction.
 *
 * @throws AppError `duplicate.unknown`, `duplicate.externalIdTaken`
 */
export function unmergeVoc(
  raw: RawDatabase,
  survivorId: number,
  ids: readonly number[],
  stamp: MergeStamp,
): void {
  raw.exec('CREATE TEMP TABLE IF NOT EXISTS unmerged (id INTEGER PRIMARY KEY)');
  try {
    const { changes } = raw
      .prepare(
        `INSERT INTO temp.unmerged SELECT id FROM merged_voc
         WHERE survivor_id = ? AND id IN (SELECT value FROM json_each(?))`,
      )
      .run(survivorId, JSON.stringify(ids));
    if (changes !== new Set(ids).size) throw new AppError('duplicate.unknown');
    refuseTakenNumbers(raw);
    for (const statement of unmergeStatements) raw.prepare(statement).run({ ...stamp, survivorId });
  } finally {
    raw.exec('DROP TABLE temp.unmerged');
  }
}

function refuseTakenNumbers(raw: RawDatabase): void {
  const taken = raw
    .prepare(
      `SELECT external_id FROM merged_voc JOIN temp.unmerged USING (id)
       WHERE external_id IN (SELECT external_id FROM voc WHERE external_id IS NOT NULL) LIMIT 1`,
    )
    .pluck()
    .get();
  if (typeof taken === 'string') {
    throw new AppError('duplicate.externalIdTaken', { externalId: taken });
  }
}

const unmergeStatements = [
  `INSERT INTO voc (id, ${keptColumns})
   SELECT id, ${keptColumns} FROM merged_voc JOIN temp.unmerged USING (id)`,
  `INSERT INTO voc_extra (voc_id, field_id, value)
   SELECT voc_id, field_id, value FROM merged_voc_extra
   WHERE voc_id IN (SELECT id FROM temp.unmerged)`,
  `INSERT INTO requirement_voc (requirement_id, voc_id, created_at)
   SELECT requirement_id, voc_id, created_at FROM merged_voc_requirement
   WHERE voc_id IN (SELECT id FROM temp.unmerged)`,
  // A link writes itself into the history; these links are no news.
  'DELETE FROM voc_history WHERE voc_id IN (SELECT id FROM temp.unmerged)',
  `INSERT INTO voc_history (id, voc_id, at, actor, kind, before, after)
   SELECT CASE WHEN id IN (SELECT id FROM voc_history) THEN NULL ELSE id END,
     voc_id, at, actor, kind, before, after
   FROM merged_voc_history WHERE voc_id IN (SELECT id FROM temp.unmerged) ORDER BY merged_voc_history.id`,
  // Another that stays merged may hold the same evidence: the survivor then has it from that one.
  `UPDATE merged_voc_requirement SET given = 1
   WHERE given = 0 AND voc_id IN (
       SELECT min(other.voc_id) FROM merged_voc_requirement AS leaving
       JOIN merged_voc_requirement AS other USING (requirement_id)
       JOIN merged_voc ON merged_voc.id = other.voc_id
       WHERE leaving.given = 1 AND leaving.voc_id IN (SELECT id FROM temp.unmerged)
         AND merged_voc.survivor_id = @survivorId
         AND other.voc_id NOT IN (SELECT id FROM temp.unmerged)
         AND other.requirement_id = merged_voc_requirement.requirement_id
       GROUP BY other.requirement_id)`,
  `DELETE FROM requirement_voc
   WHERE voc_id = @survivorId AND requirement_id IN (
       SELECT requirement_id FROM merged_voc_requirement
       WHERE given = 1 AND voc_id IN (SELECT id FROM temp.unmerged))
     AND requirement_id NOT IN (
       SELECT requirement_id FROM merged_voc_requirement AS staying
       JOIN merged_voc ON merged_voc.id = staying.voc_id
       WHERE merged_voc.survivor_id = @survivorId AND staying.given = 1
         AND staying.voc_id NOT IN (SELECT id FROM temp.unmerged))`,
  ...(['contact', 'requirement', 'merged_voc'] as const).map((table) => {
    const column = { contact: 'voc_id', requirement: 'quote_voc_id', merged_voc: 'survivor_id' };
    const kind = { contact: 'contact', requirement: 'quote', merged_voc: 'merged' };
    const references = `merged_voc_reference AS reference JOIN temp.unmerged ON unmerged.id = voc_id
      WHERE reference.kind = '${kind[table]}'`;
    return `UPDATE ${table} SET ${column[table]} =
        (SELECT reference.voc_id FROM ${references} AND target_id = ${table}.id)
      WHERE ${column[table]} = @survivorId
        AND id IN (SELECT target_id FROM ${references})`;
  }),
  `INSERT OR IGNORE INTO distinct_voc (first_id, second_id)
   SELECT min(voc_id, target_id), max(voc_id, target_id)
   FROM merged_voc_reference JOIN temp.unmerged ON unmerged.id = voc_id
   WHERE kind = 'distinct' AND target_id IN (SELECT id FROM voc)`,
  `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
   SELECT @survivorId, @at, @actor, 'unmerge', coalesce(external_id, '#' || id), NULL
   FROM merged_voc JOIN temp.unmerged USING (id) ORDER BY id`,
  'DELETE FROM merged_voc WHERE id IN (SELECT id FROM temp.unmerged)',
];

/** SQL: the id of the next VOC. A merged one keeps its id to come back under; nobody else takes it. */
export const nextVocId = `SELECT 1 + max((SELECT coalesce(max(id), 0) FROM voc),
  (SELECT coalesce(max(id), 0) FROM merged_voc))`;
