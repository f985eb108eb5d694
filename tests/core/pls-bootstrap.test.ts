import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plsDrawsOf } from '../../core/calc/pls/pls-case.ts';
import { plsInputSchema } from '../../core/calc/pls/pls-input.schema.ts';
import { drawPaths, summariseDraws } from '../../core/domain/pls/pls-bootstrap.ts';
import { streamOfDraw } from '../../core/numerics/draw-stream.ts';
import { ecsiCase } from '../support/ecsi-case.ts';
import { expectClose } from '../support/near.ts';
import { plainPls } from '../support/plain-pls.ts';
import { figuresOf, fitnessParts } from '../support/pls-figures.ts';
import { serviceSurvey } from '../support/service-survey.ts';

describe('bootstrap', () => {
  const input = { ...serviceSurvey, scheme: 'centroid', bootstrap: { draws: 60, seed: 42 } };

  it('re-estimates the model on the rows that a draw takes', () => {
    const { intervals, standardErrors, bootstrap } = figuresOf({
      ...input,
      bootstrap: { draws: 2, seed: 9 },
    });
    const estimates = [0, 1].map((draw) => {
      const random = streamOfDraw(9, draw);
      const rows = serviceSurvey.rows.map(
        () => serviceSurvey.rows[Math.floor(random.next() * serviceSurvey.rows.length)] ?? [],
      );
      return Number(figuresOf({ ...input, bootstrap: undefined, rows }).paths['Quality->Value']);
    });
    const [low, high] = estimates.toSorted((a, b) => a - b) as [number, number];

    expect(bootstrap).toEqual({ draws: 2, used: 2 });
    expectClose(intervals?.['Quality->Value'] ?? [], [
      low + 0.025 * (high - low),
      low + 0.975 * (high - low),
    ]);
    expectClose([standardErrors?.['Quality->Value']], [(high - low) / Math.SQRT2]);
  });

  it('is the same for the same seed and another for another', () => {
    expect(figuresOf(input)).toEqual(figuresOf(input));
    expect(figuresOf(input).intervals).not.toEqual(
      figuresOf({ ...input, bootstrap: { draws: 60, seed: 43 } }).intervals,
    );
  });

  it('is the same in any shares', () => {
    const { model, sample } = fitnessParts();
    const data = { model, sample, seed: 5 };
    const whole = drawPaths(data, { first: 0, count: 40 });

    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (cut) => {
        const parts = [
          ...drawPaths(data, { first: 0, count: cut }),
          ...drawPaths(data, { first: cut, count: 40 - cut }),
        ];
        expect(parts).toEqual([...whole]);
      }),
      { numRuns: 15 },
    );
  });

  it('meets the textbook computation over the rows of each draw', () => {
    const { input: ecsi } = ecsiCase();
    const taskInput = { ...ecsi, scheme: 'path', scaled: true, bootstrap: { draws: 3, seed: 7 } };
    const task = plsDrawsOf(plsInputSchema.parse(taskInput));
    if (task === null) throw new Error('nothing to draw');
    const drawn = drawPaths(task.data, { first: 0, count: 3 });
    const redrawn = [0, 1, 2].flatMap((draw) => {
      const random = streamOfDraw(7, draw);
      const { rows } = ecsi;
      const taken = rows.map(() => rows[Math.floor(random.next() * rows.length)] ?? []);
      return plainPls({ ...ecsi, rows: taken });
    });

    expectClose([...drawn], redrawn, 1e-9);
  });

  it('leaves out draws that cannot be estimated and says how many', () => {
    const rare = {
      ...serviceSurvey,
      rows: serviceSurvey.rows.map((row, r) => [r === 0 ? 9 : 4, ...row.slice(1)]),
    };
    const { bootstrap, notes, intervals } = figuresOf({
      ...rare,
      bootstrap: { draws: 100, seed: 3 },
    });
    const left = 100 - Number(bootstrap?.used);

    // A draw misses the one odd row with probability (11/12)¹² = 0.35.
    expect(left).toBeGreaterThan(20);
    expect(left).toBeLessThan(50);
    expect(notes?.join(' ')).toContain(`${left} of 100 draws`);
    expect(intervals?.['Quality->Value']).toHaveLength(2);
  });

  it('has no interval with fewer than two draws', () => {
    const { intervals, standardErrors, notes } = figuresOf({
      ...input,
      bootstrap: { draws: 1, seed: 1 },
    });

    expect(new Set(Object.values({ ...intervals, ...standardErrors }))).toEqual(new Set([null]));
    expect(notes?.join(' ')).toContain('fewer than two draws');
    expect(summariseDraws(Float64Array.of(Number.NaN, 1, 2), 1)).toMatchObject({
      draws: 3,
      used: 2,
      intervals: [[1.025, 1.975]],
    });
  });
});
