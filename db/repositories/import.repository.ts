import { AppError } from '../../core/contract/app-error.ts';
import type { ImportTemplateContent, KnownImport } from '../../core/contract/import.contract.ts';
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

/** Imports of a file with the same content, latest first. */
export async function listKnownImports(db: WorkspaceDb, sha256: string): Promise<KnownImport[]> {
  const rows = await db
    .selectFrom('import_batch')
    .select(['id', 'purpose', 'file_name', 'imported_at', 'imported_count'])
    .select(({ selectFrom, fn }) =>
      selectFrom('voc')
        .select(fn.countAll<number>().as('count'))
        .whereRef('import_id', '=', 'import_batch.id')
        .as('still_there'),
    )
    .where('file_sha256', '=', sha256)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    importId: row.id,
    purpose: row.purpose,
    fileName: row.file_name,
    importedAt: row.imported_at,
    imported: row.imported_count,
    stillThere: row.still_there ?? 0,
  }));
}

export interface StoredTemplate {
  id: number;
  name: string;
  purpose: 'voc' | 'survey';
  mapping: string;
  options: string;
}

export async function listTemplates(
  db: WorkspaceDb,
  purpose: 'voc' | 'survey',
): Promise<StoredTemplate[]> {
  return db
    .selectFrom('import_template')
    .select(['id', 'name', 'purpose', 'mapping', 'options'])
    .where('purpose', '=', purpose)
    .orderBy('name')
    .execute();
}

export async function findTemplate(db: WorkspaceDb, id: number): Promise<StoredTemplate> {
  const template = await db
    .selectFrom('import_template')
    .select(['id', 'name', 'purpose', 'mapping', 'options'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (template === undefined) throw new AppError('import.templateUnknown');
  return template;
}

/** Takes the place of one with the same name when `replace` says so, else refuses. */
export async function saveTemplate(
  db: WorkspaceDb,
  name: string,
  content: ImportTemplateContent,
  { replace, at }: { replace: boolean; at: string },
): Promise<number> {
  const { purpose } = content;
  const values = {
    mapping: JSON.stringify(content.mapping),
    options: JSON.stringify(content.options),
  };
  const known = await db
    .selectFrom('import_template')
    .select('id')
    .where('purpose', '=', purpose)
    .where('name', '=', name)
    .executeTakeFirst();
  if (known !== undefined) {
    if (!replace) throw new AppError('import.templateNameTaken', { name }, 'name');
    await db.updateTable('import_template').set(values).where('id', '=', known.id).execute();
    return known.id;
  }
  const { id } = await db
    .insertInto('import_template')
    .values({ purpose, name, ...values, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function renameTemplate(db: WorkspaceDb, id: number, name: string): Promise<void> {
  const { purpose } = await findTemplate(db, id);
  const taken = await db
    .selectFrom('import_template')
    .select('id')
    .where('purpose', '=', purpose)
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (taken !== undefined) throw new AppError('import.templateNameTaken', { name }, 'name');
  await db.updateTable('import_template').set({ name }).where('id', '=', id).execute();
}

export async function removeTemplate(db: WorkspaceDb, id: number): Promise<void> {
  await findTemplate(db, id);
  await db.deleteFrom('import_template').where('id', '=', id).execute();
}
