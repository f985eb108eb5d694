import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrders } from '../../core/contract/import.contract.ts';
import { dateOrderOf, parseDateValue } from '../../core/domain/import/date-value.ts';
import { findDelimitedHeaderRow, findHeaderRow } from '../../core/domain/import/header-row.ts';

describe('a date whose parts leave its order open', () => {
  it.each([
    ['03/04/26', 'ymd', '2003-04-26'],
    ['03/04/26', 'mdy', '2026-03-04'],
    ['03/04/26', 'dmy', '2026-04-03'],
    ['03.04.2026', 'mdy', '2026-03-04'],
    ['03.04.2026', 'dmy', '2026-04-03'],
    ['3/4/26 오후 3시 20분', 'mdy', '2026-03-04T15:20'],
    ['26.11.21', 'ymd', '2026-11-21'],
    ['26.11.21. 오전 9:05', 'ymd', '2026-11-21T09:05'],
    ['26년 11월 21일', 'dmy', '2026-11-21'],
    ['2026-03-04', 'dmy', '2026-03-04'],
  ] as const)('%s is read as %s: %s', (written, order, date) => {
    expect(parseDateValue(written, { order })).toBe(date);
  });

  it.each([
    ['13/04/26', 'mdy'],
    ['03/13/26', 'dmy'],
    ['30/02/2026', 'dmy'],
    ['02/30/26', 'mdy'],
    ['26/02/30', 'ymd'],
  ] as const)('%s is no date as %s', (written, order) => {
    expect(parseDateValue(written, { order })).toBeNull();
  });

  it('of any day reads back in the order it was written in', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true }),
        fc.constantFrom(...dateOrders),
        fc.constantFrom('/', '.', '-'),
        (day, order, separator) => {
          const iso = day.toISOString().slice(0, 10);
          const [year = '', month = '', date = ''] = iso.split('-');
          const parts = { y: year.slice(2), m: month, d: date };
          const written = [...order].map((part) => parts[part as 'y' | 'm' | 'd']).join(separator);
          expect(parseDateValue(written, { order })).toBe(iso);
        },
      ),
    );
  });
});

describe('the order of a column of dates', () => {
  it('is settled by one date that fits one order only', () => {
    expect(dateOrderOf(['03/04/26', '05/13/26'])).toMatchObject({ order: 'mdy', fitting: ['mdy'] });
    expect(dateOrderOf(['03/04/2026', '21/11/2026'])).toMatchObject({
      order: 'dmy',
      fitting: ['dmy'],
    });
    expect(dateOrderOf(['11/21/2026'])).toMatchObject({ order: 'mdy', fitting: ['mdy'] });
  });

  it('is left to a person where several fit, with a date that shows the difference', () => {
    expect(dateOrderOf(['04/04/04', '03/04/05'])).toEqual({
      order: 'ymd',
      fitting: ['ymd', 'mdy', 'dmy'],
      example: '03/04/05',
    });
  });

  it('is the one that puts the dates into the fewest months', () => {
    const days = Array.from({ length: 12 }, (_, at) => `${String(at + 1).padStart(2, '0')}/04/26`);
    const inApril = [...days, '28/04/26'];
    expect(dateOrderOf(inApril)?.order).toBe('dmy');
    expect(dateOrderOf(['26/11/01', '26/11/02', '26/12/01'])?.order).toBe('ymd');
  });

  it('is not turned round by one impossible date', () => {
    const days = Array.from(
      { length: 40 },
      (_, at) => `${String((at % 3) + 1).padStart(2, '0')}/11/26`,
    );
    expect(dateOrderOf([...days, '31/02/26'])).toMatchObject({ order: 'dmy', fitting: ['ymd'] });
  });

  it('is no question where every date tells itself', () => {
    expect(dateOrderOf(['2026-11-21', '2026년 1월 2일', '46347', '어제'])).toBeNull();
  });

  it('is the one that reads most where none reads all', () => {
    expect(dateOrderOf(['13/04/26', '14/04/26', '2/30/26', '15/04/26', '99/99/99'])).toMatchObject({
      fitting: [],
    });
  });
});

describe('a day number', () => {
  it('counts from 1904 where the workbook says so', () => {
    expect(parseDateValue('46347.5')).toBe('2026-11-21T12:00');
    expect(parseDateValue('44885.5', { from1904: true })).toBe('2026-11-21T12:00');
  });
});

describe('the header row', () => {
  const table = [
    ['번호', '일자', '지점', '내용'],
    ['1', '2026-11-01', '강남', '좋아요'],
    ['2', '2026-11-02', '마포', '느려요'],
  ];

  it('lies below titles, dates and names', () => {
    const report = [
      ['월간 VOC 현황', '', '', ''],
      ['', '', '', ''],
      ['작성일', '2026-11', '', ''],
    ];
    expect(findHeaderRow([['월간 VOC 현황'], [], ...table])).toBe(2);
    expect(findDelimitedHeaderRow([...report.slice(0, 2), ...table])).toBe(2);
    expect(findDelimitedHeaderRow([['월간 VOC 현황'], ...table])).toBe(1);
  });

  it('is the first line of a text file that does not show otherwise', () => {
    expect(findDelimitedHeaderRow([['내용'], ['좋아요', ' 정말'], ['느려요']])).toBe(0);
    expect(
      findDelimitedHeaderRow([
        ['번호', '내용'],
        ['1', '가', '나', '다', '라', '마', '바'],
      ]),
    ).toBe(0);
    expect(findDelimitedHeaderRow(table)).toBe(0);
  });
});
