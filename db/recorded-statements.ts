/**
 * One inverse as a trigger recorded it. With a `tuple` the statement is `sql` and then one or more
 * tuples; without one it stands alone.
 */
export interface RecordedStatement {
  sql: string;
  tuple: string | null;
}

/** What every recorded deletion ends with before its tuples; the list still needs its bracket. */
export const openList = 'IN (VALUES ';

/** Preparing a statement, with all that its triggers do, costs more than running it: so many rows share one. */
const tuplesPerStatement = 500;
/** Far below SQLite's limit for one statement, whatever texts the rows hold. */
const charactersPerStatement = 1_000_000;
/** What is held in memory at a time. */
const tuplesPerRun = 20_000;
const charactersPerRun = 8_000_000;

/**
 * The statements to run. Neighbours that do the same to rows of the same table become one, and so do
 * updates of the same table with others between them, as long as they write to different rows: undoing
 * an edit of 50,000 VOC took half a minute with a statement for each, and takes a second so. That moves
 * no two writes to one row past each other, and what is written alike to many rows is in no unique index.
 */
export function* joinedStatements(recorded: Iterable<RecordedStatement>): Generator<string> {
  let run = new Run('');
  for (const { sql, tuple } of recorded) {
    if (tuple === null) {
      yield* run.statements();
      run = new Run('');
      yield sql;
      continue;
    }
    if (!run.takes(sql, tuple)) {
      yield* run.statements();
      run = new Run(kindOf(sql));
    }
    run.add(sql, tuple);
  }
  yield* run.statements();
}

/** Updates of one table go together; of everything else only what reads the same. */
function kindOf(sql: string): string {
  return sql.startsWith('UPDATE ') ? sql.slice(0, sql.indexOf(' SET ')) : sql;
}

/** Neighbouring statements whose order among each other says nothing. */
class Run {
  readonly #kind: string;
  readonly #tuplesByHead = new Map<string, string[]>();
  readonly #tuples = new Set<string>();
  #characters = 0;

  constructor(kind: string) {
    this.#kind = kind;
  }

  takes(sql: string, tuple: string): boolean {
    return (
      kindOf(sql) === this.#kind &&
      !this.#tuples.has(tuple) &&
      this.#tuples.size < tuplesPerRun &&
      this.#characters < charactersPerRun
    );
  }

  add(sql: string, tuple: string): void {
    const tuples = this.#tuplesByHead.get(sql);
    if (tuples === undefined) this.#tuplesByHead.set(sql, [tuple]);
    else tuples.push(tuple);
    this.#tuples.add(tuple);
    this.#characters += tuple.length;
  }

  *statements(): Generator<string> {
    for (const [head, tuples] of this.#tuplesByHead) {
      for (const chunk of chunksOf(tuples)) yield statementOf(head, chunk);
    }
  }
}

function* chunksOf(tuples: readonly string[]): Generator<string[]> {
  let chunk: string[] = [];
  let length = 0;
  for (const tuple of tuples) {
    if (chunk.length >= tuplesPerStatement || length >= charactersPerStatement) {
      yield chunk;
      chunk = [];
      length = 0;
    }
    chunk.push(tuple);
    length += tuple.length;
  }
  if (chunk.length > 0) yield chunk;
}

function statementOf(head: string, tuples: readonly string[]): string {
  return `${head}${tuples.join(', ')}${head.endsWith(openList) ? ')' : ''}`;
}
