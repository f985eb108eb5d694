import { describe, expect, it } from 'vitest';
import { applyProfile } from '../../core/calc/apply-profile.ts';
import { runCalc } from '../../core/calc/run-calc.ts';
import {
  builtInProfiles,
  findBuiltInProfile,
} from '../../core/domain/profile/built-in-profiles.ts';
import {
  type FormulaProfile,
  formulaProfileSchema,
  profileStamp,
} from '../../core/domain/profile/formula-profile.ts';
import { SeededRandom } from '../../core/numerics/seeded-random.ts';

function builtIn(reference: string): FormulaProfile {
  const profile = findBuiltInProfile(reference);
  if (profile === undefined) throw new Error(`no profile ${reference}`);
  return profile;
}

/** Ten answers on seven points: 6 of 10 in the top two boxes, then 5, then 8. */
const element = { name: 'element', items: [[7], [6], [6], [7], [6], [6], [1], [2], [3], [4]] };
const overall = {
  name: '전반적 만족도',
  items: [[7], [7], [6], [6], [6], [5], [5], [5], [5], [1]],
};
const repurchase = {
  name: 'Repurchase intention',
  items: [[6], [6], [6], [6], [7], [7], [7], [7], [5], [5]],
};
const survey = { components: [element, overall, repurchase] };

function indexBy(reference: string, json: unknown): unknown {
  return runCalc('composite-index', json, { profile: builtIn(reference) });
}

describe('built-in profiles', () => {
  it('are sound, each with a source and a version of its own', () => {
    for (const profile of builtInProfiles) {
      expect(formulaProfileSchema.safeParse(profile)).toEqual({ success: true, data: profile });
      expect(profile.source.length).toBeGreaterThan(20);
    }
    const references = builtInProfiles.map(({ id, version }) => `${id}@${version}`);
    expect(new Set(references).size).toBe(references.length);
  });

  it('name the version in force when none is asked for', () => {
    expect(builtIn('kcsi').version).toBe('2006');
    expect(builtIn('kcsi@1992')).toMatchObject({ version: '1992', validUntil: '2005' });
    expect(findBuiltInProfile('kcsi@1800')).toBeUndefined();
    expect(findBuiltInProfile('ks-sqi')).toBeUndefined();
  });

  it('hold the published shares', () => {
    const shares = (reference: string) => {
      const { method, parameters } = builtIn(reference);
      if (method !== 'composite-index') throw new Error('not an index');
      return Object.fromEntries(parameters.components.map(({ key, weight }) => [key, weight]));
    };
    expect(shares('kcsi')).toEqual({ element: 0.5, overall: 0.3, repurchase: 0.2 });
    expect(shares('kcsi@1992')).toEqual({ element: 0.4, overall: 0.4, repurchase: 0.2 });
    expect(shares('pcsi-style')).toEqual({ overall: 0.5, element: 0.3, social: 0.2 });
    expect(shares('acsi-fixed')).toEqual({
      satisfaction: 0.3885,
      expectancy: 0.319,
      ideal: 0.2925,
    });
  });

  it('give SERVQUAL its 22 items, each in one dimension', () => {
    const { method, parameters } = builtIn('servqual');
    if (method !== 'servqual') throw new Error('not SERVQUAL');
    const items = parameters.dimensions.flatMap((dimension) => dimension.items);
    expect(items).toEqual(Array.from({ length: 22 }, (_, item) => item));
    expect(parameters.dimensions.map(({ key, items: { length } }) => [key, length])).toEqual([
      ['tangibles', 4],
      ['reliability', 5],
      ['responsiveness', 4],
      ['assurance', 4],
      ['empathy', 5],
    ]);
  });
});

describe('a profile over composite-index', () => {
  it('computes the KCSI of today and the one until 2005 from the same answers', () => {
    // Top-2 shares 60, 50 and 80: 0.5·60 + 0.3·50 + 0.2·80, and 0.4·60 + 0.4·50 + 0.2·80.
    expect(indexBy('kcsi', survey)).toMatchObject({ ok: true, output: { index: 61 } });
    expect(indexBy('kcsi@1992', survey)).toMatchObject({ ok: true, output: { index: 60 } });
  });

  it('is named in the result with all that is needed to redo it', () => {
    const result = indexBy('kcsi', survey);
    expect(result).toMatchObject({ output: { profile: profileStamp(builtIn('kcsi')) } });
    const explained = runCalc('composite-index', survey, {
      profile: builtIn('kcsi'),
      explain: true,
    });
    expect(explained).toMatchObject({
      output: {
        profile: { id: 'kcsi', version: '2006' },
        explanation: {
          profile: profileStamp(builtIn('kcsi')),
          sources: expect.arrayContaining([builtIn('kcsi').source]),
        },
      },
    });
  });

  it('takes a component by its key, its Korean or its English name, in any order', () => {
    const reversed = { components: [repurchase, overall, { ...element, name: '요소만족도' }] };
    expect(indexBy('kcsi', reversed)).toMatchObject({ output: { index: 61 } });
  });

  it('computes ACSI as ((X₁−1)w₁ + (X₂−1)w₂ + (X₃−1)w₃) ÷ 9 · 100', () => {
    const json = {
      components: [
        { name: 'satisfaction', items: [[8], [6]] },
        { name: 'expectancy', items: [[7], [7]] },
        { name: 'ideal', items: [[5], [6]] },
      ],
    };
    const expected = ((7 - 1) * 0.3885 + (7 - 1) * 0.319 + (5.5 - 1) * 0.2925) * (100 / 9);
    expect(indexBy('acsi-fixed', json)).toMatchObject({
      output: { index: expect.closeTo(expected, 9) },
    });
  });

  it('leaves the scale to the survey where the formula does not fix it', () => {
    const onFive = { scaleMin: 1, scaleMax: 5, items: [[4], [2]] };
    const onTen = { scaleMin: 0, scaleMax: 10, items: [[5], [10]] };
    const json = {
      components: [
        { name: 'overall', ...onFive },
        { name: 'element', ...onTen },
        { name: 'social', ...onFive },
      ],
    };
    expect(indexBy('pcsi-style', json)).toMatchObject({ output: { index: 0.7 * 50 + 0.3 * 75 } });
    const { scaleMax: _, ...cut } = onFive;
    const open = { components: [{ name: 'overall', ...cut }, ...json.components.slice(1)] };
    expect(indexBy('pcsi-style', open)).toMatchObject({
      error: { code: 'calc.missingField', path: 'components[0].scaleMax' },
    });
  });

  it.each([
    [
      'another weight',
      [{ ...element, weight: 0.4 }, overall, repurchase],
      'calc.profileClash',
      'components[0].weight',
    ],
    [
      'another scale',
      [element, { ...overall, scaleMax: 10 }, repurchase],
      'calc.profileClash',
      'components[1].scaleMax',
    ],
    [
      'another score',
      [element, overall, { ...repurchase, score: 'top-1' }],
      'calc.profileClash',
      'components[2].score',
    ],
    [
      'a component of its own',
      [element, overall, { ...repurchase, name: 'price' }],
      'calc.unknownName',
      'components[2].name',
    ],
    ['a component less', [element, overall], 'calc.missingComponent', 'components'],
    [
      'a component twice',
      [element, overall, { ...overall, name: 'overall' }],
      'calc.duplicate',
      'components[2].name',
    ],
    [
      'a component without name',
      [{ items: [[1]] }, overall, repurchase],
      'calc.missingField',
      'components[0].name',
    ],
    ['no component', [], 'calc.emptySample', 'components'],
    ['text for components', 'all', 'calc.wrongType', 'components'],
    [
      'answers outside the scale',
      [element, overall, { ...repurchase, items: [[8]] }],
      'calc.outOfScale',
      'components[2].items[0][0]',
    ],
  ])('refuses %s and says where', (_, components, code, path) => {
    expect(indexBy('kcsi', { components })).toMatchObject({ ok: false, error: { code, path } });
  });

  it('accepts what agrees with it', () => {
    const agreeing = { ...element, weight: 0.5, score: 'top-2', scaleMin: 1, scaleMax: 7 };
    expect(indexBy('kcsi', { components: [agreeing, overall, repurchase] })).toMatchObject({
      output: { index: 61 },
    });
  });

  it('is refused by another method', () => {
    expect(runCalc('house', {}, { profile: builtIn('kcsi') })).toMatchObject({
      error: { code: 'calc.profileMethod', path: '' },
    });
  });
});

describe('a profile over pls and servqual', () => {
  it('sets the structure of ECSI and leaves the measurement to the survey', () => {
    const applied = applyProfile(builtIn('ecsi'), 'pls', { rows: [[1]], scheme: 'centroid' });
    expect(applied.json).toMatchObject({
      rows: [[1]],
      scheme: 'centroid',
      scaled: true,
      structural: expect.arrayContaining([['Satisfaction', 'Loyalty']]),
    });
    expect(applyProfile(builtIn('ecsi'), 'pls', { scheme: 'path' })).toMatchObject({
      error: { code: 'calc.profileClash', path: 'scheme' },
    });
  });

  it('sets the dimensions of SERVQUAL and takes the weights of the survey', () => {
    const weights = { dimensionWeights: { tangibles: 10 } };
    expect(applyProfile(builtIn('servqual'), 'servqual', weights).json).toEqual({
      ...weights,
      dimensions: {
        tangibles: [0, 1, 2, 3],
        reliability: [4, 5, 6, 7, 8],
        responsiveness: [9, 10, 11, 12],
        assurance: [13, 14, 15, 16],
        empathy: [17, 18, 19, 20, 21],
      },
    });
    const clash = { dimensions: { tangibles: [0] } };
    expect(applyProfile(builtIn('servqual'), 'servqual', clash)).toMatchObject({
      error: { code: 'calc.profileClash', path: 'dimensions' },
    });
  });
});

describe('a profile over pls and servqual, computed', () => {
  it('groups the 22 gaps of SERVQUAL into its five dimensions', () => {
    const expectation = [6, 7, 5].map((level) => Array.from({ length: 22 }, () => level));
    // Every respondent perceives one point less, and two less from the eighteenth item on.
    const perception = expectation.map((row) => row.map((x, item) => (item < 17 ? x - 1 : x - 2)));
    const answer = runCalc(
      'servqual',
      { expectation, perception },
      { profile: builtIn('servqual') },
    );

    expect(answer).toMatchObject({
      ok: true,
      output: {
        dimensions: {
          tangibles: { gap: -1 },
          reliability: { gap: -1 },
          responsiveness: { gap: -1 },
          assurance: { gap: -1 },
          empathy: { gap: -2 },
        },
        profile: { id: 'servqual' },
      },
    });
  });

  it('estimates the twelve paths of ECSI from the blocks of the survey', () => {
    const columns = [
      'Image',
      'Expectation',
      'Quality',
      'Value',
      'Satisfaction',
      'Complaints',
      'Loyalty',
    ];
    const random = new SeededRandom(5);
    const rows = Array.from({ length: 40 }, () => {
      const mood = random.integer(2, 8);
      return columns.map(() => mood + random.integer(-1, 2));
    });
    const input = {
      columns,
      rows,
      measurement: Object.fromEntries(columns.map((name) => [name, [name]])),
      itemScale: [1, 10],
    };
    const answer = runCalc('pls', input, { profile: builtIn('ecsi') });

    if (!answer.ok || !('paths' in answer.output)) throw new Error('refused');
    expect(Object.keys(answer.output.paths as object)).toHaveLength(12);
    expect(
      runCalc('pls', { ...input, structural: [] }, { profile: builtIn('ecsi') }),
    ).toMatchObject({
      error: { code: 'calc.profileClash', path: 'structural' },
    });
    const { Loyalty: _, ...six } = input.measurement;
    expect(
      runCalc('pls', { ...input, measurement: six }, { profile: builtIn('ecsi') }),
    ).toMatchObject({
      ok: false,
      error: { path: expect.stringMatching(/^(structural|modes|measurement)/) },
    });
  });
});
