import { type RawBuilder, sql } from 'kysely';
import type { Overview } from '../../core/contract/workspace.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

type Figures = Omit<Overview, 'latestCsi' | 'voc' | 'vocByMonth'>;

/** The home screen's figures but for VOC and the CSI; `today` is a local calendar date. */
export async function readOverviewFigures(db: WorkspaceDb, today: string): Promise<Figures> {
  return {
    requirements: await requirementFigures(db),
    houses: await houseFigures(db),
    csfs: await csfFigures(db),
    actions: await actionFigures(db, today),
    waves: await waveFigures(db),
  };
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
        (SELECT count(*) FROM what WHERE is_group = 0) AS whats,
        (SELECT count(*) FROM how WHERE is_group = 0) AS hows,
        (SELECT count(*) FROM house_cell WHERE value > 0) AS filledCells`,
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

async function onlyRow<T>(db: WorkspaceDb, query: RawBuilder<T>): Promise<T> {
  const [row] = (await query.execute(db)).rows;
  if (row === undefined) throw new Error('a query of aggregates gives one row');
  return row;
}
