import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffHouses } from '../../core/domain/house/house-diff.ts';
import { withRelations, withWhat, withWhats } from '../../core/domain/house/house-layout.ts';
import type { HouseModel } from '../../core/domain/house/house-model.ts';
import { leavesOf, moveNode, withCodes } from '../../core/domain/house/house-tree.ts';
import { scalePresets } from '../../core/domain/house/relation-scale.ts';
import { changeScale } from '../../core/domain/house/scale-change.ts';
import { anyHouse, plainHouse, plainHow, plainWhat } from '../support/house-arbitraries.ts';

const house = plainHouse(
  [5, 3, 4],
  [
    [9, 0, 3],
    [3, 9, 0],
    [0, 1, 9],
  ],
  { roof: [{ howId: 101, otherHowId: 102, strength: -1 }] },
);
const nothing = {
  added: 0,
  removed: 0,
  renamed: 0,
  moved: 0,
  cells: 0,
  fields: 0,
  roof: 0,
  whatRanks: 0,
  howRanks: 0,
};
const kinds = (
  changes: readonly { kind: string; after: { id: number } | null; before: { id: number } | null }[],
) => changes.map(({ kind, after, before }) => [kind, after?.id ?? before?.id]);

describe('difference between two houses', () => {
  it('is nothing between a house and itself', () => {
    fc.assert(
      fc.property(anyHouse(), (model) => {
        expect(diffHouses(model, model).summary).toEqual(nothing);
      }),
    );
  });

  it('names cells with both values, and ranks before and after', () => {
    const after = withRelations(house, [
      { row: 0, column: 1, value: 9 },
      { row: 2, column: 2, value: 0 },
    ]);
    const diff = diffHouses(house, after);
    expect(diff.cells).toEqual([
      { whatId: 1, howId: 102, before: 0, after: 9 },
      { whatId: 3, howId: 103, before: 9, after: 0 },
    ]);
    expect(
      diff.howRanks.map(({ id, rankBefore, rankAfter }) => [id, rankBefore, rankAfter]),
    ).toEqual([
      [101, 1, 2],
      [102, 3, 1],
      [103, 2, 3],
    ]);
    expect(diff.howRanks[1]?.relativeBefore).toBeCloseTo(31 / 136, 12);
    expect(diff.summary).toEqual({ ...nothing, cells: 2, howRanks: 3 });
  });

  it('names weights, plans, ratings and words that are others', () => {
    const before: HouseModel = {
      ...house,
      competitors: ['가', '나'],
      whats: house.whats.map((what) => ({ ...what, ratings: [3, 4] })),
    };
    const after: HouseModel = {
      ...withWhat(before, 1, { importance: 4, kano: 'M', ratings: [4, 2] }),
      competitors: ['나', '다'],
      hows: before.hows.map((how) => (how.id === 102 ? { ...how, unit: '분', ratings: [] } : how)),
    };
    const diff = diffHouses(before, after);
    expect(diff.whatFields.filter(({ id }) => id === 1)).toEqual([
      { id: 1, field: 'importance', competitor: null, before: 5, after: 4 },
      { id: 1, field: 'kano', competitor: null, before: null, after: 'M' },
    ]);
    expect(diff.whatFields.filter(({ id }) => id === 2)).toEqual([
      { id: 2, field: 'rating', competitor: '나', before: 4, after: 3 },
    ]);
    expect(diff.howFields).toEqual([
      { id: 102, field: 'unit', competitor: null, before: '', after: '분' },
    ]);
    expect(diff.competitorsAdded).toEqual(['다']);
    expect(diff.competitorsRemoved).toEqual(['가']);
  });

  it('names the fewest that moved, with codes before and after', () => {
    const whats = withCodes([1, 2, 3, 4, 5].map((id) => plainWhat(id)));
    const five = plainHouse([1, 1, 1, 1, 1], [[9], [3], [1], [0], [9]], { whats });
    const { model } = withWhats(five, moveNode(whats, 5, { parentId: null, position: 0 }));
    const diff = diffHouses(five, model);
    expect(diff.whats).toEqual([
      {
        kind: 'moved',
        before: { id: 5, code: '5', name: '요구 5' },
        after: { id: 5, code: '1', name: '요구 5' },
      },
    ]);
    expect(diff.cells).toEqual([]);
  });

  it('names what came, went, was renamed or went below another, what went last', () => {
    const whats = [
      plainWhat(9),
      plainWhat(3, { importance: 4 }),
      plainWhat(1, { importance: 5, parentId: 9, name: '빠른 응대' }),
    ];
    const { model } = withWhats(house, whats);
    const diff = diffHouses(house, model);
    expect(kinds(diff.whats)).toEqual([
      ['added', 9],
      ['renamed', 1],
      ['moved', 1],
      ['removed', 2],
    ]);
    expect(diff.whats[1]?.before?.name).toBe('요구 1');
    expect(diff.whatRanks.map(({ id }) => id)).toEqual([1, 3]);
  });

  it('takes a branch with other ids for the same house by its names', () => {
    const branch: HouseModel = {
      ...house,
      whats: house.whats.map((what) => ({ ...what, id: what.id + 1000 })),
      hows: house.hows.map((how) => ({ ...how, id: how.id + 1000 })),
      roof: [{ howId: 1102, otherHowId: 1101, strength: -2 }],
    };
    const diff = diffHouses(house, branch);
    expect(diff.summary).toEqual({ ...nothing, roof: 1 });
    expect(diff.roof).toEqual([{ howId: 1101, otherHowId: 1102, before: -1, after: -2 }]);
  });

  it('shows judgements only, not the numbers of another scale', () => {
    const scale = scalePresets['5-3-1'];
    const { relations } = changeScale(house.relations, house.scale, scale);
    const after = withRelations({ ...house, scale, relations }, [{ row: 0, column: 1, value: 5 }]);
    const diff = diffHouses(house, after);
    expect(diff.scaleChanged).toBe(true);
    expect(diff.cells).toEqual([{ whatId: 1, howId: 102, before: 0, after: 5 }]);
  });

  it('is the same the other way round, turned about', () => {
    fc.assert(
      fc.property(anyHouse(6), anyHouse(6), (one, other) => {
        const there = diffHouses(one, other);
        const back = diffHouses(other, one);
        const cells = (diff: typeof there) =>
          diff.cells.map(({ whatId, howId }) => `${whatId} ${howId}`).toSorted();
        expect(cells(there)).toEqual(cells(back));
        expect(there.summary).toMatchObject({
          added: back.summary.removed,
          removed: back.summary.added,
          renamed: back.summary.renamed,
          moved: back.summary.moved,
          fields: back.summary.fields,
          roof: back.summary.roof,
          howRanks: back.summary.howRanks,
        });
      }),
    );
  });

  it('leads from one house to the other: cells and weights put in give the later ones', () => {
    fc.assert(
      fc.property(anyHouse(6), fc.array(fc.nat(8), { maxLength: 9 }), (before, picks) => {
        const cells = picks.map((pick, at) => ({ row: pick % 3, column: at % 3, value: 9 }));
        const after = withRelations(before, cells);
        const rowOf = new Map(leavesOf(before.whats).map(({ id }, row) => [id, row]));
        const columnOf = new Map(leavesOf(before.hows).map(({ id }, column) => [id, column]));
        const again = withRelations(
          before,
          diffHouses(before, after).cells.map((cell) => ({
            row: rowOf.get(cell.whatId)!,
            column: columnOf.get(cell.howId)!,
            value: cell.after,
          })),
        );
        expect(again.relations).toEqual(after.relations);
      }),
    );
  });

  it('tells HOWs of one name apart, first to first', () => {
    const twins = withCodes([plainHow(1, { name: '교육' }), plainHow(2, { name: '교육' })]);
    const before = plainHouse([1], [[9, 3]], { hows: twins });
    const after = plainHouse([1], [[9, 3]], {
      hows: twins.map((how) => ({ ...how, id: how.id + 10 })),
    });
    expect(diffHouses(before, after).summary).toEqual(nothing);
  });
});
