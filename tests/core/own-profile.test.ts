import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../core/calc/apply-profile.ts';
import { runCalc } from '../../core/calc/run-calc.ts';
import type { IndexDefinition } from '../../core/contract/csi.contract.ts';
import { findBuiltInProfile } from '../../core/domain/profile/built-in-profiles.ts';
import {
  type FormulaProfile,
  formulaProfileSchema,
  isSameProfile,
  profileStamp,
} from '../../core/domain/profile/formula-profile.ts';
import { profileOfIndex } from '../../core/domain/profile/index-profile.ts';

function builtIn(reference: string): FormulaProfile {
  const profile = findBuiltInProfile(reference);
  if (profile === undefined) throw new Error(`no profile ${reference}`);
  return profile;
}

const own = {
  id: 'our-index',
  version: '3',
  name: { ko: '우리 지수', en: 'Our index' },
  source: '고객만족 내규 7조',
  method: 'composite-index',
  parameters: {
    components: [
      { key: 'a', name: { ko: '창구', en: 'Counter' }, weight: 0.75, score: 'mean-0-100' },
      { key: 'b', name: { ko: '전화', en: 'Phone' }, weight: 0.25, score: 'top-1' },
    ],
  },
};

function ownFault(change: (profile: typeof own & Record<string, unknown>) => unknown) {
  const copy = structuredClone(own);
  const changed = change(copy) ?? copy;
  const { error } = parseProfile(changed);
  return error === undefined ? null : { code: error.code, path: error.path };
}

describe("a company's own profile", () => {
  it('is read and applied like one of ours', () => {
    const { profile } = parseProfile(own);
    const json = {
      components: [
        { name: '창구', scaleMin: 1, scaleMax: 5, items: [[5], [3]] },
        { name: 'Phone', scaleMin: 1, scaleMax: 5, items: [[5], [4]] },
      ],
    };
    // 0.75 · 75 + 0.25 · 50
    expect(runCalc('composite-index', json, profile && { profile })).toMatchObject({
      output: { index: 68.75, profile: { id: 'our-index', version: '3' } },
    });
  });

  it.each([
    ['no object', () => 5, 'calc.wrongType', 'profile'],
    ['no id', (p: object) => ({ ...p, id: undefined }), 'calc.missingField', 'profile.id'],
    [
      'an unknown method',
      (p: object) => ({ ...p, method: 'kcsi' }),
      'calc.unknownValue',
      'profile.method',
    ],
    [
      'no method',
      (p: object) => ({ ...p, method: undefined }),
      'calc.missingField',
      'profile.method',
    ],
    [
      'a field too many',
      (p: object) => ({ ...p, weights: [1] }),
      'calc.unknownField',
      'profile.weights',
    ],
  ])('with %s is refused', (_, change, code, path) => {
    expect(ownFault(change)).toEqual({ code, path });
  });

  it('must be a formula: shares that sum to 1, whole scales, names that lead to one component', () => {
    const at = (place: number, fields: object) => (profile: typeof own) => {
      Object.assign(profile.parameters.components[place] ?? {}, fields);
    };
    expect(ownFault(at(0, { weight: 0.7 }))).toEqual({
      code: 'calc.weightsNotOne',
      path: 'profile.parameters.components',
    });
    expect(ownFault(at(1, { scaleMin: 1 }))).toEqual({
      code: 'calc.missingField',
      path: 'profile.parameters.components[1].scaleMax',
    });
    expect(ownFault(at(1, { scaleMin: 1, scaleMax: 1 }))).toEqual({
      code: 'calc.badScale',
      path: 'profile.parameters.components[1].scaleMax',
    });
    expect(ownFault(at(1, { key: '창구' }))).toEqual({
      code: 'calc.duplicate',
      path: 'profile.parameters.components[1]',
    });
  });

  it.each([
    ['an unknown end', { structural: [['A', 'C']] }, 'calc.unknownName', 'structural[0][1]'],
    ['an unknown mode', { modes: { C: 'A' } }, 'calc.unknownName', 'modes.C'],
    [
      'a path twice',
      {
        structural: [
          ['A', 'B'],
          ['A', 'B'],
        ],
      },
      'calc.duplicate',
      'structural[1]',
    ],
    [
      'a circle',
      {
        structural: [
          ['A', 'B'],
          ['B', 'A'],
        ],
      },
      'calc.cyclicStructure',
      'structural',
    ],
    ['a path to itself', { structural: [['A', 'A']] }, 'calc.cyclicStructure', 'structural'],
  ])('of a path model is refused for %s', (_, change, code, path) => {
    const parameters = {
      latentVariables: ['A', 'B'].map((key) => ({ key, name: { ko: key, en: key } })),
      structural: [['A', 'B']],
      scheme: 'path',
      scaled: false,
      ...change,
    };
    expect(parseProfile({ ...own, method: 'pls', parameters }).error).toMatchObject({
      code,
      path: `profile.parameters.${path}`,
    });
  });

  it.each([
    [
      'an item twice',
      { dimensions: [{ key: 'a', name: own.name, items: [0, 1, 0] }] },
      'calc.duplicate',
      'dimensions[0].items[2]',
    ],
    ['an unknown weight', { dimensionWeights: { b: 1 } }, 'calc.unknownName', 'dimensionWeights.b'],
  ])('of service gaps is refused for %s', (_, change, code, path) => {
    const parameters = { dimensions: [{ key: 'a', name: own.name, items: [0] }], ...change };
    expect(parseProfile({ ...own, method: 'servqual', parameters }).error).toMatchObject({
      code,
      path: `profile.parameters.${path}`,
    });
  });

  it('can be the index that a workspace defines', () => {
    const index: IndexDefinition = {
      id: 7,
      version: 2,
      name: '우리 지수',
      components: [
        { name: '서비스', weight: 0.5, score: 'mean-0-100', itemIds: [1, 2] },
        { name: '서비스', weight: 0.5, score: 'top-2', itemIds: [3] },
      ],
    };
    const profile = profileOfIndex(index);
    expect(formulaProfileSchema.safeParse(profile).success).toBe(true);
    expect(profile).toMatchObject({ id: 'index-7', version: '2' });
    const scale = { scaleMin: 1, scaleMax: 5, items: [[5], [3]] };
    const json = {
      components: [
        { name: '서비스', ...scale },
        { name: '서비스 (2)', ...scale },
      ],
    };
    expect(runCalc('composite-index', json, { profile })).toMatchObject({
      output: { index: 0.5 * 75 + 0.5 * 50 },
    });
  });
});

describe('isSameProfile', () => {
  const stamp = (reference: string) => profileStamp(builtIn(reference));

  it('holds versions of one index apart, and different indices', () => {
    expect(isSameProfile(stamp('kcsi'), stamp('kcsi'))).toBe(true);
    expect(isSameProfile(stamp('kcsi'), stamp('kcsi@1992'))).toBe(false);
    expect(isSameProfile(stamp('kcsi'), stamp('acsi-fixed'))).toBe(false);
  });

  it('sees through names and order, and notices a formula edited without a new version', () => {
    const { profile } = parseProfile(own);
    const renamed = structuredClone(own);
    renamed.parameters.components.reverse();
    renamed.name.ko = '새 이름';
    for (const component of renamed.parameters.components) component.name.en += '!';
    const edited = structuredClone(own);
    for (const component of edited.parameters.components) component.weight = 0.5;
    const [one, same, other] = [
      profile,
      parseProfile(renamed).profile,
      parseProfile(edited).profile,
    ];
    if (!one || !same || !other) throw new Error('not read');
    expect(isSameProfile(profileStamp(one), profileStamp(same))).toBe(true);
    expect(isSameProfile(profileStamp(one), profileStamp(other))).toBe(false);
  });

  it('tells the direction of a path', () => {
    const ecsi = stamp('ecsi');
    const turned = structuredClone(builtIn('ecsi'));
    if (turned.method !== 'pls') throw new Error('ECSI is a PLS model');
    turned.parameters.structural[0]?.reverse();
    expect(isSameProfile(ecsi, structuredClone(ecsi))).toBe(true);
    expect(isSameProfile(ecsi, profileStamp(turned))).toBe(false);
  });
});
