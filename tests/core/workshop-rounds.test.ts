import { describe, expect, it } from 'vitest';
import type { DecisionRow } from '../../core/contract/workshop.contract.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';
import { contestedHistories } from '../../core/domain/workshop/contested-history.ts';
import {
  agreedValues,
  outcomesOf,
  roundConcordance,
  roundDiscussion,
  type ScoredRound,
  type WeighedModel,
} from '../../core/domain/workshop/round-discussion.ts';
import { roundSheet } from '../../core/domain/workshop/round-sheet.ts';
import { describeScoreSheets } from '../../core/domain/workshop/score-workbook.ts';

const what = (id: number, code: string, name: string, parentId: number | null = null) => ({
  id,
  parentId,
  code,
  name,
  importance: 3,
  current: null,
  target: null,
  salesPoint: null,
  kano: null,
  ratings: [],
});
const how = (id: number, name: string) => ({
  id,
  parentId: null,
  code: String(id - 10),
  name,
  unit: '',
  direction: 'up' as const,
  targetValue: '',
  difficulty: null,
  ownRating: null,
  ratings: [],
});

const house: WeighedModel = {
  name: '집',
  scale: usualScale,
  competitors: [],
  whats: [
    { ...what(1, '1', '묶음'), importance: null },
    what(2, '1.1', '가', 1),
    what(3, '1.2', '나', 1),
    { ...what(4, '2', '빈 묶음이 될 것'), importance: null },
    what(5, '2.1', '다', 4),
  ],
  hows: [how(11, 'A'), how(12, 'B'), how(13, 'C')],
  relations: [
    [9, 3, 0],
    [0, 3, 1],
    [1, 0, 0],
  ],
  roof: [],
  normalization: 'none',
  weighting: 'importance',
  kanoAdjusted: false,
};

const round = (scores: (number | null)[][][], more: Partial<ScoredRound> = {}): ScoredRound => ({
  roundId: 1,
  subject: 'relations',
  whatIds: [2, 5],
  howIds: [11, 13],
  levels: [0, 1, 3, 9],
  ballots: scores.map((own, place) => ({ participantId: place + 1, scores: own })),
  ...more,
});

const split = round([
  [
    [9, 0],
    [1, null],
  ],
  [
    [9, 9],
    [1, 3],
  ],
  [
    [9, 9],
    [1, 9],
  ],
]);

describe('a round of some of a house', () => {
  it('is discussed where people differ, by its own rows and columns', () => {
    const { cells, importances } = roundDiscussion(house, split, 1);
    expect(importances).toEqual([]);
    expect(cells.map(({ row, column, lowest, highest }) => [row, column, lowest, highest])).toEqual(
      [
        [0, 1, 0, 9],
        [1, 1, 3, 9],
      ],
    );
  });

  it('says nothing of what is gone from the house', () => {
    const without = {
      ...house,
      hows: house.hows.slice(0, 2),
      relations: house.relations.map((row) => row.slice(0, 2)),
    };
    expect(roundDiscussion(without, split, 1).cells).toEqual([]);
  });

  it('proposes values only where people agree', () => {
    expect(agreedValues(split)).toEqual([
      { row: 0, column: 0, value: 9 },
      { row: 1, column: 0, value: 1 },
    ]);
  });

  it('that nobody scored has outcomes of its shape, nothing to discuss and no concordance', () => {
    const none = round([]);
    expect(outcomesOf(none).map((row) => row.map(({ status }) => status))).toEqual([
      ['unscored', 'unscored'],
      ['unscored', 'unscored'],
    ]);
    expect(roundDiscussion(house, none, 1)).toEqual({ cells: [], importances: [] });
    expect(roundConcordance(none)).toMatchObject({ w: null, notes: ['tooFew'] });
    expect(outcomesOf(round([], { subject: 'importance', howIds: [] }))).toHaveLength(2);
  });

  it('of importances is discussed by what the proposals weigh', () => {
    const votes = round(
      [
        [[5], [1]],
        [[5], [5]],
        [[5], [5]],
      ],
      {
        subject: 'importance',
        howIds: [],
        levels: [1, 2, 3, 4, 5],
      },
    );
    const { cells, importances } = roundDiscussion(house, votes, 1);
    expect(cells).toEqual([]);
    expect(importances).toMatchObject([{ row: 1, lowest: 1, highest: 5 }]);
  });

  it('has a score sheet of just that, below its groups, with the numbers of the whole house', () => {
    const sheet = roundSheet(house, { subject: 'relations', whatIds: [2], howIds: [12, 13] });
    expect(sheet.rows.map(({ code, names, place }) => [code, names[0], place])).toEqual([
      ['1', '묶음', null],
      ['1.1', '가', 0],
    ]);
    expect(sheet.columns.map(({ code, place }) => [code, place])).toEqual([
      ['2', 0],
      ['3', 1],
    ]);
  });
});

describe('how far people agree on the order', () => {
  it('is told over those who finished, and on how many cells', () => {
    const all = [
      [9, 3],
      [1, 0],
    ];
    const begun = [
      [9, null],
      [null, null],
    ];
    expect(roundConcordance(round([all, all, begun]))).toMatchObject({
      w: 1,
      raters: 2,
      items: 4,
      voters: 3,
    });
    // Of those who finished nobody is left to compare with: then over all, on what all scored.
    const more = [
      [9, 3],
      [null, 1],
    ];
    expect(roundConcordance(round([all, more]))).toMatchObject({ raters: 2, items: 3, voters: 2 });
  });
});

describe('what became of contested cells', () => {
  const decision = (more: Partial<DecisionRow>): DecisionRow => ({
    id: 1,
    roundId: 1,
    whatId: 5,
    howId: 13,
    subject: '',
    outcome: '',
    before: 0,
    after: 3,
    reason: '자료로 확인',
    consensus: 'majority',
    at: '2026-11-22T05:00:00.000Z',
    ...more,
  });
  const again = round([[[3]], [[3]], [[3]]], { roundId: 2, whatIds: [2], howIds: [13] });

  it('is told with the votes before and after, what most depends on first', () => {
    const effects = new Map([
      [
        1,
        [
          { whatId: 5, howId: 13 },
          { whatId: 2, howId: 13 },
        ],
      ],
    ]);
    const histories = contestedHistories([split, again], [decision({})], effects);
    expect(histories).toMatchObject([
      {
        whatId: 5,
        howId: 13,
        lowest: 3,
        highest: 9,
        agreementAfter: null,
        decided: 3,
        settledBy: 'decision',
        reason: '자료로 확인',
      },
      { whatId: 2, howId: 13, lowest: 0, highest: 9, agreementAfter: 1, settledBy: 'votes' },
    ]);
  });

  it('is open where nothing was decided and nobody scored again', () => {
    const left = decision({ after: null, consensus: 'open', reason: '자료가 없다' });
    expect(contestedHistories([split], [left])).toMatchObject([
      { whatId: 2, decided: null, settledBy: null, reason: '' },
      { whatId: 5, decided: null, settledBy: null, reason: '자료가 없다' },
    ]);
    expect(contestedHistories([], [left])).toEqual([]);
  });
});

describe('a workbook of score sheets', () => {
  const words = {
    house: '매트릭스',
    participant: '참가자',
    scale: '점수',
    code: '번호',
    what: '요구',
    hint: '적으십시오',
    blankSheet: '채점표',
  };

  it('names its sheets as Excel allows, takes only levels and greys what is not asked', () => {
    const shape = roundSheet(house, { subject: 'relations', whatIds: [2, 3, 5], howIds: [11, 12] });
    const long = '가'.repeat(40);
    const { sheets } = describeScoreSheets(shape, words, {
      people: ['Kim', 'kim', 'a/b:c', long, long, ' '],
      entries: ['9', '◎'],
      isAsked: (row, column) => row !== 1 || column !== 0,
    });
    expect(sheets.map(({ name }) => name)).toEqual([
      'Kim',
      'kim (2)',
      'a b c',
      '가'.repeat(31),
      `${'가'.repeat(27)} (2)`,
      '채점표',
    ]);
    const [sheet] = sheets;
    expect(sheet?.lists).toEqual([{ range: 'C8:D9 C11:D11', entries: ['9', '◎'] }]);
    expect(sheet?.paper).toBe('a4');
    const fillOf = (row: number, column: number) =>
      sheet?.rows[row]?.cells[column]?.style.fill ?? 'open';
    expect([fillOf(7, 2), fillOf(8, 2), fillOf(8, 3), fillOf(9, 2)]).toEqual([
      'open',
      '#e6eaee',
      'open',
      '#e6eaee',
    ]);
  });
});
