import { describe, expect, it } from 'vitest';
import type {
  DecisionRow,
  RoundBallots,
  VoteRoundHead,
} from '../../core/contract/workshop.contract.ts';
import {
  clockOf,
  currentItemId,
  durationText,
  minutesTyped,
  nextItemId,
} from '../../renderer/features/workshop/agenda-clock.ts';
import {
  isBlankSheet,
  readBlock,
  unreadRows,
} from '../../renderer/features/workshop/block-reading.ts';
import { participantsInBlock } from '../../renderer/features/workshop/participant-block.ts';
import {
  acceptanceOf,
  cellsToScoreAgain,
  contestedCellsOf,
  roundBefore,
  roundChanges,
  roundResult,
} from '../../renderer/features/workshop/round-results.ts';
import { scoreOfKey, scorePages } from '../../renderer/features/workshop/score-pages.ts';
import { houseViewOf } from '../support/house-view-builder.ts';

const view = houseViewOf({
  whats: [
    { whatId: 11, name: '빠른 응대' },
    { whatId: 12, name: '정확한 안내' },
  ],
  hows: [
    { howId: 21, name: '응답률' },
    { howId: 22, name: '교육 시간' },
  ],
  relations: [
    [0, 0],
    [0, 0],
  ],
});

const round = (more: Partial<VoteRoundHead> = {}): VoteRoundHead => ({
  id: 1,
  number: 1,
  subject: 'relations',
  whatIds: [11, 12],
  howIds: [21, 22],
  cells: null,
  openedAt: '2026-11-22T01:00:00.000Z',
  closedAt: '2026-11-22T02:00:00.000Z',
  progress: [],
  ...more,
});

const result = (head: VoteRoundHead, ...scores: (number | null)[][][]) => {
  const ballots: RoundBallots = {
    roundId: head.id,
    whatIds: head.whatIds,
    howIds: head.howIds,
    levels: [0, 1, 3, 9],
    ballots: scores.map((own, k) => ({ participantId: k + 1, scores: own })),
  };
  return roundResult(head, ballots, view, '중요도');
};

describe('what was decided before', () => {
  const decision = (howId: number, after: number | null, at: string): DecisionRow => ({
    id: howId,
    roundId: 1,
    whatId: 11,
    howId,
    subject: '',
    outcome: '',
    before: 0,
    after,
    reason: '',
    consensus: 'majority',
    at,
  });
  const blank = [null, null];
  const before = '2026-11-22T01:30:00.000Z';
  const later = '2026-11-22T02:30:00.000Z';

  it('is not asked again, but what was left open is', () => {
    const votes = result(round(), [[9, 0], blank], [[0, 9], blank]);
    expect(cellsToScoreAgain(votes, [])).toMatchObject({ open: [{}, {}], decided: 0 });
    const decisions = [decision(21, 9, later), decision(22, null, later)];
    expect(cellsToScoreAgain(votes, decisions)).toEqual({
      open: [{ whatId: 11, howId: 22 }],
      decided: 1,
    });
  });

  it('is named where people agree on something else in a later round', () => {
    const votes = result(round(), [[1, 3], blank], [[1, 3], blank]);
    const agreed = { whatId: 11, howId: 21, value: 1 };
    expect(acceptanceOf(votes, [decision(21, 9, before), decision(22, 3, before)])).toEqual({
      values: [agreed, { whatId: 11, howId: 22, value: 3 }],
      overruled: [{ ...agreed, decided: 9 }],
    });
    expect(acceptanceOf(votes, [decision(22, 9, later)])).toEqual({
      values: [agreed],
      overruled: [],
    });
  });
});

describe('names pasted for a workshop', () => {
  it.each([
    ['김현수\t고객지원팀', { name: '김현수', team: '고객지원팀' }],
    ['김현수, 고객지원팀', { name: '김현수', team: '고객지원팀' }],
    ['김현수 (고객지원팀)', { name: '김현수', team: '고객지원팀' }],
    ['  김현수  ', { name: '김현수', team: '' }],
  ])('are read from “%s”', (line, participant) => {
    expect(participantsInBlock(line)).toEqual([participant]);
  });

  it.each([
    '이름\t부서\n김현수\t운영팀',
    '번호\t부서\t성명\n1\t운영팀\t김현수',
    '\n참가자명, 소속\n김현수, 운영팀',
    'Name\tTeam\n김현수\t운영팀',
    '사번\t성 명\t직급\t소속 부서\nA1\t김현수\t과장\t운영팀',
  ])('may stand below a head, which is nobody: “%s”', (block) => {
    expect(participantsInBlock(block)).toEqual([{ name: '김현수', team: '운영팀' }]);
  });

  it('are nobody where there is a head alone', () => {
    expect(participantsInBlock('이름')).toEqual([]);
    expect(participantsInBlock('성명\t')).toEqual([]);
    expect(participantsInBlock('성명\n김현수')).toEqual([{ name: '김현수', team: '' }]);
  });

  it('come once each, without blank lines and without those who are known', () => {
    const block = '김현수\r\n\r\n이지은\t운영팀\r\n김현수\t영업팀\r\nＡNN';
    expect(participantsInBlock(block, ['ann']).map(({ name }) => name)).toEqual([
      '김현수',
      '이지은',
    ]);
  });
});

describe('minutes that somebody types', () => {
  it.each([
    ['15', 15],
    [' １５분', 15],
    ['600', 600],
    ['', null],
    ['0', null],
    ['601', null],
    ['99999', null],
    ['7.5', null],
    ['곧', null],
  ])('“%s” are %s', (typed, minutes) => {
    expect(minutesTyped(typed)).toBe(minutes);
  });
});

describe('the clock of the agenda', () => {
  const agenda = [
    { id: 1, name: '안내', minutes: 10 },
    { id: 2, name: '채점', minutes: 25 },
    { id: 3, name: '정리', minutes: 5 },
  ];

  it('is at what runs, else at what was paused, else at what comes', () => {
    const at = (
      ...agendaEvents: { itemId: number; act: 'start' | 'pause' | 'finish'; at: number }[]
    ) => currentItemId(clockOf({ agenda, agendaEvents }, 100));
    expect(at()).toBe(1);
    expect(at({ itemId: 2, act: 'start', at: 0 })).toBe(2);
    expect(at({ itemId: 2, act: 'start', at: 0 }, { itemId: 2, act: 'pause', at: 5 })).toBe(2);
    expect(at({ itemId: 1, act: 'start', at: 0 }, { itemId: 1, act: 'finish', at: 5 })).toBe(2);
  });

  it('goes on to the next item that has not begun, or to none', () => {
    const clock = clockOf({ agenda, agendaEvents: [{ itemId: 2, act: 'finish', at: 0 }] }, 1);
    expect(nextItemId(clock, 1)).toBe(3);
    expect(nextItemId(clock, 3)).toBeNull();
    expect(nextItemId(clock, null)).toBe(1);
  });

  it('writes times as clocks do', () => {
    expect([0, 65_000, 3_845_000].map(durationText)).toEqual(['0:00', '1:05', '1:04:05']);
  });
});

describe('a block of scores', () => {
  const headed = [
    ['이름', '이지은'],
    ['요구', '응답률', '교육 시간', '비고'],
    ['정확한 안내', '◎', '2', '글쎄'],
    ['없는 요구', '3', '', ''],
    ['빠른 응대', '3', '', ''],
  ];

  it('is read by its names, and tells what was not read and why', () => {
    const reading = readBlock(headed, view, round(), 'notScored');
    expect(reading?.participant).toBe('이지은');
    expect(reading?.scores).toEqual([
      { whatId: 11, howId: 21, value: 3 },
      { whatId: 12, howId: 21, value: 9 },
    ]);
    expect(reading && unreadRows(reading, (reason) => reason)).toEqual([
      ['C3', '2', 'notALevel'],
      ['4', '없는 요구', 'unknown', '3'],
      ['D', '비고', 'unknown', '글쎄'],
    ]);
  });

  it('leaves out what the round does not ask, cell by cell, and counts what is written there', () => {
    const some = round({ cells: [{ whatId: 12, howId: 21 }] });
    const reading = readBlock(headed, view, some, 'none');
    expect(reading?.scores).toEqual([{ whatId: 12, howId: 21, value: 9 }]);
    expect(reading?.notAsked).toBe(1);
  });

  it('may have nothing written on it, which is not the same as nothing to read', () => {
    const isBlank = (first: string, last: string) => {
      const rows = [
        ['', '응답률', '교육 시간'],
        ['빠른 응대', first, ''],
        ['정확한 안내', '', last],
      ];
      const reading = readBlock(rows, view, round(), 'notScored');
      return reading && isBlankSheet(reading);
    };
    expect(isBlank('', ' ')).toBe(true);
    expect(isBlank('', '0')).toBe(false);
    expect(isBlank('7', '')).toBe(false);
  });

  it('may have no names when it is as large as what is asked', () => {
    const bare = [
      ['9', ''],
      ['x', '0'],
    ];
    const reading = readBlock(bare, view, round(), 'none');
    expect(reading?.scores).toEqual([
      { whatId: 11, howId: 21, value: 9 },
      { whatId: 11, howId: 22, value: 0 },
      { whatId: 12, howId: 22, value: 0 },
    ]);
    expect(reading?.faults).toMatchObject([{ row: 1, column: 0, entry: 'x' }]);
    expect(readBlock([['9', '3']], view, round(), 'none')).toBeNull();
  });

  it('never takes a blank for an importance', () => {
    const importance = round({ subject: 'importance', howIds: [] });
    const reading = readBlock([['5'], ['']], view, importance, 'none');
    expect(reading?.scores).toEqual([{ whatId: 11, howId: null, value: 5 }]);
  });
});

describe('what one scores at the keyboard', () => {
  it('is a WHAT at a time with the HOWs that are asked of it', () => {
    const pages = scorePages(view, round({ cells: [{ whatId: 11, howId: 22 }] }), '중요도');
    expect(pages.map(({ items }) => items.map(({ name }) => name))).toEqual([['교육 시간']]);
  });

  it('takes importances 1 to 5 and relations as the scale has them', () => {
    const keys = (subject: 'relations' | 'importance') =>
      ['9', '5', '0', '◎', 'a'].map((key) => scoreOfKey(key, view, { subject }));
    expect(keys('relations')).toEqual([9, null, 0, 9, null]);
    expect(keys('importance')).toEqual([null, 5, null, null, null]);
  });
});

describe('what came of the rounds', () => {
  const first = result(
    round(),
    [
      [9, 3],
      [0, 0],
    ],
    [
      [0, 3],
      [0, 9],
    ],
  );

  it('names what people differ on', () => {
    expect(contestedCellsOf(first)).toEqual([
      { whatId: 11, howId: 21 },
      { whatId: 12, howId: 22 },
    ]);
  });

  it('is held against the round before that asked the same and perhaps more', () => {
    const again = round({ id: 2, number: 2, whatIds: [11], howIds: [21] });
    const other = round({ id: 3, number: 2, subject: 'importance', howIds: [] });
    expect(roundBefore([round(), other, again], again)?.id).toBe(1);
    expect(roundBefore([again, other], other)).toBeNull();
    const changes = roundChanges(first, result(again, [[9]], [[9]]));
    expect(changes.counts).toMatchObject({ converged: 1, notScoredAgain: 3 });
    expect(changes.convergedShare).toBe(1);
  });

  it('says of a round on single cells only what was asked', () => {
    const some = round({ id: 2, number: 2, cells: [{ whatId: 11, howId: 21 }] });
    const blank = [null, null];
    expect(result(some, [[9, null], blank], [[9, null], blank])).toMatchObject({
      counts: { agreed: 1 },
      unclear: 0,
    });
  });
});
