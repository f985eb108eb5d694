import type { DuplicateChoice } from '../core/contract/import.contract.ts';
import type { RawDatabase } from './connection.ts';
import { lastId } from './import-marks.ts';
import type { WrittenRows } from './written-rows.ts';

/** A staged row whose original number the workspace knows, also that of a merged VOC. */
export const isKnownRow = `(
  external_id IN (SELECT external_id FROM main.voc WHERE external_id IS NOT NULL)
  OR external_id IN (SELECT external_id FROM main.merged_voc WHERE external_id IS NOT NULL))`;

/** The customer of a staged row, whose file is there by the time it is promoted. */
export const customerIdExpression = '(SELECT id FROM main.customer WHERE code = customer_code)';

/**
 * Staged rows that a check (db/import-check.ts) found to say what another row or VOC says, and what
 * was chosen to become of them. A row whose other one is gone meanwhile is an ordinary row.
 */
export class StagedDuplicates {
  readonly #raw: RawDatabase;
  readonly #choice: DuplicateChoice;

  constructor(raw: RawDatabase, choice: DuplicateChoice) {
    this.#raw = raw;
    this.#choice = choice;
    if (choice === 'keep') return;
    const other = choice === 'mergeNear' ? 'first' : 'same';
    raw.exec(`CREATE TEMP TABLE repeated (
      row INTEGER PRIMARY KEY, survivor_voc INTEGER, survivor_row INTEGER, similarity REAL NOT NULL)`);
    raw.exec(`INSERT INTO temp.repeated
      SELECT row, ${other}_voc, ${other}_row, ${choice === 'mergeNear' ? 'similarity' : 1}
      FROM staging.duplicate_row
      WHERE row IN (SELECT id FROM staging.voc_row)
        AND (${other}_voc IN (SELECT id FROM main.voc)
          OR ${other}_row IN (SELECT id FROM staging.voc_row))`);
  }

  /** Removes the rows when that was chosen; answers how many. */
  leaveOut(): number {
    if (this.#choice !== 'skipExact') return 0;
    return this.#raw
      .prepare('DELETE FROM staging.voc_row WHERE id IN (SELECT row FROM temp.repeated)')
      .run().changes;
  }

  /** How many rows are to be merged. */
  toMerge(): number {
    if (this.#choice === 'keep' || this.#choice === 'skipExact') return 0;
    return Number(this.#raw.prepare('SELECT count(*) FROM temp.repeated').pluck().get());
  }

  /** Takes the rows to be merged out of the staged ones, which become VOC. */
  setAside(): void {
    this.#raw.exec(`
      CREATE TEMP TABLE set_aside AS
        SELECT * FROM staging.voc_row JOIN temp.repeated ON row = voc_row.id;
      CREATE TEMP TABLE extra_aside AS
        SELECT * FROM staging.extra_row WHERE row IN (SELECT row FROM temp.repeated);
      DELETE FROM staging.extra_row WHERE row IN (SELECT row FROM temp.repeated);
      DELETE FROM staging.voc_row WHERE id IN (SELECT row FROM temp.repeated);`);
  }

  /** Once the others are VOC: `base` is added to the number of a row to give its id. */
  merge(given: { base: number; importId: number; at: string }): WrittenRows[] {
    this.#raw
      .prepare(
        `INSERT INTO main.merged_voc (id, survivor_id, similarity, merged_at, external_id, text,
           received_at, channel, kind, status, branch, customer_type, severity, product, owner,
           customer_id, import_id, created_at, updated_at)
         SELECT row + @base, coalesce(survivor_voc, survivor_row + @base), similarity, @at, external_id,
           text, received_at, channel, kind, 'received', branch, customer_type, severity, product,
           owner, ${customerIdExpression}, @importId, @at, @at
         FROM temp.set_aside ORDER BY row`,
      )
      .run(given);
    this.#raw
      .prepare(
        `INSERT INTO main.merged_voc_extra (voc_id, field_id, value)
         SELECT row + ?, field_id, value
         FROM temp.extra_aside JOIN staging.field ON field.id = field`,
      )
      .run(given.base);
    const upTo = lastId(this.#raw, 'main.merged_voc');
    return [
      { table: 'merged_voc', key: 'id', after: given.base, upTo },
      { table: 'merged_voc_extra', key: 'voc_id', after: given.base, upTo },
    ];
  }
}
