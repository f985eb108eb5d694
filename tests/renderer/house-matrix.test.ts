import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseView } from '../../core/contract/house.contract.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';
import { applyHouseEdit, type HouseEdit } from '../../renderer/features/house/house-edit.ts';
import { copiedText, pasteInto } from '../../renderer/features/house/matrix-clipboard.ts';
import { commandOfKey } from '../../renderer/features/house/matrix-keys.ts';
import { howLines, whatLines } from '../../renderer/features/house/matrix-lines.ts';
import {
  type CellPlace,
  type MatrixSelection,
  placeWithin,
  reachTo,
  selectOne,
  tabFrom,
} from '../../renderer/features/house/matrix-selection.ts';
import { matrixSizesFor } from '../../renderer/features/house/matrix-sizes.ts';
import { houseViewOf } from '../support/house-view-builder.ts';

const noGroups = { rowGroups: [], columnGroups: [], rowDepth: 0, columnDepth: 0 };
const size = { rows: 3, columns: 4, ...noGroups };

function houseOf(relations: number[][]): HouseView {
  return houseViewOf({
    name: '시험',
    whats: relations.map((_, i) => ({ whatId: 10 + i, name: `요구 ${i}` })),
    hows: (relations[0] ?? []).map((_, j) => ({ howId: 20 + j, name: `요소 ${j}` })),
    relations,
  });
}

const emptyHouse = houseOf([
  [0, 0, 0, 0],
  [0, 0, 0, 0],
  [0, 0, 0, 0],
]);

/** All of a house on screen, but for collapsed groups. */
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

function pressed(
  key: string,
  selection: MatrixSelection,
  held: { shift?: boolean; mod?: boolean; alt?: boolean } = {},
) {
  return commandOfKey(
    { key, shiftKey: held.shift ?? false, altKey: held.alt ?? false, mod: held.mod ?? false },
    { selection, size, scale: usualScale, rowsPerPage: 2, released: false },
  );
}

describe('keys of the matrix', () => {
  const first = selectOne({ row: 0, column: 0 });

  it('write strengths, by number and by sign', () => {
    const strengths = ['9', '3', '1', '0', '◎', '○', '△', 'Backspace', 'Delete'].map((key) =>
      pressed(key, first),
    );
    expect(strengths).toEqual(
      [9, 3, 1, 0, 9, 3, 1, 0, 0].map((strength) => ({ kind: 'write', strength })),
    );
  });

  it('that mean nothing here are left to others', () => {
    for (const key of ['5', 'a', 'N', '?', 'F5']) expect(pressed(key, first), key).toBeNull();
    expect(pressed('k', first, { mod: true })).toBeNull();
  });

  it('typed into an importance or a title are left to its field', () => {
    for (const place of [
      { row: 1, column: -1 },
      { row: 1, column: -2 },
      { row: -1, column: 0 },
    ]) {
      for (const key of ['4', '가', 'F2']) expect(pressed(key, selectOne(place)), key).toBeNull();
    }
  });

  it('fill, find, note, group and move', () => {
    const name = selectOne({ row: 1, column: -2 });
    expect(pressed('d', first, { mod: true })).toEqual({ kind: 'fill', from: 'above' });
    expect(pressed('ㄱ', first, { mod: true })).toEqual({ kind: 'fill', from: 'left' });
    expect(pressed('Enter', first, { mod: true })).toEqual({ kind: 'fill', from: 'active' });
    expect(pressed('f', first, { mod: true })).toEqual({ kind: 'find' });
    expect(pressed('F2', first, { shift: true })).toEqual({ kind: 'note' });
    // The field in the active cell opens itself.
    expect(pressed('F2', first)).toBeNull();
    expect(pressed('g', name, { mod: true })).toEqual({ kind: 'group' });
    expect(pressed('ArrowRight', name, { alt: true, shift: true })).toEqual({
      kind: 'move',
      side: 'what',
      step: 'in',
    });
  });

  it('open what stands at a head or a name', () => {
    expect(pressed('Enter', selectOne({ row: -1, column: 2 }))).toEqual({ kind: 'openMenu' });
    expect(pressed('Enter', selectOne({ row: 2, column: -2 }))).toEqual({ kind: 'openMenu' });
  });

  it('go to the ends with Ctrl, and select up to them with Shift', () => {
    expect(pressed('End', first, { mod: true })).toEqual({
      kind: 'select',
      selection: selectOne({ row: 2, column: 3 }),
    });
    expect(pressed('End', first, { mod: true, shift: true })).toEqual({
      kind: 'select',
      selection: { anchor: { row: 0, column: 0 }, active: { row: 2, column: 3 } },
    });
  });

  it('never lead out of the matrix', () => {
    const place = fc.record({
      row: fc.integer({ min: -1, max: 2 }),
      column: fc.integer({ min: -2, max: 3 }),
    });
    const keys = fc.array(
      fc.constantFrom(
        'ArrowUp',
        'ArrowDown',
        'ArrowLeft',
        'ArrowRight',
        'Home',
        'End',
        'PageUp',
        'PageDown',
      ),
    );
    fc.assert(
      fc.property(place, keys, (start, path) => {
        let selection = selectOne(placeWithin(start, size));
        for (const key of path) {
          const command = pressed(key, selection);
          if (command?.kind === 'select') selection = command.selection;
        }
        expect(placeWithin(selection.active, size)).toEqual(selection.active);
      }),
    );
  });
});

describe('Tab', () => {
  it('visits importance and relations of every row and leaves after the last cell', () => {
    const visited: CellPlace[] = [];
    let place: CellPlace | null = { row: 0, column: -1 };
    while (place !== null) {
      visited.push(place);
      place = tabFrom(place, 1, size);
    }
    expect(visited).toHaveLength(3 * 5);
    expect(visited.at(-1)).toEqual({ row: 2, column: 3 });
  });
});

describe('a block', () => {
  it('stays in the zone it began in', () => {
    const importance = selectOne({ row: 0, column: -1 });
    expect(reachTo(importance, { row: 2, column: 3 }, size).active).toEqual({ row: 2, column: -1 });
  });

  it('pasted with importance beside relations is refused whole', () => {
    const importance = selectOne({ row: 0, column: -1 });
    expect(pasteInto(shown(emptyHouse), importance, '5\t9\r\n4\t3\r\n')).toEqual({
      kind: 'refused',
      refusal: { reason: 'importanceAndRelations' },
    });
    expect(pasteInto(shown(emptyHouse), importance, '5\r\n4\r\n')).toMatchObject({
      kind: 'edit',
      edit: {
        kind: 'importance',
        input: {
          values: [
            { whatId: 10, importance: 5 },
            { whatId: 11, importance: 4 },
          ],
        },
      },
    });
  });

  it('copied and pasted elsewhere is the same block', () => {
    const house = houseOf([
      [9, 3, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 0, 0],
    ]);
    const selection = { anchor: { row: 0, column: 0 }, active: { row: 1, column: 1 } };
    const pasted = pasteInto(
      shown(house),
      selectOne({ row: 1, column: 2 }),
      copiedText(shown(house), selection, 'signs') ?? '',
    );
    expect(pasted.kind).toBe('edit');
    if (pasted.kind !== 'edit') return;
    expect(applyHouseEdit(house, pasted.edit).relations).toEqual([
      [9, 3, 0, 0],
      [0, 1, 9, 3],
      [0, 0, 0, 1],
    ]);
  });
});

describe('an edit on its way to the host', () => {
  const edits: HouseEdit[] = [
    {
      kind: 'relations',
      input: { houseId: 1, cells: [{ whatId: 11, howId: 22, strength: 9 }] },
    },
    { kind: 'importance', input: { houseId: 1, values: [{ whatId: 12, importance: 5 }] } },
    { kind: 'moveHow', input: { houseId: 1, howId: 20, position: 2 } },
    { kind: 'moveWhat', input: { houseId: 1, whatId: 12, position: 0 } },
  ];

  it('changes nothing more when the host has kept it already', () => {
    for (const edit of edits) {
      const once = applyHouseEdit(emptyHouse, edit);
      expect(once, edit.kind).not.toEqual(emptyHouse);
      expect(applyHouseEdit(once, edit), edit.kind).toEqual(once);
    }
  });

  it('leaves rows it does not touch the same objects', () => {
    const after = applyHouseEdit(emptyHouse, edits[0]!);
    expect(after.relations[0]).toBe(emptyHouse.relations[0]);
    expect(after.relations[1]).not.toBe(emptyHouse.relations[1]);
    expect(after.whats).toBe(emptyHouse.whats);
  });

  it('moves the relations of a HOW and of a WHAT along with them', () => {
    const house = houseOf([
      [9, 0, 0, 0],
      [0, 3, 0, 0],
      [0, 0, 1, 0],
    ]);
    const moved = applyHouseEdit(applyHouseEdit(house, edits[2]!), edits[3]!);
    expect(moved.hows.map(({ howId }) => howId)).toEqual([21, 22, 20, 23]);
    expect(moved.whats.map(({ whatId }) => whatId)).toEqual([12, 10, 11]);
    expect(moved.relations).toEqual([
      [0, 1, 0, 0],
      [0, 0, 9, 0],
      [3, 0, 0, 0],
    ]);
  });

  it('for another house changes nothing', () => {
    const other = { ...emptyHouse, id: 2 };
    expect(applyHouseEdit(other, edits[0]!)).toBe(other);
  });
});

describe('sizes of the matrix', () => {
  it('fill the room without ever needing more of it than the least sizes do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 3000 }),
        fc.integer({ min: 200, max: 2000 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 120 }),
        (width, height, rows, columns) => {
          const parts = {
            rows,
            columns,
            rowDepth: 0,
            columnDepth: 0,
            roofHeight: 0,
            sideWidth: 0,
            zoom: 1,
          };
          const sizes = matrixSizesFor({ width, height }, parts);
          const taken = sizes.leftWidth + columns * sizes.columnWidth;
          const least = 220 + 52 + 50 + columns * 40;
          expect(taken).toBeLessThanOrEqual(Math.max(least, width));
          expect(sizes.columnWidth).toBeGreaterThanOrEqual(40);
          expect(sizes.rowHeight).toBeGreaterThanOrEqual(28);
        },
      ),
    );
  });

  it('leave room for relations however much is magnified', () => {
    const room = { width: 900, height: 680 };
    for (const zoom of [1.5, 2, 2.5]) {
      const sizes = matrixSizesFor(room, {
        rows: 60,
        columns: 60,
        rowDepth: 0,
        columnDepth: 0,
        roofHeight: 0,
        sideWidth: 0,
        zoom,
      });
      const besides = room.width / zoom - sizes.leftWidth;
      const below = room.height / zoom - sizes.headHeight - sizes.footHeight;
      expect(besides / sizes.columnWidth).toBeGreaterThan(3);
      expect(below / sizes.rowHeight).toBeGreaterThan(3);
    }
  });
});
