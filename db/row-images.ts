import { closeSync, openSync, rmSync } from 'node:fs';
import type { RawDatabase } from './connection.ts';
import { type RecordedTable, recordedTables } from './recorded-tables.ts';
import type { VocChange } from './voc-change-log.ts';
import { type MovedVoc, setVocAside } from './voc-move-aside.ts';
import type { WrittenRows } from './written-rows.ts';

/**
 * What rows were before a step that changed them by the hundred thousand, in a file of its own beside
 * the workspace's: one image for each row, by its key. A row without an image (`existed` 0) was not
 * there. Undo puts the images in the place of what is there now and keeps that for redo in the next
 * file, so that a step goes to and fro without a statement for each row.
 */
export interface RowImages {
  file: string;
  tables: ImagedTable[];
}

export interface ImagedTable {
  name: string;
  /** How many rows differ before and after. */
  rows: number;
  /** Columns in which a row that is there before and after differs. */
  changed: string[];
}

/** Told how many rows are done; throws to give it up. */
export type OnRowsMoved = (done: number, total: number) => void;

/** Nobody opens it after a crash, so it needs neither a log nor the disk's word. */
export function attachImages(raw: RawDatabase, file: string, schema: 'images' | 'next'): void {
  // A connection to a file that must exist attaches none that does not; it holds customers' words.
  closeSync(openSync(file, 'a', 0o600));
  raw.prepare(`ATTACH ? AS ${schema}`).run(file);
  raw.pragma(`${schema}.journal_mode = OFF`);
  raw.pragma(`${schema}.synchronous = OFF`);
}

export function removeImages(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm'])
    rmSync(`${file}${ending}`, { force: true });
}

/**
 * Until `end`, everything written through this connection leaves the images of the rows it found, in
 * the attached `images`. Changes that cascade are seen too.
 */
export class ImageRecorder {
  readonly #raw: RawDatabase;
  readonly #file: string;
  readonly #tables: RecordedTable[];

  constructor(raw: RawDatabase, file: string) {
    this.#raw = raw;
    this.#file = file;
    // Without it a row pushed out by REPLACE would leave without its trigger seeing it.
    raw.pragma('recursive_triggers = ON');
    attachImages(raw, file, 'images');
    this.#tables = recordedTables(raw);
    for (const table of this.#tables) {
      raw.exec(imageTable('images', table));
      raw.exec(triggersFor(table));
    }
  }

  end(): RowImages {
    for (const { name } of this.#tables) {
      for (const event of events) this.#raw.exec(`DROP TRIGGER temp."image_${event}_${name}"`);
    }
    return { file: this.#file, tables: imagedTables(this.#raw, this.#tables, 'images') };
  }
}

/** Images of rows that an import wrote through a connection of its own: they were not there before. */
export function imagesOfWritten(
  raw: RawDatabase,
  file: string,
  ranges: readonly WrittenRows[],
): RowImages {
  attachImages(raw, file, 'images');
  const tables = tablesOf(
    raw,
    ranges.map(({ table }) => table),
  );
  for (const table of tables) raw.exec(imageTable('images', table));
  for (const { table: name, key, after, upTo } of ranges) {
    const table = tables.find((each) => each.name === name);
    if (table === undefined) throw new Error(`${name} is not recorded`);
    raw
      .prepare(
        `INSERT INTO images."${imageOf(name)}" (${list(table.keys)}, "${existedColumn}")
         SELECT ${list(table.keys)}, 0 FROM main."${name}" WHERE "${key}" > ? AND "${key}" <= ?`,
      )
      .run(after, upTo);
  }
  return { file, tables: imagedTables(raw, tables, 'images') };
}

/**
 * The images, with the history of the VOC that go. Overdue VOC are marked without a step, and what the
 * history then says of a VOC must go and come back with it: the next one to get its id would inherit it.
 * Outside of a transaction, because the images have no journal; doing it again changes nothing.
 */
export function withLaterHistory(raw: RawDatabase, images: RowImages): RowImages {
  const name = 'voc_history';
  const [history] = tablesOf(raw, [name]);
  if (history === undefined || !images.tables.some((table) => table.name === 'voc')) return images;
  raw.exec(imageTable('images', history, 'IF NOT EXISTS'));
  raw.exec(
    `INSERT INTO images."${imageOf(name)}" (id, "${existedColumn}")
     SELECT later.id, 0 FROM main.voc_history AS later
     CROSS JOIN images."${imageOf('voc')}" AS was ON was.id = later.voc_id
     WHERE was."${existedColumn}" = 0
       AND NOT EXISTS (SELECT 1 FROM images."${imageOf(name)}" AS known WHERE known.id = later.id)`,
  );
  const others = images.tables.filter((table) => table.name !== name);
  const known = images.tables.find((table) => table.name === name);
  const [counted] = known === undefined ? imagedTables(raw, [history], 'images') : [known];
  return { ...images, tables: counted === undefined ? others : [...others, counted] };
}

/**
 * Puts the images (attached as `images`) in the place of the rows, inside the caller's transaction, and
 * leaves images of what was there in the attached `next`. Foreign keys must be off on this connection:
 * what cascaded when the step was made is among the images, and nothing else may.
 */
export function swapImages(
  raw: RawDatabase,
  { tables: imaged }: RowImages,
  nextFile: string,
  onRowsMoved: OnRowsMoved,
): RowImages {
  if (raw.pragma('foreign_keys', { simple: true }) !== 0) throw new Error('foreign keys are on');
  const tables = tablesOf(
    raw,
    imaged.map(({ name }) => name),
  );
  const total = imaged.reduce((sum, { rows }) => sum + rows, 0) * passes;
  let done = 0;
  onRowsMoved(0, total);
  const moved = movedVoc(raw, imaged);
  const aside = moved === null ? null : setVocAside(raw, moved);
  // The indexes that are made anew at the end are the greater part of the work.
  const share = aside === null ? 1 : rowsShare;
  for (const table of tables) {
    const { changed = [] } = imaged.find(({ name }) => name === table.name) ?? {};
    raw.exec(imageTable('next', table));
    for (const pass of [keepCurrent(table), ...moveRows(raw, table, changed)]) {
      for (const rows of inSlices(raw, table, pass)) {
        done += rows;
        onRowsMoved(Math.floor(done * share), total);
      }
    }
  }
  for (const restored of aside?.restore() ?? []) {
    onRowsMoved(Math.floor(total * (share + (1 - share) * restored)), total);
  }
  return { file: nextFile, tables: [...imaged] };
}

/** More are not named one by one. */
const mostNamed = 20_000;

/** What lists of VOC show otherwise after the step of these images (attached as `images`) came or went. */
export function vocChangeOf(raw: RawDatabase, { tables }: RowImages): VocChange {
  const rowsOf = (table: string) => tables.find(({ name }) => name === table)?.rows ?? 0;
  if (rowsOf('voc') + rowsOf('voc_extra') > mostNamed) return 'everything';
  const keysOf = (table: string, key: string) =>
    rowsOf(table) === 0
      ? []
      : (raw
          .prepare(`SELECT DISTINCT "${key}" FROM images."${imageOf(table)}"`)
          .pluck()
          .all() as number[]);
  return {
    vocIds: [...new Set([...keysOf('voc', 'id'), ...keysOf('voc_extra', 'voc_id')])],
    requirementIds: [
      ...new Set([...keysOf('requirement_voc', 'requirement_id'), ...keysOf('requirement', 'id')]),
    ],
    fieldIds: keysOf('voc_extra', 'field_id'),
    branches: rowsOf('branch') > 0,
  };
}

function movedVoc(raw: RawDatabase, imaged: readonly ImagedTable[]): MovedVoc | null {
  const voc = imaged.find(({ name }) => name === 'voc');
  // Rows that stay and change keep the index in step by themselves.
  if (voc === undefined || voc.changed.length > 0) return null;
  return raw
    .prepare(
      `SELECT coalesce(sum("${existedColumn}" = 0), 0) AS goes,
         coalesce(sum(isNew), 0) AS comes,
         coalesce(min(iif(isNew, id, NULL)), 0) AS first,
         coalesce(max(iif(isNew, id, NULL)), 0) AS last
       FROM (SELECT id, "${existedColumn}", "${existedColumn}" = 1 AND NOT EXISTS
           (SELECT 1 FROM main.voc AS now WHERE now.id = was.id) AS isNew
         FROM images."${imageOf('voc')}" AS was)`,
    )
    .get() as MovedVoc;
}

/** Each row is kept as it is, taken out, and put back. */
const passes = 3;

const rowsShare = 0.5;

const existedColumn = 'existed before';
const events = ['insert', 'update', 'delete'] as const;

function imageOf(table: string): string {
  return `before_${table}`;
}

function imageTable(
  schema: 'images' | 'next',
  { name, columns, keys, isNumbered }: RecordedTable,
  unless: '' | 'IF NOT EXISTS' = '',
): string {
  const others = columns.filter((column) => !keys.includes(column));
  const rest = [...others.map((column) => `"${column}"`), `"${existedColumn}" INTEGER NOT NULL`];
  const [only] = keys;
  // Without types a value stays as it is; an integer key is the row's own number.
  return isNumbered
    ? `CREATE TABLE ${unless} ${schema}."${imageOf(name)}" ("${only}" INTEGER PRIMARY KEY, ${rest.join(', ')})`
    : `CREATE TABLE ${unless} ${schema}."${imageOf(name)}" (${list(keys)}, ${rest.join(', ')},
         PRIMARY KEY (${list(keys)})) WITHOUT ROWID`;
}

/** Only the first change of a row finds it as it was before the step. */
function triggersFor({ name, columns, keys }: RecordedTable): string {
  // A trigger's statement may not say where its table is: the name is found in `images` alone.
  const image = `"${imageOf(name)}"`;
  const unless = (row: 'old' | 'new') =>
    `WHERE NOT EXISTS (SELECT 1 FROM ${image} WHERE ${same(keys, (key) => `${row}."${key}"`)})`;
  const keepOld = `INSERT INTO ${image} (${list(columns)}, "${existedColumn}")
    SELECT ${columns.map((column) => `old."${column}"`).join(', ')}, 1 ${unless('old')};`;
  const noteNew = `INSERT INTO ${image} (${list(keys)}, "${existedColumn}")
    SELECT ${keys.map((key) => `new."${key}"`).join(', ')}, 0 ${unless('new')};`;
  const differs = columns.map((column) => `old."${column}" IS NOT new."${column}"`).join(' OR ');
  return `
    CREATE TEMP TRIGGER "image_insert_${name}" AFTER INSERT ON main."${name}" BEGIN ${noteNew} END;
    CREATE TEMP TRIGGER "image_update_${name}" AFTER UPDATE ON main."${name}" WHEN ${differs}
      BEGIN ${keepOld} ${noteNew} END;
    CREATE TEMP TRIGGER "image_delete_${name}" AFTER DELETE ON main."${name}" BEGIN ${keepOld} END;`;
}

function tablesOf(raw: RawDatabase, names: readonly string[]): RecordedTable[] {
  return recordedTables(raw).filter(({ name }) => names.includes(name));
}

function imagedTables(
  raw: RawDatabase,
  tables: readonly RecordedTable[],
  schema: 'images' | 'next',
): ImagedTable[] {
  return tables.flatMap((table) => {
    const rows = raw
      .prepare(`SELECT count(*) FROM ${schema}."${imageOf(table.name)}"`)
      .pluck()
      .get() as number;
    return rows === 0 ? [] : [{ name: table.name, rows, changed: changedColumns(raw, table) }];
  });
}

function changedColumns(raw: RawDatabase, { name, columns, keys }: RecordedTable): string[] {
  const others = columns.filter((column) => !keys.includes(column));
  if (others.length === 0) return [];
  const differences = others.map((column) => `max(now."${column}" IS NOT was."${column}")`);
  const row = raw
    .prepare(
      `SELECT ${differences.join(', ')} FROM images."${imageOf(name)}" AS was
       JOIN main."${name}" AS now ON ${same(keys, (key) => `was."${key}"`, 'now.')}
       WHERE was."${existedColumn}" = 1`,
    )
    .raw()
    .get() as (number | null)[];
  return others.filter((_, place) => row[place] === 1);
}

/** Statements over a slice of the images, given the condition that a key is in it. */
type Pass = (inSlice: (prefix?: string) => string) => string[];

function keepCurrent({ name, columns, keys }: RecordedTable): Pass {
  const now = columns.map((column) => `${keys.includes(column) ? 'was' : 'now'}."${column}"`);
  const [firstKey = ''] = keys;
  return (inSlice) => [
    `INSERT INTO next."${imageOf(name)}" (${list(columns)}, "${existedColumn}")
     SELECT ${now.join(', ')}, now."${firstKey}" IS NOT NULL
     FROM images."${imageOf(name)}" AS was
     LEFT JOIN main."${name}" AS now ON ${same(keys, (key) => `was."${key}"`, 'now.')}
     WHERE ${inSlice('was.')} ORDER BY ${keys.map((key) => `was."${key}"`).join(', ')}`,
  ];
}

/**
 * What was not there goes; then what was there and is not comes back, and the rest gets its columns
 * back: only those that changed, because others would rewrite every index. Where one of these must be
 * unique the row goes and comes instead, so that two rows can change places.
 */
function moveRows(raw: RawDatabase, table: RecordedTable, changed: readonly string[]): Pass[] {
  const { name, columns, keys } = table;
  const image = `images."${imageOf(name)}"`;
  const unique = uniqueColumns(raw, name);
  const replaced = changed.some((column) => unique.has(column));
  const goes = replaced ? '' : `AND "${existedColumn}" = 0`;
  const sets = changed.map((column) => `"${column}" = was."${column}"`);
  const remove: Pass = (inSlice) => [
    `DELETE FROM main."${name}" WHERE (${list(keys)}) IN
       (SELECT ${list(keys)} FROM ${image} WHERE ${inSlice()} ${goes})`,
  ];
  const update: Pass = (inSlice) => [
    `UPDATE main."${name}" SET ${sets.join(', ')} FROM ${image} AS was
     WHERE ${same(keys, (key) => `"${name}"."${key}"`, 'was.')}
       AND was."${existedColumn}" = 1 AND ${inSlice('was.')}`,
  ];
  const insert: Pass = (inSlice) => [
    `INSERT INTO main."${name}" (${list(columns)})
     SELECT ${list(columns)} FROM ${image} AS was
     WHERE ${inSlice()} AND "${existedColumn}" = 1 AND NOT EXISTS
       (SELECT 1 FROM main."${name}" AS now WHERE ${same(keys, (key) => `was."${key}"`, 'now.')})
     ORDER BY ${list(keys)}`,
  ];
  const updates = changed.length > 0 && !replaced;
  return [remove, (inSlice) => [...(updates ? update(inSlice) : []), ...insert(inSlice)]];
}

function uniqueColumns(raw: RawDatabase, table: string): Set<string> {
  const columns = raw
    .prepare(
      `SELECT info.name FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info
       WHERE list."unique" = 1 AND info.name IS NOT NULL`,
    )
    .pluck()
    .all(table) as string[];
  return new Set(columns);
}

/** Between two slices the work may be given up. */
const rowsPerSlice = 5_000;

/** Runs the pass slice by slice in the order of the keys; yields how many rows each slice had. */
function* inSlices(raw: RawDatabase, { name, keys }: RecordedTable, pass: Pass): Generator<number> {
  const prepared = (isFirst: boolean) =>
    pass((prefix = '') => sliceOf(keys, prefix, isFirst)).map((sql) => raw.prepare(sql));
  const first = prepared(true);
  const later = prepared(false);
  let after: unknown[] | null = null;
  for (;;) {
    const end = sliceEnd(raw, name, keys, after);
    if (end === null) return;
    const bounds = boundsOf(after ?? [], end.upTo);
    for (const statement of after === null ? first : later) statement.run(bounds);
    yield end.rows;
    after = end.upTo;
  }
}

function sliceEnd(
  raw: RawDatabase,
  name: string,
  keys: readonly string[],
  after: readonly unknown[] | null,
): { upTo: unknown[]; rows: number } | null {
  const beyond =
    after === null ? '' : `WHERE (${list(keys)}) > (${keys.map(() => '?').join(', ')})`;
  const row = raw
    .prepare(
      `SELECT ${list(keys)}, count(*) OVER () FROM
         (SELECT ${list(keys)} FROM images."${imageOf(name)}" ${beyond}
          ORDER BY ${list(keys)} LIMIT ${rowsPerSlice})
       ORDER BY ${keys.map((key) => `"${key}" DESC`).join(', ')} LIMIT 1`,
    )
    .raw()
    .get(...(after ?? [])) as unknown[] | undefined;
  return row === undefined
    ? null
    : { upTo: row.slice(0, keys.length), rows: Number(row[keys.length]) };
}

function sliceOf(keys: readonly string[], prefix: string, isFirst: boolean): string {
  const columns = keys.map((key) => `${prefix}"${key}"`).join(', ');
  const bound = (side: string) => keys.map((_, place) => `@${side}${place}`).join(', ');
  const upTo = `(${columns}) <= (${bound('upTo')})`;
  return isFirst ? upTo : `(${columns}) > (${bound('after')}) AND ${upTo}`;
}

function boundsOf(after: readonly unknown[], upTo: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries([
    ...after.map((value, place) => [`after${place}`, value]),
    ...upTo.map((value, place) => [`upTo${place}`, value]),
  ]);
}

function list(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

function same(keys: readonly string[], other: (key: string) => string, prefix = ''): string {
  return keys.map((key) => `${prefix}"${key}" = ${other(key)}`).join(' AND ');
}
