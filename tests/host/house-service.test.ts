import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addEvidence, addRequirement, addVoc, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

/** A house of two WHATs (importance 5 and 3) and three HOWs, without relations. */
async function smallHouse() {
  const requirementIds = [
    await addRequirement(test, '빠른 접수'),
    await addRequirement(test, '친절한 안내'),
  ];
  const { id } = await test.call('house.create', { name: 'A/S 접수', requirementIds });
  const [speed = 0, kind = 0] = await whatIdsOf(test, id);
  await test.call('house.setImportance', {
    houseId: id,
    values: [
      { whatId: speed, importance: 5 },
      { whatId: kind, importance: 3 },
    ],
  });
  const hows: number[] = [];
  for (const name of ['대기 시간', '상담 교육', '접수 창구 수']) {
    hows.push((await test.call('house.addHow', { houseId: id, name })).howId);
  }
  const [wait = 0, training = 0, desks = 0] = hows;
  return { id, requirementIds, speed, kind, wait, training, desks };
}

describe('house', () => {
  it('shows WHATs with outline code, importance and the VOC behind them and below them', async () => {
    const parent = await addRequirement(test, '접수');
    const child = await addRequirement(test, '빠른 접수', parent);
    const [first, second] = [
      await addVoc(test, '너무 늦어요'),
      await addVoc(test, '한참 기다렸어요'),
    ];
    await addEvidence(test, parent, [first]);
    await addEvidence(test, child, [first, second]);
    const { id } = await test.call('house.create', { name: '집', requirementIds: [child, parent] });
    const view = await test.call('house.get', { id });
    expect(view.whats).toMatchObject([
      { requirementId: child, code: '1.1', name: '빠른 접수', importance: 3, vocCount: 2 },
      { requirementId: parent, code: '1', name: '접수', importance: 3, vocCount: 2 },
    ]);
    expect(view.relations).toEqual([[], []]);
  });

  it('keeps relations as a matrix and takes a whole block back in one undo', async () => {
    const { id, speed, kind, wait, desks } = await smallHouse();
    await test.call('house.setRelations', {
      houseId: id,
      cells: [
        { whatId: speed, howId: wait, strength: 9 },
        { whatId: speed, howId: desks, strength: 3 },
        { whatId: kind, howId: wait, strength: 1 },
      ],
    });
    expect((await test.call('house.get', { id })).relations).toEqual([
      [9, 0, 3],
      [1, 0, 0],
    ]);
    await test.call('house.setRelations', {
      houseId: id,
      cells: [
        { whatId: speed, howId: wait, strength: 0 },
        { whatId: kind, howId: wait, strength: 3 },
      ],
    });
    expect((await test.call('house.get', { id })).relations).toEqual([
      [0, 0, 3],
      [3, 0, 0],
    ]);
    await test.call('undo.undo', {});
    expect((await test.call('house.get', { id })).relations).toEqual([
      [9, 0, 3],
      [1, 0, 0],
    ]);
    await test.call('undo.undo', {});
    expect((await test.call('house.get', { id })).relations).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('leaves no undo step when a cell gets the value it has', async () => {
    const { id, speed, wait } = await smallHouse();
    const before = await test.call('undo.state', {});
    await test.call('house.setRelations', {
      houseId: id,
      cells: [{ whatId: speed, howId: wait, strength: 0 }],
    });
    expect(await test.call('undo.state', {})).toEqual(before);
  });

  it('refuses a relation outside the house and writes nothing of the block', async () => {
    const { id, speed, wait } = await smallHouse();
    await expect(
      test.call('house.setRelations', {
        houseId: id,
        cells: [
          { whatId: speed, howId: wait, strength: 9 },
          { whatId: speed, howId: 9999, strength: 9 },
        ],
      }),
    ).rejects.toMatchObject({ code: 'house.howUnknown' });
    expect((await test.call('house.get', { id })).relations[0]).toEqual([0, 0, 0]);
  });

  it('moves HOWs and WHATs with their relations', async () => {
    const { id, speed, kind, wait, training, desks } = await smallHouse();
    await test.call('house.setRelations', {
      houseId: id,
      cells: [{ whatId: speed, howId: wait, strength: 9 }],
    });
    await test.call('house.moveHow', { houseId: id, howId: wait, position: 99 });
    await test.call('house.moveWhat', { houseId: id, whatId: kind, position: 0 });
    const view = await test.call('house.get', { id });
    expect(view.hows.map((how) => how.howId)).toEqual([training, desks, wait]);
    expect(view.whats.map((what) => what.whatId)).toEqual([kind, speed]);
    expect(view.relations).toEqual([
      [0, 0, 0],
      [0, 0, 9],
    ]);
    await test.call('house.moveHow', { houseId: id, howId: desks, position: 0 });
    expect((await test.call('house.get', { id })).hows.map((how) => how.howId)).toEqual([
      desks,
      training,
      wait,
    ]);
  });

  it('forgets the relations of a WHAT taken out, and undo brings both back', async () => {
    const { id, requirementIds, speed, kind, wait } = await smallHouse();
    await test.call('house.setRelations', {
      houseId: id,
      cells: [{ whatId: speed, howId: wait, strength: 9 }],
    });
    await test.call('house.removeWhat', { houseId: id, whatId: speed });
    await test.call('house.addWhats', { houseId: id, requirementIds });
    expect((await test.call('house.get', { id })).relations).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    await test.call('undo.undo', {});
    await test.call('undo.undo', {});
    const view = await test.call('house.get', { id });
    expect(view.whats.map((what) => what.whatId)).toEqual([speed, kind]);
    expect(view.relations[0]).toEqual([9, 0, 0]);
    expect(view.whats[0]?.importance).toBe(5);
  });

  it('removes a HOW with its relations and its CSF and keeps the action; undo restores all', async () => {
    const { id, speed, wait, training } = await smallHouse();
    await test.call('house.setRelations', {
      houseId: id,
      cells: [{ whatId: speed, howId: wait, strength: 9 }],
    });
    const { ids } = await test.call('csf.choose', { houseId: id, howIds: [wait], reason: '1위' });
    const csfId = ids[0] ?? 0;
    const action = await test.call('action.create', { title: '창구 늘리기', csfId });
    await test.call('house.removeHow', { houseId: id, howId: wait });
    expect(await test.call('csf.list', {})).toEqual([]);
    expect(await test.call('action.list', {})).toMatchObject([{ id: action.id, csfId: null }]);
    expect((await test.call('house.get', { id })).hows[0]?.howId).toBe(training);
    await test.call('undo.undo', {});
    expect((await test.call('house.get', { id })).relations[0]).toEqual([9, 0, 0]);
    expect(await test.call('action.list', {})).toMatchObject([{ id: action.id, csfId }]);
    expect(await test.call('csf.list', {})).toMatchObject([{ id: csfId, howId: wait }]);
  });

  it('lists houses with their counts in order of making', async () => {
    const { id } = await smallHouse();
    await test.call('house.create', { name: '둘째' });
    expect(await test.call('house.list', {})).toEqual([
      { id, name: 'A/S 접수', whatCount: 2, howCount: 3, csfCount: 0 },
      { id: id + 1, name: '둘째', whatCount: 0, howCount: 0, csfCount: 0 },
    ]);
  });

  it('holds at most 300 WHATs', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 301; i++) ids.push(await addRequirement(test, `요구 ${i}`));
    const { id } = await test.call('house.create', { name: '큰 집', requirementIds: ids.slice(1) });
    await expect(
      test.call('house.addWhats', { houseId: id, requirementIds: ids.slice(0, 1) }),
    ).rejects.toMatchObject({ code: 'house.tooManyWhats', params: { max: 300 } });
  });

  it('pastes a block of 300 × 300 and takes it back', async () => {
    const requirementIds: number[] = [];
    for (let i = 0; i < 300; i++) requirementIds.push(await addRequirement(test, `요구 ${i}`));
    const { id } = await test.call('house.create', { name: '가장 큰 집', requirementIds });
    const hows: number[] = [];
    for (let j = 0; j < 300; j++) {
      hows.push((await test.call('house.addHow', { houseId: id, name: `품질 ${j}` })).howId);
    }
    const cells = (await whatIdsOf(test, id)).flatMap((whatId) =>
      hows.map((howId) => ({ whatId, howId, strength: 3 })),
    );
    await test.call('house.setRelations', { houseId: id, cells });
    const filled = await test.call('house.get', { id });
    expect(filled.relations.flat().every((strength) => strength === 3)).toBe(true);
    await test.call('house.setRelations', {
      houseId: id,
      cells: cells.map((cell) => ({ ...cell, strength: 0 })),
    });
    expect((await test.call('house.get', { id })).relations.flat().some(Boolean)).toBe(false);
    await test.call('undo.undo', {});
    expect((await test.call('house.get', { id })).relations).toEqual(filled.relations);
  });

  it('says when a house, a WHAT or a HOW is not there', async () => {
    await expect(test.call('house.get', { id: 77 })).rejects.toMatchObject({
      code: 'house.notFound',
    });
    await expect(
      test.call('house.create', { name: 'x', requirementIds: [404] }),
    ).rejects.toMatchObject({ code: 'house.requirementUnknown' });
    expect(await test.call('house.list', {})).toEqual([]);
    await expect(test.call('house.updateHow', { howId: 5, name: 'x' })).rejects.toMatchObject({
      code: 'house.howUnknown',
    });
  });
});
