import { describe, expect, it } from 'vitest';
import { firstSentenceOf, passageIn } from '../../core/domain/requirement/quote-passage.ts';
import { planMerge } from '../../core/domain/requirement/requirement-merge.ts';

const place = (id: number, parentId: number | null, position: number) => ({
  id,
  parentId,
  position,
});

describe('the plan of a merge', () => {
  it('brings what stood below the merged ones under the one that stays, last and in order', () => {
    const places = [
      place(1, null, 0),
      place(2, null, 1),
      place(3, 1, 0),
      place(4, 2, 1),
      place(5, 2, 0),
    ];
    expect(planMerge(places, [2], 1)).toEqual([place(4, 1, 2), place(5, 1, 1)]);
  });

  it('moves nothing for requirements without children', () => {
    expect(planMerge([place(1, null, 0), place(2, null, 1)], [2], 1)).toEqual([]);
  });

  it('merges a child into its parent, and grandchildren move up', () => {
    const places = [place(1, null, 0), place(2, 1, 0), place(3, 2, 0)];
    expect(planMerge(places, [2], 1)).toEqual([place(3, 1, 1)]);
  });

  it('refuses a parent into its own child, itself alone, the unknown and too deep a tree', () => {
    const places = [
      place(1, null, 0),
      place(2, 1, 0),
      place(3, 2, 0),
      place(4, null, 1),
      place(5, 4, 0),
    ];
    const code = (code: string) => expect.objectContaining({ code });
    expect(() => planMerge(places, [1], 3)).toThrow(code('requirement.mergeIntoBelow'));
    expect(() => planMerge(places, [2], 2)).toThrow(code('requirement.mergeWithItself'));
    expect(() => planMerge(places, [99], 2)).toThrow(code('requirement.unknown'));
    expect(() => planMerge(places, [4], 3)).toThrow(code('requirement.tooDeep'));
  });
});

describe('a quote', () => {
  it('is the first sentence of the text', () => {
    expect(firstSentenceOf('환불이 너무 늦어요. 벌써 2주째입니다.')).toBe('환불이 너무 늦어요.');
    expect(firstSentenceOf('앱이 안 열려요\n다시 깔았습니다')).toBe('앱이 안 열려요');
    expect(firstSentenceOf('3.5% 이자라고 했는데 다릅니다')).toBe('3.5% 이자라고 했는데 다릅니다');
  });

  it('takes the next sentence along when the first says nothing', () => {
    expect(firstSentenceOf('네. 환불해 주세요. 감사합니다')).toBe('네. 환불해 주세요.');
  });

  it('is at most 200 characters', () => {
    expect(Array.from(firstSentenceOf('가'.repeat(500)))).toHaveLength(201);
  });

  it('is a passage the customer said, however its white space is set', () => {
    expect(passageIn('환불이\n 너무 늦어요', '환불이 너무')).toBe('환불이 너무');
    expect(passageIn('환불이 너무 늦어요 (2주)', '늦어요 (2주)')).toBe('늦어요 (2주)');
    expect(passageIn('환불이 늦어요', '빠릅니다')).toBeNull();
  });
});
