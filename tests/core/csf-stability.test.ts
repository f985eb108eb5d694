import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeHouse, rankDescending } from '../../core/domain/house/house.ts';
import { scalePresets, usualScale } from '../../core/domain/house/relation-scale.ts';
import { houseRobustness } from '../../core/domain/house/robustness.ts';
import {
  csfStability,
  scaleVariants,
  stabilityOf,
  usualStabilityPlan,
} from '../../core/domain/importance/csf-stability.ts';
import { weightsWithShare, whatIfMoves } from '../../core/domain/importance/what-if.ts';
import { streamOfDraw } from '../../core/numerics/draw-stream.ts';

const house = {
  weights: [5, 4, 3, 2],
  relations: [
    [9, 3, 0, 1],
    [9, 0, 3, 0],
    [3, 9, 1, 0],
    [0, 9, 9, 1],
  ],
};

describe('how firmly a CSF stands', () => {
  it('is counted over scales and normalisations together, draw by draw', () => {
    const plan = { ...usualStabilityPlan(usualScale, 2), draws: 60, seed: 7 };
    const tops = new Array<number>(4).fill(0);
    for (let draw = 0; draw < plan.draws; draw++) {
      const random = streamOfDraw(plan.seed, draw);
      const variant = random.integer(0, plan.scales.length * plan.normalizations.length - 1);
      const scale = plan.scales[Math.floor(variant / 2)] ?? [];
      const weights = house.weights.map((w) => w * (1 + 0.2 * (2 * random.next() - 1)));
      const relations = house.relations.map((row) =>
        row.map((relation) => scale[[9, 3, 1].indexOf(relation)] ?? 0),
      );
      const normalize = variant % 2 === 0 ? ('none' as const) : ('lyman' as const);
      const ranks = rankDescending(computeHouse({ weights, relations, normalize }).absolute);
      for (const [j, rank] of ranks.entries()) if (rank <= 2) tops[j] = (tops[j] ?? 0) + 1;
    }
    const stability = csfStability(house, plan);
    expect(stability.map(({ topShare }) => topShare)).toEqual(tops.map((top) => top / 60));
    expect(csfStability(house, plan)).toEqual(stability);
  });

  it('changes nothing where rows are not normalised: the figures of csm calc robustness', () => {
    const input = { ...house, draws: 500, seed: 3, weightNoise: 0.3, topK: 2 };
    expect(houseRobustness({ ...input, normalizations: ['none'] })).toEqual(houseRobustness(input));
    expect(() => houseRobustness({ ...input, normalizations: [] })).toThrow(
      expect.objectContaining({ code: 'calculation.tooFew', path: 'normalizations' }),
    );
  });

  it('says always and never only when it is so', () => {
    const of = (share: number) => {
      const one = [1];
      const result = { topKShare: [share], rankMedian: one, rankP05: one, rankP95: one };
      const { topPercent, grade } = stabilityOf(result, 0, 5, 10_000);
      return [topPercent, grade];
    };
    expect([1, 0.9997, 0.94, 0.6, 0.3, 0.0002, 0].map(of)).toEqual([
      [100, 'firm'],
      [99, 'firm'],
      [94, 'firm'],
      [60, 'likely'],
      [30, 'open'],
      [1, 'unlikely'],
      [0, 'unlikely'],
    ]);
  });

  it('tries the usual scales with as many levels, the own one first and none twice', () => {
    const variants = scaleVariants(usualScale);
    expect(variants[0]).toEqual([9, 3, 1]);
    expect(variants).toContainEqual([5, 3, 1]);
    expect(new Set(variants.map(String)).size).toBe(variants.length);
    expect(variants.every((values) => values.length === 3)).toBe(true);
    expect(scaleVariants(scalePresets['9-6-3-1'])).toEqual([[9, 6, 3, 1]]);
  });
});

describe('what if the weights were others', () => {
  it('tells ranks and their moves, and leaves the record alone', () => {
    const weights = Object.freeze([...house.weights]);
    const moves = whatIfMoves({ ...house, weights }, [null, null, null, 20]);
    expect(moves.map(({ rankBefore, rankAfter, gain }) => [rankBefore, rankAfter, gain])).toEqual([
      [1, 3, -2],
      [2, 1, 1],
      [3, 2, 1],
      [4, 4, 0],
    ]);
    expect(whatIfMoves(house, []).every(({ gain }) => gain === 0)).toBe(true);
  });

  it('moves one share and keeps the sum and the proportions of the others', () => {
    expect(weightsWithShare([2, 4, 4], 0, 0.5)).toEqual([5, 2.5, 2.5]);
    expect(weightsWithShare([3, 0, 0], 0, 0.5)).toEqual([1.5, 0.75, 0.75]);
    expect(weightsWithShare([0, 0], 1, 0.4)).toEqual([0.6, 0.4]);
    expect(weightsWithShare([7], 0, 0.2)).toEqual([7]);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weights, share) => {
          const moved = weightsWithShare(weights, 0, share);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          expect(moved.reduce((total, weight) => total + weight, 0)).toBeCloseTo(sum, 9);
          expect(moved[0]).toBeCloseTo(sum * share, 9);
        },
      ),
    );
  });
});
