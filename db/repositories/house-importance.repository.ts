import type { ImportanceSource } from '../../core/contract/house.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import { statementSlices } from '../value-tuples.ts';

export async function setImportance(
  db: WorkspaceDb,
  values: readonly { whatId: number; importance: number }[],
): Promise<void> {
  for (const { whatId, importance } of values) {
    await db
      .updateTable('what')
      .set({ importance })
      .where('id', '=', whatId)
      .where('importance', '<>', importance)
      .execute();
  }
}

export interface ImportanceValue {
  whatId: number;
  source: ImportanceSource;
  value: number;
}

export function listImportanceValues(db: WorkspaceDb, houseId: number): Promise<ImportanceValue[]> {
  return db
    .selectFrom('importance_value')
    .innerJoin('what', 'what.id', 'importance_value.what_id')
    .select(['what_id as whatId', 'source', 'value'])
    .where('what.house_id', '=', houseId)
    .execute();
}

export async function deleteImportanceValues(
  db: WorkspaceDb,
  houseId: number,
  source: ImportanceSource,
): Promise<void> {
  await db
    .deleteFrom('importance_value')
    .where('source', '=', source)
    .where('what_id', 'in', (eb) =>
      eb.selectFrom('what').select('id').where('house_id', '=', houseId),
    )
    .execute();
}

export async function writeImportanceValues(
  db: WorkspaceDb,
  values: readonly ImportanceValue[],
): Promise<void> {
  for (const slice of statementSlices(values)) {
    await db
      .insertInto('importance_value')
      .values(slice.map(({ whatId, source, value }) => ({ what_id: whatId, source, value })))
      .onConflict((conflict) =>
        conflict
          .columns(['what_id', 'source'])
          .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
      )
      .execute();
  }
}

export interface PlanValues {
  whatId: number;
  current?: number | null | undefined;
  target?: number | null | undefined;
  salesPoint?: number | undefined;
}

/** A field left out stays as it is. */
export async function setPlan(db: WorkspaceDb, values: readonly PlanValues[]): Promise<void> {
  for (const { whatId, current, target, salesPoint } of values) {
    const columns = { current_level: current, target_level: target, sales_point: salesPoint };
    if (Object.values(columns).every((value) => value === undefined)) continue;
    await db.updateTable('what').set(columns).where('id', '=', whatId).execute();
  }
}
