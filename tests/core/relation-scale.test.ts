import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkedScale,
  highestLevelValue,
  lowestLevelValue,
  maxScaleLevels,
  presetOf,
  type RelationScale,
  sameScale,
  scaleFaults,
  scalePresetIds,
  scalePresets,
  usualScale,
} from '../../core/domain/house/relation-scale.ts';
import { changeScale, levelPlaces } from '../../core/domain/house/scale-change.ts';
import {
  digitKeys,
  nextValue,
  parseScaleEntry,
  scaleText,
  valueOfKey,
} from '../../core/domain/house/scale-entry.ts';

const ofLevels = (...levels: [number, string][]): RelationScale => ({
  levels: levels.map(([value, symbol]) => ({ value, symbol })),
});
const reasons = (...levels: [number, string][]) =>
  scaleFaults(ofLevels(...levels)).map(({ reason, level }) => [reason, level]);

const symbols = ['◎', '○', '△', '●', '★', 'H', '중', '▲', '약함', '□', '4+'];

/** Scales that can be used: 1 to 9 levels of any values. */
const anyScale = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 9 }),
    fc.shuffledSubarray(symbols, { minLength: 9, maxLength: 9 }),
  )
  .map(([thousandths, order]) =>
    ofLevels(
      ...thousandths
        .toSorted((a, b) => b - a)
        .map((value, place): [number, string] => [value / 1000, order[place]!]),
    ),
  );
const preset = fc.constantFrom(...scalePresetIds).map((id) => scalePresets[id]);
const scales = fc.oneof(preset, anyScale);

describe('relation scale', () => {
  it('offers presets that can be used, and knows each again', () => {
    for (const id of scalePresetIds) {
      expect(scaleFaults(scalePresets[id]), id).toEqual([]);
      expect(presetOf(scalePresets[id])).toBe(id);
      expect(scalePresets[id].levels.map(({ value }) => value).join('-')).toBe(id);
    }
    expect(presetOf(ofLevels([9, '◎']))).toBeNull();
    expect(sameScale(usualScale, scalePresets['5-3-1'])).toBe(false);
  });

  it('names every fault of a scale of one’s own, and where it is', () => {
    expect(reasons()).toEqual([['scaleLevelCount', null]]);
    expect(reasons([9, '◎'], [9, '○'])).toEqual([['scaleOrder', 1]]);
    expect(reasons([Number.NaN, 'a'], [0, 'b'], [Number.POSITIVE_INFINITY, 'c'])).toEqual([
      ['scaleValue', 0],
      ['scaleValue', 1],
      ['scaleValue', 2],
    ]);
    expect(reasons([9, ''], [5, '세글자'], [3, 'a b'], [2, '  '])).toEqual(
      [0, 1, 2, 3].map((level) => ['scaleSymbol', level]),
    );
    expect(reasons([9, '5'], [3, '-'], [1, '1'])).toEqual([
      ['scaleSymbolUnclear', 0],
      ['scaleSymbolUnclear', 1],
    ]);
    expect(reasons([9, '◎'], [3, '⊚'])).toEqual([['scaleSymbolTaken', 1]]);
    expect(reasons([9, 'H'], [3, 'h'])).toEqual([['scaleSymbolTaken', 1]]);
    expect(reasons([highestLevelValue, 'a'], [lowestLevelValue, 'b'])).toEqual([]);
    expect(reasons([highestLevelValue * 2, 'a'], [lowestLevelValue / 2, 'b'])).toEqual([
      ['scaleValue', 0],
      ['scaleValue', 1],
    ]);
    expect(
      scaleFaults({ levels: new Array(maxScaleLevels + 1).fill({ value: 1, symbol: 'a' }) })[0]
        ?.reason,
    ).toBe('scaleLevelCount');
  });

  it('refuses a bad scale with its code and path, and gives a good one back', () => {
    expect(checkedScale(usualScale)).toBe(usualScale);
    expect(() => checkedScale(ofLevels([1, 'a'], [2, 'b']))).toThrow(
      expect.objectContaining({ code: 'house.scaleOrder', path: 'levels[1]' }),
    );
  });
});

describe('entry on any scale', () => {
  it('reads numbers, symbols and what stands in for them', () => {
    const scale = scalePresets['9-6-3-1'];
    expect(
      ['9', '6.0', '６', '3,0', '●', '⬤', '⊙', 'ㅇ', 'o', '∆'].map((entry) =>
        parseScaleEntry(entry, scale),
      ),
    ).toEqual([9, 6, 6, 3, 9, 9, 6, 3, 3, 1]);
    expect(
      ['', ' ', '0', '0.0', '-', '–', '—'].map((entry) => parseScaleEntry(entry, scale)),
    ).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(
      ['5', '-3', '9e0', '0x9', '◎◎', '가', '1/2', '٣'].map((entry) =>
        parseScaleEntry(entry, scale),
      ),
    ).toEqual(new Array(8).fill(null));
  });

  it('reads words of a scale of one’s own in capitals and small letters', () => {
    const scale = ofLevels([0.5, 'H'], [0.25, '중'], [0.125, '약함']);
    expect(
      ['h', 'Ｈ', '중', '약함', '.5', '0,25', '0.125'].map((entry) =>
        parseScaleEntry(entry, scale),
      ),
    ).toEqual([0.5, 0.5, 0.25, 0.125, 0.5, 0.25, 0.125]);
  });

  it('reads back what it writes, on any scale and in both notations', () => {
    fc.assert(
      fc.property(scales, fc.constantFrom('signs', 'numbers'), (scale, notation) => {
        expect(scaleFaults(scale)).toEqual([]);
        for (const value of [0, ...scale.levels.map((level) => level.value)]) {
          expect(parseScaleEntry(scaleText(value, scale, notation), scale)).toBe(value);
        }
      }),
    );
    expect(scaleText(5, usualScale, 'signs')).toBe('5');
  });

  it('has one digit for every level: its value, or its place where that is no digit', () => {
    expect(digitKeys(usualScale)).toEqual(['9', '3', '1']);
    expect(digitKeys(ofLevels([100, 'a'], [50, 'b'], [10, 'c']))).toEqual(['1', '2', '3']);
    expect(digitKeys(ofLevels([10, 'a'], [5, 'b'], [1, 'c']))).toEqual(['2', '5', '1']);
    fc.assert(
      fc.property(scales, (scale) => {
        const keys = digitKeys(scale);
        expect(new Set(keys).size).toBe(scale.levels.length);
        expect(keys.map((key) => valueOfKey(key, scale))).toEqual(
          scale.levels.map(({ value }) => value),
        );
      }),
    );
  });

  it('goes through all levels from the strongest down and back to none', () => {
    const scale = scalePresets['9-6-3-1'];
    const seen = [0];
    while (seen.length < 6) seen.push(nextValue(seen.at(-1) ?? 0, scale));
    expect(seen).toEqual([0, 9, 6, 3, 1, 0]);
    expect(nextValue(5, scale)).toBe(9);
  });

  it('takes single keys only', () => {
    expect(
      ['９', '3', '0', '-', 'ㅇ', '○', '2', ' ', 'Enter', '가'].map((key) =>
        valueOfKey(key, usualScale),
      ),
    ).toEqual([9, 3, 0, 0, 3, 3, null, null, null, null]);
  });
});

describe('another scale for a filled house', () => {
  const filled = [
    [5, 3, 0],
    [1, 0, 5],
  ];

  it('goes level by level where there are as many: 5/3/1 becomes 9/3/1', () => {
    expect(changeScale(filled, scalePresets['5-3-1'], usualScale)).toEqual({
      relations: [
        [9, 3, 0],
        [1, 0, 9],
      ],
      changedCells: 2,
      merged: [],
      mergedCells: 0,
      unreached: [],
    });
  });

  it('says which levels can no longer be told apart, and in how many cells', () => {
    const change = changeScale(
      [
        [9, 6, 3],
        [1, 6, 0],
      ],
      scalePresets['9-6-3-1'],
      usualScale,
    );
    expect(change.relations).toEqual([
      [9, 3, 3],
      [1, 3, 0],
    ]);
    expect(change).toMatchObject({ merged: [{ values: [6, 3], into: 3 }], mergedCells: 3 });
  });

  it('says which levels nothing can have yet when there are more', () => {
    const change = changeScale(filled, usualScale, scalePresets['9-7-5-3-1']);
    expect(change.unreached).toEqual([7, 3]);
    expect(levelPlaces(usualScale, ofLevels([5, 'a']))).toEqual([0, 0, 0]);
    expect(levelPlaces(ofLevels([5, 'a']), usualScale)).toEqual([0]);
    // Halfway is the weaker.
    expect(levelPlaces(usualScale, ofLevels([5, 'a'], [1, 'b']))).toEqual([0, 1, 1]);
  });

  it('takes a value off the scale for the level nearest to it, the weaker of two', () => {
    expect(changeScale([[7, 6, 2, 0.1]], usualScale, usualScale).relations).toEqual([[9, 3, 1, 1]]);
  });

  it('keeps the order of strengths, keeps empty cells empty, and can be undone where nothing merged', () => {
    fc.assert(
      fc.property(scales, scales, (from, to) => {
        const values = [...from.levels.map(({ value }) => value), 0];
        const change = changeScale([values], from, to);
        const row = change.relations[0]!;
        expect(row.at(-1)).toBe(0);
        for (const [place, value] of row.slice(1).entries()) {
          expect(value).toBeLessThanOrEqual(row[place]!);
        }
        if (from.levels.length <= to.levels.length) expect(change.mergedCells).toBe(0);
        if (from.levels.length === to.levels.length) {
          expect(changeScale(change.relations, to, from).relations).toEqual([values]);
        }
      }),
    );
  });
});
