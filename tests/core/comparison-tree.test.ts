import { describe, expect, it } from 'vitest';
import {
  comparisonSets,
  progressOf,
  tableOfSet,
  treePriorities,
} from '../../core/domain/ahp/comparison-tree.ts';
import { panelOfTree } from '../../core/domain/ahp/panel-of-tree.ts';
import { prioritiesOfTable } from '../../core/domain/ahp/table-priorities.ts';

const flat = [1, 2, 3].map((id) => ({ id, parentId: null }));
/** 10 holds 1 and 2, 20 holds 3 alone, 30 holds 4, 5 and 6. */
const tree = [
  { id: 10, parentId: null },
  { id: 1, parentId: 10 },
  { id: 2, parentId: 10 },
  { id: 20, parentId: null },
  { id: 3, parentId: 20 },
  { id: 30, parentId: null },
  { id: 4, parentId: 30 },
  { id: 5, parentId: 30 },
  { id: 6, parentId: 30 },
];
const pair = (whatId: number, otherWhatId: number, ratio: number) => ({
  whatId,
  otherWhatId,
  ratio,
});

const weightsBy = (nodes: typeof tree, pairs: ReturnType<typeof pair>[]) =>
  treePriorities(
    nodes,
    comparisonSets(nodes).map((set) => {
      const result = prioritiesOfTable(tableOfSet(set, pairs));
      return { set, weights: result.kind === 'priorities' ? result.weights : null };
    }),
  );

describe('a tree compared level by level', () => {
  it('asks for the first level and for each group of two or more', () => {
    expect(comparisonSets(tree)).toEqual([
      { groupId: null, members: [10, 20, 30] },
      { groupId: 10, members: [1, 2] },
      { groupId: 30, members: [4, 5, 6] },
    ]);
    expect(comparisonSets(flat)).toEqual([{ groupId: null, members: [1, 2, 3] }]);
    expect(comparisonSets([{ id: 1, parentId: null }])).toEqual([]);
  });

  it('multiplies each family down the tree', () => {
    const pairs = [
      pair(10, 20, 2),
      pair(10, 30, 4),
      pair(20, 30, 2),
      pair(1, 2, 3),
      pair(4, 5, 1),
      pair(4, 6, 1),
      pair(5, 6, 1),
    ];
    const [a, b, c, ...rest] = weightsBy(tree, pairs) ?? [];
    expect(a).toBeCloseTo((4 / 7) * 0.75, 12);
    expect(b).toBeCloseTo((4 / 7) * 0.25, 12);
    expect(c).toBeCloseTo(2 / 7, 12);
    for (const weight of rest) expect(weight).toBeCloseTo(1 / 21, 12);
    expect(weightsBy(tree, pairs.slice(0, 4))).toBeNull();
  });

  it('takes no comparison across groups for one within', () => {
    const [first, within] = comparisonSets(tree);
    const table = tableOfSet(within ?? { groupId: null, members: [] }, [
      pair(1, 4, 9),
      pair(2, 1, 3),
    ]);
    expect(table).toEqual([
      [1, 1 / 3],
      [3, 1],
    ]);
    expect(progressOf(table)).toEqual({ made: 1, pairs: 1 });
    expect(progressOf(tableOfSet(first ?? { groupId: null, members: [] }, []))).toEqual({
      made: 0,
      pairs: 3,
    });
  });
});

describe('a panel over a tree', () => {
  const judge = (id: number, pairs: ReturnType<typeof pair>[], voice = 1) => ({
    id,
    voice,
    comparisons: pairs,
  });

  it('lets who compared nothing have no say, and keeps each judge', () => {
    const panel = panelOfTree(
      flat,
      [
        judge(1, [pair(1, 2, 2), pair(2, 3, 2), pair(1, 3, 4)]),
        judge(2, []),
        judge(3, [pair(1, 2, 0.5), pair(2, 3, 0.5), pair(1, 3, 0.25)]),
      ],
      'aij-geometric',
    );
    for (const weight of panel.weights ?? []) expect(weight).toBeCloseTo(1 / 3, 12);
    expect(panel.judges.map(({ made, voice }) => [made, voice])).toEqual([
      [3, 0.5],
      [0, null],
      [3, 0.5],
    ]);
    expect(panel.judges[0]?.weights?.[0]).toBeCloseTo(4 / 7, 12);
    expect(panel.consensus).not.toBeNull();
    expect(panel.pairs).toBe(3);
  });

  it('has no weights before anybody judged, nor while something stands apart', () => {
    expect(panelOfTree(tree, [], 'aij-geometric').weights).toBeNull();
    expect(panelOfTree(flat, [judge(1, [pair(1, 2, 3)])], 'aip-geometric').weights).toBeNull();
  });
});
