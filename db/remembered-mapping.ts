import type { MappingRows } from '../core/domain/import/mapping-rows.ts';
import type { RawDatabase } from './connection.ts';

/** How a file with these headers was read last. */
export interface RememberedMapping {
  purpose: 'voc' | 'survey';
  /** Stands for the file's headers, in their order. */
  signature: string;
  rows: MappingRows;
}

/** Replaces what was remembered for the same headers; part of the import's own transaction. */
export function rememberMapping(
  raw: RawDatabase,
  { purpose, signature, rows }: RememberedMapping,
  usedAt: string,
): void {
  raw
    .prepare('DELETE FROM main.import_mapping WHERE purpose = ? AND signature = ?')
    .run(purpose, signature);
  const { lastInsertRowid: id } = raw
    .prepare('INSERT INTO main.import_mapping (purpose, signature, used_at) VALUES (?, ?, ?)')
    .run(purpose, signature, usedAt);
  const column = raw.prepare('INSERT INTO main.import_mapping_column VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const { header, target, label, scaleMin, scaleMax, reversed } of rows.columns) {
    const turned = reversed === null ? null : Number(reversed);
    column.run(id, header, target, label, scaleMin, scaleMax, turned);
  }
  const preset = raw.prepare('INSERT INTO main.import_mapping_default VALUES (?, ?, ?)');
  for (const { field, value } of rows.defaults) preset.run(id, field, value);
}
