import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../core/contract/contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

type Filter = InputOf<'voc.count'>['filter'];

describe('words of the sample workspace', () => {
  let test: TestHost;
  beforeAll(async () => {
    test = await startTestHost({ workspace: 'sample' });
  }, 60_000);
  afterAll(() => test.dispose());

  const count = async (filter: Filter) => (await test.call('voc.count', { filter })).total;
  const ranking = (filter: Filter = {}, limit = 500) =>
    test.call('insight.keywords', { filter, limit });

  it('are learned in a job that anybody can watch, once', async () => {
    const { jobId } = await test.call('insight.learn', {});
    const again = await test.call('insight.learn', {});
    expect(again.jobId).toBe(jobId);
    expect((await test.jobEnd(jobId ?? '')).status).toBe('succeeded');
    expect(await test.call('insight.state', {})).toMatchObject({ status: 'ready', texts: 3000 });
  });

  it('count exactly the VOC that the list then shows, under any filter', async () => {
    for (const filter of [
      {},
      { kinds: ['praise' as const] },
      { search: '기사', channels: ['web' as const] },
    ]) {
      const { words, total } = await ranking(filter, 12);
      expect(total).toBe(await count(filter));
      for (const { word, count: holding } of words) {
        expect(await count({ ...filter, keyword: word })).toBe(holding);
      }
    }
  });

  it('show the words that a listed VOC really holds', async () => {
    const { rows } = await test.call('voc.listPage', { filter: { keyword: '환불' }, limit: 20 });
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every(({ text }) => text.includes('환불'))).toBe(true);
  });

  it('pair up as often as the list says', async () => {
    const { pairs } = await test.call('insight.cooccurrence', { filter: {}, limit: 8 });
    expect(pairs.length).toBe(8);
    for (const { first, second, both, firstCount } of pairs) {
      expect(await count({ keyword: `${first} ${second}` })).toBe(both);
      expect(await count({ keyword: first })).toBe(firstCount);
    }
  });

  it('rise in a period as often as the list says', async () => {
    const weekly = await test.call('insight.weekly', { filter: {} });
    const last = weekly.weeks.at(-2)?.to ?? '';
    const period = { from: weekly.weeks.at(-9)?.from ?? '', to: last };
    const baseline = { from: weekly.weeks[1]?.from ?? '', to: weekly.weeks.at(-10)?.to ?? '' };
    const rising = await test.call('insight.rising', { filter: {}, period, baseline, limit: 6 });
    expect(rising.periodTotal).toBe(
      await count({ receivedFrom: period.from, receivedTo: period.to }),
    );
    for (const line of rising.words) {
      const within = { keyword: line.word, receivedFrom: period.from, receivedTo: period.to };
      expect(await count(within)).toBe(line.period);
    }
  });

  it('come and go week by week as the list says, and so do all VOC', async () => {
    const trend = await test.call('insight.trend', { filter: {}, words: ['환불'], unit: 'month' });
    for (const [i, { from, to, total }] of trend.periods.slice(0, 4).entries()) {
      expect(await count({ receivedFrom: from, receivedTo: to })).toBe(total);
      const holding = { keyword: '환불', receivedFrom: from, receivedTo: to };
      expect(await count(holding)).toBe(trend.series[0]?.counts[i]);
    }
    const weekly = await test.call('insight.weekly', {
      filter: { kinds: ['complaint'] },
      rateOf: {},
    });
    expect(weekly.type).toBe('p');
    for (const { from, to, count: complaints, whole } of weekly.weeks.slice(5, 9)) {
      const within = { receivedFrom: from, receivedTo: to };
      expect(await count({ ...within, kinds: ['complaint'] })).toBe(complaints);
      expect(await count(within)).toBe(whole);
    }
  });

  it('leave a stop word out at once, and take it back with undo', async () => {
    const before = (await ranking({}, 3)).words.map(({ word }) => word);
    const [first = ''] = before;
    await test.call('insight.saveWordRule', { kind: 'stop', word: first });
    expect((await ranking({}, 3)).words.map(({ word }) => word)).not.toContain(first);
    expect(await count({ keyword: first })).toBe(0);
    await test.call('undo.undo', {});
    expect((await ranking({}, 3)).words.map(({ word }) => word)).toEqual(before);
  });

  it('count synonyms as one, and refuse a word that stands for itself', async () => {
    const both = new Set<number>();
    for (const keyword of ['기사', '상담사']) {
      const { ids } = await test.call('voc.listIds', { filter: { keyword } });
      for (const id of ids) both.add(id);
    }
    const { id } = await test.call('insight.saveWordRule', {
      kind: 'synonym',
      word: '상담사',
      standsFor: '기사',
    });
    expect(await count({ keyword: '기사' })).toBe(both.size);
    await test.call('insight.removeWordRule', { id });
    const itself = { kind: 'synonym' as const, word: '기사', standsFor: '기 사' };
    await expect(test.call('insight.saveWordRule', itself)).rejects.toMatchObject({
      code: 'insight.synonymOfItself',
    });
  });

  it('follow VOC that are written, changed, taken away and brought back', async () => {
    const before = await count({ keyword: '환불' });
    const voc = {
      text: '환불이 안 됩니다',
      receivedAt: '2026-03-01',
      channel: 'web',
      kind: 'complaint',
    } as const;
    const { id } = await test.call('voc.create', voc);
    expect(await count({ keyword: '환불' })).toBe(before + 1);
    await test.call('voc.update', { ids: [id], patch: { text: '배송이 늦습니다' } });
    expect(await count({ keyword: '환불' })).toBe(before);
    await test.call('undo.undo', {});
    expect(await count({ keyword: '환불' })).toBe(before + 1);
    await test.call('voc.remove', { ids: [id] });
    expect(await count({ keyword: '환불' })).toBe(before);
    await test.call('undo.undo', {});
    expect(await count({ keyword: '환불' })).toBe(before + 1);
  });

  it('name no customer', async () => {
    for (let i = 0; i < 8; i++) {
      const tail = ['가', '는', '를', '에게', '의', '와', '도', '만'][i] ?? '';
      await test.call('voc.create', {
        text: `성함: 남궁민호 고객님. 남궁민호 고객님${tail} 연락 요청`,
        receivedAt: '2026-03-02',
        channel: 'phone',
        kind: 'other',
      });
    }
    const { words } = await ranking();
    expect(
      words.filter(({ word, surfaces }) =>
        `${word} ${surfaces.map(({ text }) => text).join(' ')}`.includes('남궁'),
      ),
    ).toEqual([]);
  });
  it('name nobody whom the customer file knows, from the moment it does', async () => {
    const { words: before } = await ranking();
    const name = before.find(({ word }) => /^[가-힣]{3}$/.test(word))?.word ?? '';
    const isNamed = async () =>
      (await ranking()).words.some(({ word, surfaces }) =>
        [word, ...surfaces.map(({ text }) => text)].some((shown) => shown.includes(name)),
      );
    expect(await isNamed()).toBe(true);
    await test.call('customer.create', { code: 'C-이름', name });
    expect(await isNamed()).toBe(false);
    const pairs = await test.call('insight.cooccurrence', {});
    expect(JSON.stringify(pairs)).not.toContain(`"${name}"`);
    await test.call('undo.undo', {});
    expect(await isNamed()).toBe(true);
  });
});

describe('words of an empty workspace', () => {
  it('are none, and nothing fails', async () => {
    const test = await startTestHost();
    const { words, total } = await test.call('insight.keywords', {});
    expect([words.length, total]).toEqual([0, 0]);
    expect((await test.call('insight.cooccurrence', {})).pairs).toEqual([]);
    expect((await test.call('insight.weekly', {})).weeks).toEqual([]);
    await test.dispose();
  });

  it('are given up when learning is cancelled, and learned when asked again', async () => {
    const test = await startTestHost({ workspace: 'sample' });
    const { jobId } = await test.call('insight.learn', {});
    await test.call('job.cancel', { id: jobId ?? '' });
    const end = await test.jobEnd(jobId ?? '');
    expect(['cancelled', 'succeeded']).toContain(end.status);
    expect((await test.call('insight.keywords', { limit: 5 })).words).toHaveLength(5);
    await test.dispose();
  }, 60_000);
});
