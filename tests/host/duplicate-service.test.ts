import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import type { InputOf } from '../../core/contract/contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;

beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

const complaint = '기사님이 약속 시간보다 두 시간이나 늦게 오셨는데 사과도 없었습니다';

async function addVoc(fields: Partial<InputOf<'voc.create'>> = {}): Promise<number> {
  const { id } = await test.call('voc.create', {
    text: complaint,
    receivedAt: '2026-11-21T09:30',
    channel: 'phone',
    kind: 'complaint',
    branch: '강남',
    ...fields,
  });
  return id;
}

async function search(criteria: InputOf<'duplicate.find'>['criteria'] = {}) {
  const { jobId } = await test.call('duplicate.find', { criteria });
  expect(await test.jobEnd(jobId)).toMatchObject({ status: 'succeeded' });
  return test.call('duplicate.findings', {});
}

const groupsOf = async () =>
  (await test.call('duplicate.list', {})).groups.map(({ members }) => members.map(({ id }) => id));

const tables = [
  'voc',
  'voc_extra',
  'voc_history',
  'requirement',
  'requirement_voc',
  'contact',
  'distinct_voc',
  'merged_voc',
  'merged_voc_extra',
  'merged_voc_history',
  'merged_voc_requirement',
  'merged_voc_reference',
];
/** Every row of every table that merging touches; the survivor's history apart. */
function content(without: readonly string[] = []): Record<string, unknown[]> {
  const { raw } = test.host.context.session;
  return Object.fromEntries(
    tables
      .filter((table) => !without.includes(table))
      .map((table) => [table, raw.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]),
  );
}

const rows = (sql: string) => test.host.context.session.raw.prepare(sql).all();

/** A workspace in which a VOC to be merged has all that can belong to one. */
async function fullVoc(): Promise<{ survivor: number; other: number; requirement: number }> {
  const survivor = await addVoc();
  const other = await addVoc({ externalId: 'A-1', owner: '김담당', severity: 4 });
  const third = await addVoc({ text: '전혀 다른 이야기를 길게 적은 문의입니다' });
  await test.call('voc.update', { ids: [other], patch: { severity: 5 } });
  const { raw } = test.host.context.session;
  raw.exec(`
    INSERT INTO extra_field (id, name) VALUES (1, '설문 메모');
    INSERT INTO voc_extra VALUES (${other}, 1, '재방문');
    INSERT INTO customer (id, code, created_at) VALUES (1, 'C1', '2026-01-01');
    INSERT INTO contact (id, customer_id, voc_id, at, channel) VALUES (1, 1, ${other}, '2026-11-22', 'phone');
    INSERT INTO distinct_voc VALUES (${other}, ${third});
  `);
  const { id: requirement } = await test.call('requirement.create', {
    parentId: null,
    name: '약속을 지킨다',
  });
  await test.call('requirement.addEvidence', { requirementId: requirement, vocIds: [other] });
  raw.exec(`UPDATE requirement SET quote_voc_id = ${other} WHERE id = ${requirement}`);
  return { survivor, other, requirement };
}

describe('merging', () => {
  it('takes the duplicate out of every list and count and gives its evidence to the survivor', async () => {
    const { survivor, other, requirement } = await fullVoc();
    await test.call('duplicate.merge', { survivorId: survivor, ids: [other] });

    expect((await test.call('voc.count', {})).total).toBe(2);
    expect(rows('SELECT requirement_id, voc_id FROM requirement_voc')).toEqual([
      { requirement_id: requirement, voc_id: survivor },
    ]);
    expect(rows('SELECT quote_voc_id FROM requirement')).toEqual([{ quote_voc_id: survivor }]);
    expect(rows('SELECT voc_id FROM contact')).toEqual([{ voc_id: survivor }]);
    expect(await test.call('duplicate.listMerged', { survivorId: survivor })).toMatchObject([
      { id: other, externalId: 'A-1', similarity: 1 },
    ]);
    expect(await test.call('voc.get', { id: survivor })).toMatchObject({ mergedCount: 1 });
  });

  it('is taken back whole: columns, number, extras, links, quotes, contacts, history', async () => {
    const { survivor, other } = await fullVoc();
    const before = content(['voc_history']);
    const historyBefore = rows(`SELECT * FROM voc_history WHERE voc_id = ${other}`);
    await test.call('duplicate.merge', { survivorId: survivor, ids: [other] });
    await test.call('duplicate.unmerge', { survivorId: survivor });

    expect(content(['voc_history'])).toEqual(before);
    expect(historyBefore.length).toBeGreaterThan(0);
    expect(rows(`SELECT * FROM voc_history WHERE voc_id = ${other}`)).toEqual(historyBefore);
    const told = rows(
      `SELECT kind FROM voc_history WHERE voc_id = ${survivor} AND kind LIKE '%merge' ORDER BY id`,
    );
    expect(told).toEqual([{ kind: 'merge' }, { kind: 'unmerge' }]);
    const found = await test.call('voc.listPage', { filter: { search: '약속 시간' } });
    expect(found.rows.map(({ id }) => id).sort()).toEqual([survivor, other]);
  });

  it('and parting are undone and redone like any edit', async () => {
    const { survivor, other } = await fullVoc();
    const apart = content();
    await test.call('duplicate.merge', { survivorId: survivor, ids: [other] });
    const merged = content();
    await test.call('undo.undo', {});
    expect(content()).toEqual(apart);
    await test.call('undo.redo', {});
    expect(content()).toEqual(merged);
    await test.call('duplicate.unmerge', { ids: [other] });
    await test.call('undo.undo', {});
    expect(content()).toEqual(merged);
  });

  it('leaves the survivor the evidence that it had itself, or has from another merged one', async () => {
    const [survivor = 0, one = 0, two = 0] = [await addVoc(), await addVoc(), await addVoc()];
    const { id: own } = await test.call('requirement.create', { parentId: null, name: '가' });
    const { id: shared } = await test.call('requirement.create', { parentId: null, name: '나' });
    await test.call('requirement.addEvidence', { requirementId: own, vocIds: [survivor, one] });
    await test.call('requirement.addEvidence', { requirementId: shared, vocIds: [one, two] });
    const linked = () =>
      rows(`SELECT requirement_id FROM requirement_voc WHERE voc_id = ${survivor} ORDER BY 1`).map(
        (row) => (row as { requirement_id: number }).requirement_id,
      );
    await test.call('duplicate.merge', { survivorId: survivor, ids: [one, two] });
    expect(linked()).toEqual([own, shared]);
    await test.call('duplicate.unmerge', { ids: [one] });
    expect(linked()).toEqual([own, shared]);
    await test.call('duplicate.unmerge', { ids: [two] });
    expect(linked()).toEqual([own]);
  });

  it('of a survivor takes along what was merged into it, and parting gives it back', async () => {
    const [first = 0, middle = 0, last = 0] = [await addVoc(), await addVoc(), await addVoc()];
    await test.call('duplicate.merge', { survivorId: middle, ids: [last] });
    const before = content(['voc_history', 'merged_voc_history']);
    await test.call('duplicate.merge', { survivorId: first, ids: [middle] });
    const merged = await test.call('duplicate.listMerged', { survivorId: first });
    expect(merged.map(({ id }) => id).sort()).toEqual([middle, last]);
    await test.call('duplicate.unmerge', { ids: [middle] });
    expect(content(['voc_history', 'merged_voc_history'])).toEqual(before);
  });

  it('keeps the number of a merged VOC free, also when it was the last', async () => {
    const [survivor, last] = [await addVoc(), await addVoc()];
    await test.call('duplicate.merge', { survivorId: survivor, ids: [last] });
    expect(await addVoc({ text: '새로 들어온 다른 이야기' })).toBe(last + 1);
    await test.call('duplicate.unmerge', { survivorId: survivor });
    expect((await test.call('voc.get', { id: last })).text).toBe(complaint);
  });

  it('refuses what is not there, and an original number that is taken meanwhile', async () => {
    const [survivor, other] = [await addVoc(), await addVoc({ externalId: 'A-1' })];
    const refusal = (code: string) => (error: unknown) =>
      error instanceof AppError && error.code === code;
    await expect(
      test.call('duplicate.merge', { survivorId: survivor, ids: [999] }),
    ).rejects.toSatisfy(refusal('duplicate.unknown'));
    await test.call('duplicate.merge', { survivorId: survivor, ids: [other] });
    await addVoc({ externalId: 'A-1', text: '번호를 다시 쓴 다른 이야기' });
    await expect(test.call('duplicate.unmerge', { survivorId: survivor })).rejects.toSatisfy(
      refusal('duplicate.externalIdTaken'),
    );
    expect(rows('SELECT count(*) AS n FROM merged_voc')).toEqual([{ n: 1 }]);
  });
});

describe('looking for duplicates', () => {
  it('groups what is the same or nearly, and lists it until it is merged or found different', async () => {
    const same = [await addVoc(), await addVoc({ receivedAt: '2026-11-21T18:00' })];
    const near = [
      await addVoc({ branch: '마포' }),
      await addVoc({ branch: '마포', text: `${complaint} 정말` }),
    ];
    await addVoc({ receivedAt: '2026-11-25' });
    expect(await test.call('duplicate.findings', {})).toBeNull();
    expect(await search()).toMatchObject({
      compared: 5,
      exactGroups: 1,
      nearGroups: 1,
      exactVoc: 1,
      nearVoc: 1,
    });
    expect(await groupsOf()).toEqual([same, near]);

    await test.call('duplicate.merge', { survivorId: same[0] ?? 0, ids: [same[1] ?? 0] });
    expect(await groupsOf()).toEqual([near]);
    await test.call('undo.undo', {});
    expect(await groupsOf()).toEqual([same, near]);
    await test.call('duplicate.markDistinct', { ids: near });
    expect(await groupsOf()).toEqual([same]);
    expect(await search()).toMatchObject({ nearGroups: 0 });
  });

  it('looks only at the VOC a filter selects', async () => {
    await addVoc();
    await addVoc();
    const { jobId } = await test.call('duplicate.find', { filter: { branches: ['마포'] } });
    await test.jobEnd(jobId);
    expect(await test.call('duplicate.findings', {})).toMatchObject({
      compared: 0,
      exactGroups: 0,
    });
  });

  it('pages through many groups and merges all of a kind as one step', async () => {
    for (let group = 0; group < 5; group++) {
      const text = `${group}번 창구에서 번호표를 뽑고 ${group * 13}분을 기다렸습니다 너무 깁니다`;
      await addVoc({ text, branch: `지점 ${group}` });
      await addVoc({ text, branch: `지점 ${group}` });
      await addVoc({ text: `${text} 정말로`, branch: `지점 ${group}` });
    }
    await search();
    const first = await test.call('duplicate.list', { limit: 2 });
    const second = await test.call('duplicate.list', { limit: 2, offset: first.nextOffset ?? 0 });
    expect(first.groups.map(({ place }) => place)).toEqual([0, 1]);
    expect(second.groups.map(({ place }) => place)).toEqual([2, 3]);
    expect(await test.call('duplicate.mergeAll', { kind: 'exact' })).toEqual({
      merged: 5,
    });
    expect((await test.call('voc.count', {})).total).toBe(10);
    expect(await test.call('duplicate.mergeAll', { kind: 'all' })).toEqual({ merged: 5 });
    await test.call('undo.undo', {});
    await test.call('undo.undo', {});
    expect((await test.call('voc.count', {})).total).toBe(15);
  });

  it('shows personal data in no list', async () => {
    await addVoc({ text: `${complaint} 010-1234-5678로 연락 주세요` });
    await addVoc({ text: `${complaint} 010-1234-5678로 연락 주세요` });
    await search();
    const { groups } = await test.call('duplicate.list', {});
    expect(groups[0]?.members.map(({ text }) => text).join()).not.toContain('1234-5678');
    const [one, other] = groups[0]?.members.map(({ id }) => id) ?? [];
    await test.call('duplicate.merge', { survivorId: one ?? 0, ids: [other ?? 0] });
    const [merged] = await test.call('duplicate.listMerged', { survivorId: one ?? 0 });
    expect(merged?.text).not.toContain('1234-5678');
  });
});
