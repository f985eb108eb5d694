import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfExcelSerial, parseDateValue } from '../../core/domain/import/date-value.ts';
import {
  columnName,
  findHeaderRow,
  normalizeHeader,
  uniqueHeaders,
} from '../../core/domain/import/header-row.ts';
import {
  isMissing,
  parseNumberValue,
  textOfNumber,
} from '../../core/domain/import/number-value.ts';
import { parseChannel, parseKind, parseSeverity } from '../../core/domain/import/word-value.ts';

describe('a date', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026.11.21', '2026-11-21'],
    ['2026.1.2.', '2026-01-02'],
    ['2026/11/21', '2026-11-21'],
    ['26/11/21', '2026-11-21'],
    ["'26.11.21", '2026-11-21'],
    ['99-12-31', '1999-12-31'],
    ['20261121', '2026-11-21'],
    ['202611211530', '2026-11-21T15:30'],
    ['20261121153005', '2026-11-21T15:30:05'],
    ['2026. 11. 21. 오후 3:05', '2026-11-21T15:05'],
    ['2026. 11. 21. 오전 12:05:09', '2026-11-21T00:05:09'],
    ['2026-11-21 오전 0:30', '2026-11-21T00:30'],
    ['2026년 11월 21일', '2026-11-21'],
    ['2026년 11월 21일 15시 5분', '2026-11-21T15:05'],
    ['2026-11-21(토)', '2026-11-21'],
    ['2026-11-21 (토) 09:00', '2026-11-21T09:00'],
    ['2026-11-21 15:05', '2026-11-21T15:05'],
    ['2026-11-21T15:05:00', '2026-11-21T15:05'],
    ['2026-11-21T15:05:07.123Z', '2026-11-21T15:05:07'],
    ['2026-11-21T15:05:00+09:00', '2026-11-21T15:05'],
    ['11/21/2026', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['11/21/2026 3:05 PM', '2026-11-21T15:05'],
    ['Nov 21, 2026', '2026-11-21'],
    ['21 November 2026', '2026-11-21'],
    ['２０２６－１１－２１', '2026-11-21'],
    ['46347', '2026-11-21'],
    ['46347.75', '2026-11-21T18:00'],
    ['2024-02-29', '2024-02-29'],
  ])('%j is %s', (written, date) => {
    expect(parseDateValue(written)).toBe(date);
  });

  it.each([
    '2026-02-30',
    '2023-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11',
    '11월 21일',
    '어제',
    '2026-11-21 25:00',
    '2026-11-21 13:61',
    '1234',
    '5',
    '20261340',
    '',
    '2026-11-21 이후',
    '010-1234-5678',
  ])('%j is none', (written) => {
    expect(parseDateValue(written)).toBeNull();
  });

  it('of any day reads back from every common spelling', () => {
    const days = fc.date({
      min: new Date('1970-01-01'),
      max: new Date('2069-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        const [year = '', month = '', date = ''] = iso.split('-');
        const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
        const spellings = [
          iso,
          iso.replaceAll('-', ''),
          `${year}. ${Number(month)}. ${Number(date)}.`,
          `${year.slice(2)}/${month}/${date}`,
          `${year}년 ${Number(month)}월 ${Number(date)}일`,
          String(serial),
        ];
        expect(spellings.map((text) => parseDateValue(text))).toEqual(spellings.map(() => iso));
      }),
    );
  });

  it('of a spreadsheet is rounded to the second, not cut', () => {
    // 15:05 as Excel stores it: 0.628472222222222, a hair below.
    expect(dateOfExcelSerial(46347.62847222222)).toBe('2026-11-21T15:05');
  });
});

describe('words', () => {
  it.each([
    ['전화', 'phone'],
    ['콜센터', 'phone'],
    ['고객센터(전화)', 'phone'],
    ['ARS', 'phone'],
    ['홈페이지', 'web'],
    ['웹', 'web'],
    ['1:1 문의', 'web'],
    ['Web', 'web'],
    ['E-mail', 'web'],
    ['앱', 'app'],
    ['모바일 앱', 'app'],
    ['앱 리뷰', 'app'],
    ['매장', 'branch'],
    ['지점 방문', 'branch'],
    ['창구', 'branch'],
    ['우편', 'post'],
    ['인스타', 'sns'],
    ['Instagram', 'sns'],
    ['설문', 'survey'],
    ['모니터링', 'monitor'],
    ['기타', 'other'],
  ])('channel %s is %s', (word, channel) => {
    expect(parseChannel(word)).toBe(channel);
  });

  it.each(['apple', '비대면', '외부', ''])('channel %j is not known', (word) => {
    expect(parseChannel(word)).toBeNull();
  });

  it.each([
    ['불만', 'complaint'],
    ['불편 신고', 'complaint'],
    ['상담 불만', 'complaint'],
    ['Complaint', 'complaint'],
    ['제안', 'suggestion'],
    ['건의사항', 'suggestion'],
    ['문의', 'question'],
    ['단순질의', 'question'],
    ['inquiry', 'question'],
    ['칭찬', 'praise'],
    ['감사합니다', 'praise'],
    ['기타', 'other'],
  ])('kind %s is %s', (word, kind) => {
    expect(parseKind(word)).toBe(kind);
  });

  it.each([
    ['상', 4],
    ['중', 3],
    ['하', 2],
    ['매우 높음', 5],
    ['매우낮음', 1],
    ['심각', 4],
    ['High', 4],
    ['critical', 5],
    ['3', 3],
    ['5점', 5],
  ])('severity %s is %d', (word, severity) => {
    expect(parseSeverity(word)).toBe(severity);
  });

  it.each(['6', '0', '1등급', '3.5', 'A', ''])('severity %j is not known', (word) => {
    expect(parseSeverity(word)).toBeNull();
  });
});

describe('a number', () => {
  it.each([
    ['5', 5],
    ['5.0', 5],
    [' 7 ', 7],
    ['-1.5', -1.5],
    ['1,234.5', 1234.5],
    ['５', 5],
    ['⑤', 5],
    ['5점', 5],
    ['5. 매우 만족', 5],
    ['5 = very good', 5],
    ['매우 만족(5)', 5],
    ['1e3', 1000],
  ])('%j is %d', (written, number) => {
    expect(parseNumberValue(written)).toBe(number);
  });

  it.each(['', '-', 'NA', '2~3회', '매우 만족', '5/7', '1,2', '.', '20대'])(
    '%j is none',
    (written) => {
      expect(parseNumberValue(written)).toBeNull();
    },
  );

  it('of a spreadsheet shows as a person sees it', () => {
    expect(textOfNumber(0.1 + 0.2)).toBe('0.3');
    expect(textOfNumber(123456789012345)).toBe('123456789012345');
    expect(textOfNumber(3)).toBe('3');
    expect(textOfNumber(-2.5)).toBe('-2.5');
  });

  it('is missing where nobody answered', () => {
    for (const word of ['', ' ', 'NA', 'N/A', '#N/A', '-', '무응답', '해당 없음']) {
      expect(isMissing(word)).toBe(true);
    }
    for (const word of ['0', '없음', '5']) expect(isMissing(word)).toBe(false);
  });
});

describe('headers', () => {
  it('are told apart, named where they are not, and freed of leftovers', () => {
    expect(uniqueHeaders(['이름', ' 이름 ', '', '이름', '', ''])).toEqual([
      '이름',
      '이름 (2)',
      '열 3',
      '이름 (3)',
    ]);
  });

  it('stay unique whatever they are called', () => {
    const name = fc.constantFrom('', 'a', 'a (2)', 'a (3)', '열 1', '열 2', '열 2 (2)', 'b');
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (row) => {
        const headers = uniqueHeaders(row);
        expect(new Set(headers).size).toBe(headers.length);
        expect(headers).not.toContain('');
      }),
    );
  });

  it('lose marks, controls and doubled spaces', () => {
    expect(normalizeHeader('\ufeff접수  번호\t\0')).toBe('접수 번호');
    expect(normalizeHeader('접수번호')).toBe('접수번호'.normalize('NFC'));
  });

  it('name cells beyond them', () => {
    expect(columnName(['a', 'b'], 2)).toBe('열 3');
    expect(columnName(['열 3', 'b'], 2)).toBe('열 3 (2)');
  });

  it('lie below the titles of a sheet', () => {
    const sheet = [
      ['2026년 3분기 VOC 현황', '', ''],
      ['', '', ''],
      ['번호', '내용', '일자'],
      ['1', '가', '나'],
    ];
    expect(findHeaderRow(sheet)).toBe(2);
    expect(findHeaderRow([['내용'], ['가'], ['나']])).toBe(0);
    expect(findHeaderRow([['', ''], ['']])).toBe(-1);
  });
});
