import fc from 'fast-check';
import {
  houseNormalizations,
  houseWeightings,
  howDirections,
  importanceSources,
  roofReadings,
} from '../../core/contract/house.contract.ts';
import type { RoundModel } from '../../core/contract/round.contract.ts';
import { scalePresets } from '../../core/domain/house/relation-scale.ts';

/** Groups with one to three leaves each, and leaves beside them; every group holds something. */
const anySide = fc
  .array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4 })
  .map((shape) => {
    const nodes: { id: number; parentId: number | null; code: string; isGroup: boolean }[] = [];
    for (const [top, size] of shape.entries()) {
      const id = nodes.length + 100;
      const code = String(top + 1);
      nodes.push({ id, parentId: null, code, isGroup: size !== null });
      for (let i = 0; i < (size ?? 0); i++) {
        const leaf = { id: nodes.length + 100, parentId: id, isGroup: false };
        nodes.push({ ...leaf, code: `${code}.${i + 1}` });
      }
    }
    return nodes;
  });

const someText = fc.string({ unit: 'grapheme', maxLength: 8 });
const level = fc.double({ min: 0.5, max: 100, noNaN: true });
const rating = fc.option(fc.double({ min: 1, max: 5, noNaN: true }));

/** A whole house in which everything that can be said is said now and then; without requirements. */
export const anyHouseModel: fc.Arbitrary<RoundModel> = fc
  .record({
    whats: anySide,
    hows: anySide,
    competitors: fc.array(someText, { maxLength: 3 }),
    scale: fc.constantFrom(...Object.values(scalePresets)),
  })
  .chain(({ whats, hows, competitors, scale }) => {
    const ratings = fc.array(rating, {
      minLength: competitors.length,
      maxLength: competitors.length,
    });
    const none = competitors.map(() => null);
    const rows = whats.filter(({ isGroup }) => !isGroup);
    const columns = hows.filter(({ isGroup }) => !isGroup);
    const value = fc.constantFrom(0, ...scale.levels.map((each) => each.value));
    const pairs = columns.flatMap(({ id }, j) =>
      columns.slice(j + 1).map((other) => ({ howId: id, otherHowId: other.id })),
    );
    return fc.record({
      name: someText,
      scale: fc.constant({ levels: scale.levels.map((each) => ({ ...each })) }),
      normalization: fc.constantFrom(...houseNormalizations),
      weighting: fc.constantFrom(...houseWeightings),
      kanoAdjusted: fc.boolean(),
      roofReading: fc.constantFrom(...roofReadings),
      importanceSource: fc.constantFrom(...importanceSources),
      competitors: fc.constant(competitors),
      whats: fc.tuple(
        ...whats.map((node) =>
          fc.record({
            ...constants(node),
            name: someText,
            importance: node.isGroup ? fc.constant(null) : level,
            importanceBySource: node.isGroup
              ? fc.constant({})
              : fc.oneof(
                  fc.constant({}),
                  level.map((ahp) => ({ ahp })),
                  fc.constant({ direct: 0 }),
                ),
            current: node.isGroup ? fc.constant(null) : fc.option(level),
            target: node.isGroup ? fc.constant(null) : fc.option(level),
            salesPoint: node.isGroup ? fc.constant(null) : fc.constantFrom(1, 1.2, 1.5),
            kano: fc.constant(null),
            ratings: node.isGroup ? fc.constant(none) : ratings,
            requirementId: fc.constant(null),
            sourceHowId: fc.constant(null),
          }),
        ),
      ),
      hows: fc.tuple(
        ...hows.map((node) =>
          fc.record({
            ...constants(node),
            name: someText,
            unit: someText,
            direction: fc.constantFrom(...howDirections),
            targetValue: someText,
            owner: someText,
            difficulty: node.isGroup ? fc.constant(null) : rating,
            ownRating: node.isGroup ? fc.constant(null) : rating,
            ratings: node.isGroup ? fc.constant(none) : ratings,
          }),
        ),
      ),
      relations: fc.tuple(...rows.map(() => fc.tuple(...columns.map(() => value)))),
      roof: fc
        .subarray(pairs)
        .chain((some) =>
          fc.tuple(
            ...some.map((pair) =>
              fc.constantFrom(2, 1, -1, -2).map((strength) => ({ ...pair, strength })),
            ),
          ),
        ),
      notes: fc
        .subarray(rows.flatMap((row) => columns.map((how) => ({ whatId: row.id, howId: how.id }))))
        .map((cells) => cells.map((cell, i) => ({ ...cell, note: `근거 ${i}` }))),
    }) as fc.Arbitrary<RoundModel>;
  });

function constants(node: { id: number; parentId: number | null; code: string; isGroup: boolean }) {
  return {
    id: fc.constant(node.id),
    parentId: fc.constant(node.parentId),
    code: fc.constant(node.code),
    isGroup: fc.constant(node.isGroup),
  };
}
