import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../core/calc/apply-profile.ts';
import type { CalcError } from '../../core/calc/calc-error.ts';
import { runCalc } from '../../core/calc/run-calc.ts';

function refusal(method: string, input: object): CalcError {
  const answer = runCalc(method, input);
  if (answer.ok) throw new Error(`${method} took ${JSON.stringify(input)}`);
  return answer.error;
}

const pathModel = {
  columns: ['a', 'b'],
  rows: [
    [1, 2],
    [2, 3],
  ],
  measurement: { X: ['a'], Y: ['b'] },
  structural: [['X', 'Y']],
  scheme: 'path',
  scaled: true,
  itemScale: [1, 5],
};

describe('a refusal of csm calc', () => {
  it('asks for a whole number in plain words', () => {
    expect(refusal('wilson', { successes: 1.5, n: 3 })).toEqual({
      code: 'calc.wrongType',
      path: 'successes',
      message: 'A whole number is needed, not 1.5.',
    });
  });

  it('says what to do about a number in quotation marks', () => {
    expect(refusal('welch', { a: ['3.5'], b: [1] }).message).toBe(
      'A value of type number is needed, not string: write the number without quotation marks.',
    );
  });

  it('says what to do about a missing answer that the method does not take', () => {
    expect(refusal('welch', { a: [1, null], b: [1] }).message).toBe(
      'A value of type number is needed, not null: fill it in or leave the case out.',
    );
  });

  it('says what to do about an absent, an unknown and an empty field', () => {
    expect(refusal('house', { weights: [1] }).message).toBe('The field is missing: add it.');
    expect(refusal('house', { weights: [1], relations: [[1]], x: 1 }).message).toBe(
      'There is no field "x" here: correct its name or leave it out.',
    );
    expect(refusal('nps', { scores: [] }).message).toBe(
      'The list is empty: it needs at least one entry.',
    );
  });

  it('tells a list of the wrong length from an empty one', () => {
    const ends = refusal('pls', { ...pathModel, structural: [['X']] });
    const scale = refusal('pls', { ...pathModel, itemScale: [1, 5, 7] });

    expect(ends).toEqual({
      code: 'calc.sizeMismatch',
      path: 'structural[0]',
      message: 'The list needs at least 2 entries.',
    });
    expect(scale).toMatchObject({ code: 'calc.sizeMismatch', path: 'itemScale' });
  });

  it('says how many items there are to group', () => {
    const survey = { expectation: [[7, 6]], perception: [[5, 6]], dimensions: { x: [2] } };

    expect(refusal('servqual', survey)).toMatchObject({
      path: 'dimensions.x[0]',
      message: 'There is no such item: the answers have 2 items, counted from 0.',
    });
  });

  it.each([
    ['id', '지점', 'Lower-case letters, digits and hyphens are allowed, a letter or digit first.'],
    ['version', '2026 상반기', 'Letters, digits, dots, hyphens and underscores are allowed.'],
    ['validFrom', '26.1.1', 'A year such as 2006 or a day such as 2006-01-01 is needed.'],
  ])("says what the %s of a company's profile may hold", (field, text, message) => {
    const profile = {
      id: 'branch-index',
      version: '2026',
      name: { ko: '지점 만족지수', en: 'Branch index' },
      source: '고객만족 내규',
      method: 'servqual',
      parameters: { dimensions: [] },
      [field]: text,
    };

    expect(parseProfile(profile).error).toMatchObject({ path: `profile.${field}`, message });
  });

  it('says what is wrong with a number beyond all bounds', () => {
    expect(refusal('nps', { scores: [Number.POSITIVE_INFINITY] }).message).toBe(
      'The number is not finite: give one between −1.8e308 and 1.8e308.',
    );
  });
});
