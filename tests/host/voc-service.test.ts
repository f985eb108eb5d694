import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../core/contract/contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

function record(text: string, more: Partial<InputOf<'voc.create'>> = {}): Promise<{ id: number }> {
  return test.call('voc.create', {
    text,
    receivedAt: '2026-03-15T09:30',
    channel: 'phone',
    kind: 'complaint',
    ...more,
  });
}

async function texts(filter: InputOf<'voc.listPage'>['filter'] = {}): Promise<string[]> {
  return (await test.call('voc.listPage', { filter })).rows.map((row) => row.text);
}

describe('recording a VOC', () => {
  it('keeps every field and shows it in the list and alone', async () => {
    const { id } = await record('결제가 안돼요', {
      branch: '강남센터',
      customerType: '개인',
      severity: 4,
      product: '냉장고',
      owner: '상담1팀',
      externalId: 'A-001',
      status: 'inProgress',
    });
    const expected = {
      id,
      text: '결제가 안돼요',
      receivedAt: '2026-03-15T09:30',
      channel: 'phone',
      kind: 'complaint',
      status: 'inProgress',
      branch: '강남센터',
      region: null,
      customerType: '개인',
      severity: 4,
      product: '냉장고',
      owner: '상담1팀',
      externalId: 'A-001',
      requirementCount: 0,
      mergedCount: 0,
      customerId: null,
      dueOn: null,
      escalatedAt: null,
    };
    expect(await test.call('voc.listPage', {})).toMatchObject({ rows: [expected] });
    expect(await test.call('voc.count', {})).toMatchObject({ total: 1 });
    expect(await test.call('voc.get', { id })).toMatchObject({
      ...expected,
      masked: false,
      extras: [],
      requirements: [],
      respondent: null,
      importId: null,
    });
  });

  it('makes a new branch known, once, and undo forgets it again', async () => {
    await record('하나', { branch: '강남센터' });
    await record('둘', { branch: '강남센터' });
    expect(await test.call('workspace.listBranches', {})).toMatchObject([
      { name: '강남센터', region: '' },
    ]);
    await test.call('undo.undo', {});
    await test.call('undo.undo', {});
    expect(await test.call('workspace.listBranches', {})).toEqual([]);
  });

  it('takes an empty choice for none, and drops what no text can hold', async () => {
    const { id } = await record('줄\r\n바꿈\0', { branch: ' ', product: '' });
    expect(await test.call('voc.get', { id })).toMatchObject({
      text: '줄\n바꿈',
      branch: null,
      product: null,
    });
    await expect(record('\0\0')).rejects.toMatchObject({ code: 'voc.textRequired' });
    await expect(record('   ')).rejects.toMatchObject({ code: 'app.invalidInput' });
  });

  it('refuses a source number that another VOC has', async () => {
    await record('하나', { externalId: 'A-001' });
    await expect(record('둘', { externalId: 'A-001' })).rejects.toMatchObject({
      code: 'voc.externalIdTaken',
      params: { externalId: 'A-001' },
    });
    expect(await texts()).toEqual(['하나']);
  });

  it('says which areas changed and names the step to undo', async () => {
    await record('홍길동 고객님 010-1234-5678 결제가 계속 안된다고 하십니다');
    expect(test.events.at(-1)).toEqual({ name: 'areas.changed', payload: { areas: ['voc'] } });
    const { undo } = await test.call('undo.state', {});
    expect(undo?.label).toBe('voc:undo.create');
    expect(undo?.params.text).toBe('홍*동 고객님 010-1234-***…');
  });
});

describe('finding VOC', () => {
  it('finds any substring, and only texts with every word', async () => {
    await record('결제가 안돼요');
    await record('APP 결제 Error 3');
    await record('환불 요청');
    expect(await texts({ search: '결제' })).toHaveLength(2);
    expect(await texts({ search: 'app error' })).toEqual(['APP 결제 Error 3']);
    expect(await texts({ search: '제 오류' })).toEqual([]);
    expect(await texts({ search: '요' })).toHaveLength(2);
    expect(await texts({ search: '"결제 안' })).toEqual([]);
    expect(await texts({ search: '결제 -app' })).toEqual(['결제가 안돼요']);
    expect(await texts({ search: ' \n' })).toHaveLength(3);
  });

  it('follows a branch to its region', async () => {
    const { id } = await record('하나', { branch: '강남센터' });
    await record('둘', { branch: '부산센터' });
    const branches = await test.call('workspace.listBranches', {});
    const gangnam = branches.find((branch) => branch.name === '강남센터');
    await test.call('workspace.setBranchRegion', { id: gangnam?.id ?? 0, region: '서울' });
    expect(await texts({ regions: ['서울'] })).toEqual(['하나']);
    expect((await test.call('voc.get', { id })).region).toBe('서울');
    expect((await test.call('voc.listChoices', {})).regions).toEqual(['서울']);
  });

  it('lists ids of all that a filter selects, newest first', async () => {
    const first = await record('하나', { receivedAt: '2026-01-01' });
    const second = await record('둘', { receivedAt: '2026-02-01' });
    await record('셋', { receivedAt: '2026-03-01', kind: 'praise' });
    expect(await test.call('voc.listIds', { filter: { kinds: ['complaint'] } })).toEqual({
      ids: [second.id, first.id],
      total: 2,
    });
  });

  it('offers known values, most used first', async () => {
    await record('하나', { product: '냉장고', owner: '김' });
    await record('둘', { product: '세탁기', branch: '강남' });
    await record('셋', { product: '세탁기', customerType: '법인' });
    expect(await test.call('voc.listChoices', {})).toEqual({
      branches: ['강남'],
      regions: [],
      products: ['세탁기', '냉장고'],
      customerTypes: ['법인'],
      owners: ['김'],
    });
  });
});

describe('personal data in VOC', () => {
  it('are hidden everywhere unless asked for with a purpose', async () => {
    const written = '김민용 고객님 010-1234-5678';
    const { id } = await record(written);
    expect(await texts()).toEqual(['김*용 고객님 010-1234-****']);
    expect(await test.call('voc.get', { id })).toMatchObject({
      text: '김*용 고객님 010-1234-****',
      masked: true,
    });
    expect(await test.call('privacy.unmaskVoc', { id, purpose: '본인 확인' })).toMatchObject({
      text: written,
    });
    expect(await test.call('trail.get', { kind: 'voc', id })).toMatchObject({
      title: '김*용 고객님 010-1234-****',
      voc: { sample: [{ text: '김*용 고객님 010-1234-****' }] },
    });
  });
});

describe('changing VOC', () => {
  it('changes only what a patch names, in one step for many', async () => {
    const one = await record('하나', { severity: 3, branch: '강남' });
    const two = await record('둘');
    await test.call('voc.update', {
      ids: [one.id, two.id],
      patch: { status: 'closed', branch: '새 지점' },
    });
    expect(await test.call('voc.get', { id: one.id })).toMatchObject({
      text: '하나',
      severity: 3,
      status: 'closed',
      branch: '새 지점',
    });
    expect(await test.call('undo.undo', {})).toEqual({
      label: 'voc:undo.update',
      params: { count: 2 },
    });
    expect(await test.call('voc.get', { id: one.id })).toMatchObject({
      status: 'received',
      branch: '강남',
    });
    expect(await test.call('workspace.listBranches', {})).toHaveLength(1);
  });

  it('keeps the search true to a changed text, also after undo and redo', async () => {
    const { id } = await record('결제 오류');
    await test.call('voc.update', { ids: [id], patch: { text: '환불 지연' } });
    expect(await texts({ search: '결제' })).toEqual([]);
    expect(await texts({ search: '지연' })).toEqual(['환불 지연']);
    await test.call('undo.undo', {});
    expect(await texts({ search: '결제' })).toEqual(['결제 오류']);
    expect(await texts({ search: '지연' })).toEqual([]);
    await test.call('undo.redo', {});
    expect(await texts({ search: '지연' })).toEqual(['환불 지연']);
  });

  it('gives one source number to one VOC only', async () => {
    const one = await record('하나', { externalId: 'A' });
    const two = await record('둘');
    const give = (ids: number[], externalId: string) =>
      test.call('voc.update', { ids, patch: { externalId } });
    await expect(give([one.id, two.id], 'B')).rejects.toMatchObject({
      code: 'voc.externalIdForOne',
    });
    await expect(give([two.id], 'A')).rejects.toMatchObject({ code: 'voc.externalIdTaken' });
    await give([one.id], 'A');
  });

  it('removes many in one step and brings them back with their evidence', async () => {
    const ids = [(await record('하나')).id, (await record('둘')).id];
    const { id } = await test.call('requirement.create', { name: '빠른 결제', vocIds: ids });
    await test.call('voc.remove', { ids });
    expect(await texts()).toEqual([]);
    expect(await texts({ search: '하나' })).toEqual([]);
    await test.call('undo.undo', {});
    expect(await texts({ requirementId: id })).toHaveLength(2);
    expect(await texts({ search: '하나' })).toEqual(['하나']);
  });

  it('says so when what shall change is gone', async () => {
    await expect(test.call('voc.get', { id: 99 })).rejects.toMatchObject({ code: 'voc.unknown' });
    await expect(
      test.call('voc.update', { ids: [99], patch: { status: 'closed' } }),
    ).rejects.toMatchObject({ code: 'voc.unknown' });
    await expect(test.call('voc.remove', { ids: [99] })).rejects.toMatchObject({
      code: 'voc.unknown',
    });
    expect(await test.call('undo.state', {})).toEqual({ undo: null, redo: null });
  });

  it('takes a hundred thousand ids at once', async () => {
    const { id } = await record('하나');
    const ids = Array.from({ length: 100_000 }, (_, index) => id + index);
    await test.call('voc.update', { ids, patch: { status: 'closed' } });
    expect((await test.call('voc.get', { id })).status).toBe('closed');
  });
});
