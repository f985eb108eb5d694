import fc from 'fast-check';
import type {
  HouseModel,
  ModelHow,
  ModelWhat,
  RoofStrength,
} from '../../core/domain/house/house-model.ts';
import { leavesOf, withCodes } from '../../core/domain/house/house-tree.ts';
import { type RelationScale, usualScale } from '../../core/domain/house/relation-scale.ts';
import { normalizedRoof } from '../../core/domain/house/roof.ts';

const competitors = ['가', '나'];

/** A WHAT as it stands before anybody planned or rated anything. */
export function plainWhat(id: number, given: Partial<ModelWhat> = {}): ModelWhat {
  return {
    id,
    parentId: null,
    code: '',
    name: `요구 ${id}`,
    importance: 1,
    current: null,
    target: null,
    salesPoint: null,
    kano: null,
    ratings: [],
    ...given,
  };
}

export function plainHow(id: number, given: Partial<ModelHow> = {}): ModelHow {
  return {
    id,
    parentId: null,
    code: '',
    name: `품질요소 ${id}`,
    unit: '',
    direction: 'up',
    targetValue: '',
    difficulty: null,
    ownRating: null,
    ratings: [],
    ...given,
  };
}

/** A house of plain lines: WHATs are numbered from 1, HOWs from 101, everything else as given. */
export function plainHouse(
  weights: readonly (number | null)[],
  relations: readonly (readonly number[])[],
  given: Partial<HouseModel> = {},
): HouseModel {
  return {
    name: '서비스 QFD',
    scale: usualScale,
    competitors: [],
    whats: withCodes(weights.map((importance, i) => plainWhat(i + 1, { importance }))),
    hows: withCodes((relations[0] ?? []).map((_, j) => plainHow(101 + j))),
    relations,
    roof: [],
    ...given,
  };
}

/** Parents for a list of nodes, as places earlier in the list: three levels at most. */
export function treeOf<Node extends { id: number; parentId: number | null }>(
  nodes: readonly Node[],
  picks: readonly number[],
): Node[] {
  const levels: number[] = [];
  return nodes.map((node, at) => {
    const pick = picks[at] ?? -1;
    const parent = pick >= 0 && pick < at && (levels[pick] ?? 3) < 3 ? nodes[pick] : undefined;
    levels[at] = parent === undefined ? 1 : (levels[pick] ?? 0) + 1;
    return { ...node, parentId: parent?.id ?? null };
  });
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const rating = maybe(fc.integer({ min: 1, max: 5 }));
const ratings = fc.array(rating, { minLength: 2, maxLength: 2 });

const whatFigures = fc.record({
  importance: maybe(fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10)),
  current: rating,
  target: rating,
  salesPoint: maybe(fc.constantFrom(1, 1.2, 1.5)),
  kano: maybe(fc.constantFrom('M', 'O', 'A', 'I', 'R', 'Q')),
  ratings,
});

const howFigures = fc.record({
  direction: fc.constantFrom('up', 'down', 'target'),
  difficulty: rating,
  ownRating: rating,
  ratings,
});

const lines = <T>(figures: fc.Arbitrary<T>, max: number) =>
  fc.array(fc.tuple(figures, fc.integer({ min: -3, max })), { minLength: 1, maxLength: max });

const roofCells = fc.array(
  fc.tuple(fc.nat(), fc.nat(), fc.constantFrom<RoofStrength[]>(2, 1, -1, -2)),
  { maxLength: 12 },
);

/** Houses with trees, plans, ratings, roofs and any relations of the scale. */
export function anyHouse(max = 9, scale: RelationScale = usualScale): fc.Arbitrary<HouseModel> {
  const levels = [0, 0, ...scale.levels.map(({ value }) => value)];
  return fc
    .tuple(
      lines(whatFigures, max),
      lines(howFigures, max),
      roofCells,
      fc.array(fc.constantFrom(...levels), { minLength: max * max, maxLength: max * max }),
    )
    .map(([whatLines, howLines, roof, cells]) => {
      const whats = treeOf(
        whatLines.map(([figures], i) => plainWhat(i + 1, figures)),
        whatLines.map(([, pick]) => pick),
      );
      const hows = treeOf(
        howLines.map(([figures], j) => plainHow(j + 101, figures)),
        howLines.map(([, pick]) => pick),
      );
      const leafHows = leavesOf(hows);
      const idAt = (pick: number) => leafHows[pick % leafHows.length]?.id ?? 0;
      return {
        name: '서비스 QFD',
        scale,
        competitors,
        whats: withCodes(whats),
        hows: withCodes(hows),
        relations: leavesOf(whats).map((_, i) => leafHows.map((_, j) => cells[i * max + j] ?? 0)),
        roof: normalizedRoof(
          roof.map(([a, b, strength]) => ({ howId: idAt(a), otherHowId: idAt(b), strength })),
        ),
      };
    });
}
