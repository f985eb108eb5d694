import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../core/numerics/seeded-random.ts';
import { finalConsonantOf, withJosa } from '../../core/sample/josa.ts';
import { conjugate, copula } from '../../core/sample/korean-endings.ts';
import { expand, speak } from '../../core/sample/voc-template.ts';

describe('Korean particles', () => {
  it.each([
    ['냉장고', '이', '냉장고가'],
    ['에어컨', '이', '에어컨이'],
    ['세탁기', '을', '세탁기를'],
    ['노트북', '을', '노트북을'],
    ['정수기', '은', '정수기는'],
    ['모터 소음', '은', '모터 소음은'],
    ['강남센터', '과', '강남센터와'],
    ['메인보드', '이나', '메인보드나'],
    ['두 번', '이나', '두 번이나'],
    ['김해센터', '으로', '김해센터로'],
  ] as const)('fit the last syllable: %s + %s is %s', (word, josa, expected) => {
    expect(withJosa(word, josa)).toBe(expected);
  });

  it('take 로 after ㄹ', () => {
    expect(withJosa('서울', '으로')).toBe('서울로');
    expect(withJosa('패널', '으로')).toBe('패널로');
    expect(withJosa('패널', '을')).toBe('패널을');
  });

  it('follow how digits and Latin letters are read', () => {
    expect(withJosa('TV', '이')).toBe('TV가');
    expect(withJosa('3', '이')).toBe('3이');
    expect(withJosa('2', '은')).toBe('2는');
    expect(withJosa('010-0000-1237', '으로')).toBe('010-0000-1237로');
    expect(withJosa('a@example.com', '으로')).toBe('a@example.com으로');
  });

  it('look past closing brackets and quotes, and find no final in nothing', () => {
    expect(withJosa('냉장고(구형)', '을')).toBe('냉장고(구형)을');
    expect(finalConsonantOf('')).toBe(0);
  });
});

describe('Korean sentence endings', () => {
  it.each([
    ['기다렸', 'verb', '합니다', '기다렸습니다'],
    ['기다렸', 'verb', '해요', '기다렸어요'],
    ['기다렸', 'verb', '함', '기다렸음'],
    ['기다렸', 'verb', '한다', '기다렸다'],
    ['나오', 'verb', '합니다', '나옵니다'],
    ['나오', 'verb', '해요', '나와요'],
    ['나오', 'verb', '한다', '나온다'],
    ['되', 'verb', '해요', '돼요'],
    ['들리', 'verb', '해요', '들려요'],
    ['모르', 'verb', '해요', '몰라요'],
    ['불편하', 'adjective', '함', '불편함'],
    ['고맙', 'adjective', '해요', '고마워요'],
    ['고맙', 'adjective', '함', '고마움'],
    ['나쁘', 'adjective', '해요', '나빠요'],
    ['크', 'adjective', '해요', '커요'],
    ['힘들', 'adjective', '합니다', '힘듭니다'],
    ['힘들', 'adjective', '하네요', '힘드네요'],
    ['힘들', 'adjective', '함', '힘듦'],
    ['같', 'adjective', '해요', '같아요'],
    ['없', 'verb', '한다', '없다'],
  ] as const)('%s (%s) in %s is %s', (stem, kind, ending, expected) => {
    expect(conjugate(stem, kind, ending)).toBe(expected);
  });

  it('join a noun with 이다 by its last sound', () => {
    expect(copula('엉망', '해요')).toBe('엉망이에요');
    expect(copula('최고', '해요')).toBe('최고예요');
    expect(copula('엉망', '하네요')).toBe('엉망이네요');
    expect(copula('최고', '한다')).toBe('최고다');
    expect(copula('안 샀을 거', '합니다')).toBe('안 샀을 겁니다');
  });
});

describe('text templates', () => {
  const random = () => new SeededRandom(1);

  it('choose one alternative, also within another, and fill in facts with their particle', () => {
    const texts = new Set(
      Array.from({ length: 60 }, (_, i) =>
        expand('{제품:이} [또|[정말|아주]] 멈췄다', { 제품: '세탁기' }, new SeededRandom(i)),
      ),
    );
    expect([...texts].sort()).toEqual([
      '세탁기가 또 멈췄다',
      '세탁기가 아주 멈췄다',
      '세탁기가 정말 멈췄다',
    ]);
  });

  it('refuse a fact or particle that does not exist', () => {
    expect(() => expand('{없음}', {}, random())).toThrow(RangeError);
    expect(() => expand('{제품:께}', { 제품: 'TV' }, random())).toThrow(RangeError);
  });

  it('end every marked sentence as the voice does', () => {
    const style = { endings: ['합니다'], requests: ['주시기 바랍니다'], stops: ['.'] } as const;
    expect(speak('늦게 왔~ 엉망= 답답하^ 알려 주*', style, random())).toBe(
      '늦게 왔습니다. 엉망입니다. 답답합니다. 알려 주시기 바랍니다.',
    );
  });
});
