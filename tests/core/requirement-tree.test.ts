import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import {
  withAncestors,
  withDescendants,
} from '../../core/domain/requirement/requirement-family.ts';
import { placeForNew, planMove } from '../../core/domain/requirement/requirement-move.ts';
import {
  outlineOf,
  type RequirementPlace,
} from '../../core/domain/requirement/requirement-outline.ts';

/** Trees of up to three levels, grown by adding one requirement after the other. */
const tree = fc.array(fc.nat(30), { minLength: 1, maxLength: 15 }).map((choices) => {
  const places: RequirementPlace[] = [];
  for (const [index, choice] of choices.entries()) {
    const parents = [null, ...places.map((place) => place.id)];
    const parentId = parents[choice % parents.length] ?? null;
    try {
      places.push({ id: index + 1, parentId, position: placeForNew(places, parentId) });
    } catch {
      places.push({ id: index + 1, parentId: null, position: placeForNew(places, null) });
    }
  }
  return places;
});

function moved(places: readonly RequirementPlace[], changes: readonly RequirementPlace[]) {
  const byId = new Map(changes.map((place) => [place.id, place]));
  return places.map((place) => byId.get(place.id) ?? place);
}

describe('moving a requirement', () => {
  it('keeps a tree of three levels with everybody in it, or changes nothing', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.nat(), fc.nat(6), (places, whom, where, position) => {
        const id = places[whom % places.length]?.id ?? 0;
        const parents = [null, ...places.map((place) => place.id)];
        const parentId = parents[where % parents.length] ?? null;
        const below = withDescendants(places, [id]);
        try {
          const after = moved(places, planMove(places, { id, parentId, position }));
          const outline = outlineOf(after);
          expect(outline.size).toBe(places.length);
          expect(Math.max(...[...outline.values()].map((place) => place.level))).toBeLessThan(4);
          expect(withDescendants(after, [id])).toEqual(below);
          const siblings = after
            .filter((place) => place.parentId === parentId)
            .toSorted((a, b) => a.position - b.position);
          expect(siblings.map((place) => place.position)).toEqual(siblings.map((_, i) => i));
          expect(siblings.findIndex((place) => place.id === id)).toBe(
            Math.min(position, siblings.length - 1),
          );
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toBe(
            parentId !== null && below.has(parentId) ? 'requirement.cycle' : 'requirement.tooDeep',
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('to where it stands already changes no place', () => {
    const places = [
      { id: 1, parentId: null, position: 0 },
      { id: 2, parentId: null, position: 1 },
    ];
    expect(planMove(places, { id: 2, parentId: null, position: 1 })).toEqual([]);
  });
});

describe('the family of a requirement', () => {
  it('is what lies above and below it, and nothing beside it', () => {
    const places = [
      { id: 1, parentId: null },
      { id: 2, parentId: 1 },
      { id: 3, parentId: 1 },
      { id: 4, parentId: 2 },
    ];
    expect(withAncestors(places, [4, 99])).toEqual(new Set([4, 2, 1]));
    expect(withDescendants(places, [2, 99])).toEqual(new Set([2, 4]));
    expect(withAncestors(places, [])).toEqual(new Set());
  });
});
