import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HouseHow, HouseView, HouseWhat } from '../../core/contract/house.contract.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';
import { rankChanges } from '../../renderer/features/house/options/rank-changes.ts';
import {
  draftOf,
  previewScale,
  scaleOfDraft,
} from '../../renderer/features/house/options/scale-draft.ts';
import { Band } from '../../renderer/features/house/plan/band.ts';
import type { BandField } from '../../renderer/features/house/plan/band-field.ts';
import { commandOfBandKey } from '../../renderer/features/house/plan/band-keys.ts';
import { kanoEntry, numberEntry } from '../../renderer/features/house/plan/entry-numbers.ts';
import {
  applySurroundEdit,
  type SurroundEdit,
} from '../../renderer/features/house/plan/surround-edit.ts';
import { leadTone } from '../../renderer/features/house/ratings/competitor-fields.ts';
import { directionEntry } from '../../renderer/features/house/ratings/direction-entry.ts';
import {
  ratingTicks,
  ratingTop,
  rivalLook,
  runsOf,
} from '../../renderer/features/house/ratings/series.ts';
import {
  diamondAt,
  diamondCentre,
  roofHeightFor,
  roofSizesFor,
} from '../../renderer/features/house/roof/roof-geometry.ts';
import { commandOfRoofKey, nextRoofValue } from '../../renderer/features/house/roof/roof-keys.ts';

const what = (whatId: number, patch: Partial<HouseWhat> = {}): HouseWhat => ({
  whatId,
  parentId: null,
  position: whatId,
  number: String(whatId),
  requirementId: null,
  sourceHowId: null,
  code: '',
  name: `요구 ${whatId}`,
  importance: 3,
  importanceBySource: {},
  current: null,
  target: null,
  salesPoint: 1,
  kano: null,
  ratings: [null],
  vocCount: 0,
  ...patch,
});
const how = (howId: number): HouseHow => ({
  howId,
  parentId: null,
  position: howId,
  number: String(howId),
  name: `품질요소 ${howId}`,
  unit: '',
  direction: 'up',
  targetValue: '',
  owner: '',
  difficulty: null,
  ownRating: null,
  ratings: [null],
  csfId: null,
});
const house: HouseView = {
  id: 1,
  name: '집',
  scale: { levels: usualScale.levels.map((level) => ({ ...level })) },
  normalization: 'none',
  weighting: 'importance',
  kanoAdjusted: false,
  roofReading: 'values',
  importanceSource: 'direct',
  cascadedFrom: null,
  branchedFrom: null,
  competitors: [{ competitorId: 7, name: '가사' }],
  whatGroups: [],
  whats: [what(1), what(2)],
  howGroups: [],
  hows: [how(11), how(12)],
  relations: [
    [9, 3],
    [0, 9],
  ],
  roof: [{ howId: 11, otherHowId: 12, strength: 1 }],
  notes: [],
};

describe('edits around the relations, shown before they are kept', () => {
  const edits: SurroundEdit[] = [
    {
      kind: 'roof',
      input: { houseId: 1, cells: [{ howId: 12, otherHowId: 11, strength: -2 }] },
    },
    { kind: 'roof', input: { houseId: 1, cells: [{ howId: 11, otherHowId: 12, strength: 0 }] } },
    { kind: 'plan', input: { houseId: 1, values: [{ whatId: 2, current: 2, kano: 'M' }] } },
    { kind: 'hows', input: { houseId: 1, values: [{ howId: 12, unit: '초' }] } },
    {
      kind: 'ratings',
      input: {
        houseId: 1,
        whats: [
          { whatId: 1, competitorId: null, value: 4 },
          { whatId: 1, competitorId: 7, value: 5 },
        ],
        hows: [{ howId: 11, competitorId: 7, value: 2 }],
      },
    },
    { kind: 'options', input: { houseId: 1, weighting: 'plan' } },
  ];

  it('say what was written and leave every other row as it was', () => {
    const after = edits.reduce(applySurroundEdit, house);
    expect(after.roof).toEqual([]);
    expect(after.whats).toMatchObject([
      { current: 4, ratings: [5] },
      { current: 2, kano: 'M', target: null },
    ]);
    expect(after.hows).toMatchObject([{ ratings: [2] }, { unit: '초', direction: 'up' }]);
    expect(after.weighting).toBe('plan');
    expect(after.normalization).toBe('none');
    const [, , planned] = edits;
    if (planned === undefined) throw new Error('no edit of the plan');
    expect(applySurroundEdit(house, planned).whats[0]).toBe(house.whats[0]);
  });

  it('change nothing when the house has them already', () => {
    for (const edit of edits) {
      const once = applySurroundEdit(house, edit);
      expect(applySurroundEdit(once, edit)).toEqual(once);
    }
  });
});

interface Line {
  name: string;
  values: string[];
}
interface Change {
  at: number;
  entry: string;
}

/** Numbers in two zones, a computed one between. */
function bandOf(lines: Line[]) {
  const field = (at: number, zone: string): BandField<Line, null, Change> => ({
    key: String(at),
    label: `칸 ${at}`,
    hint: '',
    zone,
    size: 40,
    align: 'end',
    text: (line) => line.values[at] ?? '',
    input: {
      entry: (line) => line.values[at] ?? '',
      read: (entry) => (/^\d*$/.test(entry) ? { at, entry } : null),
    },
  });
  const computed: BandField<Line, null, Change> = {
    ...field(1, 'plan'),
    input: null,
    text: () => '=',
  };
  const band = new Band<Line, null, Change>(
    [field(0, 'plan'), computed, field(2, 'plan'), field(3, 'ratings')],
    'rows',
  );
  const log: { writes: string[]; refusals: string[]; left: string[] } = {
    writes: [],
    refusals: [],
    left: [],
  };
  band.show(
    { lines, figures: null },
    {
      onWrites: (writes) => {
        for (const { line, change } of writes) {
          line.values[change.at] = change.entry;
          log.writes.push(`${line.name}${change.at}=${change.entry}`);
        }
      },
      onReplay: () => {},
      onLeave: (way) => {
        log.left.push(way);
        return true;
      },
      onTravel: () => {},
      onRefused: (refusal) => log.refusals.push(refusal.reason),
    },
  );
  return { band, log };
}

const linesOf = () => [
  { name: 'a', values: ['1', '', '2', '3'] },
  { name: 'b', values: ['', '', '', ''] },
  { name: 'c', values: ['', '', '', ''] },
];

describe('a band of cells beside the relations', () => {
  it('copies a block and takes it back elsewhere, leaving what is computed', () => {
    const { band, log } = bandOf(linesOf());
    band.go({ row: 0, column: 0 }, false);
    band.go({ row: 0, column: 2 }, true);
    expect(band.copy()).toBe('1\t=\t2');
    band.go({ row: 1, column: 0 }, false);
    band.paste('1\t=\t2\r\n');
    expect(log).toEqual({ writes: ['b0=1', 'b2=2'], refusals: [], left: [] });
  });

  it('refuses a block with a bad entry, over the edge or into another zone, as a whole', () => {
    const { band, log } = bandOf(linesOf());
    band.go({ row: 1, column: 2 }, false);
    band.paste('4\r\nx');
    band.paste('4\r\n5\r\n6');
    band.paste('4\t5');
    expect(log).toEqual({
      writes: [],
      refusals: ['invalid', 'outside', 'otherZone'],
      left: [],
    });
  });

  it('selects within one zone, so that one paste is one step to undo', () => {
    const { band } = bandOf(linesOf());
    band.go({ row: 0, column: 0 }, false);
    band.go({ row: 2, column: 3 }, true);
    expect(band.selection.active).toEqual({ row: 2, column: 2 });
    band.run({ kind: 'selectAll' });
    expect(band.selection.anchor).toEqual({ row: 0, column: 0 });
    expect(band.selection.active).toEqual({ row: 2, column: 2 });
  });

  it('fills down and clears what is selected', () => {
    const { band, log } = bandOf(linesOf());
    band.go({ row: 0, column: 0 }, false);
    band.go({ row: 2, column: 0 }, true);
    band.run({ kind: 'fill', way: 'down' });
    expect(log.writes).toEqual(['b0=1', 'c0=1']);
    band.run({ kind: 'clear' });
    expect(log.writes.slice(2)).toEqual(['a0=', 'b0=', 'c0=']);
  });

  it('stays where lines are when some go away', () => {
    const { band } = bandOf(linesOf());
    band.go({ row: 2, column: 3 }, false);
    const hooks = {
      onWrites: () => {},
      onReplay: () => {},
      onLeave: () => false,
      onTravel: () => {},
      onRefused: () => {},
    };
    band.show({ lines: linesOf().slice(0, 1), figures: null }, hooks);
    expect(band.selection.active).toEqual({ row: 0, column: 3 });
  });

  it('hears keys as a spreadsheet does, and leaves over its edge', () => {
    const at = (row: number, column: number) => ({
      selection: { anchor: { row, column }, active: { row, column } },
      size: { rows: 3, columns: 4 },
      rowsPerPage: 2,
      released: false,
    });
    const press = (key: string, state = at(1, 1), mods = {}) =>
      commandOfBandKey({ key, shiftKey: false, altKey: false, mod: false, ...mods }, state);
    const go = (row: number, column: number, reach = false) => ({
      kind: 'go',
      place: { row, column },
      reach,
    });
    expect(press('ArrowRight')).toEqual(go(1, 2));
    expect(press('ArrowRight', at(1, 1), { mod: true })).toEqual(go(1, 3));
    expect(press('ArrowDown', at(1, 1), { shiftKey: true })).toEqual(go(2, 1, true));
    expect(press('ArrowLeft', at(1, 0))).toEqual({ kind: 'leave', way: 'left' });
    expect(press('Tab', at(0, 3))).toEqual(go(1, 0));
    expect(press('Tab', at(2, 3))).toBeNull();
    expect(press('Tab', { ...at(1, 1), released: true })).toBeNull();
    expect(press('Enter')).toEqual(go(2, 1));
    expect(press('End', at(0, 0), { mod: true })).toEqual(go(2, 3));
    expect(press('PageDown', at(0, 1))).toEqual(go(2, 1));
    expect(press('d', at(1, 1), { mod: true })).toEqual({ kind: 'fill', way: 'down' });
    expect(press('z', at(1, 1), { mod: true })).toEqual({ kind: 'replay', command: 'edit.undo' });
    expect(press('5')).toBeNull();
    expect(press('ㅎ')).toBeNull();
  });
});

describe('what is typed around the relations', () => {
  it('is a number in its range, nothing, or refused', () => {
    const level = { above: 0, upTo: 100 };
    expect(['', '–', '0,5', '４', ' 3 '].map((entry) => numberEntry(entry, level))).toEqual([
      null,
      null,
      0.5,
      4,
      3,
    ]);
    expect(['0', '101', 'x', '-2'].map((entry) => numberEntry(entry, level))).toEqual(
      Array(4).fill(undefined),
    );
    expect(numberEntry('0.5', { from: 1, upTo: 5 })).toBeUndefined();
  });

  it('is a Kano class by letter, by the Korean letter on its key and by name', () => {
    expect(
      ['m', 'ㅡ', 'Ｏ', 'ㅐ', '매력적', 'Indifferent', 'ㄱ', '회의적', ''].map(kanoEntry),
    ).toEqual(['M', 'M', 'O', 'O', 'A', 'I', 'R', 'Q', null]);
    expect(kanoEntry('z')).toBeUndefined();
  });

  it('is a direction by sign, digit and word', () => {
    expect(['↑', '2', '목표에 맞춤', '망소특성', 'UP', '◎'].map(directionEntry)).toEqual([
      'up',
      'down',
      'target',
      'down',
      'up',
      'target',
    ]);
    expect(['', '4', 'x'].map(directionEntry)).toEqual([null, null, null]);
  });
});

describe('the roof on screen', () => {
  it('finds under the pointer the diamond that is drawn there, at any width', () => {
    const roofs = fc.record({
      columns: fc.integer({ min: 2, max: 30 }),
      columnWidth: fc.integer({ min: 30, max: 60 }),
      roomHeight: fc.integer({ min: 0, max: 1400 }),
      left: fc.nat(28),
      reach: fc.integer({ min: 1, max: 29 }),
      dx: fc.double({ min: -0.49, max: 0.49, noNaN: true }),
    });
    fc.assert(
      fc.property(roofs, ({ columns, columnWidth, roomHeight, left, reach, dx }) => {
        fc.pre(left + reach < columns);
        const sizes = roofSizesFor(columns, columnWidth, roofHeightFor(columns, roomHeight));
        const place = { left, right: left + reach };
        const { x, y } = diamondCentre(place, sizes);
        expect(y).toBeGreaterThan(0);
        expect(diamondAt({ x: x + dx * columnWidth, y }, sizes)).toEqual(place);
      }),
    );
  });

  it('leaves a low room to the relations and stays readable in it', () => {
    const low = roofHeightFor(14, 700);
    expect(low).toBeLessThanOrEqual(100);
    expect(roofHeightFor(14, 900)).toBeGreaterThan(low);
    expect(roofHeightFor(30, 700) / 15).toBeGreaterThanOrEqual(13);
  });

  it('is walked along its diagonals and left downwards to a head', () => {
    const press = (key: string, place: { left: number; right: number }, value: 0 | 1 | -1 = 0) =>
      commandOfRoofKey(
        { key, shiftKey: false, altKey: false, mod: false },
        { place, value, count: 4 },
      );
    const first = { left: 0, right: 1 };
    expect(press('ArrowUp', first)).toEqual({ kind: 'go', place: { left: 0, right: 2 } });
    expect(press('ArrowRight', first)).toEqual({ kind: 'go', place: { left: 1, right: 2 } });
    expect(press('ArrowDown', first)).toEqual({ kind: 'leave', column: 0 });
    expect(press('ArrowLeft', first)).toEqual({ kind: 'go', place: first });
    expect(press('End', first)).toEqual({ kind: 'go', place: { left: 2, right: 3 } });
    expect(press('+', first)).toEqual({ kind: 'write', value: 1 });
    expect(press('+', first, 1)).toEqual({ kind: 'write', value: 2 });
    expect(press('-', first, -1)).toEqual({ kind: 'write', value: -2 });
    expect(press('Delete', first, 1)).toEqual({ kind: 'write', value: 0 });
    expect(press('q', first)).toBeNull();
  });

  it('goes through all signs and back to none', () => {
    const seen = [0, 0, 0, 0, 0].reduce<(0 | 1 | 2 | -1 | -2)[]>(
      (values) => [...values, nextRoofValue(values.at(-1) ?? 0)],
      [0],
    );
    expect(seen).toEqual([0, 2, 1, -1, -2, 0]);
  });
});

describe('our own rating', () => {
  it('tells where we lead and where we trail the best competitor', () => {
    const tone = (own: number | null, rivals: (number | null)[]) => leadTone({ own, rivals });
    expect(tone(4, [3, null, 2])).toBe('good');
    expect(tone(3, [3, 5])).toBe('bad');
    const neither = [tone(3, [3]), tone(null, [3]), tone(3, [null]), tone(3, []), leadTone(null)];
    expect(neither).toEqual([null, null, null, null, null]);
  });
});

describe('profile lines', () => {
  it('are broken where nobody rated, and drawn on a scale that holds them', () => {
    expect(runsOf([1, 2, null, 3, null, null, 4])).toEqual([[1, 2], [3], [4]]);
    expect([ratingTop([]), ratingTop([null, 3]), ratingTop([7, 8.2])]).toEqual([5, 5, 9]);
    expect(ratingTicks(5)).toEqual([1, 2, 3, 4, 5]);
    expect(ratingTicks(100).length).toBeLessThanOrEqual(7);
  });

  it('tell twelve competitors apart without colour', () => {
    const looks = Array.from({ length: 12 }, (_, place) => rivalLook(place));
    expect(new Set(looks.map(({ mark, dash }) => `${mark} ${dash}`)).size).toBe(12);
  });
});

describe('the scale as it is typed', () => {
  it('shows where relations go, and what could no longer be told apart', () => {
    const draft = draftOf({ levels: [{ value: 5, symbol: '◎' }] });
    const preview = previewScale(house.relations, house.scale, scaleOfDraft(draft));
    expect(preview.fates.map(({ from, to, cells }) => [from.value, to?.value, cells])).toEqual([
      [9, 5, 2],
      [3, 5, 1],
      [1, 5, 0],
    ]);
    expect(preview.mergedCells).toBe(3);
    expect(preview.relations).toEqual([
      [5, 5],
      [0, 5],
    ]);
  });

  it('has faults instead while it cannot be used', () => {
    const draft = [
      { key: 0, value: '1', symbol: '◎' },
      { key: 1, value: 'x', symbol: '◎' },
    ];
    const { faults, relations } = previewScale(house.relations, house.scale, scaleOfDraft(draft));
    expect(relations).toBeNull();
    expect(faults).toContainEqual({ reason: 'scaleValue', level: 1 });
    expect(faults).toContainEqual({ reason: 'scaleSymbolTaken', level: 1 });
  });
});

describe('the preview of ranks', () => {
  it('names the HOWs that would stand elsewhere', () => {
    const planned = {
      ...house,
      weighting: 'plan' as const,
      whats: [what(1, { current: 1, target: 5 }), what(2)],
    };
    expect(rankChanges({ ...planned, weighting: 'importance' }, planned)).toEqual([
      { name: '품질요소 11', before: 2, after: 1 },
      { name: '품질요소 12', before: 1, after: 2 },
    ]);
    expect(rankChanges(house, { ...house, roofReading: 'improvement' })).toEqual([]);
  });
});
