/** HOWs whose columns say the same, or nearly: probably one HOW under two names. */
export interface AlikeHows {
  /** Places of columns that are equal throughout, each group in display order. */
  readonly identical: readonly (readonly number[])[];
  /** Pairs that differ in few of the cells that either has filled. */
  readonly near: readonly NearHows[];
}

export interface NearHows {
  readonly columns: readonly [number, number];
  /** Cells that differ, and cells that one or both have filled. */
  readonly differing: number;
  readonly filled: number;
}

/** Columns with fewer filled cells are alike by chance. */
const leastFilled = 3;
const nearShare = 0.1;

/**
 * Compares the columns of a house with each other. Two are near when at most a tenth of the cells that
 * either has filled differ; of identical ones only the first is compared on. Columns with fewer than three
 * filled cells are left out. Most pairs are told apart after a few cells: 300 × 300 takes milliseconds.
 */
export function alikeHows(
  relations: readonly (readonly number[])[],
  columnCount: number,
): AlikeHows {
  const columns = numberedColumns(relations, columnCount).filter(
    ({ filled }) => filled >= leastFilled,
  );
  const groups = [...Map.groupBy(columns, ({ cells }) => String.fromCharCode(...cells)).values()];
  const firsts = groups.flatMap((group) => group.slice(0, 1));
  const near: NearHows[] = [];
  for (const [at, one] of firsts.entries()) {
    for (const other of firsts.slice(at + 1)) {
      const found = difference(one, other);
      if (found !== null) near.push({ columns: [one.place, other.place], ...found });
    }
  }
  const identical = groups
    .filter((group) => group.length > 1)
    .map((group) => group.map(({ place }) => place));
  return { identical, near };
}

interface Column {
  readonly place: number;
  /** Numbers that stand for the values, 0 for none. */
  readonly cells: Uint16Array;
  readonly filled: number;
}

/** Row by row, for a row's cells lie together. */
function numberedColumns(relations: readonly (readonly number[])[], columnCount: number): Column[] {
  const numbers = new Map([[0, 0]]);
  const columns = Array.from({ length: columnCount }, (_, place) => ({
    place,
    cells: new Uint16Array(relations.length),
    filled: 0,
  }));
  for (const [i, row] of relations.entries()) {
    for (const column of columns) {
      const value = row[column.place] ?? 0;
      if (value === 0) continue;
      const number = numbers.get(value) ?? numbers.size;
      if (number === numbers.size) numbers.set(value, number);
      column.cells[i] = number;
      column.filled++;
    }
  }
  return columns;
}

/** null when too many cells differ. */
function difference(one: Column, other: Column): { differing: number; filled: number } | null {
  const most = Math.floor(nearShare * (one.filled + other.filled));
  if (Math.abs(one.filled - other.filled) > most) return null;
  let differing = 0;
  let filled = 0;
  for (let i = 0; i < one.cells.length; i++) {
    const a = one.cells[i];
    const b = other.cells[i];
    if (a !== 0 || b !== 0) filled++;
    if (a !== b && ++differing > most) return null;
  }
  return differing <= nearShare * filled ? { differing, filled } : null;
}

/**
 * A name as it is compared: without blanks, marks and capitals, full and half width alike. A name of
 * nothing but marks is taken as it is.
 */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  return plain.replaceAll(/[\s\p{P}]/gu, '') || plain.trim();
}
