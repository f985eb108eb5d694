import type { ListedField, ListedVoc } from '../core/domain/voc/voc-list-table.ts';
import type { RawDatabase } from './connection.ts';

const rowsAtOnce = 500;

/** Columns of imported files that any VOC has a value in. */
export function listedFields(raw: RawDatabase): ListedField[] {
  return raw
    .prepare(
      `SELECT id, name FROM extra_field
       WHERE EXISTS (SELECT 1 FROM voc_extra WHERE field_id = extra_field.id) ORDER BY id`,
    )
    .all() as ListedField[];
}

/** The chosen VOC, newest first, some hundred at a time: a million are never in memory together. */
export function* listedVoc(raw: RawDatabase, chosen: Uint32Array): Generator<ListedVoc[]> {
  const ids = newestFirst(raw, chosen);
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    yield rowsOf(raw, ids.subarray(from, from + rowsAtOnce));
  }
}

function newestFirst(raw: RawDatabase, chosen: Uint32Array): Uint32Array {
  const wanted = new Set(chosen);
  const ordered = new Uint32Array(chosen.length);
  let found = 0;
  const walk = raw
    .prepare('SELECT id FROM voc INDEXED BY voc_by_received_at ORDER BY received_at DESC, id DESC')
    .pluck();
  for (const id of walk.iterate() as IterableIterator<number>) {
    if (!wanted.has(id)) continue;
    ordered[found++] = id;
    if (found === chosen.length) break;
  }
  return ordered.subarray(0, found);
}

type Row = Omit<ListedVoc, 'requirements' | 'extras'>;

function rowsOf(raw: RawDatabase, ids: Uint32Array): ListedVoc[] {
  const list = JSON.stringify([...ids]);
  const rows = raw
    .prepare(
      `SELECT voc.id, received_at AS receivedAt, channel, kind, severity, branch,
         nullif(branch.region, '') AS region, customer_type AS customerType, product, text, status,
         owner, due_on AS dueOn, replied_at AS repliedAt, closed_at AS closedAt,
         reply_note AS replyNote, handling_satisfaction AS handlingSatisfaction,
         external_id AS externalId, customer.code AS customerCode, customer.name AS customerName
       FROM json_each(?) JOIN voc ON voc.id = json_each.value
       LEFT JOIN branch ON branch.name = voc.branch
       LEFT JOIN customer ON customer.id = voc.customer_id`,
    )
    .all(list) as Row[];
  const requirements = groupedBy(
    raw
      .prepare(
        `SELECT voc_id AS vocId, name AS value FROM requirement_voc
         JOIN requirement ON requirement.id = requirement_id
         WHERE voc_id IN (SELECT value FROM json_each(?)) ORDER BY requirement.id`,
      )
      .all(list) as { vocId: number; value: string }[],
  );
  const extras = groupedBy(
    raw
      .prepare(
        `SELECT voc_id AS vocId, field_id AS fieldId, value FROM voc_extra
         WHERE voc_id IN (SELECT value FROM json_each(?))`,
      )
      .all(list) as { vocId: number; fieldId: number; value: string }[],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...ids].flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return {
      ...row,
      requirements: (requirements.get(id) ?? []).map(({ value }) => value),
      extras: new Map((extras.get(id) ?? []).map(({ fieldId, value }) => [fieldId, value])),
    };
  });
}

function groupedBy<Entry extends { vocId: number }>(
  entries: readonly Entry[],
): Map<number, Entry[]> {
  const groups = new Map<number, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.vocId);
    if (group === undefined) groups.set(entry.vocId, [entry]);
    else group.push(entry);
  }
  return groups;
}
