export interface SlopePlace {
  /** Of all that are drawn, counted from 0: nothing else is written there. */
  row: number;
  /**
   * Where its line ends, in rows: ties share the topmost of theirs. With ranks such as 1, 2, 2, 4 of all,
   * a rank is then at one height on both sides, and what stays where it was is a level line.
   */
  at: number;
  /** The topmost of its ties, where their rank is said once. */
  first: boolean;
}

/** Where ranks stand on one side of a slope chart; ties keep the order of the list in what is written. */
export function slopePlaces(ranks: readonly number[]): SlopePlace[] {
  const ordered = ranks.toSorted((a, b) => a - b);
  const taken = new Map<number, number>();
  return ranks.map((rank) => {
    const at = ordered.indexOf(rank);
    const before = taken.get(rank) ?? 0;
    taken.set(rank, before + 1);
    return { row: at + before, at, first: before === 0 };
  });
}
