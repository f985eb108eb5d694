import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPersonalData } from '../../core/domain/voc/mask-personal-data.ts';

describe('masking of personal data', () => {
  it.each([
    ['010-1234-5678로 연락 주세요', '010-1234-****로 연락 주세요'],
    ['휴대폰 01012345678입니다', '휴대폰 0101234****입니다'],
    ['011.234.5678', '011.234.****'],
    ['010 1234 5678', '010 1234 ****'],
    ['010)1234-5678', '010)1234-****'],
    ['010 - 1234 - 5678', '010 - 1234 - ****'],
    ['+82 10-1234-5678', '+82 10-1234-****'],
    ['+82-(0)10-1234-5678', '+82-(0)10-1234-****'],
    ['02-123-4567 / (031) 1234-5678', '02-123-**** / (031) 1234-****'],
    ['0507-1234-5678', '0507-1234-****'],
    ['０１０－１２３４－５６７８', '０１０－１２３４－****'],
  ])('hides the last four digits of a phone number: %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    ['abcde@example.com', 'ab***@example.com'],
    ['mail: a.b-c+d@mail.example.co.kr.', 'mail: a.*****@mail.example.co.kr.'],
    ['ab@example.com', 'a*@example.com'],
    ['a@example.com', '*@example.com'],
  ])('hides the local part of an e-mail address: %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    ['900101-1234567', '900101-1******'],
    ['주민번호 900101 - 2234567', '주민번호 900101 - 2******'],
    ['9001011234568', '9001011******'],
  ])('hides a resident registration number after the digit of sex: %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    ['1234-5678-9012-5678', '1234-****-****-5678'],
    ['4111 1111 1111 1111', '4111 **** **** 1111'],
    ['4111111111111111', '4111********1111'],
    ['3782-822463-10005', '3782-******-*0005'],
  ])('hides a payment card but its first and last four digits: %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    ['김민용 고객님이 전화하셨습니다', '김*용 고객님이 전화하셨습니다'],
    ['김민용고객님', '김*용고객님'],
    ['천안센터 서영경 기사 칭찬', '천안센터 서*경 기사 칭찬'],
    ['담당 박지훈 상담원이 불친절', '담당 박*훈 상담원이 불친절'],
    ['고객명 장승호, 11월 14일 방문', '고객명 장*호, 11월 14일 방문'],
    ['제 이름은 최은영이고 어제 맡겼어요', '제 이름은 최*영이고 어제 맡겼어요'],
    ['담당 이서연 매니저님 감사합니다', '담당 이*연 매니저님 감사합니다'],
    ['박지훈씨가 불친절', '박*훈씨가 불친절'],
    ['남궁민수 회원님', '남**수 회원님'],
    ['성함: 이준, 예금주 : 홍길동', '성함: 이*, 예금주 : 홍*동'],
    ['안녕하세요, 노은현입니다.', '안녕하세요, 노*현입니다.'],
    ['저는 이서연이라고 합니다', '저는 이*연이라고 합니다'],
    ['이승준 팀장이 사과했습니다', '이*준 팀장이 사과했습니다'],
    ['윤여정대리님 감사합니다', '윤*정대리님 감사합니다'],
    ['직원 이승준이 반말을 했어요', '직원 이*준이 반말을 했어요'],
    ['담당자: 윤여정', '담당자: 윤*정'],
    ['상담원 박지훈에게 물었더니', '상담원 박*훈에게 물었더니'],
    ['민수 씨가 도와주셨어요', '민* 씨가 도와주셨어요'],
    ['영희 님, 감사합니다', '영* 님, 감사합니다'],
    ['홍길동 010-1234-5678', '홍*동 010-1234-****'],
  ])('hides a name where the words around it leave no doubt: %s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it.each([
    '결제가 안돼서 1588-1234로 전화했는데 20분 기다렸어요',
    '080-123-4567',
    '소중한 고객님이라면서 최우수 고객님 대접이 이런가요',
    '이용 고객님, 단골 고객님, 신규 회원님, 장애인 고객님, 조부모님',
    '2026-03-15 14:30에 방문, 주문번호 2603151234567, 송장 1234567890123456',
    '모델 SM-010-1234, 가격 1,234,567원',
    '이름: 모름, 성함: 없음',
    '@태그 그리고 a@b',
    '저는 이용자입니다. 안녕하세요, 소비자입니다',
    '방문한 기사가 늦었고, 통화한 상담원은 친절',
    '세탁기 기사, 남동센터 기사, 재활용 기사',
    '환불 정도로 과장이 심하다, 아가씨가 안내, 아이씨 또 고장',
    '직원 전화도 없고 담당 부서로 연락하라네요, 직원 안내가 없음',
    '고객 상담을 받았는데 기사 방문이 늦음, 담당 지점의 대응, 직원 이동이 잦음',
    '상담원 연결이 안 되고 직원 교육이 필요, 고객 만족도 조사, 담당자 변경을 요청',
    '김민용',
    '',
  ])('leaves alone what is no personal data: %s', (text) => {
    expect(maskPersonalData(text)).toBe(text);
  });

  it('hides a name known from the customer file wherever it stands', () => {
    expect(maskPersonalData('어제 김민용이 왔다 갔고 민용이 형도', ['김민용'])).toBe(
      '어제 김*용이 왔다 갔고 민용이 형도',
    );
    expect(maskPersonalData('이준 왔다', ['이준'])).toBe('이* 왔다');
    expect(maskPersonalData('이 집 이야기', ['이', '', '12'])).toBe('이 집 이야기');
  });

  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const phone = fc
    .tuple(fc.constantFrom('010', '011', '+82 10', '02', '031'), digits(4), digits(4))
    .map((parts) => parts.join('-'));
  const piece = fc.oneof(
    phone,
    digits(13),
    digits(16),
    fc.emailAddress(),
    fc.constantFrom(
      '김민용 고객님',
      '성함: 이준',
      '900101-1234567',
      '1234-5678-9012-3456',
      '씨',
      '님',
    ),
    fc.string({ unit: fc.constantFrom(...'0123456789-. @a가김민수님*'), maxLength: 8 }),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

  it('is done after one time, keeps the length and only ever writes stars', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = maskPersonalData(text);
        expect(maskPersonalData(masked)).toBe(masked);
        expect(masked.length).toBe(text.length);
        for (let at = 0; at < text.length; at++) {
          if (masked[at] !== text[at]) expect(masked[at]).toBe('*');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('lets no phone number through, whatever stands around it', () => {
    const words = fc.string({ unit: fc.constantFrom(...'가나다 ,.()\n연락처'), maxLength: 12 });
    fc.assert(
      fc.property(words, phone, words, (before, number, after) => {
        expect(maskPersonalData(`${before}${number}${after}`)).toContain(
          `${number.slice(0, -4)}****`,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never changes a text without digits, signs of an address or Korean', () => {
    const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/[\d@０-９＠가-힣]/.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(maskPersonalData(text)).toBe(text);
      }),
    );
  });

  it('takes a long text without stalling', () => {
    const long = `${'0'.repeat(20_000)}${'a'.repeat(20_000)}${'김'.repeat(20_000)}${'010-'.repeat(5_000)}`;
    const startedAt = performance.now();
    maskPersonalData(long);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});
