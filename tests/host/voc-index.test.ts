import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../core/contract/contract.ts';
import type { VocFacetName } from '../../core/contract/voc.contract.ts';
import { openWorkspaceFile } from '../../db/workspace-file.ts';
import { startIndexThread } from '../../electron/host/voc-index/index-thread.ts';
import { VocIndex } from '../../electron/host/voc-index/voc-index.ts';
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

async function counts(facet: VocFacetName, filter: InputOf<'voc.facets'>['filter'] = {}) {
  const answer = await test.call('voc.facets', { filter, facets: [facet] });
  const [counted] = answer.facets;
  return Object.fromEntries((counted?.values ?? []).map(({ value, count }) => [value, count]));
}

describe('facets of the VOC list', () => {
  it('count what else there is beside what is chosen', async () => {
    await record('하나', { branch: '강남센터', severity: 3 });
    await record('둘', { branch: '부산센터', kind: 'praise' });
    await record('셋', { branch: '부산센터' });
    const answer = await test.call('voc.facets', {
      filter: { branches: ['부산센터'] },
      facets: ['branch', 'kind', 'severity', 'requirement'],
    });
    expect(answer.total).toBe(2);
    expect(answer.elapsedMs).toBeGreaterThan(0);
    expect(answer.facets).toMatchObject([
      {
        facet: 'branch',
        values: [
          { value: '부산센터', count: 2 },
          { value: '강남센터', count: 1 },
        ],
      },
      {
        facet: 'kind',
        values: [
          { value: 'complaint', count: 1 },
          { value: 'praise', count: 1 },
        ],
      },
      { facet: 'severity', values: [{ value: '', label: null, count: 2 }] },
      { facet: 'requirement', values: [{ value: '', count: 2 }] },
    ]);
  });

  it('name requirements, and show no value that would give a customer away', async () => {
    const { id } = await record('응대가 느립니다');
    const requirement = await test.call('requirement.create', { name: '빠른 응대' });
    await test.call('requirement.addEvidence', { requirementId: requirement.id, vocIds: [id] });
    const { raw } = test.host.context.session;
    raw.exec(`INSERT INTO extra_field (id, name) VALUES (1, '등급'), (2, '연락처');
      INSERT INTO voc_extra VALUES (${id}, 1, 'VIP'), (${id}, 2, '010-1234-5678');`);
    const { facets } = await test.call('voc.facets', {
      facets: ['requirement', 'extra:1', 'extra:2'],
    });
    expect(facets).toEqual([
      {
        facet: 'requirement',
        values: [{ value: String(requirement.id), label: '1 빠른 응대', count: 1 }],
        others: { values: 0, count: 0 },
      },
      {
        facet: 'extra:1',
        values: [{ value: 'VIP', label: null, count: 1 }],
        others: { values: 0, count: 0 },
      },
      { facet: 'extra:2', values: [], others: { values: 1, count: 1 } },
    ]);
    expect(await test.call('voc.listExtraFields', {})).toEqual([
      { id: 1, name: '등급' },
      { id: 2, name: '연락처' },
    ]);
  });

  it('cross two facets, and count by period', async () => {
    await record('하나', { channel: 'web' });
    await record('둘', { kind: 'praise', receivedAt: '2026-03-01' });
    await record('셋', { receivedAt: '2026-03-02' });
    expect(await test.call('voc.crossCounts', { rows: 'channel', columns: 'kind' })).toMatchObject({
      rows: [{ value: 'phone' }, { value: 'web' }],
      columns: [{ value: 'complaint' }, { value: 'praise' }],
      counts: [
        [1, 1],
        [1, 0],
      ],
      total: 3,
    });
    expect(await test.call('voc.countByPeriod', { unit: 'week' })).toEqual({
      periods: [
        { from: '2026-02-23', to: '2026-03-01', count: 1 },
        { from: '2026-03-02', to: '2026-03-08', count: 1 },
        { from: '2026-03-09', to: '2026-03-15', count: 1 },
      ],
      total: 3,
    });
  });
});

describe('what is read after an edit', () => {
  it('is the edit, its undo, its redo and what another connection wrote', async () => {
    const { id } = await record('첫 번째 말');
    expect(await counts('status')).toEqual({ received: 1 });
    await record('두 번째 말');
    expect(await counts('status')).toEqual({ received: 2 });
    await test.call('voc.update', { ids: [id], patch: { status: 'inProgress' } });
    expect(await counts('status')).toEqual({ received: 1, inProgress: 1 });
    expect(await test.call('voc.count', { filter: { statuses: ['inProgress'] } })).toMatchObject({
      total: 1,
    });
    await test.call('undo.undo', {});
    expect(await counts('status')).toEqual({ received: 2 });
    await test.call('undo.redo', {});
    expect(await counts('status')).toEqual({ received: 1, inProgress: 1 });
    await test.call('voc.update', { ids: [id], patch: { text: '고쳐 쓴 잠수함' } });
    expect(await counts('status', { search: '잠수함' })).toEqual({ inProgress: 1 });
    await test.call('voc.remove', { ids: [id] });
    expect(await counts('status')).toEqual({ received: 1 });
    expect(await test.call('voc.listIds', { filter: { search: '잠수함' } })).toEqual({
      ids: [],
      total: 0,
    });
  });

  it('is a region that was changed, and evidence that was linked', async () => {
    const { id } = await record('하나', { branch: '강남센터' });
    expect(await counts('region')).toEqual({ '': 1 });
    const [branch] = await test.call('workspace.listBranches', {});
    await test.call('workspace.setBranchRegion', { id: branch?.id ?? 0, region: '서울' });
    expect(await counts('region')).toEqual({ 서울: 1 });
    const requirement = await test.call('requirement.create', { name: '빠른 응대' });
    expect(await counts('requirement')).toEqual({ '': 1 });
    await test.call('requirement.addEvidence', { requirementId: requirement.id, vocIds: [id] });
    expect(await counts('requirement')).toEqual({ [requirement.id]: 1 });
    await test.call('requirement.remove', { id: requirement.id });
    expect(await counts('requirement')).toEqual({ '': 1 });
  });
});

describe('the thread of the index', () => {
  const threads: Worker[] = [];
  let index: VocIndex;

  async function openWith(start: (file: string) => Worker): Promise<() => Promise<void>> {
    const { file } = test.host.context.session;
    await test.call('workspace.close', {});
    const workspace = await openWorkspaceFile(file);
    index = new VocIndex(file, workspace.raw, (path) => {
      const thread = start(path);
      threads.push(thread);
      return thread;
    });
    return async () => {
      await index.stop();
      await workspace.close();
    };
  }

  it('is started anew when it dies, and nobody is told anything else', async () => {
    await record('하나');
    const close = await openWith(startIndexThread);
    expect((await index.facets({}, ['kind'], 10)).total).toBe(1);
    await threads[0]?.terminate();
    expect((await index.facets({}, ['kind'], 10)).total).toBe(1);
    const asked = index.facets({}, ['kind'], 10);
    await threads[1]?.terminate();
    expect((await asked).total).toBe(1);
    await close();
  });

  it('leaves lists and counts to SQL where it cannot live, and says so of facets', async () => {
    await record('하나');
    const close = await openWith((file) => startIndexThread(`${file}.gone`));
    await expect(index.facets({}, ['kind'], 10)).rejects.toMatchObject({ code: 'voc.notCounted' });
    expect(await index.count({})).toBe(1);
    expect(await index.matchingIds({ kinds: ['complaint'] })).toHaveLength(1);
    await close();
  });

  it('answers what is asked while it ends with a refusal', async () => {
    await record('하나');
    const close = await openWith(startIndexThread);
    const asked = index.facets({}, ['kind'], 10);
    const refused = expect(asked).rejects.toMatchObject({ code: 'app.cancelled' });
    await close();
    await refused;
  });
});
