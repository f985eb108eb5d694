import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeHouse } from '../../core/domain/house/house.ts';
import {
  type FigureOptions,
  figuresAfter,
  houseFigures,
  usualFigureOptions,
} from '../../core/domain/house/house-figures.ts';
import { withRelations, withWhat } from '../../core/domain/house/house-layout.ts';
import { leavesOf, withCodes } from '../../core/domain/house/house-tree.ts';
import {
  kanoEffect,
  plainKanoFactors,
  tanShenAdjustment,
} from '../../core/domain/house/kano-adjustment.ts';
import { computePlanning } from '../../core/domain/house/planning.ts';
import { anyHouse, plainHouse, plainHow, plainWhat } from '../support/house-arbitraries.ts';

const options: fc.Arbitrary<FigureOptions> = fc.record({
  normalize: fc.constantFrom('none', 'lyman'),
  basis: fc.constantFrom('importance', 'plan'),
  kano: fc.constantFrom({ kind: 'none' } as const, tanShenAdjustment, plainKanoFactors),
});

describe('figures of a house', () => {
  it('reproduce the drip-coffee house of SchemaTex (24 % and 22 % printed)', () => {
    const { hows, whats } = houseFigures(
      plainHouse(
        [5, 4, 3, 4, 2],
        [
          [3, 0, 9, 0, 0, 1],
          [9, 9, 0, 1, 0, 0],
          [1, 3, 0, 9, 0, 0],
          [0, 0, 1, 0, 9, 0],
          [3, 0, 3, 0, 0, 9],
        ],
      ),
    );
    expect(hows.absolute).toEqual([60, 45, 55, 31, 36, 23]);
    expect(hows.relative[0]).toBeCloseTo(0.24, 12);
    expect(hows.relative[2]).toBeCloseTo(0.22, 12);
    expect(hows.rank).toEqual([1, 3, 2, 5, 4, 6]);
    // Nothing planned: weights are the importance.
    expect(whats.absolute).toEqual([5, 4, 3, 4, 2]);
    expect(whats.rank).toEqual([1, 2, 4, 2, 5]);
    expect(whats.improvementRatio).toEqual([null, null, null, null, null]);
  });

  it('multiply importance, improvement ratio and sales point, as the planning table does', () => {
    const whats = withCodes([
      plainWhat(1, { importance: 5, current: 3, target: 4, salesPoint: 1.5 }),
      plainWhat(2, { importance: 4, current: 4, target: 5, salesPoint: 1.2 }),
      plainWhat(3, { importance: 3, current: 2, target: null }),
      plainWhat(4, { importance: null }),
    ]);
    const model = plainHouse([1, 1, 1, 1], [[9], [3], [1], [9]], { whats });
    const { whats: figures, hows } = houseFigures(model);
    const planned = computePlanning([
      { importance: 5, current: 3, target: 4, salesPoint: 1.5 },
      { importance: 4, current: 4, target: 5, salesPoint: 1.2 },
      { importance: 3, current: 1, target: 1, salesPoint: 1 },
      { importance: 0, current: 1, target: 1, salesPoint: 1 },
    ]);
    expect(figures.absolute).toEqual(planned.absoluteWeight);
    expect(figures.relative).toEqual(planned.relativeWeight);
    expect(figures.improvementRatio).toEqual([4 / 3, 1.25, null, null]);
    expect(hows.absolute[0]).toBeCloseTo(10 * 9 + 6 * 3 + 3, 12);
    const plain = houseFigures(model, { ...usualFigureOptions, basis: 'importance' });
    expect(plain.whats.absolute).toEqual([5, 4, 3, 0]);
  });

  it('give the weights and ranks of the calculation for the same house', () => {
    fc.assert(
      fc.property(anyHouse(), options, (model, given) => {
        const { whats, hows } = houseFigures(model, given);
        const { normalize } = given;
        const calculated = computeHouse({
          weights: [...whats.absolute],
          relations: model.relations,
          normalize,
        });
        expect({ ...hows }).toMatchObject({
          absolute: calculated.absolute,
          relative: calculated.relative,
          rank: calculated.rank,
        });
      }),
    );
  });

  it('divide by difficulty where it is judged, and rank among those', () => {
    const hows = withCodes([
      plainHow(101, { difficulty: 5 }),
      plainHow(102),
      plainHow(103, { difficulty: 1 }),
    ]);
    const figures = houseFigures(plainHouse([2], [[9, 9, 3]], { hows })).hows;
    expect(figures.perDifficulty).toEqual([18 / 5, null, 6]);
    expect(figures.perDifficultyRank).toEqual([2, null, 1]);
  });

  it('sum over groups, whose leaves make up the whole', () => {
    const whats = withCodes([
      plainWhat(10),
      plainWhat(1, { parentId: 10, importance: 3 }),
      plainWhat(2, { parentId: 10, importance: 2 }),
      plainWhat(3, { importance: 5 }),
    ]);
    const { whatGroups } = houseFigures(plainHouse([1, 1, 1], [[9], [3], [1]], { whats }));
    expect([...whatGroups]).toEqual([[10, { absolute: 5, relative: 0.5 }]]);
    fc.assert(
      fc.property(anyHouse(), (model) => {
        const { hows, howGroups } = houseFigures(model);
        const firstLevel = model.hows.filter(({ parentId }) => parentId === null);
        const leaves = leavesOf(model.hows).map(({ id }) => id);
        const sum = firstLevel.reduce(
          (total, { id }) =>
            total + (howGroups.get(id)?.absolute ?? hows.absolute[leaves.indexOf(id)] ?? 0),
          0,
        );
        expect(sum).toBeCloseTo(
          hows.absolute.reduce((total, value) => total + value, 0),
          6,
        );
      }),
    );
  });

  it('draw profile lines with gaps and say by how much we lead', () => {
    const whats = withCodes([
      plainWhat(1, { current: 3, target: 4, ratings: [4, null] }),
      plainWhat(2, { current: 5, ratings: [2, 4] }),
      plainWhat(3, { current: null, ratings: [1] }),
    ]);
    const model = plainHouse([1, 1, 1], [[9], [3], [1]], { whats, competitors: ['가', '나'] });
    const { profiles } = houseFigures(model);
    expect(profiles.whats).toEqual([
      { subject: 'own', competitor: null, ratings: [3, 5, null] },
      { subject: 'target', competitor: null, ratings: [4, null, null] },
      { subject: 'competitor', competitor: 0, ratings: [4, 2, 1] },
      { subject: 'competitor', competitor: 1, ratings: [null, 4, null] },
    ]);
    expect(profiles.whatLeads).toEqual([-1, 1, null]);
    expect(profiles.howLeads).toEqual([null]);
    expect(profiles.hows).toHaveLength(3);
  });

  it('are null or 0, never NaN, in a house with nothing in it', () => {
    const hows = withCodes([plainHow(101), plainHow(102)]);
    const noWhats = houseFigures(plainHouse([], [], { hows }));
    expect(noWhats.hows).toMatchObject({
      absolute: [0, 0],
      relative: [null, null],
      rank: [1, 1],
    });
    expect(houseFigures(plainHouse([], [])).hows.absolute).toEqual([]);
    const noHows = houseFigures(plainHouse([2, 1], [[], []]));
    expect(noHows.hows.absolute).toEqual([]);
    expect(noHows.whats.rank).toEqual([1, 2]);
    const unweighted = houseFigures(plainHouse([null], [[9]]));
    expect(unweighted.whats.relative).toEqual([null]);
    expect(unweighted.hows.relative).toEqual([null]);
    expect(unweighted.notes).toEqual(['noWeight']);
    expect(houseFigures(plainHouse([1], [[0]])).notes).toEqual(['noRelations']);
    expect(houseFigures(plainHouse([1], [[9]])).notes).toEqual([]);
  });

  it('refuse a model whose rows do not fit', () => {
    expect(() => houseFigures(plainHouse([1, 2], [[9]]))).toThrow(
      expect.objectContaining({ code: 'house.notRectangular' }),
    );
  });
});

describe('Kano adjustment', () => {
  it('follows Tan & Shen 2000: ratio^(1/k), k = 1/2, 1, 2 for must-be, one-dimensional, attractive', () => {
    const adjusted = (['M', 'O', 'A'] as const).map(
      (kano) => kanoEffect(1.44, kano, tanShenAdjustment).adjustedRatio,
    );
    expect(adjusted[0]).toBeCloseTo(1.44 ** 2, 12);
    expect(adjusted[1]).toBe(1.44);
    expect(adjusted[2]).toBeCloseTo(1.2, 12);
  });

  it('pays nothing for what customers are indifferent to, and drops what they want the contrary of', () => {
    expect(kanoEffect(1.5, 'I', tanShenAdjustment)).toEqual({ adjustedRatio: 1, factor: 1 });
    expect(kanoEffect(0.8, 'I', tanShenAdjustment)).toEqual({ adjustedRatio: 0.8, factor: 1 });
    expect(kanoEffect(1.5, 'R', tanShenAdjustment)).toEqual({ adjustedRatio: 1.5, factor: 0 });
    expect(kanoEffect(null, 'R', tanShenAdjustment).factor).toBe(0);
  });

  it('changes nothing without a class, for a question most misunderstood, and when it is off', () => {
    const unchanged = { adjustedRatio: 1.5, factor: 1 };
    expect(kanoEffect(1.5, null, tanShenAdjustment)).toEqual(unchanged);
    expect(kanoEffect(1.5, 'Q', tanShenAdjustment)).toEqual(unchanged);
    expect(kanoEffect(1.5, 'Q', plainKanoFactors)).toEqual(unchanged);
    expect(kanoEffect(1.5, 'M', { kind: 'none' })).toEqual(unchanged);
    expect(kanoEffect(null, 'M', tanShenAdjustment)).toEqual({ adjustedRatio: null, factor: 1 });
  });

  it('multiplies the weight by the factor of its class, planned or not', () => {
    const whats = withCodes([
      plainWhat(1, { importance: 4, kano: 'M' }),
      plainWhat(2, { importance: 4, kano: 'I' }),
      plainWhat(3, { importance: 4, kano: 'R' }),
    ]);
    for (const basis of ['importance', 'plan'] as const) {
      const figures = houseFigures(plainHouse([1, 1, 1], [[9], [3], [1]], { whats }), {
        normalize: 'none',
        basis,
        kano: plainKanoFactors,
      });
      expect(figures.whats.absolute).toEqual([6, 2, 0]);
    }
  });
});

describe('figures after one change', () => {
  it('are those of the whole house to the last bit, for any cells', () => {
    const cell = fc.record({
      row: fc.nat(8),
      column: fc.nat(8),
      value: fc.constantFrom(0, 1, 3, 9),
    });
    fc.assert(
      fc.property(anyHouse(), options, fc.array(cell, { maxLength: 4 }), (model, given, cells) => {
        const after = withRelations(model, cells);
        const columns = cells.map(({ column }) => column);
        const before = houseFigures(model, given);
        const change = { kind: 'relations', columns } as const;
        expect(figuresAfter(before, after, change, given)).toEqual(houseFigures(after, given));
      }),
      { numRuns: 300 },
    );
  });

  it('are those of the whole house to the last bit, for any figure of a WHAT or a HOW', () => {
    const what = fc.record({
      importance: fc.constantFrom(null, 0.1, 3.3, 100),
      target: fc.constantFrom(null, 1, 5),
      kano: fc.constantFrom(null, 'M', 'R'),
    });
    fc.assert(
      fc.property(anyHouse(), options, fc.nat(8), what, (model, given, pick, patch) => {
        const { id } = model.whats[pick % model.whats.length]!;
        const after = withWhat(model, id, patch);
        const before = houseFigures(model, given);
        expect(figuresAfter(before, after, { kind: 'whats' }, given)).toEqual(
          houseFigures(after, given),
        );
      }),
    );
    fc.assert(
      fc.property(anyHouse(), options, fc.constantFrom(null, 2, 5), (model, given, difficulty) => {
        const hows = model.hows.map((how) => ({ ...how, difficulty }));
        const after = { ...model, hows };
        const before = houseFigures(model, given);
        expect(figuresAfter(before, after, { kind: 'hows' }, given)).toEqual(
          houseFigures(after, given),
        );
      }),
    );
  });

  it('keep ties: a thousand changes there and back leave no trace', () => {
    const model = plainHouse(
      [0.1, 0.2, 0.3],
      [
        [9, 0],
        [9, 0],
        [0, 9],
      ],
    );
    let figures = houseFigures(model);
    for (let i = 0; i < 1000; i++) {
      const change = { kind: 'relations', columns: [0] } as const;
      const other = withRelations(model, [{ row: i % 3, column: 0, value: 1 }]);
      figures = figuresAfter(figuresAfter(figures, other, change), model, change);
    }
    expect(figures).toEqual(houseFigures(model));
    expect(figures.hows.rank).toEqual([1, 1]);
  });
});
