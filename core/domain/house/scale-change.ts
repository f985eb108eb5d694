import type { RelationScale } from './relation-scale.ts';

/**
 * Which level of the new scale each level of the old one becomes, by place from 0. Scales of equally many
 * levels go level by level (5/3/1 → 9/3/1: strong stays strong). Otherwise the strongest becomes the
 * strongest and the weakest the weakest, and what lies between keeps its distance from both; halfway
 * counts as the weaker, so that nothing is overstated. A scale of one level becomes the strongest.
 */
export function levelPlaces(from: RelationScale, to: RelationScale): number[] {
  const last = from.levels.length - 1;
  return from.levels.map((_, place) =>
    last === 0 ? 0 : Math.round((place * (to.levels.length - 1)) / last),
  );
}

/** What changing the scale of a filled house does to its cells. */
export interface ScaleChange {
  /** In the values of the new scale. */
  readonly relations: number[][];
  /** Cells whose number is another. */
  readonly changedCells: number;
  /** Levels that can no longer be told apart, each group with the value they now share. */
  readonly merged: readonly { readonly values: readonly number[]; readonly into: number }[];
  /** Filled cells of these levels: what changing back would not bring back. */
  readonly mergedCells: number;
  /** Values of the new scale that no cell can have yet. */
  readonly unreached: readonly number[];
}

/**
 * Changes the scale of relations given as rows of values. `places` tells which level becomes which; left
 * out, `levelPlaces`. A value that is no level of the old scale is taken for the level nearest to it,
 * the weaker of two equally near. Only levels that cells really use count as merged.
 */
export function changeScale(
  relations: readonly (readonly number[])[],
  from: RelationScale,
  to: RelationScale,
  places: readonly number[] = levelPlaces(from, to),
): ScaleChange {
  const counts = from.levels.map(() => 0);
  let changedCells = 0;
  const changed = relations.map((row) =>
    row.map((value) => {
      if (value === 0) return 0;
      const place = nearestLevel(value, from);
      counts[place] = (counts[place] ?? 0) + 1;
      const next = to.levels[places[place] ?? 0]?.value ?? 0;
      if (next !== value) changedCells++;
      return next;
    }),
  );
  const merged = mergedLevels(from, to, places, counts);
  return {
    relations: changed,
    changedCells,
    merged: merged.map(({ values, into }) => ({ values, into })),
    mergedCells: merged.reduce((sum, { cells }) => sum + cells, 0),
    unreached: to.levels
      .filter((_, place) => !places.slice(0, from.levels.length).includes(place))
      .map(({ value }) => value),
  };
}

function nearestLevel(value: number, { levels }: RelationScale): number {
  let nearest = 0;
  for (const [place, level] of levels.entries()) {
    const best = levels[nearest]?.value ?? 0;
    if (Math.abs(level.value - value) <= Math.abs(best - value)) nearest = place;
  }
  return nearest;
}

function mergedLevels(
  from: RelationScale,
  to: RelationScale,
  places: readonly number[],
  counts: readonly number[],
): { values: number[]; into: number; cells: number }[] {
  const used = from.levels
    .map(({ value }, place) => ({ value, cells: counts[place] ?? 0, to: places[place] ?? 0 }))
    .filter(({ cells }) => cells > 0);
  return [...Map.groupBy(used, (level) => level.to)]
    .filter(([, levels]) => levels.length > 1)
    .map(([place, levels]) => ({
      values: levels.map(({ value }) => value),
      into: to.levels[place]?.value ?? 0,
      cells: levels.reduce((sum, { cells }) => sum + cells, 0),
    }));
}
