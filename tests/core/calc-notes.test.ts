import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';

/** Inputs that leave figures without a value. */
const unsupported: [string, string, object][] = [
  ['planning', 'no weight', { rows: [{ importance: 0, current: 1, target: 1, salesPoint: 1 }] }],
  ['house', 'no relation', { weights: [1], relations: [[0, 0]] }],
  ['ahp', 'one element', { matrix: [[1]] }],
  ['kano', 'no usable answer', { counts: { M: 0, O: 0, A: 0, I: 0, R: 2, Q: 3 } }],
  [
    'servqual',
    'no complete case',
    {
      expectation: [[7, null]],
      perception: [[5, 6]],
      dimensions: { x: [0] },
      dimensionWeights: { x: 1 },
      missing: 'complete-cases',
    },
  ],
  ['servqual', 'one respondent', { expectation: [[7]], perception: [[5]] }],
  ['nps', 'no answer', { scores: [null] }],
  ['nps-compare', 'no answer in a sample', { a: [null], b: [1] }],
  ['box', 'no answer', { scores: [null], scaleMin: 1, scaleMax: 5, top: 1 }],
  ['alpha', 'one item', { items: [[1], [2]] }],
  ['alpha', 'one respondent', { items: [[1, 2, 3]] }],
  [
    'alpha',
    'a constant item',
    {
      items: [
        [1, 2, 3],
        [1, 3, 4],
        [1, 2, 2],
      ],
    },
  ],
  ['welch', 'a sample of one', { a: [1], b: [2, 3] }],
  ['student-t', 'two samples of one', { a: [1], b: [2] }],
  ['paired-t', 'one pair', { a: [1], b: [2] }],
  ['anova', 'groups of one', { groups: [[1], [2]] }],
  ['welch-anova', 'a group of one', { groups: [[1], [2, 3]] }],
  [
    'welch-anova',
    'a group without spread',
    {
      groups: [
        [1, 1],
        [2, 3],
      ],
    },
  ],
  [
    'chi-square',
    'an empty column',
    {
      table: [
        [1, 0],
        [2, 0],
      ],
    },
  ],
  ['control-chart', 'one value', { type: 'xmr', values: [1] }],
  ['regression', 'no residual', { y: [1, 2], x: [[1], [2]] }],
  ['regression', 'a constant column', { y: [1, 2, 3], x: [[1], [1], [1]] }],
  ['regression', 'a perfect fit', { y: [1, 2, 3], x: [[1], [2], [3]] }],
  ['regression', 'a constant answer', { y: [5, 5, 5], x: [[1], [2], [4]] }],
];

/** The fields that hold a null, each with the field of the answer it lies in. */
function fieldsWithout(figures: object): { field: string; within: string }[] {
  const found = (value: unknown, field: string, within: string): object[] => {
    if (value === null) return [{ field, within }];
    if (Array.isArray(value)) return value.flatMap((entry) => found(entry, field, within));
    if (typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, inner]) => found(inner, key, within));
  };
  return Object.entries(figures).flatMap(([key, value]) => found(value, key, key)) as ReturnType<
    typeof fieldsWithout
  >;
}

const names = (text: string, field: string) => new RegExp(`(?<!\\w)${field}(?!\\w)`).test(text);

describe('the notes of an answer', () => {
  it.each(unsupported)('name every figure without a value: %s, %s', (method, _, input) => {
    const answer = runCalc(method, input);
    if (!answer.ok) throw new Error(answer.error.message);
    const { notes = [], ...figures } = answer.output as { notes?: readonly string[] };
    const text = notes.join(' ');
    const nulls = fieldsWithout(figures);

    expect(nulls).not.toEqual([]);
    expect(
      nulls.filter(({ field, within }) => !names(text, field) && !names(text, within)),
      text,
    ).toEqual([]);
  });
});
