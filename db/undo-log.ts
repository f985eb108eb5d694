import type { UndoState, UndoStepInfo } from '../core/contract/workspace.contract.ts';
import type { RawDatabase } from './connection.ts';
import { joinedStatements, openList, type RecordedStatement } from './recorded-statements.ts';
import { type RecordedTable, recordedTables } from './recorded-tables.ts';
import { type RowImages, removeImages } from './row-images.ts';
import type { WrittenRows } from './written-rows.ts';

/**
 * Undo by inverse statements, after "Automated Undo/Redo Using SQLite" (sqlite.org/undoredo.html).
 * Temporary triggers on every table that people edit write the statement that takes each change back;
 * a step is what one edit wrote. They are temporary, so an import's own connection is not slowed by
 * them, and the history ends with the session, as in Excel.
 *
 * What a worker wrote through its own connection is a heavy step, without statements: the ranges of
 * rows an import added (`written-rows.ts`), or images of the rows that a bulk edit changed, in a file
 * of their own (`row-images.ts`). It is a worker too that moves them; this log keeps their place.
 */
export class UndoLog {
  readonly #raw: RawDatabase;
  #open: { id: number; direction: Direction } | null = null;
  #nextStep = 1;
  /** Image files of steps that the running transaction forgets: gone only once it is committed. */
  #forgottenImages: string[] = [];

  constructor(raw: RawDatabase) {
    this.#raw = raw;
    // Without it a row pushed out by REPLACE would leave without its trigger seeing it.
    raw.pragma('recursive_triggers = ON');
    raw.exec(`
      CREATE TEMP TABLE undo_step (
        id INTEGER PRIMARY KEY, direction TEXT NOT NULL, label TEXT NOT NULL, params TEXT NOT NULL,
        heavy TEXT
      );
      CREATE TEMP TABLE undo_statement (
        id INTEGER PRIMARY KEY, step_id INTEGER NOT NULL, sql TEXT NOT NULL, tuple TEXT
      );
      CREATE INDEX temp.undo_statement_by_step ON undo_statement (step_id, id);
      CREATE TEMP TABLE undo_recording (step_id INTEGER NOT NULL);
    `);
    for (const table of recordedTables(raw)) raw.exec(triggersFor(table));
  }

  /** Runs inside the caller's transaction. Everything written until `endStep` is one step. */
  beginStep(info: UndoStepInfo): void {
    this.#begin('undo', info);
  }

  /** Closes the step; a step that wrote nothing leaves no trace, and a real one ends what could be redone. */
  endStep(): void {
    const open = this.#close();
    if (this.#isEmpty(open.id)) this.#forget(open.id);
    else this.#forgetAll('redo');
    this.#trim();
  }

  /** After the caller's transaction is committed: what the step made useless goes. */
  stepCommitted(): void {
    for (const file of this.#forgottenImages.splice(0)) removeImages(file);
  }

  /** A step whose rows another connection wrote. */
  addHeavy(info: UndoStepInfo, rows: HeavyRows): void {
    this.#inTransaction(() => {
      this.#raw
        .prepare(`INSERT INTO temp.undo_step (id, direction, label, params, heavy)
          VALUES (?, 'undo', ?, ?, ?)`)
        .run(this.#nextStep++, info.label, JSON.stringify(info.params), JSON.stringify(rows));
      this.#forgetAll('redo');
      this.#trim();
    });
  }

  /** The step that would go next, when it is a heavy one: a worker moves its rows, then `moved` is told. */
  heavyTop(direction: Direction): HeavyStep | null {
    const top = this.#top(direction);
    return top === null || top.heavy === null
      ? null
      : { id: top.id, direction, info: top.info, rows: top.heavy };
  }

  /** The rows of a heavy step are where it wanted them; `images` bring it back the other way. */
  moved(step: HeavyStep, images: RowImages): void {
    this.#raw
      .prepare('UPDATE temp.undo_step SET id = ?, direction = ?, heavy = ? WHERE id = ?')
      .run(this.#nextStep++, opposite[step.direction], JSON.stringify({ images }), step.id);
    if ('images' in step.rows) removeImages(step.rows.images.file);
  }

  /** After the caller's transaction rolled back: the temporary tables rolled back with it. */
  abandonStep(): void {
    this.#open = null;
    this.#forgottenImages = [];
  }

  undo(): UndoStepInfo | null {
    return this.#replay('undo', 'redo');
  }

  redo(): UndoStepInfo | null {
    return this.#replay('redo', 'undo');
  }

  /** What has been done; a step still open may yet be rolled back and is not told. */
  state(): UndoState {
    return { undo: this.#top('undo')?.info ?? null, redo: this.#top('redo')?.info ?? null };
  }

  forgetRedo(): void {
    this.#inTransaction(() => this.#forgetAll('redo'));
  }

  /** After a change that cannot be undone nothing before it can be either. */
  clear(): void {
    this.#inTransaction(() => {
      this.#forgetAll('undo');
      this.#forgetAll('redo');
    });
  }

  #inTransaction(work: () => void): void {
    try {
      this.#raw.transaction(work)();
    } catch (error) {
      this.abandonStep();
      throw error;
    }
    this.stepCommitted();
  }

  #begin(direction: Direction, info: UndoStepInfo): void {
    if (this.#open !== null) throw new Error('an undo step is already open');
    const id = this.#nextStep++;
    this.#raw
      .prepare('INSERT INTO temp.undo_step (id, direction, label, params) VALUES (?, ?, ?, ?)')
      .run(id, direction, info.label, JSON.stringify(info.params));
    this.#raw.prepare('INSERT INTO temp.undo_recording (step_id) VALUES (?)').run(id);
    this.#open = { id, direction };
  }

  #close(): { id: number; direction: Direction } {
    const open = this.#open;
    if (open === null) throw new Error('no undo step is open');
    this.#raw.exec('DELETE FROM temp.undo_recording');
    this.#open = null;
    return open;
  }

  #replay(from: Direction, to: Direction): UndoStepInfo | null {
    const top = this.#top(from);
    if (top === null) return null;
    if (top.heavy !== null) throw new Error('a worker moves the rows of this step');
    this.#inTransaction(() => {
      // A child's inverse may stand before its parent's; the commit still checks every key.
      this.#raw.pragma('defer_foreign_keys = ON');
      this.#begin(to, top.info);
      for (const sql of joinedStatements(this.#recordedBackwards(top.id))) {
        this.#raw.prepare(sql).run();
      }
      this.#close();
      this.#forget(top.id);
    });
    return top.info;
  }

  /** Newest first, a page at a time: the statements of a large step need not all be in memory. */
  *#recordedBackwards(stepId: number): Generator<RecordedStatement> {
    const page = this.#raw.prepare(
      `SELECT id, sql, tuple FROM temp.undo_statement
       WHERE step_id = ? AND id < ? ORDER BY id DESC LIMIT ${statementsPerPage}`,
    );
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const rows = page.all(stepId, before) as (RecordedStatement & { id: number })[];
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined) return;
      before = last.id;
    }
  }

  #top(direction: Direction): StoredStep | null {
    const row = this.#raw
      .prepare(
        `SELECT id, label, params, heavy FROM temp.undo_step
         WHERE direction = ? AND id <> ? ORDER BY id DESC LIMIT 1`,
      )
      .get(direction, this.#open?.id ?? 0) as
      | { id: number; label: string; params: string; heavy: string | null }
      | undefined;
    if (row === undefined) return null;
    return {
      id: row.id,
      info: { label: row.label, params: JSON.parse(row.params) },
      heavy: row.heavy === null ? null : (JSON.parse(row.heavy) as HeavyRows),
    };
  }

  #isEmpty(stepId: number): boolean {
    return (
      this.#raw
        .prepare('SELECT 1 FROM temp.undo_statement WHERE step_id = ? LIMIT 1')
        .get(stepId) === undefined
    );
  }

  #forget(stepId: number): void {
    const heavy = this.#raw
      .prepare('SELECT heavy FROM temp.undo_step WHERE id = ?')
      .pluck()
      .get(stepId) as string | null | undefined;
    const rows = heavy ? (JSON.parse(heavy) as HeavyRows) : null;
    if (rows !== null && 'images' in rows) this.#forgottenImages.push(rows.images.file);
    this.#raw.prepare('DELETE FROM temp.undo_statement WHERE step_id = ?').run(stepId);
    this.#raw.prepare('DELETE FROM temp.undo_step WHERE id = ?').run(stepId);
  }

  #forgetAll(direction: Direction): void {
    const ids = this.#raw
      .prepare('SELECT id FROM temp.undo_step WHERE direction = ?')
      .pluck()
      .all(direction) as number[];
    for (const id of ids) this.#forget(id);
  }

  #trim(): void {
    const excess = this.#raw
      .prepare(
        "SELECT id FROM temp.undo_step WHERE direction = 'undo' ORDER BY id DESC LIMIT -1 OFFSET ?",
      )
      .pluck()
      .all(maxSteps) as number[];
    for (const id of excess) this.#forget(id);
  }
}

export type Direction = 'undo' | 'redo';

const opposite = { undo: 'redo', redo: 'undo' } as const satisfies Record<Direction, Direction>;

/** Rows that another connection wrote: a worker knows how to move them. */
export type HeavyRows = { written: WrittenRows[] } | { images: RowImages };

export interface HeavyStep {
  id: number;
  direction: Direction;
  info: UndoStepInfo;
  rows: HeavyRows;
}

interface StoredStep {
  id: number;
  info: UndoStepInfo;
  /** null for a step of recorded statements. */
  heavy: HeavyRows | null;
}

const maxSteps = 100;
const statementsPerPage = 10_000;

function triggersFor({ name: table, columns: names, keys }: RecordedTable): string {
  const record = (sql: string, tuple: string) =>
    `INSERT INTO undo_statement (step_id, sql, tuple)
      SELECT step_id, ${sql}, ${tuple} FROM temp.undo_recording;`;
  const literals = (row: 'new' | 'old', columns: string[]) =>
    columns.map((column) => literalOf(`${row}."${column}"`)).join(` || ', ' || `);
  // Only columns that changed: writing the others again would rewrite every index of the table.
  const assignments = names
    .map(
      (name) =>
        `CASE WHEN old."${name}" IS NOT new."${name}"
          THEN ', "${name}" = ' || ${literalOf(`old."${name}"`)} ELSE '' END`,
    )
    .join(' || ');
  // An update to the values that are there already is nothing that anybody would take back.
  const changed = names.map((column) => `old."${column}" IS NOT new."${column}"`).join(' OR ');
  const list = (columns: string[]) => columns.map((column) => `"${column}"`).join(', ');
  const when = 'WHEN EXISTS (SELECT 1 FROM temp.undo_recording)';
  return `
    CREATE TEMP TRIGGER "undo_insert_${table}" AFTER INSERT ON main."${table}" ${when} BEGIN
      ${record(
        `'DELETE FROM "${table}" WHERE (${list(keys)}) ${openList}'`,
        `'(' || ${literals('new', keys)} || ')'`,
      )}
    END;
    CREATE TEMP TRIGGER "undo_update_${table}" AFTER UPDATE ON main."${table}"
      ${when} AND (${changed}) BEGIN
      ${record(
        `'UPDATE "${table}" SET ' || substr(${assignments}, 3) || ' WHERE (${list(keys)}) ${openList}'`,
        `'(' || ${literals('new', keys)} || ')'`,
      )}
    END;
    CREATE TEMP TRIGGER "undo_delete_${table}" AFTER DELETE ON main."${table}" ${when} BEGIN
      ${record(
        `'INSERT INTO "${table}" (${list(names)}) VALUES '`,
        `'(' || ${literals('old', names)} || ')'`,
      )}
    END;`;
}

/** An SQL expression that writes `value` as a literal. `quote` alone cuts a text at its first NUL. */
function literalOf(value: string): string {
  return `CASE WHEN typeof(${value}) = 'text' AND instr(${value}, char(0)) > 0
    THEN 'CAST(x''' || hex(${value}) || ''' AS TEXT)' ELSE quote(${value}) END`;
}
