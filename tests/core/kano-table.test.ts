import { describe, expect, it } from 'vitest';
import { parseKanoAnswer } from '../../core/domain/kano/kano-entry.ts';
import { guessKanoLayout, readKanoTable } from '../../core/domain/kano/kano-table.ts';

const whats = [
  { whatId: 11, number: '1', name: '전화가 바로 연결된다' },
  { whatId: 12, number: '2', name: '환불이 빠르다' },
];
const nameOf = (rowNumber: number) => `응답 ${rowNumber}`;
const read = (rows: string[][]) => readKanoTable(rows, guessKanoLayout(rows, whats), nameOf);

describe('an answer to a Kano question', () => {
  it.each([
    ['3', 3],
    ['③', 3],
    ['３', 3],
    ['3.0', 3],
    ['4점', 4],
    ['2. 당연하다', 2],
    ['1 마음에 든다', 1],
    ['Must-be', 2],
    ['마음에 들지 않는다', 5],
    ['', 0],
    ['6', null],
    ['0', null],
    ['12', null],
    ['몰라요', null],
  ])('is read from %j as %j', (entry, answer) => {
    expect(parseKanoAnswer(entry)).toBe(answer);
  });
});

describe('a table of Kano answers', () => {
  it('finds pairs of columns by name, in either order of the questions', () => {
    const rows = [
      ['응답자', '환불이 빠르다(없으면)', '환불이 빠르다(있으면)', '1-긍정', '1-부정'],
      ['김', '5', '1', '3', '3'],
    ];
    expect(guessKanoLayout(rows, whats)).toEqual({
      hasHeader: true,
      respondent: 0,
      pairs: [
        { functional: 2, dysfunctional: 1, whatId: 12 },
        { functional: 3, dysfunctional: 4, whatId: 11 },
      ],
    });
    expect(read(rows).answers).toEqual([
      { whatId: 12, respondent: '김', functional: 1, dysfunctional: 5 },
      { whatId: 11, respondent: '김', functional: 3, dysfunctional: 3 },
    ]);
  });

  it('goes by the order of columns where headers tell nothing or there are none', () => {
    expect(read([['1', '5', '2', '2']]).answers).toEqual([
      { whatId: 11, respondent: '응답 1', functional: 1, dysfunctional: 5 },
      { whatId: 12, respondent: '응답 1', functional: 2, dysfunctional: 2 },
    ]);
    const named = read([
      ['번호', 'Q1', 'Q2', 'Q3', 'Q4'],
      ['101', '1', '5', '', ''],
    ]);
    expect(named.answers).toEqual([
      { whatId: 11, respondent: '101', functional: 1, dysfunctional: 5 },
    ]);
    expect(read([['김', '1', '5', '2', '2']])).toMatchObject({ respondents: 1, faults: [] });
  });

  it('takes what is good of a row and tells what is not, and why', () => {
    const { answers, faults, rejected, respondents } = read([
      ['김', '1', '7', '2', '2'],
      ['이', '1', '', '', ''],
      ['김', '3', '3', '3', '3'],
      ['', '', '', '', ''],
    ]);
    expect(answers).toEqual([{ whatId: 12, respondent: '김', functional: 2, dysfunctional: 2 }]);
    expect(respondents).toBe(1);
    expect(faults.map(({ rowNumber, reason, whatId }) => [rowNumber, reason, whatId])).toEqual([
      [1, 'notAnAnswer', 11],
      [2, 'onlyOne', 11],
      [3, 'repeated', null],
    ]);
    expect(rejected.map(({ rowNumber }) => rowNumber)).toEqual([1, 2, 3]);
  });

  it('is read without a fault when it is empty', () => {
    expect(read([])).toEqual({ answers: [], respondents: 0, faults: [], rejected: [] });
  });
});
