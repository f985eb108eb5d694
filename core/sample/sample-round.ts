import type { RoundModel } from '../contract/round.contract.ts';
import { treePlaces } from '../domain/house/house-tree.ts';
import { scalePresets } from '../domain/house/relation-scale.ts';
import { addDays } from './sample-calendar.ts';
import type {
  SampleHouse,
  SampleHouseNode,
  SampleRequirement,
  SampleRound,
  SampleWorkshop,
} from './sample-types.ts';

/** The house as the workshop found it: with what its decisions changed as it was before them. */
export function buildRound(
  today: string,
  house: SampleHouse,
  requirements: readonly SampleRequirement[],
  { decisions }: SampleWorkshop,
): SampleRound {
  const model = modelOf(house, requirements);
  for (const { whatId, howId, before } of decisions) {
    if (whatId === null || before === null) continue;
    const row = model.relations[whatId - 1];
    const what = model.whats.find(({ id }) => id === whatId);
    if (howId !== null && row !== undefined) row[howId - 1] = before;
    else if (what !== undefined) what.importance = before;
  }
  return {
    name: '워크숍 전 초안',
    reason: '부서별 면담으로 채운 초안. 워크숍에서 점수를 다시 매기기 전에 남겨 둠.',
    author: '변수아',
    at: `${addDays(today, -188)}T08:30:00.000Z`,
    model,
  };
}

/** As the workspace keeps a house, with the ids it has there. */
export function modelOf(
  house: SampleHouse,
  requirements: readonly SampleRequirement[],
): RoundModel {
  return {
    name: house.name,
    scale: { levels: scalePresets['9-3-1'].levels.map((level) => ({ ...level })) },
    normalization: 'none',
    weighting: 'importance',
    kanoAdjusted: false,
    roofReading: 'improvement',
    importanceSource: 'direct',
    competitors: house.competitors,
    whats: placed(house.whatNodes).map(({ id, parentId, group, code }) => {
      const what = group === null ? house.whats[id - 1] : undefined;
      const requirement = requirements[(what?.requirementId ?? 0) - 1];
      return {
        id,
        parentId,
        code,
        name: group ?? requirement?.name ?? '',
        isGroup: group !== null,
        importance: what?.importance ?? null,
        importanceBySource: {},
        current: what?.current ?? null,
        target: what?.target ?? null,
        salesPoint: what?.salesPoint ?? null,
        kano: requirement?.kano ?? null,
        ratings: what?.ratings ?? house.competitors.map(() => null),
        requirementId: what?.requirementId ?? null,
        sourceHowId: null,
      };
    }),
    hows: placed(house.howNodes).map(({ id, parentId, group, code }) => {
      const how = group === null ? house.hows[id - 1] : undefined;
      return {
        id,
        parentId,
        code,
        name: group ?? how?.name ?? '',
        isGroup: group !== null,
        unit: how?.unit ?? '',
        direction: how?.direction ?? 'up',
        targetValue: how?.targetValue ?? '',
        owner: how?.owner ?? '',
        difficulty: how?.difficulty ?? null,
        ownRating: how?.ownRating ?? null,
        ratings: how?.ratings ?? house.competitors.map(() => null),
      };
    }),
    relations: relationRows(house),
    roof: house.roof,
    notes: house.notes,
  };
}

function placed(nodes: readonly SampleHouseNode[]): (SampleHouseNode & { code: string })[] {
  return treePlaces(nodes).map(({ node, code }) => ({ ...node, code }));
}

function relationRows({ whats, hows, relations }: SampleHouse): number[][] {
  const rows = whats.map(() => hows.map(() => 0));
  for (const { whatId, howId, strength } of relations) {
    const row = rows[whatId - 1];
    if (row !== undefined) row[howId - 1] = strength;
  }
  return rows;
}
