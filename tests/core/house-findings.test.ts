import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeHows } from '../../core/domain/house/alike-hows.ts';
import { separateBlocks } from '../../core/domain/house/house-blocks.ts';
import { findingCodes, findingSeverities } from '../../core/domain/house/house-finding.ts';
import {
  type FindingContext,
  houseFindings,
  usualFindingLimits,
} from '../../core/domain/house/house-findings.ts';
import type { HouseModel } from '../../core/domain/house/house-model.ts';
import { withCodes } from '../../core/domain/house/house-tree.ts';
import { roofBearing } from '../../core/domain/house/roof-findings.ts';
import { anyHouse, plainHouse, plainHow, plainWhat } from '../support/house-arbitraries.ts';

const context = (given: Partial<FindingContext> = {}): FindingContext => ({
  chosenHowIds: new Set(),
  roofReading: 'values',
  evidence: null,
  limits: usualFindingLimits,
  ...given,
});
const codesAt = (model: HouseModel, given: Partial<FindingContext> = {}) =>
  houseFindings(model, context(given)).map(({ code, whatIds, howIds }) => [code, whatIds, howIds]);
const ones = (count: number) => new Array<number>(count).fill(1);

describe('findings of a house', () => {
  it('none in a sound house, and none in an empty one', () => {
    const sound = plainHouse(
      [5, 3, 4],
      [
        [9, 0, 3],
        [3, 9, 0],
        [0, 1, 9],
      ],
    );
    expect(houseFindings(sound, context())).toEqual([]);
    expect(houseFindings(plainHouse([], []), context())).toEqual([]);
    expect(houseFindings(plainHouse([1], [[]]), context())).toEqual([]);
  });

  it('a WHAT that no HOW serves, a HOW that serves none, a WHAT that only weak relations serve', () => {
    const model = plainHouse(
      [1, 1, 1],
      [
        [9, 0, 3],
        [0, 0, 0],
        [1, 0, 1],
      ],
    );
    expect(codesAt(model)).toEqual([
      ['emptyRow', [2], []],
      ['emptyColumn', [], [102]],
      ['weakRow', [3], []],
    ]);
  });

  it('weights that are missing or have no evidence, and Kano classes that do not bear a weight', () => {
    const whats = withCodes([
      plainWhat(1, { importance: null }),
      plainWhat(2, { importance: 4 }),
      plainWhat(3, { kano: 'R' }),
      plainWhat(4, { kano: 'Q' }),
    ]);
    const model = plainHouse(ones(4), [[9], [3], [9], [3]], { whats });
    const evidence = new Map([
      [2, 0],
      [3, 12],
      [4, 1],
    ]);
    expect(codesAt(model, { evidence })).toEqual([
      ['noImportance', [1], []],
      ['noEvidence', [2], []],
      ['kanoReverse', [3], []],
      ['kanoQuestionable', [4], []],
    ]);
    expect(codesAt(model).map(([code]) => code)).not.toContain('noEvidence');
  });

  it('an importance above the scale that all but a few others keep to', () => {
    const found = (importances: (number | null)[]) =>
      houseFindings(
        plainHouse(
          importances,
          importances.map(() => []),
        ),
        context(),
      )
        .filter(({ code }) => code === 'offScale')
        .map(({ whatIds, params }) => [whatIds, params]);
    expect(found([5, 3, 9, 4, 1, 2])).toEqual([[[3], { importance: 9, top: 5 }]]);
    expect(found([8, 3, 70, 9, 7, 6])).toEqual([[[3], { importance: 70, top: 10 }]]);
    // Two of six are a scale in use, and so is every scale that is used throughout.
    expect(found([5, 3, 9, 7, 1, 2])).toEqual([]);
    expect(found([1, 3, 9, 9, 3, 7, 8])).toEqual([]);
    expect(found([80, 95, 60, 5, 70, 100])).toEqual([]);
    expect(found([5, 5, 5, 5, 5, 4.5])).toEqual([]);
    // Too few to say what the scale is; those without importance do not count.
    expect(found([5, 3, 9, 4])).toEqual([]);
    expect(found([5, 3, 9, 4, null, null])).toEqual([]);
    // One in ten may be off it.
    const twenty = [...ones(18), 6, 30];
    expect(found(twenty).map(([whatIds]) => whatIds)).toEqual([[19], [20]]);
    expect(found([...ones(17), 6, 7, 30])).toEqual([[[20], { importance: 30, top: 10 }]]);
  });

  it('too many strong relations, in a row, a column and the whole', () => {
    const relations = [
      [9, 9, 9, 0, 3],
      [9, 0, 0, 1, 0],
      [9, 3, 0, 0, 0],
      [0, 0, 1, 3, 0],
      [0, 0, 0, 0, 3],
    ];
    expect(codesAt(plainHouse(ones(5), relations))).toEqual([
      ['strongRow', [1], []],
      ['strongColumn', [], [101]],
    ]);
    const full = plainHouse(
      ones(6),
      [0, 1, 2, 3, 4, 5].map((i) => [0, 1, 2, 3, 4].map((j) => ((i + 2 * j) % 5 < 2 ? 9 : 3))),
    );
    const house = houseFindings(full, context()).find(({ code }) => code === 'strongHouse');
    expect(house).toMatchObject({ whatIds: [], howIds: [], params: { strong: 12, cells: 30 } });
    expect(
      codesAt(
        plainHouse(ones(2), [
          [9, 9],
          [9, 3],
        ]),
      ),
    ).toEqual([]);
  });

  it('HOWs under the same name, with the same relations, or nearly', () => {
    const hows = withCodes([
      plainHow(101, { name: '응답 시간' }),
      plainHow(102, { name: '응답시간(분)' }),
      plainHow(103, { name: '응답시간' }),
      plainHow(104, { name: '교육' }),
    ]);
    const rows = ones(12).map((_, i) => {
      const strength = [9, 3, 3][i % 3]!;
      return [strength, strength, i === 0 ? 3 : strength, i % 5 === 0 ? 9 : 0];
    });
    const found = houseFindings(plainHouse(ones(12), rows, { hows }), context());
    expect(found.map(({ code, howIds }) => [code, howIds])).toEqual([
      ['sameName', [101, 103]],
      ['sameProfile', [101, 102]],
      ['nearProfile', [101, 103]],
    ]);
    expect(found.at(-1)?.params).toEqual({ differing: 1, filled: 12 });
  });

  it('conflicts in the roof, only between two that are chosen', () => {
    const hows = withCodes([
      plainHow(101, { direction: 'up' }),
      plainHow(102, { direction: 'down' }),
      plainHow(103, { direction: 'up' }),
      plainHow(104, { direction: 'target' }),
    ]);
    const relations = [
      [9, 0, 3, 1],
      [0, 9, 1, 3],
    ];
    const model = plainHouse(ones(2), relations, {
      hows,
      roof: [
        { howId: 102, otherHowId: 101, strength: 2 },
        { howId: 101, otherHowId: 103, strength: -1 },
        { howId: 102, otherHowId: 103, strength: -2 },
        { howId: 103, otherHowId: 104, strength: 2 },
        { howId: 101, otherHowId: 104, strength: -1 },
      ],
    });
    const all = { chosenHowIds: new Set([101, 102, 103, 104]) };
    const seen = houseFindings(model, context(all)).map(({ code, severity, howIds }) => [
      code,
      severity,
      howIds,
    ]);
    expect(seen).toEqual([
      ['roofConflict', 'serious', [101, 102]],
      ['roofConflict', 'check', [101, 103]],
      ['roofTension', 'hint', [103, 104]],
    ]);
    expect(codesAt(model, { chosenHowIds: new Set([101, 104]) })).toEqual([]);
    expect(
      codesAt(model, { ...all, roofReading: 'improvement' }).map(([, , howIds]) => howIds),
    ).toEqual([
      [102, 103],
      [101, 103],
      [101, 104],
    ]);
  });

  it('a house that only pairs its lines off, falls apart, or tells nothing apart', () => {
    const pairs = plainHouse(ones(3), [
      [9, 0, 0],
      [0, 0, 3],
      [0, 9, 0],
    ]);
    expect(codesAt(pairs)).toEqual([['oneToOne', [], []]]);
    const apart = plainHouse(ones(5), [
      [9, 3, 0, 0],
      [3, 9, 0, 0],
      [0, 0, 9, 3],
      [0, 0, 1, 9],
      [0, 0, 3, 9],
    ]);
    expect(codesAt(apart)).toEqual([['separateBlocks', [1, 2], [101, 102]]]);
    const alike = plainHouse(ones(3), [
      [3, 3, 3],
      [3, 3, 3],
      [3, 3, 3],
    ]);
    expect(codesAt(alike).map(([code]) => code)).toEqual(['sameProfile', 'allAlike']);
  });

  it('name lines of the house only, worst first, the same every time', () => {
    fc.assert(
      fc.property(anyHouse(), fc.boolean(), (model, evidence) => {
        const given = context({
          chosenHowIds: new Set(model.hows.map(({ id }) => id)),
          evidence: evidence ? new Map() : null,
        });
        const found = houseFindings(model, given);
        expect(houseFindings(model, given)).toEqual(found);
        const whats = new Set(model.whats.map(({ id }) => id));
        const hows = new Set(model.hows.map(({ id }) => id));
        for (const [at, { code, severity, whatIds, howIds, params }] of found.entries()) {
          expect(findingCodes).toContain(code);
          expect(whatIds.every((id) => whats.has(id))).toBe(true);
          expect(howIds.every((id) => hows.has(id))).toBe(true);
          expect(Object.values(params).every(Number.isFinite)).toBe(true);
          const next = found[at + 1]?.severity ?? severity;
          expect(findingSeverities.indexOf(next)).toBeGreaterThanOrEqual(
            findingSeverities.indexOf(severity),
          );
        }
      }),
    );
  });
});

describe('what two HOWs do to each other', () => {
  it('depends on where both should go when the roof tells how values move', () => {
    expect(roofBearing(1, ['up', 'up'], 'values')).toBe('support');
    expect(roofBearing(1, ['up', 'down'], 'values')).toBe('conflict');
    expect(roofBearing(-2, ['up', 'down'], 'values')).toBe('support');
    expect(roofBearing(-2, ['down', 'down'], 'values')).toBe('conflict');
    expect(roofBearing(2, ['down', 'target'], 'values')).toBe('tension');
  });

  it('is what the sign says when it tells what improving does', () => {
    expect(roofBearing(1, ['up', 'down'], 'improvement')).toBe('support');
    expect(roofBearing(-1, ['up', 'down'], 'improvement')).toBe('conflict');
  });
});

describe('patterns of relations', () => {
  it('compare all columns as one would cell by cell', () => {
    fc.assert(
      fc.property(anyHouse(8), ({ relations }) => {
        const count = relations[0]?.length ?? 0;
        const columns = Array.from({ length: count }, (_, j) => relations.map((row) => row[j]!));
        const filled = columns.map((column) => column.filter((value) => value !== 0).length);
        const { identical } = alikeHows(relations, count);
        for (const [a, one] of columns.entries()) {
          for (const [b, other] of columns.entries()) {
            if (a === b || filled[a]! < 3) continue;
            const together = identical.some((group) => group.includes(a) && group.includes(b));
            expect(together).toBe(one.join() === other.join());
          }
        }
      }),
    );
  });

  it('find every relation inside one block, and blocks that share nothing', () => {
    fc.assert(
      fc.property(anyHouse(8), ({ relations }) => {
        const blocks = separateBlocks(relations, relations[0]?.length ?? 0);
        const rows = blocks.flatMap((block) => block.rows);
        const columns = blocks.flatMap((block) => block.columns);
        expect(new Set(rows).size).toBe(rows.length);
        expect(new Set(columns).size).toBe(columns.length);
        for (const [i, row] of relations.entries()) {
          for (const [j, value] of row.entries()) {
            if (value === 0) continue;
            const own = blocks.filter((block) => block.rows.includes(i));
            expect(own.map((block) => block.columns.includes(j))).toEqual([true]);
          }
        }
      }),
    );
  });
});
