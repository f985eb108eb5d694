import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise } from '../../core/domain/voc/anonymise.ts';
import { maskPersonalData } from '../../core/domain/voc/mask-personal-data.ts';
import { isNameField, namesAmong } from '../../core/domain/voc/personal-field.ts';
import { retentionCutOff } from '../../core/domain/voc/retention.ts';

describe('anonymising', () => {
  it.each([
    ['김민용 고객님이 010-1234-5678로 전화', '*** 고객님이 ***로 전화'],
    ['+82 10-1234-5678 연락', '*** 연락'],
    ['(02) 123-4567. 감사합니다', '***. 감사합니다'],
    ['메일 abc.def@example.co.kr 입니다', '메일 *** 입니다'],
    ['주민 900101-1234567, 카드 1234-5678-9012-5678', '주민 ***, 카드 ***'],
    ['이준 고객님, 남궁민수 회원님', '이준 고객님, *** 회원님'],
    ['성함: 이준', '성함: ***'],
    ['민수 씨가', '*** 씨가'],
    ['배송이 늦어요', '배송이 늦어요'],
    ['', ''],
  ])('leaves nothing of %s', (text, expected) => {
    expect(anonymise(text)).toBe(expected);
  });

  it('removes a name known from elsewhere', () => {
    expect(anonymise('어제 김민용이 왔다', ['김민용'])).toBe('어제 ***이 왔다');
  });

  it('changes only what masking would, and is done after one time', () => {
    const piece = fc.constantFrom(
      '010-1234-5678',
      '김민용 고객님',
      'ab@example.com',
      '900101-1234567',
      '1234-5678-9012-5678',
      '배송',
      '이 늦어요',
      ' ',
      ', ',
      '. ',
      '(02) 123-4567',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join(' ');
        const gone = anonymise(text);
        expect(anonymise(gone)).toBe(gone);
        expect(maskPersonalData(gone)).toBe(gone);
        if (maskPersonalData(text) === text) expect(gone).toBe(text);
        expect(gone).not.toMatch(/\d{3,4}-\d{4}/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('columns of personal data', () => {
  it('knows a column of names by its header', () => {
    const names = ['성명', '고객명', '고객 이름', 'Name', 'customer name', '이름(필수)'];
    const others = ['제품이름표', '접수번호', 'branch', '파일명', '점포명'];
    expect([...names, ...others].filter(isNameField)).toEqual(names);
  });

  it('takes the names of a VOC from such columns', () => {
    const extras = [
      { name: '고객명', value: ' 김민용 ' },
      { name: '비고', value: '환불' },
    ];
    expect(namesAmong(extras)).toEqual(['김민용']);
  });
});

describe('retention', () => {
  it.each([
    ['2026-11-22', 36, '2023-11-22'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2024-03-31', 1, '2024-02-29'],
    ['2026-01-15', 1, '2025-12-15'],
    ['2026-05-05', 600, '1976-05-05'],
  ])('keeps full months: %s less %i months is %s', (today, months, cutOff) => {
    expect(retentionCutOff(today, months)).toBe(cutOff);
  });
});
