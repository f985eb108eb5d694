import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexDefinition } from '../../core/contract/csi.contract.ts';
import {
  draftOf,
  emptyComponent,
  evenShares,
  fieldsOf,
  type IndexDraft,
  newDraft,
  obstacleOf,
  percentSum,
} from '../../renderer/features/csi/index-draft.ts';

const complete: IndexDraft = {
  name: '서비스 CSI',
  components: [
    { ...emptyComponent('요소 만족'), percent: 60, itemIds: [1, 2] },
    { ...emptyComponent('전반적 만족'), percent: 40, itemIds: [3] },
  ],
};

describe('a draft of an index', () => {
  it('begins as one component that is the whole of it', () => {
    expect(percentSum(newDraft('구성 요소 1'))).toBe(100);
    expect(obstacleOf(newDraft('구성 요소 1'))).toBe('name');
  });

  it('says what is missing, first things first', () => {
    expect(obstacleOf(complete)).toBeNull();
    expect(obstacleOf({ ...complete, name: '  ' })).toBe('name');
    const [first, second] = complete.components;
    if (first === undefined || second === undefined) throw new Error('two are wanted');
    const having = (change: Partial<typeof first>) =>
      obstacleOf({ ...complete, components: [{ ...first, ...change }, second] });
    expect(having({ name: '' })).toBe('componentName');
    expect(having({ itemIds: [] })).toBe('items');
    expect(having({ percent: 59.99 })).toBe('sum');
  });

  it('becomes the shares the host takes, and comes back as it was', () => {
    const fields = fieldsOf(complete);
    expect(fields?.components.map(({ weight }) => weight)).toEqual([0.6, 0.4]);
    if (fields === null) throw new Error('the draft is complete');
    const index: IndexDefinition = { id: 1, version: 1, ...fields };
    expect(fieldsOf(draftOf(index))).toEqual(fields);
  });

  it('shares evenly among any number of components and keeps the sum at 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
        const components = Array.from({ length: count }, (_, place) => ({
          ...emptyComponent(`구성 요소 ${place + 1}`),
          itemIds: [place + 1],
        }));
        const even = evenShares({ name: '지수', components });
        expect(percentSum(even)).toBe(100);
        expect(fieldsOf(even)).not.toBeNull();
        const percents = even.components.map(({ percent }) => percent);
        expect(Math.max(...percents) - Math.min(...percents)).toBeLessThan(0.01 * count + 1e-9);
      }),
    );
  });
});
