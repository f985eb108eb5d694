import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene } from '../support/import-scene.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

const kim = { code: 'C-001', name: '김민용', phone: '010-1234-5678', email: 'minyong@example.com' };

async function voc(text: string): Promise<number> {
  const said = { text, receivedAt: '2026-11-01', channel: 'phone', kind: 'complaint' } as const;
  return (await test.call('voc.create', said)).id;
}

describe('the customer file', () => {
  it('shows a customer without showing who it is, with the number of their VOC', async () => {
    const { id } = await test.call('customer.create', {
      ...kim,
      type: 'VIP',
      note: '김민용 님, 010-1111-2222',
    });
    const vocId = await voc('환불해 주세요');
    await test.call('customer.linkVoc', { customerId: id, vocIds: [vocId] });
    const { rows, total } = await test.call('customer.listPage', {});
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      code: 'C-001',
      name: '김*용',
      phone: '010-1234-****',
      email: 'mi*****@example.com',
      note: '김*용 님, 010-1111-****',
      vocCount: 1,
      openVocCount: 1,
      contactCount: 0,
      lastContactAt: null,
    });
    expect((await test.call('voc.get', { id: vocId })).customer).toEqual({
      id,
      code: 'C-001',
      name: '김*용',
    });
  });

  it('finds customers by a part of code or name, by wish and by type, page by page', async () => {
    await test.call('customer.create', { ...kim, type: 'VIP' });
    await test.call('customer.create', { code: 'C_002', preference: 'none', type: '법인' });
    await test.call('customer.create', { code: 'D%3', type: '법인' });
    const codes = async (query: object) =>
      (await test.call('customer.listPage', query)).rows.map(({ code }) => code);
    expect(await codes({ search: 'c' })).toEqual(['C-001', 'C_002']);
    expect(await codes({ search: '민용' })).toEqual(['C-001']);
    expect(await codes({ search: '_' })).toEqual(['C_002']);
    expect(await codes({ search: '%' })).toEqual(['D%3']);
    expect(await codes({ preferences: ['none'] })).toEqual(['C_002']);
    expect(await codes({ types: ['법인'], sort: { field: 'code', direction: 'desc' } })).toEqual([
      'D%3',
      'C_002',
    ]);
    expect(await codes({ offset: 1, limit: 1 })).toEqual(['C_002']);
    expect(await test.call('customer.listTypes', {})).toEqual(['법인', 'VIP']);
  });

  it('refuses a code that another customer has, and a customer that is gone', async () => {
    const { id } = await test.call('customer.create', kim);
    await expect(test.call('customer.create', { code: 'C-001' })).rejects.toMatchObject({
      code: 'customer.codeTaken',
    });
    await test.call('customer.update', { id, patch: { code: 'C-001', name: '김민수' } });
    await expect(test.call('customer.get', { id: 99 })).rejects.toMatchObject({
      code: 'customer.unknown',
    });
    await expect(test.call('customer.remove', { ids: [99] })).rejects.toMatchObject({
      code: 'customer.unknown',
    });
  });

  it('keeps the VOC of a removed customer, and gives them back with the customer', async () => {
    const { id } = await test.call('customer.create', kim);
    const vocId = await voc('환불해 주세요');
    await test.call('customer.linkVoc', { customerId: id, vocIds: [vocId] });
    await test.call('customer.addContact', { customerId: id, at: '2026-11-20', channel: 'phone' });
    await test.call('customer.remove', { ids: [id] });
    expect((await test.call('voc.get', { id: vocId })).customer).toBeNull();
    await test.call('undo.undo', {});
    expect((await test.call('voc.get', { id: vocId })).customer?.id).toBe(id);
    expect((await test.call('customer.get', { id })).contactCount).toBe(1);
  });

  it("hides the customer's name in their VOC, without any title beside it", async () => {
    const { id } = await test.call('customer.create', kim);
    const vocId = await voc('민용이라고 불러서 김민용 이름을 다 들었다');
    await test.call('customer.linkVoc', { customerId: id, vocIds: [vocId] });
    const masked = '민용이라고 불러서 김*용 이름을 다 들었다';
    expect((await test.call('voc.get', { id: vocId })).text).toBe(masked);
    expect((await test.call('voc.listPage', {})).rows[0]?.text).toBe(masked);
  });
});

describe('importing VOC of customers', () => {
  const rows = [
    ['내용', '고객번호'],
    ['환불이 늦어요', 'C-001'],
    ['배송이 빨라요', 'C-002'],
    ['포장이 좋아요', ''],
    ['또 늦어요', 'C-001'],
  ];

  it('links them to the customer file, and begins one for a code that is new', async () => {
    const { id } = await test.call('customer.create', kim);
    const scene = new ImportScene(test);
    const token = scene.csv(rows);
    expect((await scene.inspect(token)).vocMapping.columns.고객번호).toBe('customerCode');
    expect(await scene.voc(token)).toMatchObject({ status: 'succeeded' });
    const { rows: customers } = await test.call('customer.listPage', {});
    expect(customers.map(({ code, vocCount }) => [code, vocCount])).toEqual([
      ['C-001', 2],
      ['C-002', 1],
    ]);
    expect((await test.call('voc.count', { filter: { customerId: id } })).total).toBe(2);
  });

  it('takes the new files back with the import, and brings them again', async () => {
    const scene = new ImportScene(test);
    await scene.voc(scene.csv(rows));
    await test.call('undo.undo', {});
    expect((await test.call('customer.listPage', {})).total).toBe(0);
    await test.call('undo.redo', {});
    expect((await test.call('customer.listPage', {})).total).toBe(2);
    expect((await test.call('voc.count', {})).total).toBe(4);
  });
});

describe('the contact log', () => {
  const policy = { maxContacts: 1, windowDays: 30, quietDays: 0 };
  const november = { at: '2026-11-20', channel: 'phone' } as const;

  it('warns before one contacts somebody too often, and keeps the reason of who does so anyway', async () => {
    const { id: customerId } = await test.call('customer.create', kim);
    await test.call('customer.setPolicy', { policy });
    expect(await test.call('customer.checkContact', { customerId, ...november })).toEqual([]);
    await test.call('customer.addContact', { customerId, ...november, purpose: '만족도 확인' });
    const again = { customerId, at: '2026-11-21T10:00', channel: 'phone' } as const;
    expect(await test.call('customer.checkContact', again)).toMatchObject([
      { kind: 'tooMany', count: 1, freeOn: '2026-12-20' },
    ]);
    await expect(test.call('customer.addContact', again)).rejects.toMatchObject({
      code: 'customer.contactWarned',
    });
    await test.call('customer.addContact', { ...again, overrideReason: '고객이 요청' });
    const { rows } = await test.call('customer.listContacts', { customerId });
    expect(rows.map(({ at, overrideReason }) => [at, overrideReason])).toEqual([
      ['2026-11-21T10:00', '고객이 요청'],
      ['2026-11-20', ''],
    ]);
  });

  it('respects a refusal, and lets an answer to a VOC pass the limit', async () => {
    const { id: customerId } = await test.call('customer.create', kim);
    await test.call('customer.setPolicy', { policy });
    const vocId = await voc('언제 답을 주나요');
    await test.call('customer.addContact', { customerId, ...november, vocId });
    await test.call('customer.addContact', { customerId, ...november, vocId });
    await test.call('customer.addContact', { customerId, ...november });
    await test.call('customer.update', { id: customerId, patch: { preference: 'none' } });
    expect(await test.call('customer.checkContact', { customerId, ...november, vocId })).toEqual([
      { kind: 'refused' },
    ]);
  });

  it('takes a contact and a policy back', async () => {
    const { id: customerId } = await test.call('customer.create', kim);
    await test.call('customer.setPolicy', { policy });
    const { id } = await test.call('customer.addContact', { customerId, ...november });
    await test.call('customer.removeContact', { id });
    await expect(test.call('customer.removeContact', { id })).rejects.toMatchObject({
      code: 'customer.contactUnknown',
    });
    await test.call('undo.undo', {});
    expect((await test.call('customer.listContacts', { customerId })).total).toBe(1);
    await test.call('undo.undo', {});
    await test.call('undo.undo', {});
    expect(await test.call('customer.getPolicy', {})).toBeNull();
  });
});
