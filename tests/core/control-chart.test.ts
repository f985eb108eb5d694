import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlChartCalc } from '../../core/calc/methods/control-chart.calc.ts';
import type { AppError } from '../../core/contract/app-error.ts';
import { attributeChart } from '../../core/domain/control-chart/attribute-chart.ts';
import {
  type ControlChart,
  pointsEndingRuns,
} from '../../core/domain/control-chart/chart-signals.ts';
import { xbarRChart } from '../../core/domain/control-chart/xbar-r-chart.ts';
import { xmrChart } from '../../core/domain/control-chart/xmr-chart.ts';

/** Defective cans of frozen orange juice, 30 samples of 50 (Montgomery 1991, sect. 6-2; R package qcc). */
const orangeJuice = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7,
  13, 9, 6,
];
/** Defects on 26 samples of 100 printed circuit boards (Montgomery 1991, sect. 6-3; R package qcc). */
const circuitBoards = [
  21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17,
  15,
];
/** Defects on 20 samples of 5 personal computers (Montgomery 1991, sect. 6-3; R package qcc). */
const computers = [10, 12, 8, 14, 10, 16, 11, 7, 10, 15, 9, 5, 7, 11, 12, 6, 8, 10, 7, 5];
/** Defects on rolls of dyed cloth and their inspection units (Montgomery 1991, pp. 183–184). */
const dyedCloth = {
  counts: [14, 12, 20, 11, 7, 10, 21, 16, 19, 23],
  sizes: [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5],
};
/** Viscosity of primer paint, 15 batches (Montgomery 1991, p. 242; example of `qcc`). */
const viscosity = [
  33.75, 33.05, 34, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.2, 33.62, 33, 33.54, 33.12, 33.84,
];
/** Water content of antifreeze (Wetherill and Brown 1991, p. 120; example of `stats.xbar.one` in qcc). */
const antifreeze = [
  2.23, 2.53, 2.62, 2.63, 2.58, 2.44, 2.49, 2.34, 2.95, 2.54, 2.6, 2.45, 2.17, 2.58, 2.57, 2.44,
  2.38, 2.23, 2.23, 2.54, 2.66, 2.84, 2.81, 2.39, 2.56, 2.7, 3, 2.81, 2.77, 2.89, 2.54, 2.98, 2.35,
  2.53,
];
/** Inside diameters of piston rings, 25 groups of 5 (Montgomery 1991, pp. 206–213; R package qcc). */
const pistonRings = [
  [74.03, 74.002, 74.019, 73.992, 74.008],
  [73.995, 73.992, 74.001, 74.011, 74.004],
  [73.988, 74.024, 74.021, 74.005, 74.002],
  [74.002, 73.996, 73.993, 74.015, 74.009],
  [73.992, 74.007, 74.015, 73.989, 74.014],
  [74.009, 73.994, 73.997, 73.985, 73.993],
  [73.995, 74.006, 73.994, 74, 74.005],
  [73.985, 74.003, 73.993, 74.015, 73.988],
  [74.008, 73.995, 74.009, 74.005, 74.004],
  [73.998, 74, 73.99, 74.007, 73.995],
  [73.994, 73.998, 73.994, 73.995, 73.99],
  [74.004, 74, 74.007, 74, 73.996],
  [73.983, 74.002, 73.998, 73.997, 74.012],
  [74.006, 73.967, 73.994, 74, 73.984],
  [74.012, 74.014, 73.998, 73.999, 74.007],
  [74, 73.984, 74.005, 73.998, 73.996],
  [73.994, 74.012, 73.986, 74.005, 74.007],
  [74.006, 74.01, 74.018, 74.003, 74],
  [73.984, 74.002, 74.003, 74.005, 73.997],
  [74, 74.01, 74.013, 74.02, 74.003],
  [73.988, 74.001, 74.009, 74.005, 73.996],
  [74.004, 73.999, 73.99, 74.006, 74.009],
  [74.01, 73.989, 73.99, 74.009, 74.014],
  [74.015, 74.008, 73.993, 74, 74.01],
  [73.982, 73.984, 73.995, 74.017, 74.013],
];

const same = (size: number, n: number) => new Array<number>(n).fill(size);

describe('control charts of counts', () => {
  it('find samples 15 and 23 of the orange juice cans (qcc vignette)', () => {
    const chart = attributeChart('p', orangeJuice, same(50, 30));
    expect(chart.center).toBeCloseTo(0.2313333333333, 12);
    expect(chart.lower).toHaveLength(30);
    expect(chart.lower[0]).toBeCloseTo(0.05242754807193, 12);
    expect(chart.upper[29]).toBeCloseTo(0.4102391185947, 12);
    expect(chart.outOfControl).toEqual([15, 23]);
  });

  it('show the same cans as a count: np is p times n', () => {
    const share = attributeChart('p', orangeJuice, same(50, 30));
    const count = attributeChart('np', orangeJuice, same(50, 30));
    expect(count.center).toBeCloseTo(50 * (share.center ?? 0), 12);
    expect(count.upper[0]).toBeCloseTo(50 * (share.upper[0] ?? 0), 12);
    expect(count.outOfControl).toEqual(share.outOfControl);
    expect(count.runs).toEqual(share.runs);
  });

  it('find samples 6 and 20 of the circuit boards (Montgomery: c̄ = 19.85, 6.48 and 33.22 printed)', () => {
    const chart = attributeChart('c', circuitBoards, []);
    expect(chart.center).toBeCloseTo(19.85, 2);
    expect(chart.lower[0]).toBeCloseTo(6.481447167165914, 12);
    expect(chart.upper[0]).toBeCloseTo(33.21086052514178, 12);
    expect(chart.outOfControl).toEqual([6, 20]);
  });

  it('find nothing among the computers (qcc vignette)', () => {
    const chart = attributeChart('u', computers, same(5, 20));
    expect(chart.center).toBeCloseTo(1.93, 12);
    expect(chart.lower[0]).toBeCloseTo(0.06613305195891, 12);
    expect(chart.upper[0]).toBeCloseTo(3.793866948041, 12);
    expect(chart.outOfControl).toEqual([]);
  });

  it('step the limits with the size of each roll of cloth (Montgomery: ū = 153/107.5 = 1.42)', () => {
    const chart = attributeChart('u', dyedCloth.counts, dyedCloth.sizes);
    expect(chart.center).toBeCloseTo(153 / 107.5, 12);
    expect(chart.lower[1]).toBeCloseTo(0.15788519998393902, 12);
    expect(chart.lower[2]).toBeCloseTo(0.4306174366369322, 12);
    expect(chart.upper[1]).toBeCloseTo(2.6886264279230376, 12);
    expect(chart.upper[9]).toBeCloseTo(2.4355523051291277, 12);
    expect(chart.outOfControl).toEqual([]);
  });

  it('cut limits where no count can lie', () => {
    expect(attributeChart('p', [0, 1], [2, 2])).toMatchObject({ lower: [0, 0], upper: [1, 1] });
    expect(attributeChart('np', [0, 1], [2, 2])).toMatchObject({ lower: [0, 0], upper: [2, 2] });
    expect(attributeChart('c', [1, 0], []).lower).toEqual([0, 0]);
    expect(attributeChart('u', [1, 0], [1, 2]).lower).toEqual([0, 0]);
  });

  it('do not signal when every share is the same, whatever the sizes', () => {
    const counts = [1, 2, 3, 7, 11, 1, 2, 9];
    const chart = attributeChart(
      'p',
      counts,
      counts.map((count) => count * 3),
    );
    expect(chart.outOfControl).toEqual([]);
    expect(chart.runs).toEqual([]);
  });

  it('say so when nothing was ever defective', () => {
    const chart = attributeChart('p', [0, 0], [5, 9]);
    expect(chart).toMatchObject({ center: 0, lower: [0, 0], upper: [0, 0], notes: ['noSpread'] });
    expect(chart.outOfControl).toEqual([]);
  });

  it.each([
    ['p', [], [], 'calculation.tooFew', 'counts'],
    ['p', [1], [], 'calculation.sizeMismatch', 'sizes'],
    ['np', [1, 1], [2, 3], 'calculation.outOfRange', 'sizes[1]'],
    ['c', [1, 1], [2, 3], 'calculation.outOfRange', 'sizes[1]'],
  ] as const)('refuse %s of %j in %j', (type, counts, sizes, code, path) => {
    expect(() => attributeChart(type, counts, sizes)).toThrow(
      expect.objectContaining({ code, path }) as AppError,
    );
  });
});

/** qcc divides by d₂ rounded to 1.128. */
const inQcc = 2 / Math.sqrt(Math.PI) / 1.128;
const lowerReach = (chart: ControlChart) => (chart.lower[0] ?? 0) - (chart.center ?? 0);

describe('chart of single values', () => {
  it('reproduces the viscosity of paint (qcc: centre 33.52333, limits 32.24484 and 34.80183)', () => {
    const chart = xmrChart(viscosity);
    expect(chart.center).toBeCloseTo(33.52333, 5);
    expect(chart.range.center).toBeCloseTo(6.73 / 14, 12);
    expect((chart.processSigma ?? 0) * inQcc).toBeCloseTo(0.4261651, 7);
    expect(33.52333333 + lowerReach(chart) * inQcc).toBeCloseTo(32.24484, 5);
    expect(33.52333333 - lowerReach(chart) * inQcc).toBeCloseTo(34.80183, 5);
    expect(chart.outOfControl).toEqual([]);
  });

  it('reproduces the antifreeze (qcc: centre 2.569706, limits 2.031344 and 3.108068)', () => {
    const chart = xmrChart(antifreeze);
    expect(chart.center).toBeCloseTo(2.569706, 6);
    expect((chart.processSigma ?? 0) * inQcc).toBeCloseTo(0.1794541, 7);
    expect(2.56970588 + lowerReach(chart) * inQcc).toBeCloseTo(2.031344, 6);
    expect(2.56970588 - lowerReach(chart) * inQcc).toBeCloseTo(3.108068, 6);
    expect(chart.range.upper).toBeCloseTo(3.267 * (chart.range.center ?? 0), 3);
    expect(chart.range.lower).toBe(0);
    expect(chart.range.statistics).toHaveLength(antifreeze.length - 1);
  });

  it('has no limits for one value, and says why', () => {
    expect(xmrChart([7])).toMatchObject({
      center: 7,
      lower: [null],
      upper: [null],
      statistics: [7],
      outOfControl: [],
      range: { center: null, lower: null, upper: null, statistics: [] },
      notes: ['oneValue'],
    });
  });

  it('does not signal on values that are all the same', () => {
    const chart = xmrChart(same(0.1, 20));
    expect(chart).toMatchObject({ center: 0.1, outOfControl: [], runs: [], notes: ['noSpread'] });
    expect(chart.upper[3]).toBe(0.1);
  });

  it('keeps its digits under a large offset', () => {
    const plain = xmrChart([1, 2, 4, 3, 2, 5]);
    const moved = xmrChart([1, 2, 4, 3, 2, 5].map((value) => value + 1e12));
    expect(moved.processSigma).toBe(plain.processSigma);
    expect((moved.upper[0] ?? 0) - 1e12).toBeCloseTo(plain.upper[0] ?? 0, 3);
  });
});

describe('chart of group means and ranges', () => {
  it('reproduces the piston rings (qcc: 74.00118, limits 73.98805 and 74.0143; range 0.02276, upper 0.0481)', () => {
    const chart = xbarRChart(pistonRings);
    expect(chart.center).toBeCloseTo(74.001176, 10);
    expect(chart.lower[0]).toBeCloseTo(73.98804759195622, 9);
    expect(chart.upper[0]).toBeCloseTo(74.01430440804378, 9);
    expect(chart.range.center).toBeCloseTo(0.02276, 10);
    expect(chart.range.lower).toBe(0);
    expect(chart.range.upper).toBeCloseTo(0.04812600054238278, 9);
    expect(chart.outOfControl).toEqual([]);
    expect(chart.range.outOfControl).toEqual([]);
  });

  it('has a lower limit of the range above 0 from groups of 7 on (D₃ of the printed tables)', () => {
    const groups = [
      [1, 2, 3, 4, 5, 6, 7],
      [2, 3, 4, 5, 6, 7, 8],
    ];
    const { range } = xbarRChart(groups);
    expect((range.lower ?? 0) / 6).toBeCloseTo(0.076, 3);
    expect((range.upper ?? 0) / 6).toBeCloseTo(1.924, 3);
  });

  it('does not signal on groups without any spread', () => {
    const chart = xbarRChart([same(0.1, 3), same(0.1, 3)]);
    expect(chart).toMatchObject({ center: 0.1, outOfControl: [], notes: ['noSpread'] });
    expect(chart.lower).toEqual(chart.upper);
  });

  it.each([
    [[], 'calculation.tooFew', 'groups'],
    [[[1, 2], [1]], 'calculation.raggedMatrix', 'groups[1]'],
    [[[1]], 'calculation.outOfRange', 'groups[0]'],
    [[same(1, 26)], 'calculation.outOfRange', 'groups[0]'],
  ])('refuses %j', (groups, code, path) => {
    expect(() => xbarRChart(groups)).toThrow(expect.objectContaining({ code, path }) as AppError);
  });
});

describe('runs', () => {
  it('name the 7th point on one side and every further one', () => {
    expect(pointsEndingRuns([1, 1, 1, 1, 1, 1], 0)).toEqual([]);
    expect(pointsEndingRuns([1, 1, 1, 1, 1, 1, 1, 1, 1, -1], 0)).toEqual([7, 8, 9]);
    expect(pointsEndingRuns([-1, -2, -1, -1, -1, -1, -9], 0)).toEqual([7]);
  });

  it('are broken by a point on the centre', () => {
    expect(pointsEndingRuns([1, 1, 1, 0, 1, 1, 1, 1, 1, 1], 0)).toEqual([]);
    expect(pointsEndingRuns(same(0, 20), 0)).toEqual([]);
  });

  it('know that a mean rounded in its last bit is still the centre', () => {
    expect(pointsEndingRuns(same(0.1, 9), 0.1 + 2 ** -56)).toEqual([]);
  });

  it('know that a mean which is 0 on paper is as inexact as what it is a mean of', () => {
    const { center, runs } = xmrChart([0.1, 0.2, -0.3, 0, 0, 0, 0, 0, 0, 0]);
    expect(Math.abs(center ?? 1)).toBeLessThan(1e-15);
    expect(runs).toEqual([]);
  });
});

describe('a limit that is 0 on paper', () => {
  it.each([
    ['np', 21, 0.3],
    ['p', 11, 0.45],
  ] as const)('%s: no defect at all is on it and not below', (type, size, share) => {
    const counts = [0, ...same(Math.round((share * size * 20) / 19), 19)];
    const rest = Math.round(share * size * 20) - counts.reduce((sum, count) => sum + count, 0);
    counts[1] = (counts[1] ?? 0) + rest;
    const { lower, outOfControl } = attributeChart(type, counts, same(size, 20));
    expect(Math.abs(lower[0] ?? 1)).toBeLessThan(1e-14);
    expect(outOfControl).not.toContain(1);
  });
});

function faultOf(json: unknown) {
  const result = controlChartCalc.calculate(json);
  return result.ok ? null : { code: result.error.code, path: result.error.path };
}

describe('calc control-chart', () => {
  it('answers with the fields of the contract', () => {
    const result = controlChartCalc.calculate({ type: 'xmr', values: viscosity });
    expect(result).toMatchObject({
      ok: true,
      output: {
        center: expect.closeTo(33.52333, 5),
        lower: expect.any(Array),
        upper: expect.any(Array),
        statistics: viscosity,
        outOfControl: [],
        runs: [],
        range: { center: expect.any(Number), lower: 0, upper: expect.any(Number) },
      },
    });
  });

  it('takes equal sizes for c, which change nothing', () => {
    const plain = controlChartCalc.calculate({ type: 'c', counts: circuitBoards });
    const sized = controlChartCalc.calculate({
      type: 'c',
      counts: circuitBoards,
      sizes: same(100, 26),
    });
    expect(sized).toEqual(plain);
  });

  it('explains the null of one value', () => {
    expect(controlChartCalc.calculate({ type: 'xmr', values: [3] })).toMatchObject({
      ok: true,
      output: { notes: [expect.stringContaining('one value')] },
    });
  });

  it.each([
    [{}, 'calc.missingField', 'type'],
    [{ type: 'q' }, 'calc.unknownValue', 'type'],
    [{ type: 'p', counts: [1] }, 'calc.missingField', 'sizes'],
    [{ type: 'xmr', counts: [1] }, 'calc.missingField', 'values'],
    [{ type: 'xmr', values: [1], sizes: [1] }, 'calc.unknownField', 'sizes'],
    [{ type: 'xmr', values: [1], value: [1] }, 'calc.unknownField', 'value'],
    [{ type: 'xmr', values: [] }, 'calc.emptySample', 'values'],
    [{ type: 'xmr', values: [1, null] }, 'calc.wrongType', 'values[1]'],
    [{ type: 'xmr', values: [1, Number.NaN] }, 'calc.notFinite', 'values[1]'],
    [{ type: 'p', counts: [1, 2], sizes: [5] }, 'calc.sizeMismatch', 'sizes'],
    [{ type: 'p', counts: [1, 6], sizes: [5, 5] }, 'calc.outOfRange', 'counts[1]'],
    [{ type: 'p', counts: [1, -1], sizes: [5, 5] }, 'calc.outOfRange', 'counts[1]'],
    [{ type: 'p', counts: [1, 1], sizes: [5, 0] }, 'calc.outOfRange', 'sizes[1]'],
    [{ type: 'p', counts: [1, 1], sizes: [5, 5.5] }, 'calc.outOfRange', 'sizes[1]'],
    [{ type: 'np', counts: [1, 1], sizes: [5, 6] }, 'calc.unequalSizes', 'sizes[1]'],
    [{ type: 'c', counts: [1, 1], sizes: [5, 6] }, 'calc.unequalSizes', 'sizes[1]'],
    [{ type: 'c', counts: [1, 1.5] }, 'calc.wrongType', 'counts[1]'],
    [{ type: 'xbar-r', groups: [[1, 2], [1]] }, 'calc.raggedMatrix', 'groups[1]'],
    [{ type: 'xbar-r', groups: [[1], [1]] }, 'calc.outOfRange', 'groups[0]'],
    [{ type: 'xbar-r', groups: [same(1, 26)] }, 'calc.outOfRange', 'groups[0]'],
    [{ type: 'xbar-r', groups: [[]] }, 'calc.emptySample', 'groups[0]'],
    [{ type: 'xmr', values: [1e308, -1e308] }, 'calc.tooLarge', ''],
  ])('refuses %j', (json, code, path) => {
    expect(faultOf(json)).toEqual({ code, path });
  });

  it('keeps centre and signals when values are moved and stretched', () => {
    const whole = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 2, maxLength: 40 }), whole, (values, shift) => {
        const plain = xmrChart(values);
        const moved = xmrChart(values.map((value) => 2 * value + shift));
        expect(moved.center).toBeCloseTo(2 * (plain.center ?? 0) + shift, 9);
        expect(moved.range.center).toBeCloseTo(2 * (plain.range.center ?? 0), 9);
        expect(moved.outOfControl).toEqual(plain.outOfControl);
      }),
    );
  });
});
