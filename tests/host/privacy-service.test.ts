import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

const words = '김민용 고객님 010-1234-5678로 연락 주세요';

async function voc(change: object = {}): Promise<number> {
  const said = {
    text: words,
    receivedAt: '2020-05-05',
    channel: 'phone',
    kind: 'complaint',
  } as const;
  return (await test.call('voc.create', { ...said, ...change })).id;
}

const keep36 = { months: 36, action: 'anonymise', closedOnly: true } as const;

describe('a customer’s own name', () => {
  const named = '홍길동이 세 번 전화했는데 답이 없습니다';

  let files = 0;
  async function namedVoc(): Promise<number> {
    const { id } = await test.call('customer.create', { code: `C-${++files}`, name: '홍길동' });
    return voc({ text: named, customerId: id });
  }

  it('is hidden in duplicates, in what was merged and in the trail', async () => {
    const [first, second] = [await namedVoc(), await namedVoc()];
    expect((await test.call('trail.get', { kind: 'voc', id: first })).title).not.toContain(
      '홍길동',
    );
    await test.call('duplicate.merge', { survivorId: first, ids: [second] });
    const [merged] = await test.call('duplicate.listMerged', { survivorId: first });
    expect(merged?.text).toBe('홍*동이 세 번 전화했는데 답이 없습니다');
  });

  it('is hidden in the history of answers', async () => {
    const id = await namedVoc();
    await test.call('handling.reply', { id, note: '홍길동께 사과했습니다' });
    await test.call('handling.escalate', { ids: [await namedVoc()], note: '홍길동 항의' });
    const shown = JSON.stringify([
      await test.call('handling.history', { id }),
      await test.call('handling.history', { id: id + 1 }),
    ]);
    expect(shown).toContain('사과했습니다');
    expect(shown).toContain('항의');
    expect(shown).not.toContain('홍길동');
  });
});

describe('seeing personal data', () => {
  it('shows a VOC as written to who says what for, and keeps that in a log', async () => {
    const id = await voc();
    await test.call('preference.set', { key: 'me.name', value: '이담당' });
    expect((await test.call('voc.get', { id })).text).not.toContain('5678');
    const shown = await test.call('privacy.unmaskVoc', { id, purpose: '환불 계좌 확인' });
    expect(shown.text).toBe(words);
    const { rows, total } = await test.call('privacy.listUnmasked', {});
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      actor: '이담당',
      purpose: '환불 계좌 확인',
      scope: 'voc',
      vocId: id,
      count: 1,
    });
  });

  it('shows nothing without a purpose', async () => {
    const id = await voc();
    for (const purpose of ['', ' ', '가']) {
      await expect(test.call('privacy.unmaskVoc', { id, purpose })).rejects.toMatchObject({
        code: 'app.invalidInput',
      });
    }
    expect((await test.call('privacy.listUnmasked', {})).total).toBe(0);
  });

  it('logs a copy of many as one entry with their number', async () => {
    const ids = [await voc(), await voc()];
    const shown = await test.call('privacy.unmaskMany', {
      ids: [...ids, 99],
      purpose: '법원 제출',
    });
    expect(shown.map(({ text }) => text)).toEqual([words, words]);
    expect((await test.call('privacy.listUnmasked', {})).rows[0]).toMatchObject({
      scope: 'copy',
      count: 2,
    });
  });

  it('keeps the log through undo and redo', async () => {
    const id = await voc();
    await test.call('privacy.unmaskVoc', { id, purpose: '주소 확인' });
    await test.call('undo.undo', {});
    expect((await test.call('voc.count', {})).total).toBe(0);
    expect((await test.call('privacy.listUnmasked', {})).total).toBe(1);
    await test.call('undo.redo', {});
    expect((await test.call('voc.get', { id })).id).toBe(id);
  });

  it('opens a customer file the same way', async () => {
    const { id } = await test.call('customer.create', {
      code: 'C-1',
      name: '김민용',
      phone: '010-1234-5678',
    });
    expect(await test.call('privacy.unmaskCustomer', { id, purpose: '본인 확인' })).toMatchObject({
      name: '김민용',
      phone: '010-1234-5678',
    });
    expect((await test.call('privacy.listUnmasked', {})).rows[0]).toMatchObject({
      scope: 'customer',
      customerId: id,
    });
  });
});

describe('retention', () => {
  it('says beforehand what a rule would change, and what stays because it is open', async () => {
    await voc({ status: 'closed' });
    await voc({ status: 'closed', receivedAt: '2019-01-01' });
    await voc({ receivedAt: '2019-02-02' });
    await voc({ receivedAt: '2126-11-01', status: 'closed' });
    const closedLately = keep36;
    // Closed today, however long ago received: the three years begin now.
    expect(await test.call('privacy.previewRetention', { rule: closedLately })).toMatchObject({
      count: 0,
      keptOpen: 1,
    });
    const all = await test.call('privacy.previewRetention', {
      rule: { ...keep36, closedOnly: false },
    });
    expect(all).toMatchObject({
      count: 1,
      keptOpen: 0,
      oldest: '2019-02-02',
      byYear: [{ year: '2019', count: 1 }],
    });
  });

  async function oldClosed(change: object = {}): Promise<number> {
    const id = await voc({ status: 'closed', ...change });
    closeLongAgo(id);
    return id;
  }

  function closeLongAgo(id: number): void {
    test.host.context.session.raw
      .prepare("UPDATE voc SET closed_at = '2020-06-01' WHERE id = ?")
      .run(id);
  }

  it('takes personal data out for good, and leaves the rest of the VOC', async () => {
    const { id: customerId } = await test.call('customer.create', { code: 'C-1', name: '박하늘' });
    const id = await oldClosed({ text: `${words}. 박하늘이 말함`, externalId: 'A-1', customerId });
    const fresh = await voc({ receivedAt: '2126-01-01' });
    const { count } = await test.call('privacy.previewRetention', { rule: keep36 });
    expect(count).toBe(1);
    const { jobId } = await test.call('privacy.applyRetention', { rule: keep36, count });
    expect(await test.jobEnd(jobId)).toMatchObject({ status: 'succeeded' });
    const after = await test.call('privacy.unmaskVoc', { id, purpose: '확인' });
    expect(after.text).toBe('*** 고객님 ***로 연락 주세요. ***이 말함');
    expect(await test.call('voc.get', { id })).toMatchObject({
      externalId: null,
      customer: null,
      kind: 'complaint',
    });
    expect((await test.call('privacy.unmaskVoc', { id: fresh, purpose: '확인' })).text).toBe(words);
    expect((await test.call('voc.count', { filter: { search: '5678' } })).total).toBe(1);
    expect((await test.call('privacy.previewRetention', { rule: keep36 })).count).toBe(0);
    expect(await test.call('privacy.listRetention', {})).toMatchObject([
      { action: 'anonymise', count: 1 },
    ]);
  });

  it('purges VOC as a whole, and nothing before it can be undone', async () => {
    const id = await oldClosed({ text: '지워질 말 01099998888' });
    const rule = { ...keep36, action: 'purge' } as const;
    const { jobId } = await test.call('privacy.applyRetention', { rule, count: 1 });
    expect(await test.jobEnd(jobId)).toMatchObject({ status: 'succeeded' });
    await expect(test.call('voc.get', { id })).rejects.toMatchObject({ code: 'voc.unknown' });
    expect(await test.call('undo.state', {})).toEqual({ undo: null, redo: null });
    expect((await test.call('voc.count', { filter: { search: '9999' } })).total).toBe(0);
  });

  it('leaves no trace of purged words in the file once it is closed', async () => {
    await oldClosed({ text: '흔적없이사라질문장 01099998888' });
    const { file } = test.host.context.session;
    const rule = { ...keep36, action: 'purge' } as const;
    const { jobId } = await test.call('privacy.applyRetention', { rule, count: 1 });
    await test.jobEnd(jobId);
    await test.call('workspace.close', {});
    expect(readFileSync(file).includes('흔적없이사라질문장')).toBe(false);
  });

  describe('of merged duplicates', () => {
    const raw = () => test.host.context.session.raw;
    const rule = (action: 'anonymise' | 'purge') => ({ ...keep36, action }) as const;
    const textsOf = (table: string) =>
      raw().prepare(`SELECT text FROM ${table} ORDER BY id`).pluck().all();
    async function run(action: 'anonymise' | 'purge', count: number): Promise<void> {
      const { jobId } = await test.call('privacy.applyRetention', { rule: rule(action), count });
      expect(await test.jobEnd(jobId)).toMatchObject({ status: 'succeeded' });
    }
    /** An old and a young VOC; the one goes into the other. */
    async function merged(which: 'old' | 'young'): Promise<{ old: number; young: number }> {
      const old = await oldClosed({ text: `오래된 ${words}`, receivedAt: '2019-01-01' });
      const young = await voc({ text: `새로운 ${words}`, status: 'closed' });
      const survivorId = which === 'old' ? young : old;
      await test.call('duplicate.merge', { survivorId, ids: [which === 'old' ? old : young] });
      return { old, young };
    }

    it('an old one goes although its survivor stays', async () => {
      const { young } = await merged('old');
      expect(await test.call('privacy.previewRetention', { rule: rule('purge') })).toMatchObject({
        count: 1,
        merged: 1,
        parted: 0,
        byYear: [{ year: '2019', count: 1 }],
      });
      await run('purge', 1);
      expect(textsOf('merged_voc')).toEqual([]);
      expect(textsOf('voc')).toEqual([`새로운 ${words}`]);
      expect((await test.call('voc.get', { id: young })).mergedCount).toBe(0);
    });

    it('an old one loses its personal data although its survivor keeps them', async () => {
      await merged('old');
      await run('anonymise', 1);
      expect(textsOf('merged_voc')).toEqual(['오래된 *** 고객님 ***로 연락 주세요']);
      expect(textsOf('voc')).toEqual([`새로운 ${words}`]);
      const again = await test.call('privacy.previewRetention', { rule: rule('anonymise') });
      expect(again.count).toBe(0);
    });

    it('a young one keeps its words when its survivor loses them, and comes back when that goes', async () => {
      const { young } = await merged('young');
      await run('anonymise', 1);
      expect(textsOf('merged_voc')).toEqual([`새로운 ${words}`]);
      expect(textsOf('voc')).toEqual(['오래된 *** 고객님 ***로 연락 주세요']);
      expect(await test.call('privacy.previewRetention', { rule: rule('purge') })).toMatchObject({
        count: 1,
        merged: 0,
        parted: 1,
      });
      await run('purge', 1);
      expect(textsOf('merged_voc')).toEqual([]);
      expect(textsOf('voc')).toEqual([`새로운 ${words}`]);
      expect((await test.call('voc.get', { id: young })).id).toBe(young);
    });

    it('goes with its survivor when both are old, and stays while the case is open', async () => {
      const { old } = await merged('young');
      raw().exec("UPDATE merged_voc SET closed_at = '2020-01-01', received_at = '2019-05-05'");
      raw().exec("UPDATE voc SET status = 'received', closed_at = NULL");
      raw().exec("UPDATE merged_voc SET status = 'received', closed_at = NULL");
      expect(await test.call('privacy.previewRetention', { rule: rule('purge') })).toMatchObject({
        count: 0,
        keptOpen: 2,
      });
      closeLongAgo(old);
      raw().exec("UPDATE voc SET status = 'closed'");
      await run('purge', 2);
      expect([textsOf('voc'), textsOf('merged_voc')]).toEqual([[], []]);
    });
  });

  it('does nothing when another number than the one shown would go', async () => {
    await oldClosed();
    await oldClosed();
    const { jobId } = await test.call('privacy.applyRetention', { rule: keep36, count: 1 });
    expect(await test.jobEnd(jobId)).toMatchObject({
      status: 'failed',
      error: { code: 'privacy.previewOutdated', params: { count: 2 } },
    });
    expect(await test.call('privacy.listRetention', {})).toEqual([]);
  });

  it('remembers the rule, and takes a changed rule back', async () => {
    await test.call('privacy.setRetention', { rule: keep36 });
    expect(await test.call('privacy.getRetention', {})).toEqual(keep36);
    await test.call('undo.undo', {});
    expect(await test.call('privacy.getRetention', {})).toBeNull();
  });
});
