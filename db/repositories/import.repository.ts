import type { MappingRows } from '../../core/domain/import/mapping-rows.ts';
import type { SurveyItemColumn } from '../../core/domain/import/survey-row.ts';
import type { WorkspaceDb } from '../connection.ts';

/** How a file with these headers was read last; null when none was. */
export async function findMapping(
  db: WorkspaceDb,
  purpose: 'voc' | 'survey',
  signature: string,
): Promise<MappingRows | null> {
  const mapping = await db
    .selectFrom('import_mapping')
    .select('id')
    .where('purpose', '=', purpose)
    .where('signature', '=', signature)
    .executeTakeFirst();
  if (mapping === undefined) return null;
  const columns = await db
    .selectFrom('import_mapping_column')
    .select(['header', 'target', 'label', 'scale_min', 'scale_max', 'reversed'])
    .where('mapping_id', '=', mapping.id)
    .execute();
  const defaults = await db
    .selectFrom('import_mapping_default')
    .select(['field', 'value'])
    .where('mapping_id', '=', mapping.id)
    .execute();
  return {
    columns: columns.map((column) => ({
      header: column.header,
      target: column.target,
      label: column.label,
      scaleMin: column.scale_min,
      scaleMax: column.scale_max,
      reversed: column.reversed === null ? null : column.reversed === 1,
    })),
    defaults,
  };
}

/** Every question asked in a wave so far. */
export async function listKnownItems(db: WorkspaceDb): Promise<SurveyItemColumn[]> {
  const rows = await db
    .selectFrom('survey_item')
    .select(['header', 'label', 'scale_min', 'scale_max', 'reversed'])
    .execute();
  return rows.map((row) => ({
    header: row.header,
    label: row.label,
    scaleMin: row.scale_min,
    scaleMax: row.scale_max,
    reversed: row.reversed === 1,
  }));
}

export async function waveExists(db: WorkspaceDb, name: string): Promise<boolean> {
  const wave = await db.selectFrom('wave').select('id').where('name', '=', name).executeTakeFirst();
  return wave !== undefined;
}
