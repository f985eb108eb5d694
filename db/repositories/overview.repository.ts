import { type RawBuilder, sql } from 'kysely';
import { vocKinds } from '../../core/contract/voc.contract.ts';
import type { Overview } from '../../core/contract/workspace.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

type Figures = Omit<Overview, 'latestCsi'>;

const monthsShown = 12;

/** The home screen's figures but for the CSI; `today` is a local calendar date. */
export async function readOverviewFigures(db: WorkspaceDb, today: string): Promise<Figures> {
  return {
    voc: await vocFigures(db, today),
    requirements: await requirementFigures(db),
    houses: await houseFigures(db),
    csfs: await csfFigures(db),
    actions: await actionFigures(db, today),
    waves: await waveFigures(db),
    vocByMonth: await vocByMonth(db),
  };
}

function vocFigures(db: WorkspaceDb, today: string): Promise<Overview['voc']> {
  // Every link points at a VOC that exists, so what is unassigned is the whole less the linked.
  return onlyRow(
    db,
    sql<Overview['voc']>`
      SELECT
        (SELECT count(*) FROM voc) AS total,
        (SELECT count(*) FROM voc) - (SELECT count(DISTINCT voc_id) FROM requirement_voc)
          AS unassigned,
        (SELECT count(*) FROM voc WHERE kind = 'complaint') AS complaints,
        (SELECT count(*) FROM voc
          WHERE received_at > date(${today}, '-30 days') AND received_at < date(${today}, '+1 day'))
          AS last30Days`,
  );
}

function requirementFigures(db: WorkspaceDb): Promise<Overview['requirements']> {
  return onlyRow(
    db,
    sql<Overview['requirements']>`
      WITH RECURSIVE covered (id) AS (
        SELECT requirement_id FROM requirement_voc
        UNION
        SELECT parent_id FROM requirement JOIN covered USING (id) WHERE parent_id IS NOT NULL
      )
      SELECT count(*) AS total,
        count(*) FILTER (WHERE id NOT IN (SELECT id FROM covered)) AS withoutEvidence
      FROM requirement`,
  );
}

function houseFigures(db: WorkspaceDb): Promise<Overview['houses']> {
  return onlyRow(
    db,
    sql<Overview['houses']>`
      SELECT
        (SELECT count(*) FROM house) AS total,
        (SELECT count(*) FROM house_what) AS whats,
        (SELECT count(*) FROM how) AS hows,
        (SELECT count(*) FROM relation) AS filledCells`,
  );
}

function csfFigures(db: WorkspaceDb): Promise<Overview['csfs']> {
  return onlyRow(
    db,
    sql<Overview['csfs']>`
      SELECT count(*) AS total,
        count(*) FILTER (WHERE status = 'agreed') AS agreed,
        count(*) FILTER (WHERE status <> 'retired' AND NOT EXISTS (
          SELECT 1 FROM action WHERE action.csf_id = csf.id)) AS withoutAction
      FROM csf`,
  );
}

function actionFigures(db: WorkspaceDb, today: string): Promise<Overview['actions']> {
  return onlyRow(
    db,
    sql<Overview['actions']>`
      SELECT count(*) AS total,
        count(*) FILTER (WHERE status NOT IN ('done', 'cancelled')) AS open,
        count(*) FILTER (WHERE status NOT IN ('done', 'cancelled') AND due_date < ${today})
          AS overdue,
        count(*) FILTER (WHERE status = 'done') AS done
      FROM action`,
  );
}

function waveFigures(db: WorkspaceDb): Promise<Overview['waves']> {
  return onlyRow(
    db,
    sql<Overview['waves']>`
      SELECT (SELECT count(*) FROM wave) AS total,
        (SELECT count(*) FROM respondent) AS respondents`,
  );
}

/**
 * Steps from month to month down the index of dates and counts each kind inside its own index: a
 * GROUP BY over the whole table would take most of a second at a million VOC.
 */
async function vocByMonth(db: WorkspaceDb): Promise<Overview['vocByMonth']> {
  const kinds = sql.join(vocKinds.map((kind) => sql`(${kind})`));
  const result = await sql<Overview['vocByMonth'][number]>`
    WITH RECURSIVE
      months (month, step) AS (
        SELECT substr(max(received_at), 1, 7), 1 FROM voc
        UNION ALL
        SELECT (SELECT substr(max(received_at), 1, 7) FROM voc WHERE received_at < month), step + 1
        FROM months WHERE month IS NOT NULL AND step < ${sql.lit(monthsShown)}
      ),
      kinds (kind) AS (VALUES ${kinds}),
      counts AS (
        SELECT month, kind, (
          SELECT count(*) FROM voc
          WHERE voc.kind = kinds.kind AND received_at >= month AND received_at < month || '~'
        ) AS count
        FROM months, kinds WHERE month IS NOT NULL
      )
    SELECT month, kind, count FROM counts WHERE count > 0 ORDER BY month, kind`.execute(db);
  return result.rows;
}

async function onlyRow<T>(db: WorkspaceDb, query: RawBuilder<T>): Promise<T> {
  const [row] = (await query.execute(db)).rows;
  if (row === undefined) throw new Error('a query of aggregates gives one row');
  return row;
}
