/** kept[r]: 1 where every column has a value in row r, 0 where one is missing (NaN). */
export function completeRows(columns: readonly Float64Array[], rows: number): Uint8Array {
  const kept = new Uint8Array(rows).fill(1);
  for (const column of columns) {
    for (let r = 0; r < rows; r++) if (Number.isNaN(column[r])) kept[r] = 0;
  }
  return kept;
}

/** The entries of a column in the rows kept. */
export function onlyKept(column: Float64Array, kept: Uint8Array): Float64Array {
  return column.filter((_, r) => kept[r] === 1);
}
