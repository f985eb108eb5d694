import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../core/domain/requirement/requirement-outline.ts';

describe('requirement outline', () => {
  it('numbers requirements by their place, in outline order', () => {
    const outline = outlineOf([
      { id: 1, parentId: null, position: 5 },
      { id: 2, parentId: null, position: 2 },
      { id: 3, parentId: 1, position: 1 },
      { id: 4, parentId: 1, position: 0 },
      { id: 5, parentId: 4, position: 0 },
    ]);
    expect([...outline]).toEqual([
      [2, { code: '1', level: 1 }],
      [1, { code: '2', level: 1 }],
      [4, { code: '2.1', level: 2 }],
      [5, { code: '2.1.1', level: 3 }],
      [3, { code: '2.2', level: 2 }],
    ]);
  });

  it('numbers siblings without gaps whatever their positions are', () => {
    const outline = outlineOf([
      { id: 7, parentId: null, position: 3 },
      { id: 6, parentId: null, position: 3 },
    ]);
    expect(outline.get(6)?.code).toBe('1');
    expect(outline.get(7)?.code).toBe('2');
  });
});
