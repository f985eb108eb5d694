import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import type { HouseView } from '../../core/contract/house.contract.ts';
import {
  comparisonSets,
  tableOfSet,
  treePriorities,
} from '../../core/domain/ahp/comparison-tree.ts';
import { panelOfTree } from '../../core/domain/ahp/panel-of-tree.ts';
import { prioritiesOfTable } from '../../core/domain/ahp/table-priorities.ts';
import { modelOfView } from '../../core/domain/house/house-of-view.ts';
import { surveyImportance } from '../../core/domain/importance/survey-importance.ts';
import { fitnessClub } from '../support/fitness-club.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, addWave, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
let houseId: number;
let requirementIds: number[];
let whats: number[];
beforeEach(async () => {
  test = await startTestHost();
  requirementIds = [];
  for (const name of ['친절', '신속', '정확'])
    requirementIds.push(await addRequirement(test, name));
  ({ id: houseId } = await test.call('house.create', { name: '집', requirementIds }));
  whats = await whatIdsOf(test, houseId);
});
afterEach(() => test.dispose());

const house = (): Promise<HouseView> => test.call('house.get', { id: houseId });
const importances = async () => (await house()).whats.map(({ importance }) => importance);
const kept = async (source: 'ahp' | 'groupAhp' | 'direct') =>
  (await house()).whats.map(({ importanceBySource }) => importanceBySource[source] ?? null);
/** Compares the first with the second, the first with the third and the second with the third. */
const compare = (ratios: [number, number, number], participantId: number | null = null) =>
  test.call('judgement.setComparisons', {
    houseId,
    participantId,
    values: [
      [0, 1],
      [0, 2],
      [1, 2],
    ].map(([a = 0, b = 0], i) => ({
      whatId: whats[a] ?? 0,
      otherWhatId: whats[b] ?? 0,
      ratio: ratios[i] ?? 1,
    })),
  });
const matrixOf = ([ab, ac, bc]: [number, number, number]) => [
  [1, ab, ac],
  [1 / ab, 1, bc],
  [1 / ac, 1 / bc, 1],
];
const calc = (method: string, input: unknown) => {
  const result = runCalc(method, input);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.output as { weights: number[]; consistencyRatio: number };
};

describe('pairwise comparison of a house', () => {
  it('gives the weights and the ratio of `csm calc ahp`, and takes them into use in one step', async () => {
    const ratios: [number, number, number] = [3, 5, 4];
    await compare(ratios);
    const { whats: nodes } = modelOfView(await house());
    const sets = comparisonSets(nodes);
    const comparisons = await test.call('judgement.listComparisons', { houseId });
    const results = sets.map((set) => prioritiesOfTable(tableOfSet(set, comparisons)));
    const weights = treePriorities(
      nodes,
      sets.map((set, i) => {
        const result = results[i];
        return { set, weights: result?.kind === 'priorities' ? result.weights : null };
      }),
    );
    const expected = calc('ahp', { matrix: matrixOf(ratios) });
    expect(weights).toEqual(expected.weights);
    expect(results[0]).toMatchObject({ consistencyRatio: expected.consistencyRatio });

    await test.call('house.setImportance', {
      houseId,
      values: whats.map((whatId, i) => ({ whatId, importance: i + 1 })),
    });
    await test.call('house.storeImportance', {
      houseId,
      source: 'ahp',
      values: whats.map((whatId, i) => ({ whatId, value: weights?.[i] ?? 0 })),
      andUse: true,
    });
    expect(await house()).toMatchObject({ importanceSource: 'ahp' });
    expect(await kept('ahp')).toEqual(expected.weights);
    expect(await kept('direct')).toEqual([1, 2, 3]);
    expect((await importances())[0]).toBe(5);
    await test.call('undo.undo', {});
    expect(await house()).toMatchObject({ importanceSource: 'direct' });
    expect(await importances()).toEqual([1, 2, 3]);
    expect(await kept('ahp')).toEqual([null, null, null]);
  });
});

describe('pairwise comparison by a panel', () => {
  it('gives the weights of `csm calc ahp-group`, each participant kept', async () => {
    const judged: [number, number, number][] = [
      [3, 5, 2],
      [1 / 2, 4, 6],
      [1, 1, 2],
    ];
    const judges: { id: number; voice: number }[] = [];
    for (const [i, ratios] of judged.entries()) {
      const { id } = await test.call('judgement.addParticipant', { houseId, name: `참가 ${i}` });
      await compare(ratios, id);
      judges.push({ id, voice: 1 });
    }
    // Who was asked and did not judge changes nothing.
    const { id } = await test.call('judgement.addParticipant', { houseId, name: '결석' });
    judges.push({ id, voice: 1 });
    const comparisons = await test.call('judgement.listComparisons', { houseId });
    const { whats: nodes } = modelOfView(await house());
    const panel = (method: 'aij-geometric' | 'aip-arithmetic') =>
      panelOfTree(
        nodes,
        judges.map((judge) => ({
          ...judge,
          comparisons: comparisons.filter(({ participantId }) => participantId === judge.id),
        })),
        method,
      );
    const matrices = judged.map(matrixOf);
    for (const method of ['aij-geometric', 'aip-arithmetic'] as const) {
      const expected = calc('ahp-group', { matrices, method });
      panel(method).weights?.forEach((weight, i) => {
        expect(weight).toBeCloseTo(expected.weights[i] ?? Number.NaN, 13);
      });
    }
    expect(panel('aij-geometric').judges.map(({ made }) => made)).toEqual([3, 3, 3, 0]);
  });
});

describe('importance derived from a survey', () => {
  const items = ['직원', '대기', '수리', '전체'];
  const places = [1, 3, 5, 4];
  const seed = async (times: number) => {
    const rows = Array.from({ length: times }, () => fitnessClub.rows).flat();
    const { waveId, itemIds } = await addWave(test, {
      name: '1차',
      surveyedOn: '2026-04-01',
      items,
      scale: [0, 300],
      respondents: rows.map((row) => ({ answers: places.map((place) => row[place] ?? null) })),
    });
    for (const [i, requirementId] of requirementIds.slice(0, 2).entries()) {
      await test.call('requirement.setItems', { requirementId, itemIds: [itemIds[i] ?? 0] });
    }
    return { waveId, itemIds, wholeItemId: itemIds[3] ?? 0 };
  };

  it('names the items, and finds those of requirements below', async () => {
    const { waveId, itemIds, wholeItemId } = await seed(3);
    const below = await addRequirement(test, '한 번에', requirementIds[2]);
    await test.call('requirement.setItems', { requirementId: below, itemIds: [itemIds[2] ?? 0] });
    const ask = { houseId, waveId, wholeItemId };
    const derived = await test.call('importance.fromSurvey', ask);
    expect(derived.problem).toBeNull();
    expect(derived.n).toBe(60);
    expect(derived.whats.map((what) => what.items.map(({ label }) => label))).toEqual([
      ['직원'],
      ['대기'],
      ['수리'],
    ]);
    const total = derived.whats.reduce((sum, { figure }) => sum + (figure?.value ?? 0), 0);
    expect(total).toBeCloseTo(100, 9);
    const byCorrelation = await test.call('importance.fromSurvey', {
      ...ask,
      method: 'correlation',
    });
    expect(byCorrelation.whats[1]?.figure?.correlation).toBeCloseTo(0.6957, 4);
  });

  it('is the same where so many WHATs and respondents are weighed that a thread does it', async () => {
    const answers = Array.from({ length: 1200 }, (_, r) =>
      Array.from({ length: 31 }, (_, i) => 1 + ((r * (i + 3) + ((r * r * (i + 1)) % 11)) % 7)),
    );
    const wave = await addWave(test, {
      name: '큰 조사',
      surveyedOn: '2026-05-01',
      items: Array.from({ length: 31 }, (_, i) => `문항 ${i}`),
      respondents: answers.map((own) => ({ answers: own })),
    });
    const [wholeItemId = 0, ...itemIds] = wave.itemIds;
    const requirements = [];
    for (const itemId of itemIds) {
      const requirementId = await addRequirement(test, `요구 ${itemId}`);
      await test.call('requirement.setItems', { requirementId, itemIds: [itemId] });
      requirements.push(requirementId);
    }
    const { id } = await test.call('house.create', { name: '큰 집', requirementIds: requirements });
    const derived = await test.call('importance.fromSurvey', {
      houseId: id,
      waveId: wave.waveId,
      wholeItemId,
    });
    const [whole = [], ...columns] = wave.itemIds.map((_, i) =>
      answers.map((own) => (100 * ((own[i] ?? 0) - 1)) / 6),
    );
    const expected = surveyImportance(whole, columns, 'relativeWeight');
    expect(derived.n).toBe(1200);
    for (const [i, { figure }] of derived.whats.entries()) {
      expect(figure?.value).toBeCloseTo(expected.figures[i]?.value ?? Number.NaN, 9);
    }
  });

  it('refuses too little data in words, and an item the wave did not ask', async () => {
    const { waveId, wholeItemId } = await seed(1);
    expect(
      await test.call('importance.fromSurvey', { houseId, waveId, wholeItemId }),
    ).toMatchObject({
      problem: { kind: 'tooFew', n: 20, needed: 30 },
    });
    await expect(
      test.call('importance.fromSurvey', { houseId, waveId, wholeItemId: 9999 }),
    ).rejects.toMatchObject({ code: 'importance.wholeNotAsked' });
  });
});
