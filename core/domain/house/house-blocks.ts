/** Rows and columns that have relations with each other and with no others. */
export interface HouseBlock {
  /** Places in display order. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/**
 * The parts into which a house falls when rows and columns are sorted: connected components of its
 * relations, in the order of their first rows. Empty rows and columns belong to none.
 */
export function separateBlocks(
  relations: readonly (readonly number[])[],
  columnCount: number,
): HouseBlock[] {
  const parents = Array.from({ length: relations.length + columnCount }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] ?? 0] ?? 0;
      root = parents[root] ?? 0;
    }
    return root;
  };
  const linked = new Set<number>();
  for (const [row, cells] of relations.entries()) {
    for (const [column, value] of cells.entries()) {
      if (value === 0) continue;
      const node = relations.length + column;
      linked.add(row).add(node);
      parents[rootOf(node)] = rootOf(row);
    }
  }
  const nodes = [...linked].toSorted((a, b) => a - b);
  return [...Map.groupBy(nodes, rootOf).values()].map((members) => ({
    rows: members.filter((node) => node < relations.length),
    columns: members
      .filter((node) => node >= relations.length)
      .map((node) => node - relations.length),
  }));
}
