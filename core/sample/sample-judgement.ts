import { comparisonSets } from '../domain/ahp/comparison-tree.ts';
import { panelOfTree } from '../domain/ahp/panel-of-tree.ts';
import { nearestSaatyValue } from '../domain/ahp/saaty-scale.ts';
import type { KanoCategory } from '../domain/kano/kano.ts';
import type { SeededRandom } from '../numerics/seeded-random.ts';
import type { HouseBuild } from './sample-house.ts';
import type {
  SampleHouse,
  SampleHouseNode,
  SampleJudgement,
  SampleRequirement,
} from './sample-types.ts';

const participants: SampleJudgement['participants'] = [
  { name: '서다은', team: '방문서비스팀' },
  { name: '문채원', team: '방문서비스팀' },
  { name: '윤태건', team: '기술지원팀' },
  { name: '노유찬', team: '기술지원팀' },
  { name: '배준서', team: '자재팀' },
  { name: '고은채', team: '고객보호팀' },
  { name: '임재하', team: '디지털채널팀' },
  { name: '탁민서', team: '상담운영팀' },
];

export function buildJudgement(
  random: SeededRandom,
  { house }: HouseBuild,
  requirements: readonly SampleRequirement[],
): SampleJudgement {
  const comparisons = buildComparisons(random.fork(), house);
  const { weights } = panelOfTree(
    house.whatNodes,
    participants.map((_, i) => ({
      id: i + 1,
      voice: 1,
      comparisons: comparisons.filter(({ participantId }) => participantId === i + 1),
    })),
    'aij-geometric',
  );
  return {
    participants,
    comparisons,
    groupWeights: weights ?? [],
    kanoAnswers: buildKanoAnswers(random.fork(), house, requirements),
  };
}

/** One who has not finished, and one who contradicts himself: there is something to see and to mend. */
const unfinished = 8;
const contradictory = 5;

function buildComparisons(
  random: SeededRandom,
  house: SampleHouse,
): SampleJudgement['comparisons'] {
  const weightOf = weightsByNode(house.whatNodes, house);
  const sets = comparisonSets(house.whatNodes);
  const judges = [null, ...participants.map((_, i) => i + 1)];
  return judges.flatMap((participantId) => {
    const lean = new Map(
      house.whatNodes.map(({ id }) => [id, participantId === null ? 0 : random.normal(0, 0.35)]),
    );
    return sets.flatMap(({ groupId, members }, s) => {
      if (participantId === unfinished && s > 1) return [];
      const ordered = members.toSorted((a, b) => a - b);
      return ordered.flatMap((whatId, i) =>
        ordered.slice(i + 1).map((otherWhatId, j) => {
          const fitting =
            ((weightOf.get(whatId) ?? 1) / (weightOf.get(otherWhatId) ?? 1)) *
            Math.exp((lean.get(whatId) ?? 0) - (lean.get(otherWhatId) ?? 0));
          const isTurned =
            participantId === contradictory && groupId === null && i === 0 && j === 0;
          const ratio = nearestSaatyValue(isTurned ? 1 / fitting : fitting);
          return { participantId, whatId, otherWhatId, ratio };
        }),
      );
    });
  });
}

/** A group counts for all that is in it. */
function weightsByNode(
  nodes: readonly SampleHouseNode[],
  house: SampleHouse,
): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  for (const { id, group } of nodes.toReversed()) {
    const below = nodes.filter((node) => node.parentId === id);
    const known = below.map((node) => weights.get(node.id) ?? 0);
    const weight =
      group === null
        ? (house.whats[id - 1]?.importance ?? 0)
        : known.reduce((sum, below) => sum + below, 0);
    weights.set(id, weight);
  }
  return weights;
}

const kanoRespondents = 60;

/** How often a feature of one class is answered as each of the others, in hundredths. */
const answeredAs: Readonly<Partial<Record<KanoCategory, readonly [KanoCategory, number][]>>> = {
  M: [
    ['M', 57],
    ['O', 21],
    ['I', 17],
    ['A', 3],
    ['Q', 2],
  ],
  O: [
    ['O', 55],
    ['M', 19],
    ['A', 16],
    ['I', 9],
    ['R', 1],
  ],
  A: [
    ['A', 54],
    ['I', 25],
    ['O', 18],
    ['M', 3],
  ],
};

/** Pairs of answers that make a class, the usual ones first and most often. */
const pairsOf: Readonly<
  Record<KanoCategory, readonly [functional: number, dysfunctional: number][]>
> = {
  M: [
    [2, 5],
    [2, 5],
    [3, 5],
    [4, 5],
  ],
  O: [[1, 5]],
  A: [
    [1, 3],
    [1, 3],
    [1, 4],
    [1, 2],
  ],
  I: [
    [3, 3],
    [2, 4],
    [2, 3],
    [3, 4],
  ],
  R: [[3, 1]],
  Q: [
    [1, 1],
    [5, 5],
  ],
};

function buildKanoAnswers(
  random: SeededRandom,
  { whats }: SampleHouse,
  requirements: readonly SampleRequirement[],
): SampleJudgement['kanoAnswers'] {
  return Array.from(
    { length: kanoRespondents },
    (_, i) => `응답자 ${String(i + 1).padStart(2, '0')}`,
  ).flatMap((respondent) =>
    whats.map(({ requirementId }, i) => {
      const kind = requirements[requirementId - 1]?.kano ?? 'I';
      const [answered] = random.pickWeighted(answeredAs[kind] ?? [[kind, 1]], ([, often]) => often);
      const [functional, dysfunctional] = random.pick(pairsOf[answered]);
      return { whatId: i + 1, respondent, functional, dysfunctional };
    }),
  );
}
