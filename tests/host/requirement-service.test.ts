import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

async function voc(...texts: string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const text of texts) {
    const { id } = await test.call('voc.create', {
      text,
      receivedAt: '2026-03-15',
      channel: 'phone',
      kind: 'complaint',
    });
    ids.push(id);
  }
  return ids;
}

async function add(name: string, parentId: number | null = null, vocIds: number[] = []) {
  return (await test.call('requirement.create', { name, parentId, vocIds })).id;
}

async function outline(): Promise<string[]> {
  const rows = await test.call('requirement.list', {});
  return rows.map((row) => `${row.code} ${row.name}`);
}

describe('the tree of requirements', () => {
  it('is listed in outline order with codes and levels', async () => {
    const service = await add('서비스');
    const place = await add('매장');
    await add('응대', service);
    const waiting = await add('대기', service);
    await add('번호표', waiting);
    expect(await outline()).toEqual(['1 서비스', '1.1 응대', '1.2 대기', '1.2.1 번호표', '2 매장']);
    const rows = await test.call('requirement.list', {});
    expect(rows.map((row) => row.level)).toEqual([1, 2, 2, 3, 1]);
    expect(rows.find((row) => row.id === place)).toMatchObject({ parentId: null, position: 1 });
  });

  it('counts own VOC and distinct VOC of all below', async () => {
    const [a = 0, b = 0, c = 0] = await voc('하나', '둘', '셋');
    const top = await add('위', null, [a]);
    const middle = await add('가운데', top, [a, b]);
    await add('아래', middle, [b, c]);
    await add('빈 것', top);
    const rows = await test.call('requirement.list', {});
    expect(rows.map((row) => [row.name, row.ownVocCount, row.vocCount])).toEqual([
      ['위', 1, 3],
      ['가운데', 2, 3],
      ['아래', 2, 2],
      ['빈 것', 0, 0],
    ]);
  });

  it('goes no deeper than three levels, neither by adding nor by moving', async () => {
    const one = await add('1단계');
    const two = await add('2단계', one);
    const three = await add('3단계', two);
    await expect(add('4단계', three)).rejects.toMatchObject({
      code: 'requirement.tooDeep',
      params: { levels: 3 },
    });
    const other = await add('다른 것');
    await expect(
      test.call('requirement.move', { id: one, parentId: other, position: 0 }),
    ).rejects.toMatchObject({ code: 'requirement.tooDeep' });
    await test.call('requirement.move', { id: two, parentId: other, position: 0 });
    expect(await outline()).toEqual(['1 1단계', '2 다른 것', '2.1 2단계', '2.1.1 3단계']);
  });

  it('refuses a move under itself or its own, and unknown ids', async () => {
    const one = await add('위');
    const two = await add('아래', one);
    const move = (id: number, parentId: number | null) =>
      test.call('requirement.move', { id, parentId, position: 0 });
    await expect(move(one, one)).rejects.toMatchObject({ code: 'requirement.cycle' });
    await expect(move(one, two)).rejects.toMatchObject({ code: 'requirement.cycle' });
    await expect(move(99, null)).rejects.toMatchObject({ code: 'requirement.unknown' });
    await expect(move(two, 99)).rejects.toMatchObject({ code: 'requirement.parentUnknown' });
    await expect(add('x', 99)).rejects.toMatchObject({ code: 'requirement.parentUnknown' });
    await expect(test.call('requirement.update', { id: 99, name: 'x' })).rejects.toMatchObject({
      code: 'requirement.unknown',
    });
    expect(await outline()).toEqual(['1 위', '1.1 아래']);
  });

  it('moves among siblings to the place named, and undo puts everything back', async () => {
    for (const name of ['가', '나', '다', '라']) await add(name);
    const rows = await test.call('requirement.list', {});
    const id = rows.find((row) => row.name === '라')?.id ?? 0;
    await test.call('requirement.move', { id, parentId: null, position: 1 });
    expect(await outline()).toEqual(['1 가', '2 라', '3 나', '4 다']);
    await test.call('requirement.move', { id, parentId: null, position: 99 });
    expect(await outline()).toEqual(['1 가', '2 나', '3 다', '4 라']);
    await test.call('undo.undo', {});
    expect(await outline()).toEqual(['1 가', '2 라', '3 나', '4 다']);
  });

  it('renames and describes, and an empty patch is no step', async () => {
    const id = await add('가');
    await test.call('requirement.update', { id, name: '나', description: '설명' });
    expect(await test.call('requirement.list', {})).toMatchObject([
      { name: '나', description: '설명' },
    ]);
    await test.call('requirement.update', { id });
    expect((await test.call('undo.state', {})).undo?.label).toBe('requirement:undo.update');
  });
});

describe('evidence', () => {
  it('is many to many, told only for new links, and shown at the VOC', async () => {
    const [a = 0, b = 0] = await voc('하나', '둘');
    const one = await add('빠른 결제', null, [a]);
    const two = await add('친절', one);
    expect(
      await test.call('requirement.addEvidence', { requirementId: one, vocIds: [a, b, b] }),
    ).toEqual({ added: 1 });
    await test.call('requirement.addEvidence', { requirementId: two, vocIds: [a] });
    expect((await test.call('voc.get', { id: a })).requirements).toEqual([
      { id: one, code: '1', name: '빠른 결제' },
      { id: two, code: '1.1', name: '친절' },
    ]);
    expect(
      (await test.call('voc.listPage', {})).rows.map((row) => [row.id, row.requirementCount]),
    ).toEqual([
      [b, 1],
      [a, 2],
    ]);
  });

  it('that is there already makes no step to undo', async () => {
    const [a = 0] = await voc('하나');
    const one = await add('빠른 결제', null, [a]);
    expect(await test.call('requirement.addEvidence', { requirementId: one, vocIds: [a] })).toEqual(
      { added: 0 },
    );
    expect((await test.call('undo.state', {})).undo?.label).toBe('requirement:undo.create');
  });

  it('is taken away again, leaving the VOC', async () => {
    const ids = await voc('하나', '둘');
    const one = await add('빠른 결제', null, ids);
    expect(
      await test.call('requirement.removeEvidence', { requirementId: one, vocIds: [...ids, 99] }),
    ).toEqual({ removed: 2 });
    expect((await test.call('voc.count', { filter: { unassigned: true } })).total).toBe(2);
  });

  it('of VOC that are gone is refused whole', async () => {
    const [a = 0] = await voc('하나');
    const one = await add('빠른 결제');
    await expect(
      test.call('requirement.addEvidence', { requirementId: one, vocIds: [a, 98, 99] }),
    ).rejects.toMatchObject({ code: 'requirement.vocUnknown', params: { count: 2 } });
    await expect(add('x', null, [99])).rejects.toMatchObject({ code: 'requirement.vocUnknown' });
    expect(await outline()).toEqual(['1 빠른 결제']);
    expect((await test.call('voc.get', { id: a })).requirements).toEqual([]);
  });

  it('is linked a hundred thousand at once', async () => {
    const { raw } = test.host.context.session;
    raw.exec(`
      WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO voc (id, text, received_at, channel, kind, created_at, updated_at)
        SELECT i, '말 ' || i, '2026-01-01', 'web', 'other', '', '' FROM n`);
    const one = await add('모두');
    const { ids } = await test.call('voc.listIds', {});
    expect(await test.call('requirement.addEvidence', { requirementId: one, vocIds: ids })).toEqual(
      { added: 20_000 },
    );
  });
});

describe('removing a requirement', () => {
  it('takes all below it and its place in houses, and undo brings all of it back', async () => {
    const [a = 0] = await voc('하나');
    const top = await add('위');
    const below = await add('아래', top, [a]);
    const house = await test.call('house.create', { name: '집', requirementIds: [below] });
    const { howId } = await test.call('house.addHow', { houseId: house.id, name: '응답 시간' });
    const [whatId = 0] = await whatIdsOf(test, house.id);
    await test.call('house.setRelations', {
      houseId: house.id,
      cells: [{ whatId, howId, strength: 9 }],
    });
    const before = await test.call('house.get', { id: house.id });
    await test.call('requirement.remove', { id: top });
    expect(await outline()).toEqual([]);
    expect((await test.call('house.get', { id: house.id })).whats).toEqual([]);
    expect(await test.call('undo.undo', {})).toEqual({
      label: 'requirement:undo.remove',
      params: { name: '위' },
    });
    expect(await outline()).toEqual(['1 위', '1.1 아래']);
    expect(await test.call('house.get', { id: house.id })).toEqual(before);
    expect((await test.call('voc.get', { id: a })).requirements).toHaveLength(1);
  });
});

describe('survey items of a requirement', () => {
  beforeEach(() => {
    test.host.context.session.raw.exec(`
      INSERT INTO survey_item (id, header, label, scale_min, scale_max, position)
        VALUES (1, 'q1', '빠름', 1, 7, 0), (2, 'q2', '친절', 1, 7, 1)`);
  });

  it('are set whole, in the order of the survey', async () => {
    const id = await add('빠른 결제');
    const itemIds = async () => (await test.call('requirement.list', {}))[0]?.itemIds;
    await test.call('requirement.setItems', { requirementId: id, itemIds: [2, 1, 2] });
    expect(await itemIds()).toEqual([1, 2]);
    await test.call('requirement.setItems', { requirementId: id, itemIds: [2] });
    expect(await itemIds()).toEqual([2]);
    await test.call('requirement.setItems', { requirementId: id, itemIds: [] });
    expect(await itemIds()).toEqual([]);
    await test.call('undo.undo', {});
    expect(await itemIds()).toEqual([2]);
  });

  it('that are gone are refused', async () => {
    const id = await add('빠른 결제');
    await expect(
      test.call('requirement.setItems', { requirementId: id, itemIds: [1, 9] }),
    ).rejects.toMatchObject({ code: 'requirement.itemUnknown' });
  });
});
