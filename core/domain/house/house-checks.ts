/** What one looks for before trusting the weights of a house. */
export interface HouseChecks {
  /** WHATs that no HOW serves: a customer's wish that nobody answers. */
  emptyRows: number[];
  /** HOWs that serve no WHAT: effort that no customer asked for. */
  emptyColumns: number[];
  filledCells: number;
  /** All cells of the matrix. */
  cellCount: number;
}

/** Counts over relations[i][j] ≥ 0 of m WHATs and `howCount` HOWs; indexes are in display order. */
export function checkHouse(
  relations: readonly (readonly number[])[],
  howCount: number,
): HouseChecks {
  const columnFilled = new Array<boolean>(howCount).fill(false);
  const emptyRows: number[] = [];
  let filledCells = 0;
  for (const [i, row] of relations.entries()) {
    let filledInRow = 0;
    for (const [j, strength] of row.entries()) {
      if (strength === 0) continue;
      filledInRow += 1;
      columnFilled[j] = true;
    }
    if (filledInRow === 0 && howCount > 0) emptyRows.push(i);
    filledCells += filledInRow;
  }
  const emptyColumns = columnFilled.flatMap((filled, j) =>
    filled || relations.length === 0 ? [] : [j],
  );
  return { emptyRows, emptyColumns, filledCells, cellCount: relations.length * howCount };
}
