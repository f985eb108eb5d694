import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import {
  withHows,
  withRelations,
  withWhat,
  withWhats,
} from '../../core/domain/house/house-layout.ts';
import {
  leavesOf,
  maxHouseLevel,
  moveNode,
  stepNode,
  type TreeNode,
  treePlaces,
  withCodes,
} from '../../core/domain/house/house-tree.ts';
import { shownCells, shownRoof, shownTree } from '../../core/domain/house/shown-lines.ts';
import {
  localWeights,
  rolledDownWeights,
  rolledUpWeights,
} from '../../core/domain/house/tree-weights.ts';
import { anyHouse, plainHouse, plainWhat, treeOf } from '../support/house-arbitraries.ts';

const node = (id: number, parentId: number | null = null): TreeNode => ({ id, parentId });
const ids = (nodes: readonly TreeNode[] | null) => nodes?.map(({ id }) => id) ?? null;
/** `1(2 3(4)) 5`: the shape of a tree in one line. */
const drawn = (nodes: readonly TreeNode[] | null, parentId: number | null = null): string =>
  (nodes ?? [])
    .filter((own) => own.parentId === parentId)
    .map(({ id }) => {
      const below = drawn(nodes, id);
      return below === '' ? `${id}` : `${id}(${below})`;
    })
    .join(' ');

/** 1 holds 2 and 3, 3 holds 4 and 5; 6 stands alone. */
const tree = [node(1), node(2, 1), node(3, 1), node(4, 3), node(5, 3), node(6)];

const anyTree = fc
  .array(fc.integer({ min: -2, max: 12 }), { minLength: 1, maxLength: 12 })
  .map((picks) =>
    treeOf(
      picks.map((_, at) => node(at + 1)),
      picks,
    ),
  );

describe('tree of a house', () => {
  it('numbers its nodes as on paper and counts the leaves of groups', () => {
    expect(
      treePlaces(tree).map(({ node: { id }, code, level, isLeaf, firstLeaf, leafCount }) => [
        id,
        code,
        level,
        isLeaf,
        firstLeaf,
        leafCount,
      ]),
    ).toEqual([
      [1, '1', 1, false, 0, 3],
      [2, '1.1', 2, true, 0, 1],
      [3, '1.2', 2, false, 1, 2],
      [4, '1.2.1', 3, true, 1, 1],
      [5, '1.2.2', 3, true, 2, 1],
      [6, '2', 1, true, 3, 1],
    ]);
    expect(ids(leavesOf(tree))).toEqual([2, 4, 5, 6]);
  });

  it('loses nobody: a stray parent or a circle puts a node on the first level', () => {
    expect(ids(treePlaces([node(1, 99), node(2, 1)]).map((place) => place.node))).toEqual([1, 2]);
    expect(ids(leavesOf([node(1, 2), node(2, 1)]))).toEqual([2]);
    expect(treePlaces([node(1, 1)])).toHaveLength(1);
    const wild = fc
      .array(fc.integer({ min: 0, max: 10 }), { maxLength: 10 })
      .map((parents) => parents.map((parent, at) => node(at, parent)));
    fc.assert(
      fc.property(wild, (nodes) => {
        expect(treePlaces(nodes)).toHaveLength(nodes.length);
      }),
    );
  });

  it('writes codes into the nodes, in display order', () => {
    const whats = [plainWhat(2, { parentId: 1 }), plainWhat(1), plainWhat(3)];
    expect(withCodes(whats).map(({ id, code }) => [id, code])).toEqual([
      [1, '1'],
      [2, '1.1'],
      [3, '2'],
    ]);
  });

  it('moves a node with all below it', () => {
    expect(drawn(moveNode(tree, 6, { parentId: 1, position: 1 }))).toBe('1(2 6 3(4 5))');
    expect(drawn(moveNode(tree, 3, { parentId: null, position: 0 }))).toBe('3(4 5) 1(2) 6');
    expect(drawn(moveNode(tree, 4, { parentId: 3, position: 9 }))).toBe('1(2 3(5 4)) 6');
  });

  it('refuses moves that make no tree of three levels', () => {
    const code = (value: string) => expect.objectContaining({ code: value });
    const move = (id: number, parentId: number | null) => () =>
      moveNode(tree, id, { parentId, position: 0 });
    expect(move(1, 3)).toThrow(code('house.nodeInItself'));
    expect(move(6, 4)).toThrow(code('house.treeTooDeep'));
    expect(move(3, 6)).not.toThrow();
    expect(move(1, 6)).toThrow(code('house.treeTooDeep'));
    expect(move(7, null)).toThrow(code('house.nodeUnknown'));
    expect(move(6, 99)).toThrow(code('house.nodeUnknown'));
  });

  it('indents, outdents and steps as an outline does, or not at all', () => {
    expect(drawn(stepNode(tree, 3, 'indent'))).toBe('');
    expect(stepNode(tree, 3, 'indent')).toBeNull();
    expect(drawn(stepNode(tree, 6, 'indent'))).toBe('1(2 3(4 5) 6)');
    expect(drawn(stepNode(tree, 5, 'indent'))).toBe('');
    expect(drawn(stepNode(tree, 3, 'outdent'))).toBe('1(2) 3(4 5) 6');
    expect(drawn(stepNode(tree, 4, 'outdent'))).toBe('1(2 3(5) 4) 6');
    expect(drawn(stepNode(tree, 3, 'up'))).toBe('1(3(4 5) 2) 6');
    expect(drawn(stepNode(tree, 1, 'down'))).toBe('6 1(2 3(4 5))');
    for (const [id, step] of [
      [1, 'up'],
      [1, 'outdent'],
      [1, 'indent'],
      [6, 'down'],
      [99, 'down'],
    ] as const) {
      expect(stepNode(tree, id, step), `${id} ${step}`).toBeNull();
    }
  });

  it('keeps every node and three levels whatever step is taken, and steps back', () => {
    const steps = fc.constantFrom('indent', 'outdent', 'up', 'down');
    fc.assert(
      fc.property(anyTree, fc.nat(11), steps, (nodes, pick, step) => {
        const { id } = nodes[pick % nodes.length]!;
        const after = stepNode(nodes, id, step);
        if (after === null) return;
        expect(ids(after)?.toSorted()).toEqual(ids(nodes)?.toSorted());
        expect(Math.max(...treePlaces(after).map(({ level }) => level))).toBeLessThanOrEqual(
          maxHouseLevel,
        );
        const back = { indent: 'outdent', outdent: null, up: 'down', down: 'up' } as const;
        const opposite = back[step];
        if (opposite !== null) expect(drawn(stepNode(after, id, opposite))).toBe(drawn(nodes));
      }),
    );
  });
});

describe('another tree for a filled house', () => {
  const house = plainHouse(
    [5, 3],
    [
      [9, 0, 3],
      [0, 1, 9],
    ],
    { roof: [{ howId: 101, otherHowId: 103, strength: 2 }] },
  );

  it('keeps every row with its WHAT and gives new ones empty rows', () => {
    const whats = [plainWhat(7), ...house.whats.toReversed()];
    const { model, lostCells } = withWhats(house, whats);
    expect(model.relations).toEqual([
      [0, 0, 0],
      [0, 1, 9],
      [9, 0, 3],
    ]);
    expect(model.whats.map(({ code }) => code)).toEqual(['1', '2', '3']);
    expect(lostCells).toBe(0);
  });

  it('says what is lost when a leaf becomes a group or goes', () => {
    const below = withWhats(house, [...house.whats, plainWhat(7, { parentId: 1 })]);
    expect(below.model.relations).toEqual([
      [0, 0, 0],
      [0, 1, 9],
    ]);
    expect(below.lostCells).toBe(2);
    const fewer = withHows(house, house.hows.slice(0, 2));
    expect(fewer).toMatchObject({ lostCells: 2, lostRoofCells: 1, model: { roof: [] } });
  });

  it('changes cells and figures without touching what it was given', () => {
    const changed = withRelations(house, [
      { row: 0, column: 1, value: 3 },
      { row: 9, column: 1, value: 3 },
      { row: 1, column: 9, value: 3 },
    ]);
    expect(changed.relations).toEqual([
      [9, 3, 3],
      [0, 1, 9],
    ]);
    expect(house.relations[0]).toEqual([9, 0, 3]);
    expect(withWhat(house, 2, { importance: 4 }).whats[1]?.importance).toBe(4);
    expect(withWhat(house, 99, { importance: 4 })).toBe(house);
  });
});

describe('collapsed groups', () => {
  it('show one line in place of what is below them', () => {
    const { lines, groups } = shownTree(tree, new Set([3]));
    expect(lines).toEqual([
      { id: 2, kind: 'leaf', level: 2, firstLeaf: 0, leafCount: 1 },
      { id: 3, kind: 'collapsed', level: 2, firstLeaf: 1, leafCount: 2 },
      { id: 6, kind: 'leaf', level: 1, firstLeaf: 3, leafCount: 1 },
    ]);
    expect(groups).toEqual([{ id: 1, level: 1, firstLine: 0, lineCount: 2 }]);
    expect(shownTree(tree, new Set([1, 3, 6])).lines.map(({ id }) => id)).toEqual([1, 6]);
  });

  it('leave out what is not asked for, with groups that nothing is left of', () => {
    const shown = shownTree(tree, new Set([3]), new Set([2, 3]));
    expect(shown.lines.map(({ id }) => id)).toEqual([3, 6]);
    expect(shown.groups).toEqual([{ id: 1, level: 1, firstLine: 0, lineCount: 1 }]);
    expect(shownTree(tree, new Set(), new Set([3]))).toMatchObject({
      lines: [{ id: 6, firstLeaf: 3 }],
      groups: [],
    });
  });

  it('take over the roof of their HOWs: the strongest, a conflict before its like', () => {
    const columns = shownTree(tree, new Set([3])).lines;
    const leafIds = leavesOf(tree).map(({ id }) => id);
    const roof = [
      { howId: 4, otherHowId: 5, strength: 2 },
      { howId: 2, otherHowId: 4, strength: 1 },
      { howId: 2, otherHowId: 5, strength: -1 },
      { howId: 6, otherHowId: 5, strength: 2 },
    ] as const;
    expect(shownRoof(roof, leafIds, columns)).toEqual([
      { left: 0, right: 1, strength: -1, count: 2 },
      { left: 1, right: 2, strength: 2, count: 1 },
    ]);
  });

  it('show the strongest relation and the weighted sum below them', () => {
    const rows = shownTree(tree, new Set([3])).lines;
    const columns = shownTree([node(1), node(2)], new Set()).lines;
    const relations = [
      [9, 0],
      [3, 0],
      [1, 1],
      [0, 9],
    ];
    expect(shownCells(relations, [1, 2, 4, 8], rows, columns)[1]).toEqual([
      { strongest: 3, filled: 2, cells: 2, contribution: 10 },
      { strongest: 1, filled: 1, cells: 2, contribution: 4 },
    ]);
  });

  it('still sum to the weights of the HOWs, whatever is collapsed', () => {
    fc.assert(
      fc.property(anyHouse(), fc.array(fc.nat(120)), (model, collapsed) => {
        const { whats, hows } = houseFigures(model);
        const rows = shownTree(model.whats, new Set(collapsed)).lines;
        const columns = shownTree(model.hows, new Set(collapsed)).lines;
        expect(rows.reduce((sum, { leafCount }) => sum + leafCount, 0)).toBe(
          model.relations.length,
        );
        const cells = shownCells(model.relations, whats.absolute, rows, columns);
        for (const [at, { firstLeaf, leafCount }] of columns.entries()) {
          const shown = cells.reduce((sum, row) => sum + row[at]!.contribution, 0);
          const own = hows.absolute.slice(firstLeaf, firstLeaf + leafCount);
          expect(shown).toBeCloseTo(
            own.reduce((sum, value) => sum + value, 0),
            6,
          );
        }
      }),
    );
  });
});

describe('weights in a tree', () => {
  it('roll up: a group weighs what its leaves weigh', () => {
    expect([...rolledUpWeights(tree, [1, 2, null, 4])]).toEqual([
      [1, 3],
      [2, 1],
      [3, 2],
      [4, 2],
      [5, null],
      [6, 4],
    ]);
  });

  it('roll down as priorities are synthesised in AHP (Saaty: goal → criteria → subcriteria)', () => {
    const local = new Map([
      [1, 3],
      [6, 1],
      [2, 1],
      [3, 4],
      [4, 50],
      [5, 50],
    ]);
    const leaves = rolledDownWeights(tree, local, 100);
    expect(leaves[0]).toBeCloseTo(15, 12);
    expect(leaves[1]).toBeCloseTo(30, 12);
    expect(leaves[2]).toBeCloseTo(30, 12);
    expect(leaves[3]).toBeCloseTo(25, 12);
  });

  it('share alike where a family has no weights', () => {
    expect(rolledDownWeights([node(1), node(2)], new Map(), 10)).toEqual([5, 5]);
    expect(rolledDownWeights([node(1), node(2)], new Map([[1, 2]]), 10)).toEqual([10, 0]);
  });

  it('are the same after rolling up and down again, and always sum to the whole', () => {
    const weight = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(anyTree, fc.array(weight, { minLength: 12, maxLength: 12 }), (nodes, weights) => {
        const leaves = leavesOf(nodes).map((_, at) => weights[at]!);
        const total = leaves.reduce((sum, value) => sum + value, 0);
        const again = rolledDownWeights(nodes, localWeights(nodes, leaves), total);
        expect(again).toHaveLength(leaves.length);
        for (const [at, value] of again.entries()) expect(value).toBeCloseTo(leaves[at]!, 9);
        const local = new Map(nodes.map(({ id }, at) => [id, weights[at]!]));
        const down = rolledDownWeights(nodes, local, 100);
        expect(down.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 9);
      }),
    );
  });
});
