import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import type { InputOf } from '../../core/contract/contract.ts';
import type { HouseView } from '../../core/contract/house.contract.ts';
import { weightsOfWhats } from '../../core/domain/house/house-matrix.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

/** Four WHATs, five HOWs, a plan and Kano classes that count. */
async function plannedHouse() {
  const requirementIds = [];
  for (const name of ['빠른 접수', '친절한 안내', '한 번에 해결', '깨끗한 매장']) {
    requirementIds.push(await addRequirement(test, name));
  }
  const { id } = await test.call('house.create', { name: '집', requirementIds });
  const whatIds = await whatIdsOf(test, id);
  const howIds: number[] = [];
  for (const name of ['대기 시간', '상담 교육', '부품 재고', '청소 점검', '앱 예약']) {
    howIds.push((await test.call('house.addHow', { houseId: id, name })).howId);
  }
  await test.call('house.setImportance', {
    houseId: id,
    values: whatIds.map((whatId, i) => ({ whatId, importance: [5, 4, 3, 2][i] ?? 1 })),
  });
  const rows = [
    [9, 3, 0, 0, 3],
    [1, 9, 0, 0, 0],
    [0, 3, 9, 0, 1],
    [0, 0, 0, 9, 0],
  ];
  await test.call('house.setRelations', {
    houseId: id,
    cells: rows.flatMap((row, i) =>
      row.map((strength, j) => ({ whatId: whatIds[i] ?? 0, howId: howIds[j] ?? 0, strength })),
    ),
  });
  await test.call('house.setOptions', {
    houseId: id,
    weighting: 'plan',
    kanoAdjusted: true,
    normalization: 'lyman',
  });
  await test.call('house.setPlan', {
    houseId: id,
    values: [{ whatId: whatIds[1] ?? 0, current: 2, target: 4, salesPoint: 1.5 }],
  });
  await test.call('requirement.setKano', { id: requirementIds[0] ?? 0, kano: 'M' });
  return { id, whatIds, howIds };
}

async function counted(houseId: number) {
  const { jobId } = await test.call('stability.compute', { houseId });
  if (jobId !== null) expect((await test.jobEnd(jobId)).status).toBe('succeeded');
  return test.call('stability.get', { houseId });
}

function calcInput(
  view: HouseView,
  { options, topK, scales }: Awaited<ReturnType<typeof counted>>,
) {
  const { draws, seed, weightNoise, normalizations, otherScales } = options;
  return {
    weights: weightsOfWhats(view),
    relations: view.relations,
    scales: [scales[0], ...otherScales],
    draws,
    seed,
    weightNoise,
    topK,
    normalizations,
  };
}

describe('how firmly the ranks of a house stand', () => {
  it('is counted over 10,000 variants of the weights the house itself uses, as csm calc robustness does', async () => {
    const { id, howIds } = await plannedHouse();
    const before = await test.call('stability.get', { houseId: id });
    expect(before).toMatchObject({ hows: null, weightless: false, topK: 5 });
    const known = await counted(id);
    expect(known.options.draws).toBe(10_000);
    const view = await test.call('house.get', { id });
    expect(weightsOfWhats(view)).not.toEqual([5, 4, 3, 2]);
    const answer = runCalc('robustness', calcInput(view, known));
    expect(answer).toMatchObject({
      ok: true,
      output: {
        topKShare: known.hows?.map(({ topShare }) => topShare),
        rankMedian: known.hows?.map(({ rankMedian }) => rankMedian),
        rankP05: known.hows?.map(({ rankLow }) => rankLow),
        rankP95: known.hows?.map(({ rankHigh }) => rankHigh),
      },
    });
    expect(known.hows?.map(({ howId }) => howId)).toEqual(howIds);
  });

  it('keeps the answer until the house changes, over an undo and with another k', async () => {
    const { id, whatIds } = await plannedHouse();
    const first = await counted(id);
    expect(await test.call('stability.compute', { houseId: id })).toEqual({ jobId: null });
    await test.call('house.setImportance', {
      houseId: id,
      values: [{ whatId: whatIds[3] ?? 0, importance: 5 }],
    });
    expect((await test.call('stability.get', { houseId: id })).hows).toBeNull();
    await test.call('undo.undo', {});
    expect((await test.call('stability.get', { houseId: id })).hows).toEqual(first.hows);
    await test.call('stability.setOptions', { houseId: id, topK: 1 });
    const narrower = await test.call('stability.get', { houseId: id });
    expect(narrower).toMatchObject({ topK: 1, topKFollowsCsfs: false });
    expect(narrower.hows?.every(({ topK }) => topK === 1)).toBe(true);
    const sum = narrower.hows?.reduce((total, { topShare }) => total + topShare, 0);
    expect(sum).toBeGreaterThanOrEqual(1);
  });

  it('varies only what it is told to, and is no step that could be undone', async () => {
    const { id } = await plannedHouse();
    const before = await test.call('undo.state', {});
    const options: InputOf<'stability.setOptions'>['options'] = {
      draws: 500,
      seed: 3,
      weightNoise: 0,
      otherScales: [],
      normalizations: ['lyman'],
    };
    await test.call('stability.setOptions', { houseId: id, options, topK: 2 });
    const known = await counted(id);
    expect(known.options).toEqual(options);
    // Nothing varies: each HOW keeps the rank that the house gives it.
    const ranks = known.hows?.map(({ rankLow, rankHigh }) => [rankLow, rankHigh]);
    expect(ranks?.every(([low, high]) => low === high)).toBe(true);
    expect(known.hows?.filter(({ topShare }) => topShare === 1)).toHaveLength(2);
    expect(await test.call('undo.state', {})).toEqual(before);
  });

  it('ends when it is told to, and says so of a house without weights', async () => {
    const { id } = await plannedHouse();
    const many = { draws: 100_000, seed: 1, weightNoise: 0.2, otherScales: [] };
    await test.call('stability.setOptions', {
      houseId: id,
      options: { ...many, normalizations: ['none'] },
    });
    const { jobId } = await test.call('stability.compute', { houseId: id });
    await test.call('job.cancel', { id: jobId ?? '' });
    expect((await test.jobEnd(jobId ?? '')).status).toBe('cancelled');
    expect(await test.call('stability.get', { houseId: id })).toMatchObject({
      hows: null,
      jobId: null,
    });
    const empty = await test.call('house.create', { name: '빈 집' });
    expect(await test.call('stability.get', { houseId: empty.id })).toMatchObject({
      weightless: true,
      hows: null,
    });
    expect(await test.call('stability.compute', { houseId: empty.id })).toEqual({ jobId: null });
  });

  it('is asked anew of every house, also of one that has the number of one removed', async () => {
    const { id } = await plannedHouse();
    await test.call('stability.setOptions', { houseId: id, topK: 2 });
    await test.call('house.remove', { id });
    const next = await plannedHouse();
    expect(next.id).toBe(id);
    expect(await test.call('stability.get', { houseId: next.id })).toMatchObject({
      topK: 5,
      topKFollowsCsfs: true,
    });
  });

  it('stands beside every CSF, by as many as were chosen', async () => {
    const { id, howIds } = await plannedHouse();
    const chosen = howIds.slice(0, 2);
    const { ids } = await test.call('csf.choose', { houseId: id, howIds: chosen, reason: '상위' });
    expect(await test.call('stability.listForCsfs', {})).toMatchObject(
      ids.map((csfId) => ({ csfId, standing: null })),
    );
    await counted(id);
    const rows = await test.call('stability.listForCsfs', {});
    expect(rows.map(({ standing }) => standing?.topK)).toEqual([2, 2]);
    expect(rows.map(({ standing }) => standing?.howId)).toEqual(chosen);
    // A retired CSF is at work no more.
    await test.call('csf.update', { id: ids[0] ?? 0, status: 'retired' });
    const [row] = await test.call('stability.listForCsfs', {});
    expect(row?.standing?.topK).toBe(1);
  });
});
