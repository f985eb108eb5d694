import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { computePlanning, type PlanningRow } from '../../core/domain/house/planning.ts';

const row = (importance: number, current: number, target: number, salesPoint: number) => ({
  importance,
  current,
  target,
  salesPoint,
});

const rows: PlanningRow[] = [row(5, 3, 4, 1.5), row(4, 4, 4, 1.2), row(3, 2, 5, 1)];

describe('quality planning table', () => {
  it('gives importance × (target ÷ current) × sales point, worked by hand', () => {
    const { improvementRatio, absoluteWeight, relativeWeight, notes } = computePlanning(rows);
    expect(improvementRatio).toEqual([4 / 3, 1, 2.5]);
    for (const [i, weight] of [10, 4.8, 7.5].entries()) {
      expect(absoluteWeight[i]).toBeCloseTo(weight, 14);
      expect(relativeWeight[i]).toBeCloseTo(weight / 22.3, 14);
    }
    expect(notes).toEqual([]);
  });

  it('weighs less what is planned to get worse', () => {
    const { improvementRatio, absoluteWeight } = computePlanning([row(4, 5, 4, 1)]);
    expect(improvementRatio).toEqual([0.8]);
    expect(absoluteWeight).toEqual([3.2]);
  });

  it('answers null shares with a reason while nothing matters', () => {
    expect(runCalc('planning', { rows: [row(0, 3, 4, 1)] })).toEqual({
      ok: true,
      output: {
        improvementRatio: [4 / 3],
        absoluteWeight: [0],
        relativeWeight: [null],
        notes: [expect.stringContaining('relativeWeight is null')],
      },
    });
  });

  it('shares out weights whose sum no double holds', () => {
    const { relativeWeight } = computePlanning([row(1.5e308, 1, 1, 1), row(0.5e308, 1, 1, 1)]);
    expect(relativeWeight[0]).toBeCloseTo(0.75, 14);
    expect(relativeWeight[1]).toBeCloseTo(0.25, 14);
  });

  it.each([
    [{}, 'calc.missingField', 'rows'],
    [{ rows: [] }, 'calc.emptySample', 'rows'],
    [{ rows: [row(-1, 3, 4, 1)] }, 'calc.outOfRange', 'rows[0].importance'],
    [{ rows: [...rows, row(1, 0, 4, 1)] }, 'calc.outOfRange', 'rows[3].current'],
    [{ rows: [row(1, 3, -4, 1)] }, 'calc.outOfRange', 'rows[0].target'],
    [{ rows: [row(1, 3, 4, 0)] }, 'calc.outOfRange', 'rows[0].salesPoint'],
    [{ rows: [row(1, 3, Number.NaN, 1)] }, 'calc.notFinite', 'rows[0].target'],
    [{ rows: [{ importance: 1 }] }, 'calc.missingField', 'rows[0].current'],
    [{ rows: [{ ...rows[0], sales: 1 }] }, 'calc.unknownField', 'rows[0].sales'],
    [{ rows: [row(1, 1e-300, 1e300, 1)] }, 'calc.tooLarge', ''],
  ])('refuses %j', (json, code, path) => {
    expect(runCalc('planning', json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it('refuses what its callers may not pass, with the path', () => {
    expect(() => computePlanning([row(1, 0, 4, 1)])).toThrow(
      expect.objectContaining({ code: 'calculation.outOfRange', path: 'rows[0].current' }),
    );
  });

  it('keeps shares at 1 in all and unmoved by the unit of importance', () => {
    const positive = fc.integer({ min: 1, max: 9 });
    const anyRow = fc
      .tuple(positive, positive, positive, fc.constantFrom(1, 1.2, 1.5))
      .map((cells) => row(...cells));
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 20 }), (table) => {
        const { relativeWeight } = computePlanning(table);
        const sum = relativeWeight.reduce<number>((total, share) => total + (share ?? 0), 0);
        expect(sum).toBeCloseTo(1, 12);
        const doubled = computePlanning(
          table.map((one) => ({ ...one, importance: one.importance * 2 })),
        );
        expect(doubled.relativeWeight).toEqual(relativeWeight);
      }),
    );
  });
});
