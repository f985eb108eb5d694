import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../core/domain/house/house-tree.ts';
import { readMatrix } from '../../core/domain/house/matrix-import/read-matrix.ts';
import { recognizeMatrix } from '../../core/domain/house/matrix-import/recognize-matrix.ts';
import { scalePresets } from '../../core/domain/house/relation-scale.ts';

/** The shape of Korean QFD templates: roof, merged groups, plan and competitors, computed rows below. */
const koreanTemplate = [
  ['서비스 QFD 전개', '', '', '', '', '', '', '', '', '', '', '', ''],
  ['', '', '', '', '', '', '', '', '', '', '', '', ''],
  ['', '', '', '', '−', '', '', '', '', '', '', '', ''],
  ['', '', '', '', '+', '++', '', '', '', '', '', '', ''],
  ['', '', '', '', '접수', '', '처리', '', '', '', '', '', ''],
  [
    '1차',
    '2차',
    '중요도',
    '',
    '전화 응답시간',
    '첫 통화 해결률',
    '환불 소요일',
    '목표 달성률',
    '현재 수준',
    '목표 수준',
    '향상률',
    '가나서비스',
    '다라전자',
  ],
  ['접수·상담', '전화가 바로 연결된다', '5', '', '◎', '○', '', '', '3', '4', '1.33', '4', '2'],
  ['', '내 말을 끝까지 들어 준다', '4', '', '', '◎', '', '△', '2', '4', '2', '3', '3'],
  [
    '결제·환불',
    '환불이 약속한 날에 들어온다',
    '3',
    '',
    '',
    '',
    '◎',
    '○',
    '4',
    '5',
    '1.25',
    '5',
    '4',
  ],
  ['개선 방향', '', '', '', '↓', '↑', '↓', '↑', '', '', '', '', ''],
  ['단위', '', '', '', '초', '%', '일', '%', '', '', '', '', ''],
  ['목표값', '', '', '', '20', '85', '3', '95', '', '', '', '', ''],
  ['기술적 난이도', '', '', '', '2', '4', '3', '1', '', '', '', '', ''],
  ['절대 중요도', '', '', '', '60', '74', '34', '21', '', '', '', '', ''],
  ['상대 중요도', '', '', '', '31.7%', '39.2%', '18%', '11.1%', '', '', '', '', ''],
  ['순위', '', '', '', '2', '1', '3', '4', '', '', '', '', ''],
  ['자사', '', '', '', '3', '3', '4', '2', '', '', '', '', ''],
  ['가나서비스', '', '', '', '4', '2', '5', '3', '', '', '', '', ''],
  ['다라전자', '', '', '', '2', '3', '3', '3', '', '', '', '', ''],
  ['비고: 2025년 조사 결과임', '', '', '', '', '', '', '', '', '', '', '', ''],
];

function readAs(table: readonly (readonly string[])[]) {
  const proposal = recognizeMatrix(table);
  if (proposal === null) throw new Error('nothing was recognised');
  return { proposal, ...readMatrix(table, proposal.layout, 'Sheet1') };
}

describe('a matrix in the shape of a QFD template', () => {
  it('is found with its groups, importance, plan, competitors, foot and roof', () => {
    const { proposal, model, problems } = readAs(koreanTemplate);
    expect(problems).toEqual([]);
    expect(proposal.confidence).toBeGreaterThan(0.8);
    expect(model.name).toBe('서비스 QFD 전개');
    expect(model.scale).toEqual(scalePresets['9-3-1']);
    expect(model.relations).toEqual([
      [9, 3, 0, 0],
      [0, 9, 0, 1],
      [0, 0, 9, 3],
    ]);
    expect(model.whats.map(({ code, name, importance }) => [code, name, importance])).toEqual([
      ['1', '접수·상담', null],
      ['1.1', '전화가 바로 연결된다', 5],
      ['1.2', '내 말을 끝까지 들어 준다', 4],
      ['2', '결제·환불', null],
      ['2.1', '환불이 약속한 날에 들어온다', 3],
    ]);
    expect(leavesOf(model.whats)[0]).toMatchObject({ current: 3, target: 4, ratings: [4, 2] });
    expect(model.competitors).toEqual(['가나서비스', '다라전자']);
    expect(model.hows.map(({ code, name }) => [code, name])).toEqual([
      ['1', '접수'],
      ['1.1', '전화 응답시간'],
      ['1.2', '첫 통화 해결률'],
      ['2', '처리'],
      ['2.1', '환불 소요일'],
      ['2.2', '목표 달성률'],
    ]);
    expect(leavesOf(model.hows)[0]).toMatchObject({
      direction: 'down',
      unit: '초',
      targetValue: '20',
      difficulty: 2,
      ownRating: 3,
      ratings: [4, 2],
    });
    const names = new Map(model.hows.map(({ id, name }) => [id, name]));
    expect(
      model.roof.map(({ howId, otherHowId, strength }) => [
        names.get(howId),
        names.get(otherHowId),
        strength,
      ]),
    ).toEqual([
      ['전화 응답시간', '첫 통화 해결률', 1],
      ['전화 응답시간', '환불 소요일', -1],
      ['첫 통화 해결률', '환불 소요일', 2],
    ]);
  });

  it('drops nothing silently: computed figures, heads and remarks are listed as left out', () => {
    const { leftOut } = readAs(koreanTemplate);
    const ofKind = (kind: string) =>
      leftOut.filter((entry) => entry.kind === kind).map(({ entry }) => entry);
    expect(ofKind('notPlaced')).toEqual(['비고: 2025년 조사 결과임']);
    expect(ofKind('computed')).toEqual(
      expect.arrayContaining(['향상률', '1.33', '60', '31.7%', '순위', '4']),
    );
    expect(ofKind('head')).toEqual(
      expect.arrayContaining(['1차', '중요도', '현재 수준', '단위', '자사']),
    );
  });

  it('is found in English, with the signs of the widespread template and numbers for words', () => {
    const { model, problems } = readAs([
      ['', '', 'Column #', '1', '2', '3'],
      [
        'Row #',
        'Demanded Quality',
        'Weight / Importance',
        'Call answer time',
        'First call resolution',
        'Refund lead time',
      ],
      ['1', 'Answers at once', '9', 'Θ', 'Ο', ''],
      ['2', 'Listens to me', '6', '', 'Θ', '▲'],
      ['3', 'Pays back in time', '3', '▲', '', 'Θ'],
      ['', 'Target or Limit Value', '', '20 sec', '85 %', '3 days'],
    ]);
    expect(problems).toEqual([]);
    expect(leavesOf(model.whats).map(({ name, importance }) => [name, importance])).toEqual([
      ['Answers at once', 9],
      ['Listens to me', 6],
      ['Pays back in time', 3],
    ]);
    expect(leavesOf(model.hows).map(({ targetValue }) => targetValue)).toEqual([
      '20 sec',
      '85 %',
      '3 days',
    ]);
    const [strong = 0, middle = 0, weak = 0] = model.scale.levels.map(({ value }) => value);
    expect([strong, middle, weak]).toEqual([9, 3, 1]);
    expect(model.relations).toEqual([
      [strong, middle, 0],
      [0, strong, weak],
      [weak, 0, strong],
    ]);
  });

  it('says how sure it is: importance without a head is a guess, and none is told', () => {
    const bare = (importance: string) => [
      ['', '', '응답시간', '해결률', '소요일'],
      ['바로 연결된다', importance, '9', '3', ''],
      ['들어 준다', importance, '', '9', '1'],
      ['환불이 빠르다', importance, '1', '', '9'],
    ];
    const findingOf = (importance: string) =>
      recognizeMatrix(bare(importance))?.findings.find(({ part }) => part === 'importance');
    expect(findingOf('5')).toMatchObject({ reason: 'onlyNumbers', confidence: 0.6 });
    expect(findingOf('')).toMatchObject({ reason: 'notFound' });
    expect(recognizeMatrix(bare(''))?.layout.importanceColumn).toBeNull();
  });

  it('says which entries are no relations of the scale, and takes a corrected layout', () => {
    const table = [
      ['고객 요구', '중요도', '응답시간', '해결률', '소요일'],
      ['바로 연결된다', '5', '9', '3', ''],
      ['들어 준다', '4', '', '9', '1'],
      ['환불이 빠르다', '3', '1', '', '4'],
    ];
    const proposal = recognizeMatrix(table);
    if (proposal === null) throw new Error('nothing was recognised');
    expect(proposal.findings.find(({ part }) => part === 'scale')).toMatchObject({
      reason: 'knownScale',
    });
    const corrected = { ...proposal.layout, scale: scalePresets['9-3-1'], howColumns: [2, 4] };
    const { model, problems, leftOut } = readMatrix(table, corrected, 'Sheet1');
    expect(problems).toEqual([
      { reason: 'relationNotInScale', sheet: 'Sheet1', cell: 'E4', entry: '4' },
    ]);
    expect(model.relations).toEqual([
      [9, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(leftOut.filter(({ kind }) => kind === 'notPlaced').map(({ entry }) => entry)).toEqual(
      expect.arrayContaining(['해결률', '3', '9']),
    );
  });

  it('is not seen in a list of voices or an empty sheet', () => {
    expect(recognizeMatrix([])).toBeNull();
    expect(
      recognizeMatrix([
        ['접수번호', '접수일시', '채널', '내용'],
        ['1', '2026-01-02', '전화', '연결이 안 돼요'],
        ['2', '2026-01-03', '앱', '결제가 실패해요'],
      ]),
    ).toBeNull();
  });

  it('is read wherever it stands on the sheet, whatever its relations', () => {
    const side = fc.integer({ min: 2, max: 9 });
    const arbitrary = fc.tuple(side, side).chain(([m, n]) =>
      fc.record({
        cells: fc.array(fc.array(fc.constantFrom(0, 0, 1, 3, 9), { minLength: n, maxLength: n }), {
          minLength: m,
          maxLength: m,
        }),
        above: fc.integer({ min: 0, max: 4 }),
        before: fc.integer({ min: 0, max: 3 }),
        signs: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(arbitrary, ({ cells, above, before, signs }) => {
        fc.pre(cells.every((row) => row.some((value) => value > 0)));
        fc.pre((cells[0] ?? []).every((_, j) => cells.some((row) => (row[j] ?? 0) > 0)));
        const sign = new Map([
          [9, '◎'],
          [3, '○'],
          [1, '△'],
          [0, ''],
        ]);
        const text = (value: number) =>
          signs ? (sign.get(value) ?? '') : value === 0 ? '' : String(value);
        const pad = new Array<string>(before).fill('');
        const head = [
          '고객 요구',
          '중요도',
          ...(cells[0] ?? []).map((_, j) => `지표 ${'가나다라마바사아자'[j]}항목`),
        ];
        const table = [
          ...new Array<string[]>(above).fill([]),
          [...pad, ...head],
          ...cells.map((row, i) => [
            ...pad,
            `요구하는 것 ${i + 1}`,
            String(1 + (i % 5)),
            ...row.map(text),
          ]),
        ];
        const { model, problems, leftOut } = readAs(table);
        expect(problems).toEqual([]);
        expect(leftOut.filter(({ kind }) => kind === 'notPlaced')).toEqual([]);
        expect(model.relations).toEqual(cells);
        expect(leavesOf(model.whats).map(({ importance }) => importance)).toEqual(
          cells.map((_, i) => 1 + (i % 5)),
        );
      }),
    );
  });
});
