import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalcMethod, CalcResult } from '../../core/calc/calc-method.ts';
import { calcMethods } from '../../core/calc/run-calc.ts';
import { exampleOf } from '../support/all-calc-examples.ts';
import { answerFaults } from '../support/calc-answer-faults.ts';
import {
  constantColumns,
  emptyLists,
  firstRowOnly,
  missingNumbers,
  movedNumbers,
  raggedMatrices,
  type SpoiledInput,
  withNumbers,
  withoutFields,
  withUnknownField,
  wrongNumbers,
  wrongTypes,
} from '../support/spoiled-inputs.ts';

const finite = { noNaN: true, noDefaultInfinity: true };

/** Fields that belong together: a fault in one may be told at the other. */
function fieldOf(path: string): string {
  return path.split(/[.[]/)[0] ?? '';
}

function answerTo(method: CalcMethod, { what, path, input }: SpoiledInput): CalcResult {
  const answer = method.calculate(input, { explain: true });
  expect(answerFaults(answer), `${what} at ${path}`).toEqual([]);
  return answer;
}

/** Lists of samples, which may be of any size each. */
const unequalRows = new Set(['anova groups', 'welch-anova groups']);

function refusalOf(method: CalcMethod, spoiled: SpoiledInput) {
  const answer = answerTo(method, spoiled);
  return answer.ok ? { code: 'none', path: 'none' } : answer.error;
}

describe.each(calcMethods.map((method) => [method.name, method] as const))('%s', (name, method) => {
  const example = () => exampleOf(name);

  it('refuses what is no number, at its place', () => {
    for (const spoiled of wrongNumbers(example())) {
      const { code, path } = refusalOf(method, spoiled);
      const notFinite = spoiled.what === 'NaN' || spoiled.what === 'Infinity';
      expect({ ...spoiled, code, path }).toMatchObject({
        code: notFinite ? 'calc.notFinite' : expect.stringMatching(/wrongType|unknownValue/),
        path: spoiled.path,
      });
    }
  });

  it('takes a missing number by its rule, or refuses it at its place', () => {
    for (const spoiled of missingNumbers(example())) {
      const answer = answerTo(method, spoiled);
      if (answer.ok) continue;
      expect({ ...spoiled, path: fieldOf(answer.error.path) }).toMatchObject({
        path: fieldOf(spoiled.path),
      });
    }
  });

  it('refuses a field of another type', () => {
    for (const spoiled of wrongTypes(example())) {
      // In place of the whole field or, where an object is wanted, inside it.
      expect(refusalOf(method, spoiled).path, spoiled.what).toMatch(
        new RegExp(`^${spoiled.path}($|[.[])`),
      );
    }
  });

  it('refuses a field it does not know, by name', () => {
    expect(refusalOf(method, withUnknownField(example()))).toMatchObject({
      code: 'calc.unknownField',
      path: 'extra',
    });
  });

  it('does without a field or says which one is missing', () => {
    for (const spoiled of withoutFields(example())) {
      const answer = answerTo(method, spoiled);
      if (answer.ok || answer.error.code !== 'calc.missingField') continue;
      expect(answer.error.path, spoiled.what).toBe(spoiled.path);
    }
  });

  it('refuses an empty list and says which', () => {
    for (const spoiled of emptyLists(example())) {
      const { code, path } = refusalOf(method, spoiled);
      expect({ ...spoiled, code, path }).toMatchObject({
        code: expect.stringMatching(
          /^calc\.(emptySample|missingField|sizeMismatch|notSquare|raggedMatrix|outOfRange)$/,
        ),
      });
      expect(path, `an empty list at ${spoiled.path}`).not.toBe('');
    }
  });

  it('refuses a matrix with a short row, where rows must be alike', () => {
    for (const spoiled of raggedMatrices(example())) {
      if (unequalRows.has(`${name} ${fieldOf(spoiled.path)}`)) continue;
      const { path } = refusalOf(method, spoiled);
      expect({ ...spoiled, path }).toMatchObject({
        path: expect.stringMatching(new RegExp(`^${fieldOf(spoiled.path)}`)),
      });
    }
  });

  it('answers one row and constant columns with null and a note, or refuses them at a place', () => {
    for (const spoiled of [firstRowOnly(example()), constantColumns(example())]) {
      const answer = answerTo(method, spoiled);
      if (!answer.ok) expect(answer.error.path, spoiled.what).not.toBe('');
    }
  });

  it.each([1e12, -1e12, 1e300])('stays sound when a field is moved by %d', (distance) => {
    for (const spoiled of movedNumbers(example(), distance)) answerTo(method, spoiled);
  });

  it('stays sound whatever finite numbers stand in its places', () => {
    const extremes = fc.constantFrom(
      ...[0, -0, 1, -1, 2, 0.5, 1e-9, 5e-324, -5e-324, 1e-300, 1e12, 2 ** 53, 1e154, 1e300],
      ...[-1e300, Number.MAX_VALUE, -Number.MAX_VALUE],
    );
    const number = fc.oneof(extremes, fc.integer({ min: -2, max: 12 }), fc.double(finite));
    const replacements = fc.array(fc.tuple(fc.nat(), number), { minLength: 1, maxLength: 6 });

    fc.assert(
      fc.property(replacements, (numbers) => {
        const answer = method.calculate(withNumbers(example(), numbers), { explain: true });
        expect(answerFaults(answer)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['nothing', {}],
    ['null', null],
    ['a list', []],
    ['text', 'input'],
    ['undefined', undefined],
  ])('refuses %s for an input', (_, input) => {
    const answer = method.calculate(input);

    expect(answerFaults(answer)).toEqual([]);
    expect(answer.ok).toBe(false);
  });
});
