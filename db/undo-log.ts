import type { UndoState, UndoStepInfo } from '../core/contract/workspace.contract.ts';
import type { RawDatabase } from './connection.ts';
import { joinedStatements, openList, type RecordedStatement } from './recorded-statements.ts';
import {
  dropTakenRows,
  moveTakenRows,
  type RowSelection,
  type TakenRows,
  takeRows,
} from './taken-rows.ts';
import { bringBackRows, dropKeptRows, takeBackRows, type WrittenRows } from './written-rows.ts';

/**
 * Undo by inverse statements, after "Automated Undo/Redo Using SQLite" (sqlite.org/undoredo.html).
 * Temporary triggers on every table that people edit write the statement that takes each change back;
 * a step is what one edit wrote. They are temporary, so an import's own connection is not slowed by
 * them, and the history ends with the session, as in Excel. What an import wrote is a step without
 * statements: ranges of rows that go and come as a whole (`written-rows.ts`). So do the rows that an
 * edit removes by the thousand (`taken-rows.ts`), beside the statements of what else it did.
 */
export class UndoLog {
  readonly #raw: RawDatabase;
  #open: { id: number; direction: Direction } | null = null;
  #nextStep = 1;

  constructor(raw: RawDatabase) {
    this.#raw = raw;
    // Without it a row pushed out by REPLACE would leave without its trigger seeing it.
    raw.pragma('recursive_triggers = ON');
    raw.exec(`
      CREATE TEMP TABLE undo_step (
        id INTEGER PRIMARY KEY, direction TEXT NOT NULL, label TEXT NOT NULL, params TEXT NOT NULL,
        written TEXT, taken TEXT
      );
      CREATE TEMP TABLE undo_statement (
        id INTEGER PRIMARY KEY, step_id INTEGER NOT NULL, sql TEXT NOT NULL, tuple TEXT
      );
      CREATE INDEX temp.undo_statement_by_step ON undo_statement (step_id, id);
      CREATE TEMP TABLE undo_recording (step_id INTEGER NOT NULL);
    `);
    for (const table of recordedTables(raw)) raw.exec(triggersFor(raw, table));
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

  /** Once within a step: removes rows by the thousand. Parents before children, nothing left to cascade. */
  takeAway(selections: readonly RowSelection[]): void {
    const open = this.#open;
    if (open === null) throw new Error('no undo step is open');
    this.#recordMove(open.id, () => takeRows(this.#raw, open.id, selections));
  }

  /** A step for rows that came through another connection (an import); parents before children. */
  addWritten(info: UndoStepInfo, ranges: readonly WrittenRows[]): void {
    this.#raw.transaction(() => {
      this.#raw
        .prepare(`INSERT INTO temp.undo_step (id, direction, label, params, written)
          VALUES (?, 'undo', ?, ?, ?)`)
        .run(this.#nextStep++, info.label, JSON.stringify(info.params), JSON.stringify(ranges));
      this.#forgetAll('redo');
      this.#trim();
    })();
  }

  /** After the caller's transaction rolled back: the temporary tables rolled back with it. */
  abandonStep(): void {
    this.#open = null;
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

  /** After a change that cannot be undone nothing before it can be either. */
  clear(): void {
    this.#forgetAll('undo');
    this.#forgetAll('redo');
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
    const run = this.#raw.transaction(() => {
      // A child's inverse may stand before its parent's; the commit still checks every key.
      this.#raw.pragma('defer_foreign_keys = ON');
      if (top.written !== null) {
        this.#moveWritten(top.id, top.written, to);
        return;
      }
      this.#begin(to, top.info);
      for (const sql of joinedStatements(this.#recordedBackwards(top.id))) {
        if (sql === takenMark) this.#moveTaken(top);
        else this.#raw.prepare(sql).run();
      }
      this.#close();
      this.#forget(top.id);
    });
    try {
      run();
    } catch (error) {
      this.abandonStep();
      throw error;
    }
    return top.info;
  }

  #moveTaken({ id, taken }: StoredStep): void {
    const open = this.#open;
    if (taken === null || open === null) return;
    this.#keepTaken(id, null);
    this.#recordMove(open.id, () => moveTakenRows(this.#raw, taken));
  }

  /** The mark keeps the move's place among the statements: those before it may need the rows there. */
  #recordMove(stepId: number, move: () => TakenRows): void {
    this.#raw.exec('DELETE FROM temp.undo_recording');
    this.#keepTaken(stepId, move());
    this.#raw
      .prepare('INSERT INTO temp.undo_statement (step_id, sql) VALUES (?, ?)')
      .run(stepId, takenMark);
    this.#raw.prepare('INSERT INTO temp.undo_recording (step_id) VALUES (?)').run(stepId);
  }

  #keepTaken(stepId: number, taken: TakenRows | null): void {
    this.#raw
      .prepare('UPDATE temp.undo_step SET taken = ? WHERE id = ?')
      .run(taken === null ? null : JSON.stringify(taken), stepId);
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

  /** The rows kept while undone go by the step's id, so it takes its rows along to the new one. */
  #moveWritten(stepId: number, ranges: WrittenRows[], to: Direction): void {
    const id = this.#nextStep++;
    if (to === 'redo') takeBackRows(this.#raw, id, ranges);
    else bringBackRows(this.#raw, stepId, ranges);
    this.#raw
      .prepare('UPDATE temp.undo_step SET id = ?, direction = ? WHERE id = ?')
      .run(id, to, stepId);
  }

  #top(direction: Direction): StoredStep | null {
    const row = this.#raw
      .prepare(
        `SELECT id, label, params, written, taken FROM temp.undo_step
         WHERE direction = ? AND id <> ? ORDER BY id DESC LIMIT 1`,
      )
      .get(direction, this.#open?.id ?? 0) as
      | {
          id: number;
          label: string;
          params: string;
          written: string | null;
          taken: string | null;
        }
      | undefined;
    if (row === undefined) return null;
    return {
      id: row.id,
      info: { label: row.label, params: JSON.parse(row.params) },
      written: row.written === null ? null : (JSON.parse(row.written) as WrittenRows[]),
      taken: row.taken === null ? null : (JSON.parse(row.taken) as TakenRows),
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
    const step = this.#raw
      .prepare('SELECT written, taken FROM temp.undo_step WHERE id = ?')
      .get(stepId) as { written: string | null; taken: string | null } | undefined;
    if (step?.written) dropKeptRows(this.#raw, stepId, JSON.parse(step.written));
    if (step?.taken) dropTakenRows(this.#raw, JSON.parse(step.taken));
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

type Direction = 'undo' | 'redo';

interface StoredStep {
  id: number;
  info: UndoStepInfo;
  /** Rows an import wrote; null for a step of recorded statements. */
  written: WrittenRows[] | null;
  /** Rows the edit removed by the thousand; null when it removed none so. */
  taken: TakenRows | null;
}

/** Stands among a step's statements where its taken rows moved. */
const takenMark = 'taken rows';

const maxSteps = 100;
const statementsPerPage = 10_000;

/** Every table of the workspace but the search index, whose own triggers follow `voc`, and the logs. */
function recordedTables(raw: RawDatabase): string[] {
  return raw
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'import_mapping%' AND name NOT LIKE '%\\_log' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[];
}

function triggersFor(raw: RawDatabase, table: string): string {
  const columns = raw.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  const keys = columns.filter((column) => column.pk > 0).map((column) => column.name);
  const names = columns.map((column) => column.name);
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
