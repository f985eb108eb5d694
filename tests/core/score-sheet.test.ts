import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatClipboardBlock,
  parseClipboardBlock,
} from '../../core/domain/house/clipboard-block.ts';
import type { HouseModel, ModelHow, ModelWhat } from '../../core/domain/house/house-model.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';
import { readScoreSheet } from '../../core/domain/workshop/read-score-sheet.ts';
import { type SheetWords, scoreSheetTable } from '../../core/domain/workshop/score-sheet.ts';
import { importanceSheet, relationSheet } from '../../core/domain/workshop/sheet-shape.ts';

const what = (id: number, code: string, name: string, parentId: number | null): ModelWhat => ({
  id,
  code,
  name,
  parentId,
  importance: null,
  current: null,
  target: null,
  salesPoint: null,
  kano: null,
  ratings: [],
});
const how = (id: number, code: string, name: string): ModelHow => ({
  id,
  code,
  name,
  parentId: null,
  unit: '',
  direction: 'up',
  targetValue: '',
  difficulty: null,
  ownRating: null,
  ratings: [],
});

const model: HouseModel = {
  name: '창구 서비스',
  scale: usualScale,
  competitors: [],
  whats: [
    what(1, '1', '빠른 처리', null),
    what(2, '1.1', '기다리지 않게', 1),
    what(3, '1.2', '한 번에 끝나게', 1),
    what(4, '2', '친절', null),
  ],
  hows: [how(11, '1', '대기 시간'), how(12, '2', '1회 해결률'), how(13, '3', '응대 교육')],
  relations: [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ],
  roof: [],
};

const words: SheetWords = {
  house: '매트릭스',
  participant: '참가자',
  scale: '점수',
  code: '번호',
  what: '요구',
};
const shape = relationSheet(model);
const sheetOf = (reading: ReturnType<typeof readScoreSheet>) => {
  if (reading.kind !== 'sheet') throw new Error('no header');
  return reading;
};
const clean = {
  faults: [],
  rowFaults: [],
  columnFaults: [],
  absentRows: [],
  absentColumns: [],
};

describe('a score sheet', () => {
  it('has the participant, the levels, a column per HOW and a row per WHAT with its groups', () => {
    expect(scoreSheetTable(shape, words, '김 과장', [[9, null, 0], [], [null, null, 3]])).toEqual([
      ['매트릭스', '창구 서비스'],
      ['참가자', '김 과장'],
      ['점수', '◎ 9 · ○ 3 · △ 1 · 0'],
      [],
      ['번호', '요구', '1', '2', '3'],
      ['', '', '대기 시간', '1회 해결률', '응대 교육'],
      ['1', '빠른 처리', '', '', ''],
      ['1.1', '기다리지 않게', '9', '', '0'],
      ['1.2', '한 번에 끝나게', '', '', ''],
      ['2', '친절', '', '', '3'],
    ]);
  });

  it('reads back as it was written, through the clipboard', () => {
    const cell = fc.constantFrom(null, 0, 1, 3, 9);
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 3 }), (scores) => {
        const block = formatClipboardBlock(scoreSheetTable(shape, words, '박', scores));
        expect(readScoreSheet(parseClipboardBlock(block), shape)).toEqual({
          kind: 'sheet',
          participant: '박',
          scores,
          scored: scores.flat().filter((score) => score !== null).length,
          ...clean,
        });
      }),
    );
  });

  it('reads the same scores with rows and columns in another order', () => {
    const scores = [
      [9, 3, null],
      [0, 1, 9],
      [null, 3, 3],
    ];
    const [title, participant, levels, gap, codes, names, ...rows] = scoreSheetTable(
      shape,
      words,
      '박',
      scores,
    );
    const orders = fc.tuple(
      fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
    );
    fc.assert(
      fc.property(orders, ([columns, order]) => {
        const moved = (row: string[] | undefined) => [0, ...columns].map((c) => row?.[c] ?? '');
        const table = [
          ...[title, participant, levels, gap].map((row) => row ?? []),
          moved(codes),
          moved(names),
          ...order.map((place) => moved(rows[place])),
        ];
        expect(sheetOf(readScoreSheet(table, shape))).toMatchObject({ scores, ...clean });
      }),
    );
  });

  it('reads signs, an English sheet, and a table without anything above it', () => {
    const table = [
      ['Name:', ' Lee '],
      ['Requirement', '대기  시간', '1회 해결률', '응대 교육'],
      ['기다리지 않게', '◎', 'ㅇ', '-'],
      ['한 번에 끝나게', '９', '', '△'],
      ['친절', '', '', ''],
    ];
    expect(sheetOf(readScoreSheet(table, shape))).toMatchObject({
      participant: 'Lee',
      scores: [
        [9, 3, 0],
        [9, null, 1],
        [null, null, null],
      ],
      ...clean,
    });
    expect(sheetOf(readScoreSheet(table.slice(1), shape, 'none')).scores[2]).toEqual([0, 0, 0]);
    expect(sheetOf(readScoreSheet(table.slice(1), shape)).participant).toBeNull();
  });

  it('rejects entries that are no levels, with place and text, and reads the rest', () => {
    const table = [
      ['', '대기 시간', '1회 해결률'],
      ['기다리지 않게', '5', '9'],
      ['친절', '상', '3'],
    ];
    expect(sheetOf(readScoreSheet(table, shape))).toMatchObject({
      faults: [
        { row: 1, column: 1, entry: '5', what: 0, how: 0 },
        { row: 2, column: 1, entry: '상', what: 2, how: 0 },
      ],
      scores: [
        [null, 9, null],
        [null, null, null],
        [null, 3, null],
      ],
      scored: 2,
      absentRows: [1],
      absentColumns: [2],
    });
  });

  it('names rows and columns that the house does not have, with what stands in them', () => {
    const table = [
      ['번호', '요구', '1', '2', '3', ''],
      ['', '', '대기 시간', '콜백 비율', '대기 시간', ''],
      ['1', '빠른 처리', '9', '', '', ''],
      ['1.1', '주차가 편하게', '9', '3', '', ''],
      ['2', '친절', '3', '1', '', '확인 바람'],
      ['', '친절', '9', '', '', ''],
      ['', '끝까지 못 했습니다', '', '', '', ''],
    ];
    const reading = sheetOf(readScoreSheet(table, shape));
    expect(reading.columnFaults).toEqual([
      { index: 3, code: '2', name: '콜백 비율', reason: 'unknown', entries: ['3', '1'] },
      { index: 4, code: '3', name: '대기 시간', reason: 'repeated', entries: [] },
      { index: 5, code: '', name: '', reason: 'unknown', entries: ['확인 바람'] },
    ]);
    expect(reading.rowFaults).toEqual([
      { index: 2, code: '1', name: '빠른 처리', reason: 'group', entries: ['9'] },
      { index: 3, code: '1.1', name: '주차가 편하게', reason: 'unknown', entries: ['9', '3'] },
      { index: 5, code: '', name: '친절', reason: 'repeated', entries: ['9'] },
      { index: 6, code: '', name: '끝까지 못 했습니다', reason: 'unknown', entries: [] },
    ]);
    expect(reading.scores[2]).toEqual([3, null, null]);
  });

  it('knows a HOW by its code only where the sheet has no names', () => {
    const table = [
      ['', '1', '3'],
      ['1.1', '9', '3'],
      ['1.2', '3', '1'],
    ];
    expect(sheetOf(readScoreSheet(table, shape)).scores).toEqual([
      [9, null, 3],
      [3, null, 1],
      [null, null, null],
    ]);
  });

  it('tells HOWs of one name apart by their codes, and reads neither where there are none', () => {
    const twins = relationSheet({ ...model, hows: [how(1, '1', '교육'), how(2, '2', '교육')] });
    const rows = [['1.1', '기다리지 않게', '9', '3']];
    const withCodes = [['번호', '요구', '2', '1'], ['', '', '교육', '교육'], ...rows];
    expect(sheetOf(readScoreSheet(withCodes, twins)).scores[0]).toEqual([3, 9]);
    const without = [['번호', '요구', '교육', '교육'], ...rows];
    expect(readScoreSheet(without, twins)).toMatchObject({
      scored: 0,
      columnFaults: [
        { reason: 'unclear', entries: ['9'] },
        { reason: 'unclear', entries: ['3'] },
      ],
    });
  });

  it('is none when no HOW of the house is on it', () => {
    expect(
      readScoreSheet(
        [
          ['날짜', '담당'],
          ['11-22', '김'],
        ],
        shape,
      ),
    ).toEqual({ kind: 'noHeader' });
    expect(readScoreSheet([], shape)).toEqual({ kind: 'noHeader' });
  });

  it('loses no entry: every one is read, rejected, or named with its row or column', () => {
    const text = fc.constantFrom(
      '',
      '9',
      '3',
      '5',
      '상',
      '대기 시간',
      '응대 교육',
      '친절',
      '기다리지 않게',
      '1.1',
      '메모',
    );
    const table = fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const headed = [['요구', '대기 시간', '응대 교육', '1회 해결률'], ...rows];
        const reading = sheetOf(readScoreSheet(headed, shape));
        const namedRows = new Set(reading.rowFaults.map(({ index }) => index));
        const namedColumns = new Set(reading.columnFaults.map(({ index }) => index));
        const others = headed.flatMap((row, r) =>
          row.filter(
            (cell, c) => r > 0 && c > 0 && cell !== '' && !namedRows.has(r) && !namedColumns.has(c),
          ),
        );
        expect(reading.scored + reading.faults.length).toBe(others.length);
        for (const { index, entries } of reading.rowFaults) {
          expect(entries).toEqual((headed[index] ?? []).slice(1).filter((cell) => cell !== ''));
        }
      }),
    );
  });
});

describe('a sheet of importances', () => {
  it('has one column of 1 to 5 and comes back from a Korean or English sheet', () => {
    const importance = importanceSheet(model);
    const table = scoreSheetTable(importance, words, '최', [[5], [null], [2]]);
    expect(table.at(-1)).toEqual(['2', '친절', '2']);
    expect(sheetOf(readScoreSheet(table, importance)).scores).toEqual([[5], [null], [2]]);
    const english = [
      ['Requirement', 'Importance'],
      ['친절', '4.0'],
      ['기다리지 않게', '6'],
    ];
    expect(sheetOf(readScoreSheet(english, importance))).toMatchObject({
      scores: [[null], [null], [4]],
      faults: [{ entry: '6', what: 0 }],
    });
  });
});
