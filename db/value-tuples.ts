/** SQLite takes 32,766 parameters in one statement; a row here takes at most six. */
const rowsPerStatement = 5000;

/** Slices of `rows` that one statement can take. */
export function statementSlices<Row>(rows: readonly Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, i) =>
    rows.slice(i * rowsPerStatement, (i + 1) * rowsPerStatement),
  );
}
