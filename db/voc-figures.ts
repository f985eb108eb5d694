import type { VocChoices } from '../core/contract/voc.contract.ts';
import { vocKinds } from '../core/contract/voc.contract.ts';
import type { Overview } from '../core/contract/workspace.contract.ts';
import type { RawDatabase } from './connection.ts';

/**
 * What screens show of all VOC, by SQL: quick in a small workspace, and what there is while the index
 * of a large one is loading.
 */

const monthsShown = 12;

/** The home screen's figures; `today` is a local calendar date, and one of the 30 days. */
export function vocFigures(raw: RawDatabase, today: string): Pick<Overview, 'voc' | 'vocByMonth'> {
  // Every link points at a VOC that exists, so what is unassigned is the whole less the linked.
  const voc = raw
    .prepare<[string, string], Overview['voc']>(
      `SELECT
        (SELECT count(*) FROM voc) AS total,
        (SELECT count(*) FROM voc) - (SELECT count(DISTINCT voc_id) FROM requirement_voc)
          AS unassigned,
        (SELECT count(*) FROM voc WHERE kind = 'complaint') AS complaints,
        (SELECT count(*) FROM voc
          WHERE received_at >= date(?, '-29 days') AND received_at < date(?, '+1 day'))
          AS last30Days`,
    )
    .get(today, today);
  if (voc === undefined) throw new Error('a query of aggregates gives one row');
  return { voc, vocByMonth: vocByMonth(raw) };
}

/**
 * Steps from month to month down the index of dates and counts each kind inside its own index: a
 * GROUP BY over the whole table would take most of a second at a million VOC.
 */
function vocByMonth(raw: RawDatabase): Overview['vocByMonth'] {
  const kinds = vocKinds.map((kind) => `('${kind}')`).join(', ');
  return raw
    .prepare<[], Overview['vocByMonth'][number]>(
      `WITH RECURSIVE
        months (month, step) AS (
          SELECT substr(max(received_at), 1, 7), 1 FROM voc
          UNION ALL
          SELECT (SELECT substr(max(received_at), 1, 7) FROM voc WHERE received_at < month), step + 1
          FROM months WHERE month IS NOT NULL AND step < ${monthsShown}
        ),
        kinds (kind) AS (VALUES ${kinds}),
        counts AS (
          SELECT month, kind, (
            SELECT count(*) FROM voc
            WHERE voc.kind = kinds.kind AND received_at >= month AND received_at < month || '~'
          ) AS count
          FROM months, kinds WHERE month IS NOT NULL
        )
      SELECT month, kind, count FROM counts WHERE count > 0 ORDER BY month, kind`,
    )
    .all();
}

/** A picker of more is no picker; the rest is found by typing. */
const mostChoices = 1_000;

/** Known values for pickers, most used first. */
export function vocChoices(raw: RawDatabase): VocChoices {
  const usesOfBranch = '(SELECT count(*) FROM voc WHERE voc.branch = branch.name)';
  return {
    branches: choices(raw, `SELECT name AS value, ${usesOfBranch} AS uses FROM branch`),
    regions: choices(
      raw,
      `SELECT region AS value, sum(${usesOfBranch}) AS uses FROM branch
       WHERE region <> '' GROUP BY region`,
    ),
    products: choices(raw, usesOf('product')),
    customerTypes: choices(raw, usesOf('customer_type')),
    owners: choices(raw, usesOf('owner')),
  };
}

/** Imported columns without a meaning, most used first. */
export function extraFields(raw: RawDatabase): { id: number; name: string }[] {
  return raw
    .prepare<[], { id: number; name: string }>(
      `SELECT id, name FROM extra_field
       WHERE EXISTS (SELECT 1 FROM voc_extra WHERE field_id = extra_field.id)
       ORDER BY (SELECT count(*) FROM voc_extra WHERE field_id = extra_field.id) DESC, id`,
    )
    .all();
}

function usesOf(column: 'product' | 'customer_type' | 'owner'): string {
  return `SELECT ${column} AS value, count(*) AS uses FROM voc
    WHERE ${column} <> '' GROUP BY ${column}`;
}

function choices(raw: RawDatabase, values: string): string[] {
  return raw
    .prepare(`SELECT value FROM (${values}) ORDER BY uses DESC, value LIMIT ${mostChoices}`)
    .pluck()
    .all() as string[];
}
