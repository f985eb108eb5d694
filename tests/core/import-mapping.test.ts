import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withKnownItems } from '../../core/domain/import/known-items.ts';
import { surveyMappingOfRows, vocMappingOfRows } from '../../core/domain/import/mapping-recall.ts';
import { rowsOfSurveyMapping, rowsOfVocMapping } from '../../core/domain/import/mapping-rows.ts';
import { guessSurveyMapping } from '../../core/domain/import/survey-mapping-guess.ts';
import { guessVocMapping } from '../../core/domain/import/voc-mapping-guess.ts';

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

describe('the guessed mapping of a VOC file', () => {
  it('knows Korean headers', () => {
    const headers = [
      '접수번호',
      '접수일시',
      '접수채널',
      'VOC유형',
      '지점명',
      '고객등급',
      '심각도',
      '제품명',
      '담당자',
      '내용',
      '비고',
    ];
    const rows = [
      [
        'V-1',
        '2026-11-01 10:00',
        '전화',
        '불만',
        '강남점',
        'VIP',
        '상',
        '냉장고',
        '김철수',
        '배송이 늦어요',
        '-',
      ],
      [
        'V-2',
        '2026-11-02 11:00',
        '매장',
        '칭찬',
        '부산점',
        '일반',
        '하',
        '세탁기',
        '이영희',
        '친절했습니다',
        '',
      ],
    ];
    expect(guessVocMapping(headers, rows).columns).toEqual({
      접수번호: 'externalId',
      접수일시: 'receivedAt',
      접수채널: 'channel',
      VOC유형: 'kind',
      지점명: 'branch',
      고객등급: 'customerType',
      심각도: 'severity',
      제품명: 'product',
      담당자: 'owner',
      내용: 'text',
      비고: 'extra',
    });
  });

  it('knows English headers', () => {
    const headers = ['Ticket ID', 'Created At', 'Source', 'Type', 'Store', 'Priority', 'Comment'];
    const rows = [['T1', '2026-11-01', 'web', 'complaint', 'Busan', 'high', 'Too slow']];
    expect(guessVocMapping(headers, rows).columns).toEqual({
      'Ticket ID': 'externalId',
      'Created At': 'receivedAt',
      Source: 'channel',
      Type: 'kind',
      Store: 'branch',
      Priority: 'severity',
      Comment: 'text',
    });
  });

  it('reads a labelled corpus as id, document and an extra label', () => {
    const rows = [
      ['6270596', '굳 ㅋ', '1'],
      ['9274899', 'GDNTOPCLASSINTHECLUB', '0'],
    ];
    expect(guessVocMapping(['id', 'document', 'label'], rows).columns).toEqual({
      id: 'externalId',
      document: 'text',
      label: 'extra',
    });
  });

  it('takes the longest free text where no header names it', () => {
    const rows = times(5, (index) => [
      `분류${index}`,
      `기다린 시간이 너무 길어서 불편했습니다 ${index}`,
    ]);
    expect(guessVocMapping(['A', 'B'], rows).columns).toEqual({ A: 'extra', B: 'text' });
  });

  it('does not take a repeating number for an identifier, which would drop rows as duplicates', () => {
    const rows = [
      ['1', '첫 번째 의견입니다'],
      ['1', '두 번째 의견입니다'],
    ];
    expect(guessVocMapping(['번호', '내용'], rows).columns).toEqual({
      번호: 'extra',
      내용: 'text',
    });
  });

  it('does not believe a header against its column', () => {
    const rows = times(6, (index) => [
      `${index}월`,
      ['강남점', '신촌점'][index % 2] ?? '',
      '친절했어요',
    ]);
    expect(guessVocMapping(['일자', '구분', '내용'], rows).columns).toEqual({
      일자: 'extra',
      구분: 'extra',
      내용: 'text',
    });
  });

  it('names every header once and only what the file has', () => {
    const header = fc.constantFrom('내용', 'id', 'date', '유형', 'x', 'y', '채널', '지점', 'text');
    fc.assert(
      fc.property(
        fc.uniqueArray(header),
        fc.array(fc.array(fc.string(), { maxLength: 9 })),
        (headers, rows) => {
          const { columns } = guessVocMapping(headers, rows);
          expect(Object.keys(columns).sort()).toEqual([...headers].sort());
          const targets = Object.values(columns).filter((target) => target !== 'extra');
          expect(new Set(targets).size).toBe(targets.length);
        },
      ),
    );
  });
});

describe('the guessed mapping of a survey', () => {
  const headers = [
    '응답자ID',
    '지점',
    '성별',
    '연령',
    '친절성',
    '전반만족',
    '추천의향',
    '가중치',
    '개선 의견',
  ];
  const rows = times(40, (index) => [
    `R${index}`,
    ['강남점', '부산점'][index % 2] ?? '',
    ['여', '남'][index % 2] ?? '',
    String(20 + index),
    String(1 + (index % 5)),
    String(3 + (index % 5)),
    String(index % 11),
    '1.2',
    `직원이 조금 더 빨리 응대했으면 좋겠습니다 ${index}`,
  ]);

  it('tells items with their scales, segments, branch, weight, identifier and open questions', () => {
    const mapping = guessSurveyMapping(headers, rows);
    expect(mapping).toEqual({
      respondentId: '응답자ID',
      branch: '지점',
      weight: '가중치',
      segments: ['성별'],
      openQuestions: ['개선 의견'],
      items: {
        친절성: { label: '친절성', scaleMin: 1, scaleMax: 5, reversed: false },
        전반만족: { label: '전반만족', scaleMin: 1, scaleMax: 7, reversed: false },
        추천의향: { label: '추천의향', scaleMin: 0, scaleMax: 10, reversed: false },
      },
    });
  });

  it('does not bury the segments under a battery answered in the same words', () => {
    const words = [
      '당연하다',
      '마음에 든다',
      '아무런 느낌이 없다',
      '하는 수 없다',
      '마음에 안 든다',
    ];
    const battery = times(8, (index) => `카노 ${index}`);
    const table = times(40, (row) => [
      ['여', '남'][row % 2] ?? '',
      ...battery.map((_, column) => words[(row + column) % words.length] ?? ''),
      String(1 + (row % 5)),
    ]);
    const mapping = guessSurveyMapping(['성별', ...battery, '만족'], table);
    expect(mapping.segments).toEqual(['성별']);
    expect(mapping.openQuestions).toEqual([]);
    expect(Object.keys(mapping.items)).toEqual(['만족']);
  });

  it('lets questions with the same upper end agree on the lower', () => {
    const table = times(30, (row) => [String(row % 11), String(row % 11), String(1 + (row % 10))]);
    const { items } = guessSurveyMapping(['q1', 'q2', 'q3'], table);
    expect(Object.values(items).map(({ scaleMin, scaleMax }) => [scaleMin, scaleMax])).toEqual([
      [0, 10],
      [0, 10],
      [0, 10],
    ]);
  });

  it('sees through marks for no answer', () => {
    const table = times(20, (row) => [row % 4 === 0 ? 'NA' : String(1 + (row % 7))]);
    expect(guessSurveyMapping(['q'], table).items).toMatchObject({
      q: { scaleMin: 1, scaleMax: 7 },
    });
  });

  it('keeps the scale that an earlier wave asked on', () => {
    const guess = guessSurveyMapping(
      ['q'],
      times(20, (row) => [String(1 + (row % 5))]),
    );
    const known = [{ header: 'q', label: '친절', scaleMin: 1, scaleMax: 7, reversed: true }];
    expect(withKnownItems(guess, known).items).toEqual({
      q: { label: '친절', scaleMin: 1, scaleMax: 7, reversed: true },
    });
  });
});

describe('a remembered mapping', () => {
  it('of VOC is the mapping that was used', () => {
    const mapping = {
      columns: { 내용: 'text', 번호: 'externalId', 비고: 'extra' },
      defaults: { channel: 'web', receivedAt: '2026-11-01' },
    } as const;
    expect(vocMappingOfRows(rowsOfVocMapping(mapping))).toEqual(mapping);
  });

  it('of a survey is the mapping that was used, also with a branch that is a segment', () => {
    const mapping = {
      respondentId: 'id',
      items: { q1: { label: '친절', scaleMin: 0, scaleMax: 10, reversed: true } },
      segments: ['성별', '지점'],
      branch: '지점',
      weight: 'w',
      openQuestions: ['의견'],
    };
    const recalled = surveyMappingOfRows(rowsOfSurveyMapping(mapping));
    expect(recalled).toEqual(mapping);
  });

  it('that is not understood any more is none', () => {
    const rows = { columns: [], defaults: [{ field: 'colour', value: 'red' }] };
    expect(vocMappingOfRows(rows)).toBeNull();
  });
});
