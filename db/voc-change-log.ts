import type { RawDatabase } from './connection.ts';

/** Rows that changed in what a list, facet or count of VOC shows. */
export interface ChangedVoc {
  vocIds: number[];
  /** Requirements that got or lost evidence, or changed themselves. */
  requirementIds: number[];
  /** Imported columns of which values changed. */
  fieldIds: number[];
  /** A branch got another region, or there are other branches. */
  branches: boolean;
}

export type VocChange = ChangedVoc | 'everything';

/** So many rows are read anew one by one sooner than all of them together. */
const mostNamed = 100_000;

/**
 * Notes which VOC each write of this connection touched, by temporary triggers: whatever wrote, an
 * edit, an undo or a key that cascaded, and taken back with a transaction that is. Writes of other
 * connections (an import, a bulk edit) are only known to have been there.
 */
export class VocChangeLog {
  readonly #raw: RawDatabase;
  /** Differs as soon as another connection has written. */
  #version: unknown;

  constructor(raw: RawDatabase) {
    this.#raw = raw;
    this.acceptOthers();
    const into = (table: string, value: string) =>
      // Not OR IGNORE: within what a key does (cascade, set null) a trigger loses its own way out.
      `INSERT INTO ${table} (id)
        SELECT ${value} WHERE ${value} NOT IN (SELECT id FROM ${table});`;
    const follow = (name: string, event: string, table: string, body: string) =>
      `CREATE TEMP TRIGGER follow_${name} AFTER ${event} ON main.${table} BEGIN ${body} END;`;
    const each = (table: string, body: (row: 'new' | 'old') => string) =>
      follow(`${table}_insert`, 'INSERT', table, body('new')) +
      follow(`${table}_update`, 'UPDATE', table, body('new')) +
      follow(`${table}_delete`, 'DELETE', table, body('old'));
    raw.exec(`
      CREATE TEMP TABLE changed_voc (id INTEGER PRIMARY KEY);
      CREATE TEMP TABLE changed_evidence (id INTEGER PRIMARY KEY);
      CREATE TEMP TABLE changed_field (id INTEGER PRIMARY KEY);
      CREATE TEMP TABLE changed_branch (id INTEGER PRIMARY KEY);
      ${each('voc', (row) => into('changed_voc', `${row}.id`))}
      ${each('requirement_voc', (row) => into('changed_evidence', `${row}.requirement_id`))}
      ${each('requirement', (row) => into('changed_evidence', `${row}.id`))}
      ${each(
        'voc_extra',
        (row) => into('changed_voc', `${row}.voc_id`) + into('changed_field', `${row}.field_id`),
      )}
      ${each('branch', (row) => into('changed_branch', `${row}.id`))}
    `);
  }

  /** What changed since it was asked last; null when nothing did. Outside of a transaction. */
  take(): VocChange | null {
    const vocIds = this.#idsOf('changed_voc');
    const requirementIds = this.#idsOf('changed_evidence');
    const fieldIds = this.#idsOf('changed_field');
    const branches = this.#idsOf('changed_branch').length > 0;
    const byOthers = this.#versionNow() !== this.#version;
    this.acceptOthers();
    const named = vocIds.length + requirementIds.length + fieldIds.length > 0 || branches;
    if (named) {
      this.#raw.exec(`DELETE FROM changed_voc; DELETE FROM changed_evidence;
        DELETE FROM changed_field; DELETE FROM changed_branch;`);
    }
    if (byOthers || vocIds.length > mostNamed) return 'everything';
    if (!named) return null;
    return { vocIds, requirementIds, fieldIds, branches };
  }

  /** What other connections wrote up to now is told elsewhere. */
  acceptOthers(): void {
    this.#version = this.#versionNow();
  }

  #versionNow(): unknown {
    return this.#raw.pragma('data_version', { simple: true });
  }

  #idsOf(table: string): number[] {
    return this.#raw
      .prepare(`SELECT id FROM temp.${table} LIMIT ${mostNamed + 1}`)
      .pluck()
      .all() as number[];
  }
}
