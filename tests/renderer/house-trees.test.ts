import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseView } from '../../core/contract/house.contract.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../core/domain/house/house-of-view.ts';
import { treePlaces } from '../../core/domain/house/house-tree.ts';
import { findInHouse } from '../../renderer/features/house/find-in-house.ts';
import { applyHouseEdit, type HouseEdit } from '../../renderer/features/house/house-edit.ts';
import { pasteInto } from '../../renderer/features/house/matrix-clipboard.ts';
import { commandOfKey } from '../../renderer/features/house/matrix-keys.ts';
import { howLines, whatLines } from '../../renderer/features/house/matrix-lines.ts';
import {
  groupAt,
  type MatrixSelection,
  placeWithin,
  selectOne,
  sizeOf,
  zoneOf,
} from '../../renderer/features/house/matrix-selection.ts';
import { namesOf } from '../../renderer/features/house/names-of.ts';
import { rowGroupsOf } from '../../renderer/features/house/row-leads.ts';
import { filling, relationAt } from '../../renderer/features/house/shown-house.ts';
import { type SideStep, stepTarget, whatNodes } from '../../renderer/features/house/side-moves.ts';
import { type ComputedHouse, computedAfter } from '../../renderer/features/house/use-figures.ts';
import { houseViewOf } from '../support/house-view-builder.ts';

/**
 * Group 1 holds group 2 (요구 10, 11) and 요구 12; 요구 13 stands alone. Group 3 holds the first two HOWs.
 */
function treeHouse(): HouseView {
  const view = houseViewOf({
    whats: [
      { whatId: 10, name: '요구 10', parentId: 2, position: 2 },
      { whatId: 11, name: '요구 11', parentId: 2, position: 3 },
      { whatId: 12, name: '요구 12', parentId: 1, position: 4 },
      { whatId: 13, name: '요구 13', position: 5 },
    ],
    hows: [
      { howId: 20, name: '요소 20', parentId: 3, position: 1 },
      { howId: 21, name: '요소 21', parentId: 3, position: 2 },
      { howId: 22, name: '요소 22', position: 3 },
    ],
    relations: [
      [9, 0, 1],
      [0, 3, 0],
      [1, 1, 0],
      [0, 0, 9],
    ],
  });
  return {
    ...view,
    whatGroups: [
      { whatId: 1, name: '접근', parentId: null, position: 0, number: '1' },
      { whatId: 2, name: '전화', parentId: 1, position: 1, number: '1.1' },
    ],
    howGroups: [{ howId: 3, name: '속도', parentId: null, position: 0, number: '1' }],
    notes: [{ whatId: 12, howId: 21, note: '문자로 알림' }],
  };
}

function shown(view: HouseView, collapsed: number[] = []) {
  const choice = { collapsed: new Set(collapsed), only: null, order: null };
  const what = whatLines(view, choice);
  const how = howLines(view, choice);
  const lines = {
    rows: what.lines,
    columns: how.lines,
    rowGroups: what.groups,
    columnGroups: how.groups,
    rowDepth: what.depth,
    columnDepth: how.depth,
  };
  return { view, lines };
}

const view = treeHouse();

describe('lines of a house', () => {
  it('show a collapsed group as one line with the strongest relation below it', () => {
    const house = shown(view, [1, 3]);
    expect(house.lines.rows.map(({ name }) => name)).toEqual(['접근', '요구 13']);
    expect(house.lines.columns.map(({ name }) => name)).toEqual(['속도', '요소 22']);
    expect(relationAt(house, 0, 0)).toBe(9);
    expect(relationAt(house, 1, 0)).toBe(0);
    expect(relationAt(house, 1, 1)).toBe(9);
  });

  it('begin the box of a group anew where drawing begins in its midst', () => {
    const { lines } = shown(view);
    expect(rowGroupsOf(lines, { firstRow: 0, endRow: 4 }).get(0)).toMatchObject({
      level: 2,
      leads: [{ rowCount: 3 }, { rowCount: 2 }],
    });
    expect(rowGroupsOf(lines, { firstRow: 1, endRow: 4 }).get(1)).toMatchObject({
      leads: [{ rowCount: 2 }, { rowCount: 1 }],
    });
  });

  it('by weight stand without groups, and the house stays as it is', () => {
    const sorted = howLines(view, { collapsed: new Set([3]), only: null, order: [22, 20, 21] });
    expect(sorted.lines.map(({ id, firstLeaf }) => [id, firstLeaf])).toEqual([
      [22, 2],
      [20, 0],
      [21, 1],
    ]);
    expect(sorted.groups).toEqual([]);
  });
});

describe('keys among groups', () => {
  const size = sizeOf(shown(view).lines);
  const press = (key: string, selection: MatrixSelection) =>
    commandOfKey(
      { key, shiftKey: false, altKey: false, mod: false },
      { selection, size, scale: view.scale, rowsPerPage: 2, released: false },
    );

  it('never lead out of the matrix, and a group is always at its first line', () => {
    const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'));
    fc.assert(
      fc.property(keys, (path) => {
        let selection = selectOne({ row: 0, column: 0 });
        for (const key of path) {
          const command = press(key, selection);
          if (command?.kind === 'select') selection = command.selection;
          expect(placeWithin(selection.active, size)).toEqual(selection.active);
          const zone = zoneOf(selection.active);
          const group = groupAt(selection.active, size);
          expect(group !== null).toBe(zone === 'whatGroup' || zone === 'howGroup');
          expect(zone).not.toBe('corner');
        }
      }),
    );
  });

  it('go from a name to its group and on to the group around it, and past all of its lines', () => {
    const to = (key: string, row: number, column: number) => {
      const command = press(key, selectOne({ row, column }));
      return command?.kind === 'select' ? command.selection.active : null;
    };
    expect(to('ArrowLeft', 1, -2)).toEqual({ row: 0, column: -3 });
    expect(to('ArrowLeft', 0, -3)).toEqual({ row: 0, column: -4 });
    expect(to('ArrowLeft', 2, -2)).toEqual({ row: 0, column: -4 });
    expect(to('ArrowRight', 0, -4)).toEqual({ row: 0, column: -3 });
    expect(to('ArrowUp', -1, 1)).toEqual({ row: -2, column: 0 });
    expect(to('ArrowDown', -2, 0)).toEqual({ row: -1, column: 0 });
  });
});

describe('a collapsed group', () => {
  it('takes no pasted values: the block is refused whole, with its name', () => {
    const pasted = pasteInto(shown(view, [2]), selectOne({ row: 0, column: 0 }), '9\r\n9\r\n');
    expect(pasted).toEqual({ kind: 'refused', refusal: { reason: 'collapsed', name: '전화' } });
  });

  it('is left out of what is filled', () => {
    const block = { top: 0, bottom: 2, left: 2, right: 2 };
    const edit = filling(shown(view, [2]), block, { row: 2, column: 2 }, 'active');
    expect(edit).toMatchObject({
      input: { cells: [{ whatId: 12, howId: 22, strength: 9 }] },
    });
  });
});

describe('moving in a tree', () => {
  it('goes into a group beside it and out of its own', () => {
    const nodes = whatNodes(view);
    expect(stepTarget(nodes, 13, 'in')).toEqual({ parentId: 1, position: 2 });
    expect(stepTarget(nodes, 12, 'in')).toEqual({ parentId: 2, position: 2 });
    expect(stepTarget(nodes, 10, 'out')).toEqual({ parentId: 1, position: 1 });
    expect(stepTarget(nodes, 13, 'out')).toBeNull();
    expect(stepTarget(nodes, 1, 'back')).toBeNull();
    expect(stepTarget(nodes, 1, 'forward')).toEqual({ parentId: null, position: 1 });
  });

  it('numbers what is left when a group has lost its last WHAT as the host will', () => {
    const { whatId: empty } = view.whatGroups.at(-1) ?? { whatId: 0 };
    let house = view;
    const childrenOf = () => whatNodes(house).filter(({ parentId }) => parentId === empty);
    for (const child of childrenOf()) {
      const target = stepTarget(whatNodes(house), child.id, 'out') ?? { position: 0 };
      const input = { houseId: view.id, whatId: child.id, ...target };
      house = applyHouseEdit(house, { kind: 'moveWhat', input });
    }
    expect(childrenOf()).toEqual([]);
    const left = whatNodes(house).filter(({ id }) => id !== empty);
    const numbers = new Map(treePlaces(left).map(({ node, code }) => [node.id, code]));
    expect(house.whats.map(({ number }) => number)).toEqual(
      house.whats.map(({ whatId }) => numbers.get(whatId)),
    );
  });

  it('keeps every relation with its WHAT, and applied twice changes nothing more', () => {
    const step = fc.constantFrom<SideStep>('in', 'out', 'forward', 'back');
    const steps = fc.array(fc.tuple(fc.constantFrom(1, 2, 10, 11, 12, 13), step));
    const rowOf = (house: HouseView) =>
      new Map(house.whats.map(({ whatId }, row) => [whatId, house.relations[row]]));
    fc.assert(
      fc.property(steps, (path) => {
        let house = view;
        for (const [whatId, way] of path) {
          const target = stepTarget(whatNodes(house), whatId, way);
          if (target === null) continue;
          const edit: HouseEdit = {
            kind: 'moveWhat',
            input: { houseId: view.id, whatId, ...target },
          };
          house = applyHouseEdit(house, edit);
          expect(applyHouseEdit(house, edit)).toEqual(house);
        }
        expect(rowOf(house)).toEqual(rowOf(view));
      }),
    );
  });
});

describe('figures while one types', () => {
  it('are those of the whole house after any row of edits', () => {
    const edit = fc.oneof(
      fc
        .record({
          whatId: fc.constantFrom(10, 11, 12, 13),
          howId: fc.constantFrom(20, 21, 22),
          strength: fc.constantFrom(0, 1, 3, 9),
        })
        .map(
          (cell): HouseEdit => ({
            kind: 'relations',
            input: { houseId: view.id, cells: [cell] },
          }),
        ),
      fc
        .record({
          whatId: fc.constantFrom(10, 11, 12, 13),
          importance: fc.integer({ min: 1, max: 9 }),
        })
        .map(
          (value): HouseEdit => ({
            kind: 'importance',
            input: { houseId: view.id, values: [value], source: 'direct' },
          }),
        ),
      fc.constantFrom<HouseEdit>(
        { kind: 'moveHow', input: { houseId: view.id, howId: 22, position: 0 } },
        { kind: 'moveWhat', input: { houseId: view.id, whatId: 13, position: 0 } },
        { kind: 'options', input: { houseId: view.id, normalization: 'lyman' } },
      ),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let house = view;
        let computed: ComputedHouse | null = null;
        for (const made of edits) {
          house = applyHouseEdit(house, made);
          computed = computedAfter(computed, house);
          expect(computed.figures).toEqual(
            houseFigures(modelOfView(house), figureOptionsOf(house)),
          );
        }
      }),
    );
  });
});

describe('finding', () => {
  it('looks at names, groups and notes, whatever blanks and letters', () => {
    const found = (words: string) =>
      findInHouse(view, words).map(({ whatId, howId, kind }) => [kind, whatId, howId]);
    expect(found('요구1')).toHaveLength(4);
    expect(found('속 도')).toEqual([['how', null, 3]]);
    expect(found('문자')).toEqual([['note', 12, 21]]);
    expect(found('  ')).toEqual([]);
  });

  it('takes a column or a row of pasted names, without blanks', () => {
    expect(namesOf('가 나\r\n\r\n 다 \r\n')).toEqual(['가 나', '다']);
    expect(namesOf('가\t나\r\n')).toEqual(['가', '나']);
  });
});
