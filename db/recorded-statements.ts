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

/** Preparing a statement costs more than running it: so many rows share one at most. */
const tuplesPerStatement = 500;
/** Far below SQLite's limit for one statement, whatever texts the rows hold. */
const charactersPerStatement = 1_000_000;

/**
 * The statements to run, in order. Neighbours that do the same to rows of the same table become one:
 * undoing the removal of a wave puts back a million answers, and a statement for each would take a
 * minute where this takes seconds.
 */
export function* joinedStatements(recorded: Iterable<RecordedStatement>): Generator<string> {
  let head: string | null = null;
  let tuples: string[] = [];
  let length = 0;
  for (const { sql, tuple } of recorded) {
    const full = tuples.length >= tuplesPerStatement || length >= charactersPerStatement;
    if (head !== null && (tuple === null || sql !== head || full)) {
      yield statementOf(head, tuples);
      head = null;
    }
    if (tuple === null) {
      yield sql;
      continue;
    }
    if (head === null) {
      head = sql;
      tuples = [];
      length = 0;
    }
    tuples.push(tuple);
    length += tuple.length;
  }
  if (head !== null) yield statementOf(head, tuples);
}

function statementOf(head: string, tuples: readonly string[]): string {
  return `${head}${tuples.join(', ')}${head.endsWith(openList) ? ')' : ''}`;
}
