import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { expectNear } from '../support/near.ts';

/** Six targets, four judges: P. E. Shrout & J. L. Fleiss, Psychological Bulletin 86, 1979, table 2. */
const judges = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

interface AlphaOutput {
  alpha: number | null;
  standardizedAlpha: number | null;
  ifDropped: (number | null)[];
  meanCorrelation: number | null;
  n: number;
  effectiveN: number;
  excluded: number;
  notes?: string[];
}

function alphaOf(items: unknown, respondentWeights?: readonly number[]): AlphaOutput {
  const input = respondentWeights === undefined ? { items } : { items, respondentWeights };
  const result = runCalc('alpha', input);
  if (!result.ok) throw new Error(`${result.error.path}: ${result.error.message}`);
  return result.output as unknown as AlphaOutput;
}

/** Likert answers of several respondents to three to five items. */
const answers = fc
  .tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 3, max: 5 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: k, maxLength: k }), {
      minLength: n,
      maxLength: n,
    }),
  );

function expectSame(actual: AlphaOutput, wanted: AlphaOutput): void {
  const pairs = [
    [actual.alpha, wanted.alpha],
    [actual.standardizedAlpha, wanted.standardizedAlpha],
    ...actual.ifDropped.map((figure, k) => [figure, wanted.ifDropped[k]]),
  ];
  for (const [figure, other] of pairs) {
    if (other === null || other === undefined) expect(figure).toBe(other);
    else expectNear((figure ?? Number.NaN) - other, 0, 1e-8 * Math.max(1, Math.abs(other)));
  }
}

describe("Cronbach's alpha", () => {
  it('is ICC(3,k) = 0.91 of Shrout & Fleiss (1979, table 4; psych 2.2.9 for the digits)', () => {
    const { alpha, standardizedAlpha, meanCorrelation, ifDropped } = alphaOf(judges);
    expectNear(alpha, 0.9093155423770695);
    expectNear(standardizedAlpha, 0.9269436462587374);
    expectNear(meanCorrelation, 0.7603077175599273);
    expectNear(ifDropped[0], 0.8833922261484098);
    expectNear(ifDropped[1], 0.866504854368932);
    expectNear(ifDropped[2], 0.8715486194477791);
    expectNear(ifDropped[3], 0.9178743961352658);
  });

  it('loses no digit at an offset of 1e12 nor in a tiny unit', () => {
    for (const change of [(x: number) => x + 1e12, (x: number) => x * 2 ** -700]) {
      const { alpha, standardizedAlpha } = alphaOf(judges.map((row) => row.map(change)));
      expectNear(alpha, 0.9093155423770695);
      expectNear(standardizedAlpha, 0.9269436462587374);
    }
  });

  it('leaves out whoever did not answer every item, or weighs nothing', () => {
    const rows = [...judges, [5, null, 3, 1], [1, 9, 1, 9], [null, 1, 1, 1]];
    const weights = [1, 1, 1, 1, 1, 1, 1, 0, 0];
    const result = runCalc('alpha', { items: rows, respondentWeights: weights }, { explain: true });
    expect(result).toMatchObject({
      ok: true,
      output: {
        n: 6,
        effectiveN: 6,
        excluded: 3,
        explanation: {
          exclusions: [
            { reason: 'incomplete', count: 2 },
            { reason: 'noWeight', count: 1 },
          ],
        },
      },
    });
    expectSame(alphaOf(rows, weights), alphaOf(judges));
  });

  it('counts whole-number weights as that many respondents', () => {
    const weights = [2, 1, 3, 1, 1, 2];
    const repeated = judges.flatMap((row, r) => new Array(weights[r]).fill(row));
    expectSame(alphaOf(judges, weights), alphaOf(repeated));
    expectNear(alphaOf(judges, weights).effectiveN, 100 / 20);
  });

  it('follows the items when they change places, and does not mind the order of respondents', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const plain = alphaOf(rows);
        const turned = alphaOf(rows.toReversed().map((row) => row.toReversed()));
        expectSame({ ...turned, ifDropped: turned.ifDropped.toReversed() }, plain);
      }),
    );
  });

  it('is at most 1, and 1 for items that only repeat each other', () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const { alpha } = alphaOf(rows);
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
        const { alpha: repeated } = alphaOf(rows.map(([first]) => [first, first, first]));
        if (repeated !== null) expectNear(repeated, 1);
      }),
    );
  });

  it('answers null with a reason where the sample cannot support a figure', () => {
    const nothing = { alpha: null, standardizedAlpha: null };
    expect(alphaOf([[1, 2, 3]])).toMatchObject({ ...nothing, n: 1, ifDropped: [null, null, null] });
    expect(alphaOf([[1], [2]])).toMatchObject({ ...nothing, ifDropped: [null] });
    expect(
      alphaOf([
        [1, null],
        [null, 2],
      ]),
    ).toMatchObject({ ...nothing, n: 0, effectiveN: 0, excluded: 2 });
    for (const rows of [[[1, 2, 3]], [[1], [2]], [[1, null]]]) {
      expect(alphaOf(rows).notes).toHaveLength(1);
    }
  });

  it('has no ifDropped with two items', () => {
    const { alpha, ifDropped, notes } = alphaOf(judges.map((row) => row.slice(0, 2)));
    expect(alpha).not.toBeNull();
    expect(ifDropped).toEqual([null, null]);
    expect(notes).toEqual([expect.stringContaining('a single one remains')]);
  });

  it('has no standardized alpha with a constant item, but an alpha', () => {
    const { alpha, standardizedAlpha, notes } = alphaOf([
      [1, 2, 0.1],
      [2, 3, 0.1],
      [3, 3, 0.1],
    ]);
    expect(alpha).not.toBeNull();
    expect(standardizedAlpha).toBeNull();
    expect(notes).toEqual([expect.stringContaining('correlates with nothing')]);
  });

  it('has no alpha where the items only undo each other, be it in decimal fractions', () => {
    const rows = [
      [0.1, 0.2, -0.3],
      [0.4, 0.3, -0.7],
      [3.3, 0.1, -3.4],
    ];
    expect(alphaOf(rows).alpha).toBeNull();
    const mirrored = alphaOf([
      [0.1, -0.1],
      [0.7, -0.7],
      [3.3, -3.3],
    ]);
    expect(mirrored).toMatchObject({ alpha: null, standardizedAlpha: null, meanCorrelation: -1 });
  });

  it.each([
    [{}, 'calc.missingField', 'items'],
    [{ items: [] }, 'calc.emptySample', 'items'],
    [{ items: [[]] }, 'calc.emptySample', 'items[0]'],
    [{ items: [[1, 2], [1]] }, 'calc.raggedMatrix', 'items[1]'],
    [{ items: [[1, Number.NaN]] }, 'calc.notFinite', 'items[0][1]'],
    [{ items: [[1], [2]], respondentWeights: [1] }, 'calc.sizeMismatch', 'respondentWeights'],
    [{ items: [[1], [2]], respondentWeights: [0, 0] }, 'calc.emptySample', 'respondentWeights'],
    [{ items: [[1], [2]], respondentWeights: [1, -1] }, 'calc.outOfRange', 'respondentWeights[1]'],
  ])('refuses %j', (json, code, path) => {
    expect(runCalc('alpha', json)).toMatchObject({ ok: false, error: { code, path } });
  });
});
