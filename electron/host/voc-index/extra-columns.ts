import type { RawDatabase } from '../../../db/connection.ts';
import { ColumnDictionary } from './column-dictionary.ts';

export interface ExtraColumn {
  /** By id of the VOC. */
  codes: Uint32Array;
  dictionary: ColumnDictionary;
}

/** A column of a million VOC is 4 MB and its different values; more than these are seldom looked at. */
const mostKept = 6;

/** Imported columns without a meaning of their own, read when a filter or facet first asks for them. */
export class ExtraColumns {
  readonly #raw: RawDatabase;
  readonly #columns = new Map<number, ExtraColumn>();

  constructor(raw: RawDatabase) {
    this.#raw = raw;
  }

  of(fieldId: number, capacity: number): ExtraColumn {
    const known = this.#columns.get(fieldId);
    const column = known !== undefined && known.codes.length >= capacity ? known : null;
    const ready = column ?? this.#read(fieldId, capacity);
    // Put last: the first is the one not asked for longest.
    this.#columns.delete(fieldId);
    this.#columns.set(fieldId, ready);
    for (const oldest of this.#columns.keys()) {
      if (this.#columns.size <= mostKept) break;
      this.#columns.delete(oldest);
    }
    return ready;
  }

  /** After these VOC got or lost values of these fields. */
  update(fieldIds: readonly number[], vocIds: readonly number[]): void {
    const stored = this.#raw
      .prepare('SELECT value FROM voc_extra WHERE voc_id = ? AND field_id = ?')
      .pluck();
    for (const fieldId of fieldIds) {
      const column = this.#columns.get(fieldId);
      if (column === undefined) continue;
      for (const id of vocIds) {
        const value = stored.get(id, fieldId);
        if (id < column.codes.length) {
          column.codes[id] = column.dictionary.codeOf(typeof value === 'string' ? value : null);
        }
      }
    }
  }

  clear(): void {
    this.#columns.clear();
  }

  #read(fieldId: number, capacity: number): ExtraColumn {
    const column = { codes: new Uint32Array(capacity), dictionary: new ColumnDictionary() };
    const rows = this.#raw
      .prepare<[number], [string, number]>(
        `SELECT value, voc_id FROM voc_extra INDEXED BY voc_extra_by_value WHERE field_id = ?
         ORDER BY value`,
      )
      .raw()
      .iterate(fieldId);
    let value: string | null = null;
    let code = 0;
    for (const row of rows) {
      // In the order of values, so that each is looked up once.
      if (row[0] !== value) {
        value = row[0];
        code = column.dictionary.codeOf(value);
      }
      if (row[1] < capacity) column.codes[row[1]] = code;
    }
    return column;
  }
}
