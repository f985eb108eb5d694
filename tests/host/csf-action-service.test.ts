import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localToday } from '../../electron/host/local-date.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import {
  addEvidence,
  addRequirement,
  addVoc,
  addWave,
  whatIdsOf,
} from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

/** absolute weights: wait 45 + 9 = 54, training 27; relative 2/3 and 1/3. */
async function weighedHouse() {
  const requirementIds = [
    await addRequirement(test, '빠른 접수'),
    await addRequirement(test, '친절한 안내'),
  ];
  const { id } = await test.call('house.create', { name: '집', requirementIds });
  const [speed = 0, kind = 0] = await whatIdsOf(test, id);
  await test.call('house.setImportance', {
    houseId: id,
    values: [{ whatId: speed, importance: 5 }],
  });
  const wait = await test.call('house.addHow', {
    houseId: id,
    name: '대기 시간',
    targetValue: '5분',
  });
  const training = await test.call('house.addHow', { houseId: id, name: '상담 교육' });
  await test.call('house.setRelations', {
    houseId: id,
    cells: [
      { whatId: speed, howId: wait.howId, strength: 9 },
      { whatId: kind, howId: wait.howId, strength: 3 },
      { whatId: kind, howId: training.howId, strength: 9 },
    ],
  });
  return { id, speed, kind, wait: wait.howId, training: training.howId };
}

describe('CSF', () => {
  it('keeps weight and rank of the day it was chosen beside those of today', async () => {
    const { id, speed, wait, training } = await weighedHouse();
    await test.call('csf.choose', { houseId: id, howIds: [wait], reason: '가중치 1위' });
    expect(await test.call('csf.list', {})).toMatchObject([
      {
        howName: '대기 시간',
        houseName: '집',
        status: 'proposed',
        reason: '가중치 1위',
        targetValue: '5분',
        chosenWeight: 54 / 81,
        chosenRank: 1,
        currentWeight: 54 / 81,
        currentRank: 1,
      },
    ]);
    await test.call('house.setRelations', {
      houseId: id,
      cells: [
        { whatId: speed, howId: wait, strength: 0 },
        { whatId: speed, howId: training, strength: 9 },
      ],
    });
    const [after] = await test.call('csf.list', {});
    expect(after).toMatchObject({ chosenWeight: 54 / 81, chosenRank: 1, currentRank: 2 });
    expect(after?.currentWeight).toBeCloseTo(9 / 81, 12);
  });

  it('has no weight of today while its house has no relation', async () => {
    const { id } = await test.call('house.create', { name: '빈 집' });
    const { howId } = await test.call('house.addHow', { houseId: id, name: '품질' });
    await test.call('csf.choose', { houseId: id, howIds: [howId], reason: '경영진 판단' });
    expect(await test.call('csf.list', {})).toMatchObject([
      { chosenWeight: 0, chosenRank: 1, currentWeight: null, currentRank: null },
    ]);
  });

  it('leaves one already chosen as it is', async () => {
    const { id, wait, training } = await weighedHouse();
    const first = await test.call('csf.choose', { houseId: id, howIds: [wait], reason: '처음' });
    const again = await test.call('csf.choose', {
      houseId: id,
      howIds: [wait, training],
      reason: '다시',
    });
    expect(again.ids).toHaveLength(2);
    expect(again.ids[0]).toBe(first.ids[0]);
    const rows = await test.call('csf.list', {});
    expect(rows.map((row) => row.reason)).toEqual(['처음', '다시']);
    expect((await test.call('house.get', { id })).hows.map((how) => how.csfId)).toEqual(again.ids);
  });

  it('refuses a HOW of another house and chooses none of the block', async () => {
    const { id, wait } = await weighedHouse();
    const other = await test.call('house.create', { name: '다른 집' });
    const { howId } = await test.call('house.addHow', { houseId: other.id, name: '남의 것' });
    await expect(
      test.call('csf.choose', { houseId: id, howIds: [wait, howId], reason: '' }),
    ).rejects.toMatchObject({ code: 'house.howUnknown' });
    expect(await test.call('csf.list', {})).toEqual([]);
  });

  it('counts each VOC once, through all requirements it serves and those below them', async () => {
    const { id, speed, kind, wait, training } = await weighedHouse();
    const below = await addRequirement(test, '접수 창구', speed);
    const [a, b, c] = [await addVoc(test, 'a'), await addVoc(test, 'b'), await addVoc(test, 'c')];
    await addEvidence(test, speed, [a]);
    await addEvidence(test, below, [a, b]);
    await addEvidence(test, kind, [a, c]);
    await test.call('csf.choose', { houseId: id, howIds: [wait, training], reason: '' });
    const rows = await test.call('csf.list', {});
    expect(rows.map((row) => [row.howName, row.vocCount])).toEqual([
      ['대기 시간', 3],
      ['상담 교육', 2],
    ]);
  });

  it('counts its actions, the open and the overdue', async () => {
    const { id, wait } = await weighedHouse();
    const { ids } = await test.call('csf.choose', { houseId: id, howIds: [wait], reason: '' });
    const csfId = ids[0] ?? 0;
    await test.call('action.create', { title: '1', csfId, dueDate: '2020-01-01' });
    await test.call('action.create', { title: '2', csfId, dueDate: localToday() });
    await test.call('action.create', { title: '3', csfId, status: 'done', dueDate: '2020-01-01' });
    expect(await test.call('csf.list', {})).toMatchObject([
      { actionCount: 3, openActionCount: 2, overdueActionCount: 1 },
    ]);
  });

  it('changes only what is named, and undo names and restores it', async () => {
    const { id, wait } = await weighedHouse();
    const { ids } = await test.call('csf.choose', { houseId: id, howIds: [wait], reason: '이유' });
    const csfId = ids[0] ?? 0;
    await test.call('csf.update', { id: csfId, status: 'agreed', kpi: '평균 대기 시간' });
    expect(await test.call('csf.list', {})).toMatchObject([
      { status: 'agreed', kpi: '평균 대기 시간', reason: '이유', owner: '', targetValue: '5분' },
    ]);
    expect(await test.call('undo.undo', {})).toEqual({
      label: 'csf:undo.update',
      params: { name: '대기 시간' },
    });
    expect(await test.call('csf.list', {})).toMatchObject([{ status: 'proposed', kpi: '' }]);
  });

  it('changes several as one step, and none when one of them is gone', async () => {
    const { id, wait, training } = await weighedHouse();
    const { ids } = await test.call('csf.choose', {
      houseId: id,
      howIds: [wait, training],
      reason: '',
    });
    const agreed = ids.map((csfId) => ({ id: csfId, status: 'agreed' as const }));
    await test.call('csf.change', { cause: 'status', changes: agreed });
    const statuses = async () => (await test.call('csf.list', {})).map((row) => row.status);
    expect(await statuses()).toEqual(['agreed', 'agreed']);
    await expect(
      test.call('csf.change', {
        cause: 'paste',
        changes: [
          { id: ids[0] ?? 0, kpi: ' 대기 ' },
          { id: 999, kpi: '없음' },
        ],
      }),
    ).rejects.toMatchObject({ code: 'csf.notFound' });
    expect((await test.call('csf.list', {}))[0]?.kpi).toBe('');
    expect(await test.call('undo.undo', {})).toEqual({
      label: 'csf:undo.status',
      params: { count: 2 },
    });
    expect(await statuses()).toEqual(['proposed', 'proposed']);
  });

  it('is measured by the survey items it is linked to, wave by wave, and its trail has them', async () => {
    const { id, wait } = await weighedHouse();
    const { ids } = await test.call('csf.choose', { houseId: id, howIds: [wait], reason: '' });
    const csfId = ids[0] ?? 0;
    const wave = (name: string, surveyedOn: string, answers: number[]) =>
      addWave(test, {
        name,
        surveyedOn,
        items: ['기다림이 짧다', '친절하다'],
        respondents: answers.map((answer) => ({ answers: [answer, 4] })),
      });
    const { itemIds } = await wave('상반기', '2026-03-01', [4, 4]);
    await wave('하반기', '2026-09-01', [7, 4]);
    const itemId = itemIds[0] ?? 0;
    await test.call('csf.setItems', { id: csfId, itemIds: [itemId, itemId] });
    expect((await test.call('csf.list', {}))[0]?.itemIds).toEqual([itemId]);
    expect(await test.call('csf.listItems', {})).toEqual([
      {
        itemId,
        label: '기다림이 짧다',
        scores: [
          { waveName: '상반기', score: 50, n: 2 },
          { waveName: '하반기', score: 75, n: 2 },
        ],
      },
    ]);
    const forward = await test.call('trail.get', { kind: 'csf', id: csfId });
    expect(forward.items).toMatchObject([{ id: itemId, byCsf: true }]);
    const back = await test.call('trail.get', { kind: 'item', id: itemId });
    expect(back.csfs).toMatchObject([{ id: csfId }]);
    expect(back.requirements.map(({ name }) => name)).toEqual(['빠른 접수', '친절한 안내']);
    await expect(
      test.call('csf.setItems', { id: csfId, itemIds: [itemId, 999] }),
    ).rejects.toMatchObject({ code: 'csf.itemUnknown' });
    await test.call('csf.setItems', { id: csfId, itemIds: [] });
    expect(await test.call('csf.listItems', {})).toEqual([]);
    await test.call('undo.undo', {});
    expect((await test.call('csf.list', {}))[0]?.itemIds).toEqual([itemId]);
  });

  it('leaves its actions when it goes; undo gives them back to it', async () => {
    const { id, wait } = await weighedHouse();
    const { ids } = await test.call('csf.choose', { houseId: id, howIds: [wait], reason: '' });
    const csfId = ids[0] ?? 0;
    await test.call('action.create', { title: '창구 늘리기', csfId });
    await test.call('csf.remove', { id: csfId });
    expect(await test.call('action.list', {})).toMatchObject([{ csfId: null, csfName: null }]);
    await test.call('undo.undo', {});
    expect(await test.call('action.list', {})).toMatchObject([{ csfId, csfName: '대기 시간' }]);
  });
});

describe('action', () => {
  it('is made with sensible blanks and listed with its state of today', async () => {
    const { id } = await test.call('action.create', {
      title: '창구 늘리기',
      dueDate: '2020-01-01',
    });
    expect(await test.call('action.list', {})).toMatchObject([
      {
        id,
        title: '창구 늘리기',
        status: 'planned',
        overdue: true,
        completedOn: null,
        csfId: null,
      },
    ]);
  });

  it('gets its day of completion with the status and loses it with it', async () => {
    const { id } = await test.call('action.create', { title: '교육', status: 'inProgress' });
    await test.call('action.update', { id, patch: { status: 'done' } });
    expect(await test.call('action.list', {})).toMatchObject([{ completedOn: localToday() }]);
    await test.call('action.update', { id, patch: { status: 'onHold', owner: '이영희' } });
    expect(await test.call('action.list', {})).toMatchObject([
      { completedOn: null, status: 'onHold', owner: '이영희', title: '교육' },
    ]);
  });

  it('takes a due date away when the patch says null', async () => {
    const { id } = await test.call('action.create', { title: '교육', dueDate: '2026-05-01' });
    await test.call('action.update', { id, patch: { dueDate: null } });
    expect(await test.call('action.list', {})).toMatchObject([{ dueDate: null, daysLeft: null }]);
  });

  it('leaves no undo step when nothing changes', async () => {
    const { id } = await test.call('action.create', { title: '교육' });
    await test.call('action.update', { id, patch: { title: '교육' } });
    expect((await test.call('undo.state', {})).undo?.label).toBe('action:undo.create');
  });

  it('refuses an unknown CSF or action', async () => {
    await expect(test.call('action.create', { title: 'x', csfId: 9 })).rejects.toMatchObject({
      code: 'csf.notFound',
    });
    await expect(
      test.call('action.update', { id: 9, patch: { title: 'y' } }),
    ).rejects.toMatchObject({ code: 'action.notFound' });
    await expect(test.call('action.remove', { id: 9 })).rejects.toMatchObject({
      code: 'action.notFound',
    });
  });

  it('comes back with undo after removal', async () => {
    const { id } = await test.call('action.create', { title: '교육', expectedEffect: 'CSI +2' });
    await test.call('action.remove', { id });
    expect(await test.call('action.list', {})).toEqual([]);
    await test.call('undo.undo', {});
    expect(await test.call('action.list', {})).toMatchObject([{ id, expectedEffect: 'CSI +2' }]);
  });
});
