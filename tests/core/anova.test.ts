import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { oneWayAnova, welchAnova } from '../../core/domain/statistics/anova.ts';
import { welchTest } from '../../core/domain/statistics/t-test.ts';
import { expectNear } from '../support/near.ts';

/** Dried weight of plants under two treatments and a control (Dobson 1983), `PlantGrowth` of R. */
const plants = [
  [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
  [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
  [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
];

/** Insects after six sprays (Beall 1942), `InsectSprays` of R. */
const insects = [
  [10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13],
  [11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13],
  [0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4],
  [3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4],
  [3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4],
  [11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13],
];

/** Silver atomic weight, NIST StRD "AtmWtAg" (Powell, Murphy & Gramlich 1982). */
const atomicWeight = [
  [
    1568, 1465, 1572, 1785, 1446, 1903, 1526, 1494, 1616, 1587, 1519, 1486, 1419, 1569, 1508, 1672,
    1385, 1518, 1662, 1424, 1360, 1333, 1610, 1477,
  ],
  [
    1079, 1344, 1513, 1197, 1604, 1385, 1642, 1365, 1151, 1082, 1517, 1448, 1198, 1482, 1334, 1609,
    1101, 1512, 1469, 1360, 1254, 1261, 1450, 1368,
  ],
].map((digits) => digits.map((digit) => Number(`107.868${digit}`)));

/** Silicon resistivity, NIST StRD "SiRstv" (Ehrstein & Croarkin 1984). */
const resistivity = [
  [196.3052, 196.124, 196.189, 196.2569, 196.3403],
  [196.3042, 196.3825, 196.1669, 196.3257, 196.0422],
  [196.1303, 196.2005, 196.2889, 196.0343, 196.1811],
  [196.2795, 196.1748, 196.1494, 196.1485, 195.9885],
  [196.2119, 196.1051, 196.185, 196.0052, 196.209],
];

/**
 * The generated sets of NIST StRD (S. D. Simon & J. P. Lesage, Computational Statistics & Data Analysis
 * 8, 1989, 325–332): nine treatments around offset.4, each one value and then pairs 0.1 below and above.
 */
function simonLesage(replicates: number, leading: string): number[][] {
  return [4, 3, 5, 3, 5, 3, 5, 3, 5].map((digit) =>
    Array.from({ length: replicates }, (_, j) =>
      Number(`${leading}${j === 0 ? digit : j % 2 === 1 ? digit - 1 : digit + 1}`),
    ),
  );
}

const someGroups = fc.array(
  fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 8 }),
  { minLength: 2, maxLength: 5 },
);

describe('analysis of variance', () => {
  it('reproduces anova(lm(weight ~ group, PlantGrowth)) of R 4.2.2', () => {
    const { f, df1, df2, p, rSquared, ssBetween, ssWithin } = oneWayAnova(plants);
    expectNear(f, 4.84608786238014);
    expect([df1, df2]).toEqual([2, 27]);
    expectNear(p, 0.0159099583256229);
    expectNear(ssBetween, 3.76634);
    expectNear(ssWithin, 10.49209);
    expectNear(rSquared, 3.76634 / (3.76634 + 10.49209));
  });

  it('keeps the digits of a very small p (InsectSprays, R 4.2.2)', () => {
    const { f, p } = oneWayAnova(insects);
    expectNear(f, 34.702282055491686);
    expectNear(p, 3.1825837261451847e-17, 1e-9);
  });

  it.each([
    ['SiRstv', resistivity, 1.18046237440255, 1.90999039051129e-1, 5.11462616e-2, 1e-11],
    // Nine digits of the data are constant, and what a double holds of the rest is about 10.
    ['AtmWtAg', atomicWeight, 15.946733567793, 2.57426544538321e-1, 3.638341875e-9, 1e-8],
    ['SmLs01', simonLesage(21, '1.'), 21, 4.82758620689655e-1, 1.68, 1e-13],
    ['SmLs02', simonLesage(201, '1.'), 201, 4.71830985915493e-1, 16.08, 1e-13],
    ['SmLs03', simonLesage(2001, '1.'), 2001, 4.70712773465067e-1, 160.08, 1e-13],
    ['SmLs04', simonLesage(21, '1000000.'), 21, 4.82758620689655e-1, 1.68, 1e-9],
    ['SmLs05', simonLesage(201, '1000000.'), 201, 4.71830985915493e-1, 16.08, 1e-9],
    ['SmLs06', simonLesage(2001, '1000000.'), 2001, 4.70712773465067e-1, 160.08, 1e-9],
    // At 1000000000000.4 a double holds four digits of the fraction; no program can find more.
    ['SmLs07', simonLesage(21, '1000000000000.'), 21, 4.82758620689655e-1, 1.68, 1e-3],
    ['SmLs08', simonLesage(201, '1000000000000.'), 201, 4.71830985915493e-1, 16.08, 1e-3],
    ['SmLs09', simonLesage(2001, '1000000000000.'), 2001, 4.70712773465067e-1, 160.08, 1e-3],
  ] as const)('meets the certified values of NIST StRD %s', (_, groups, f, r2, ss, tolerance) => {
    const result = oneWayAnova(groups);
    expectNear(result.f, f, tolerance);
    expectNear(result.rSquared, r2, tolerance);
    expectNear(result.ssBetween, ss, tolerance);
  });

  it.each([
    [21, 21, 2.583264337268971e-22],
    [201, 201, 4.037141885753983e-243],
  ])(
    'meets them to the last digit where doubles hold the data: SmLs07, 08 in tenths (%i)',
    (replicates, f, p) => {
      const result = oneWayAnova(simonLesage(replicates, '1000000000000'));
      expect(result.f).toBe(f);
      expectNear(result.p, p, 1e-9);
      expect(result.ssBetween).toBe(replicates * 8);
      expect(result.ssWithin).toBe((replicates - 1) * 9);
    },
  );

  it.each([
    ['one value per group', [[1], [2], [4]], 'noDegreesWithin', { f: null, df2: 0, rSquared: 1 }],
    ['constant groups', [[1, 1], [2]], 'noSpreadWithin', { f: null, p: null, rSquared: 1 }],
    ['nothing but one value', [[3, 3], [3]], 'noSpread', { f: null, rSquared: null }],
    ['a group of one', [[3, 4], [5]], 'groupOfOne', { df1: 1, df2: 1 }],
    [
      'numbers without squares',
      [
        [1e200, 2e200],
        [3e200, 5e200],
      ],
      'beyondRange',
      { ssWithin: null },
    ],
  ] as const)('answers %s with a note', (_, groups, note, figures) => {
    const result = oneWayAnova(groups);
    expect(result).toMatchObject(figures);
    expect(result.notes).toContain(note);
  });

  it('finds F in any unit', () => {
    for (const unit of [1e-200, 1e200]) {
      const { f } = oneWayAnova(plants.map((group) => group.map((value) => value * unit)));
      expectNear(f, 4.84608786238014);
    }
  });

  it('is indifferent to the order of groups and values and to the origin', () => {
    fc.assert(
      fc.property(someGroups, (groups) => {
        const plain = oneWayAnova(groups);
        const turned = oneWayAnova(
          groups.toReversed().map((group) => group.toReversed().map((value) => value + 1e12)),
        );
        expect(turned.notes).toEqual(plain.notes);
        if (plain.f === null || turned.f === null) return;
        expect(turned.f).toBeCloseTo(plain.f, 9);
        expect(plain.f).toBeGreaterThanOrEqual(0);
        expect(plain.rSquared).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("Welch's analysis of variance", () => {
  it.each([
    ['PlantGrowth', plants, 5.180972408113189, 17.128418616644129, 0.01739282149017],
    ['InsectSprays', insects, 36.065443893577253, 30.04256050876738, 7.9993794556733478e-12],
  ] as const)('reproduces oneway.test of R 4.2.2 for %s', (_, groups, f, df2, p) => {
    const result = welchAnova(groups);
    expectNear(result.f, f);
    expect(result.df1).toBe(groups.length - 1);
    expectNear(result.df2, df2);
    expectNear(result.p, p);
  });

  it("is the square of Welch's t for two groups", () => {
    fc.assert(
      fc.property(someGroups, ([a = [], b = []]) => {
        const { t, df, p } = welchTest(a, b);
        const anova = welchAnova([a, b]);
        if (anova.f === null || t === null || df === null || p === null) return;
        expect(anova.f).toBeCloseTo(t * t, 9);
        expectNear(anova.df2, df);
        expectNear(anova.p, p, 1e-9);
      }),
    );
  });

  it('has no test with a group of one value or without spread', () => {
    const nulls = { f: null, df2: null, p: null, weightShares: null };
    expect(welchAnova([[1, 2], [3]])).toMatchObject({ ...nulls, df1: 1, notes: ['groupOfOne'] });
    expect(
      welchAnova([
        [1, 2],
        [3, 3],
      ]),
    ).toMatchObject({ ...nulls, notes: ['groupWithoutSpread'] });
  });
});

describe('analyses of variance on the command line', () => {
  it.each([
    ['anova', {}, 'calc.missingField', 'groups'],
    ['anova', { groups: [] }, 'calc.emptySample', 'groups'],
    ['anova', { groups: [[1, 2]] }, 'calc.tooFewGroups', 'groups'],
    ['welch-anova', { groups: [[1, 2]] }, 'calc.tooFewGroups', 'groups'],
    ['welch-anova', { groups: [[1, 2], []] }, 'calc.emptySample', 'groups[1]'],
    ['anova', { groups: [[1], [2, Number.POSITIVE_INFINITY]] }, 'calc.notFinite', 'groups[1][1]'],
    ['anova', { groups: [[1], [null]] }, 'calc.wrongType', 'groups[1][0]'],
  ])('%s refuses %j', (method, json, code, path) => {
    expect(runCalc(method, json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it('take 250,000 groups', () => {
    const groups = Array.from({ length: 250_000 }, (_, i) => [
      1e12 + (i % 5),
      1e12 + (i % 7),
      1e12,
    ]);
    expect(runCalc('anova', { groups })).toMatchObject({ ok: true, output: { df1: 249_999 } });
  });
});
