import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { analyseImportance, type IpaAttribute } from '../../core/domain/ipa/ipa.ts';

const none = Number.NaN;

function attribute(id: string, importance: number, performance: number): IpaAttribute {
  return { id, importance, performance };
}

function quadrants(...[attributes, cut, weights]: Parameters<typeof analyseImportance>) {
  const result = analyseImportance(attributes, cut, weights);
  return Object.fromEntries(result.attributes.map(({ id, quadrant }) => [id, quadrant]));
}

const four = [
  attribute('a', 5, 5),
  attribute('b', 5, 1),
  attribute('c', 1, 1),
  attribute('d', 1, 5),
];

describe('importance-performance analysis', () => {
  it('names the quadrants of Martilla & James (1977)', () => {
    const named = { a: 'keep-up', b: 'concentrate', c: 'low-priority', d: 'overkill' };
    expect(quadrants(four, 'means')).toEqual(named);
    expect(quadrants(four, { importance: 3, performance: 3 })).toEqual(named);
  });

  it('counts a figure at the cut as high', () => {
    expect(quadrants([attribute('a', 4, 3)], { importance: 4, performance: 3 })).toEqual({
      a: 'keep-up',
    });
  });

  it('puts attributes that are all the same at their mean, however many there are', () => {
    for (const figure of [0.1, 1 / 3, 4.35, 1e12 + 0.1, 1e-300]) {
      for (const count of [1, 3, 7, 10, 49]) {
        const attributes = Array.from({ length: count }, (_, i) =>
          attribute(`${i}`, figure, figure),
        );
        const found = new Set(Object.values(quadrants(attributes, 'means')));
        expect([...found]).toEqual(['keep-up']);
      }
    }
  });

  it('takes a mean that rounding has put a hair below the cut as at it', () => {
    const third = Float64Array.of(3.1, 3.3, 3.5);
    const { attributes } = analyseImportance([{ id: 'a', importance: third, performance: third }], {
      importance: 3.3,
      performance: 3.3,
    });
    expect(attributes[0]?.quadrant).toBe('keep-up');
  });

  it('counts 0 as at a mean that is 0 on paper', () => {
    const attributes = [0.1, 0.2, -0.3, 0].map((figure, i) => attribute(`${i}`, 5, figure));
    expect(quadrants(attributes, 'means')).toMatchObject({ 2: 'concentrate', 3: 'keep-up' });
  });

  it('tells attributes apart far from zero', () => {
    const attributes = [attribute('a', 1e12 + 1, 5), attribute('b', 1e12, 5)];
    const result = analyseImportance(attributes, 'means');
    expect(result.cut.importance).toBe(1e12 + 0.5);
    expect(result.attributes.map(({ quadrant }) => quadrant)).toEqual(['keep-up', 'overkill']);
  });

  it('takes weighted means of answers, item by item', () => {
    const result = analyseImportance(
      [
        {
          id: 'a',
          importance: Float64Array.of(5, none, 2),
          performance: Float64Array.of(4, 1, none),
        },
        attribute('b', 3, 3),
      ],
      'means',
      Float64Array.of(1, 2, 0.5),
    );
    expect(result.attributes[0]).toMatchObject({
      importance: { mean: 4, sample: { n: 2, totalWeight: 1.5 } },
      performance: { mean: 2, sample: { n: 2, totalWeight: 3 } },
      quadrant: 'concentrate',
    });
    expect(result.attributes[0]?.importance.sample?.effectiveN).toBeCloseTo(2.25 / 1.25, 14);
    expect(result.cut).toEqual({ importance: 3.5, performance: 2.5 });
  });

  it('leaves an attribute without answers off the grid, and cuts at the means of the others', () => {
    const result = analyseImportance(
      [...four, { id: 'e', importance: Float64Array.of(none), performance: 100 }],
      'means',
    );
    expect(result.cut).toEqual({ importance: 3, performance: 3 });
    expect(result.attributes[4]).toMatchObject({ importance: { mean: null }, quadrant: null });
    expect(result.notes).toEqual(['attributeWithoutAnswers']);
  });

  it('has no cut at the means of nothing', () => {
    const result = analyseImportance(
      [{ id: 'e', importance: Float64Array.of(none), performance: 3 }],
      'means',
    );
    expect(result.cut).toEqual({ importance: null, performance: null });
    expect(result.notes).toEqual(['attributeWithoutAnswers', 'noAttributes']);
  });

  const anyAttributes = fc.array(
    fc.tuple(fc.integer({ min: 10, max: 70 }), fc.integer({ min: 10, max: 70 })),
    { minLength: 1, maxLength: 30 },
  );
  const placed = (pairs: readonly [number, number][]) =>
    pairs.map(([i, p], at) => attribute(`${at}`, i / 10, p / 10));

  it('partitions: every attribute is in exactly one quadrant, and one at least is important', () => {
    fc.assert(
      fc.property(anyAttributes, (pairs) => {
        const attributes = placed(pairs);
        const { cut, attributes: found } = analyseImportance(attributes, 'means');
        for (const [i, { quadrant, importance, performance }] of found.entries()) {
          const high = (figure: number | null, line: number | null) =>
            (figure ?? none) >= (line ?? none) - 1e-12;
          const expected = high(importance.mean, cut.importance)
            ? high(performance.mean, cut.performance)
              ? 'keep-up'
              : 'concentrate'
            : high(performance.mean, cut.performance)
              ? 'overkill'
              : 'low-priority';
          expect(quadrant, `attribute ${i}`).toBe(expected);
        }
        expect(
          found.some(({ quadrant }) => quadrant === 'keep-up' || quadrant === 'concentrate'),
        ).toBe(true);
      }),
    );
  });

  it('does not depend on the order of attributes or on a shift of the scale', () => {
    fc.assert(
      fc.property(anyAttributes, (pairs) => {
        const attributes = placed(pairs);
        const plain = quadrants(attributes, 'means');
        expect(quadrants(attributes.toReversed(), 'means')).toEqual(plain);
        const shifted = pairs.map(([i, p], at) => attribute(`${at}`, i + 1000, p - 1000));
        expect(quadrants(shifted, 'means')).toEqual(plain);
      }),
    );
  });
});

describe('calc ipa', () => {
  const attributes = [
    { id: '친절', importance: 5, performance: 2 },
    { id: '주차', importance: [2, 3, null], performance: [4, 5, 5] },
  ];

  it('answers the cut, the quadrants by id and the figures', () => {
    expect(runCalc('ipa', { attributes, cut: 'means' })).toEqual({
      ok: true,
      output: {
        cut: { importance: 3.75, performance: expect.closeTo(10 / 3, 14) },
        quadrants: { 친절: 'concentrate', 주차: 'overkill' },
        attributes: [
          { id: '친절', importance: 5, performance: 2 },
          {
            id: '주차',
            importance: 2.5,
            performance: expect.closeTo(14 / 3, 14),
            importanceN: 2,
            performanceN: 3,
          },
        ],
      },
    });
    expect(runCalc('ipa', { attributes })).toEqual(runCalc('ipa', { attributes, cut: 'means' }));
  });

  it('says why an attribute has no quadrant', () => {
    const input = { attributes: [...attributes, { id: 'x', importance: [null], performance: 3 }] };
    expect(runCalc('ipa', input)).toMatchObject({
      ok: true,
      output: { quadrants: { x: null }, notes: [expect.stringContaining('no quadrant')] },
    });
  });

  it('takes any id, even one that means something to JavaScript', () => {
    const result = runCalc('ipa', {
      attributes: [{ id: '__proto__', importance: 1, performance: 1 }],
    });
    expect(JSON.stringify(result)).toContain('"quadrants":{"__proto__":"keep-up"}');
  });

  it.each([
    [{ attributes: [] }, 'calc.emptySample', 'attributes'],
    [
      { attributes: [{ id: 'a', performance: 1 }] },
      'calc.missingField',
      'attributes[0].importance',
    ],
    [
      { attributes: [{ id: 'a', importance: Number.NaN, performance: 1 }] },
      'calc.notFinite',
      'attributes[0].importance',
    ],
    [
      { attributes: [{ id: 'a', importance: [1, Number.NaN], performance: 1 }] },
      'calc.notFinite',
      'attributes[0].importance[1]',
    ],
    [
      { attributes: [{ id: 'a', importance: [], performance: 1 }] },
      'calc.emptySample',
      'attributes[0].importance',
    ],
    [{ attributes: [attributes[0], attributes[0]] }, 'calc.duplicate', 'attributes[1].id'],
    [{ attributes, cut: 'medians' }, 'calc.unknownValue', 'cut'],
    [{ attributes, cut: { importance: 3 } }, 'calc.missingField', 'cut.performance'],
    [{ attributes, respondentWeights: [1, 1] }, 'calc.sizeMismatch', 'attributes[1].importance'],
    [
      { attributes: attributes.slice(0, 1), respondentWeights: [1, 1] },
      'calc.sizeMismatch',
      'respondentWeights',
    ],
    [{ attributes, respondentWeights: [0, 0, 0] }, 'calc.emptySample', 'respondentWeights'],
  ])('refuses %j', (input, code, path) => {
    expect(runCalc('ipa', input)).toMatchObject({ ok: false, error: { code, path } });
  });
});
