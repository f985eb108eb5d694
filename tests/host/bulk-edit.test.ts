import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../core/contract/contract.ts';
import type { JobInfo } from '../../core/contract/job.contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { workspaceContent } from '../support/workspace-content.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

type BulkInput = InputOf<'bulk.start'>;

const raw = () => test.host.context.session.raw;

function addVoc(count: number): void {
  raw().exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO voc (id, text, received_at, channel, kind, status, branch, created_at, updated_at)
      SELECT i, CASE i % 2 WHEN 0 THEN '환불 지연 ' ELSE '결제 오류 ' END || i,
        '2026-01-' || printf('%02d', 1 + i % 28), iif(i % 3 = 0, 'app', 'web'), 'complaint',
        CASE i % 5 WHEN 0 THEN 'replied' ELSE 'received' END, NULL, '', '' FROM n;
    INSERT INTO requirement (id, name, position, created_at, quote_voc_id, quote)
      VALUES (1, '빠른 환불', 0, '', 2, '환불 지연');
    INSERT INTO requirement_voc SELECT 1, id, '' FROM voc WHERE id <= ${count / 10};
    INSERT INTO voc_extra SELECT id, 1, '값' FROM voc, (SELECT 1)
      WHERE id <= 20 AND EXISTS (SELECT 1 FROM extra_field);
  `);
}

async function bulk(input: BulkInput): Promise<JobInfo> {
  const { jobId } = await test.call('bulk.start', input);
  return test.jobEnd(jobId);
}

/** All but the moments of writing, which differ from run to run. */
function content(): unknown {
  return workspaceContent(raw());
}

function rowsWithoutMoments(): unknown {
  return {
    voc: raw().prepare('SELECT * FROM voc ORDER BY id').all().map(withoutMoments),
    history: raw()
      .prepare('SELECT voc_id, actor, kind, before, after FROM voc_history ORDER BY voc_id, kind')
      .all(),
    branches: raw().prepare('SELECT name FROM branch').all(),
    evidence: raw()
      .prepare('SELECT requirement_id, voc_id FROM requirement_voc ORDER BY voc_id')
      .all(),
    quotes: raw().prepare('SELECT id, quote_voc_id, quote FROM requirement').all(),
  };
}

function withoutMoments(row: unknown): unknown {
  const { updated_at, replied_at, closed_at, ...rest } = row as Record<string, unknown>;
  return { ...rest, replied: replied_at !== null, closed: closed_at !== null };
}

describe('a bulk edit', () => {
  it('changes every VOC that a filter selects but some, as one step that goes back and forth', async () => {
    addVoc(3_000);
    const before = content();
    const end = await bulk({
      operation: {
        kind: 'update',
        patch: { owner: '김담당', status: 'closed', branch: '새 지점' },
      },
      selection: { filter: { search: 'ㅎㅂ', channels: ['app'] }, except: [6, 12] },
    });
    expect(end).toMatchObject({ kind: 'voc.bulk', status: 'succeeded', done: 498, total: 498 });
    const after = content();
    const { rows } = await test.call('voc.listPage', {
      filter: { owners: ['김담당'] },
      sort: { field: 'id', direction: 'asc' },
    });
    expect(rows.map(({ id }) => id).slice(0, 2)).toEqual([18, 24]);
    expect(rows[0]).toMatchObject({ status: 'closed', branch: '새 지점' });
    expect((await test.call('undo.state', {})).undo).toEqual({
      label: 'voc:undo.update',
      params: { count: 498 },
    });
    for (let round = 0; round < 2; round++) {
      expect(await test.call('undo.undo', {})).toMatchObject({ label: 'voc:undo.update' });
      expect(content()).toEqual(before);
      expect(await test.call('undo.redo', {})).toMatchObject({ label: 'voc:undo.update' });
      expect(content()).toEqual(after);
    }
  });

  it('does to each VOC what the edit of one does', async () => {
    const patches: Extract<BulkInput['operation'], { kind: 'update' }>['patch'][] = [
      { status: 'closed' },
      { status: 'inProgress' },
      { severity: 5, product: '정수기', dueOn: '2026-03-01' },
      { text: '같은 말', owner: null, customerType: 'VIP' },
    ];
    const ids = Array.from({ length: 100 }, (_, at) => at + 1);
    for (const patch of patches) {
      addVoc(200);
      await test.call('voc.update', { ids, patch });
      const bySmall = rowsWithoutMoments();
      await test.call('undo.undo', {});
      await bulk({ operation: { kind: 'update', patch }, selection: { ids } });
      expect(rowsWithoutMoments()).toEqual(bySmall);
      raw().exec('DELETE FROM voc; DELETE FROM requirement; DELETE FROM voc_history');
    }
  });

  it('removes VOC with all that hangs on them, links and unlinks evidence as the edits of few do', async () => {
    const ids = [1, 2, 3, 500, 9_999];
    const few = {
      remove: () => test.call('voc.remove', { ids }),
      addEvidence: () =>
        test.call('requirement.addEvidence', { requirementId: 1, vocIds: ids.slice(0, 4) }),
      removeEvidence: () =>
        test.call('requirement.removeEvidence', { requirementId: 1, vocIds: ids }),
    };
    addVoc(1_000);
    const before = content();
    for (const kind of ['remove', 'addEvidence', 'removeEvidence'] as const) {
      await few[kind]();
      const bySmall = rowsWithoutMoments();
      await test.call('undo.undo', {});
      const operation = kind === 'remove' ? { kind } : { kind, requirementId: 1 };
      await bulk({ operation, selection: { ids } });
      expect(rowsWithoutMoments(), kind).toEqual(bySmall);
      await test.call('undo.undo', {});
      expect(content(), kind).toEqual(before);
    }
  });

  it('of more than a hundred thousand can be cancelled, and so can its undo: each is all or nothing', async () => {
    addVoc(120_000);
    const before = ownersOfAll();
    const order: BulkInput = {
      operation: { kind: 'update', patch: { owner: '김담당' } },
      selection: { filter: { kinds: ['complaint'] } },
    };
    const { jobId } = await test.call('bulk.start', order);
    await expect
      .poll(() => test.host.context.jobs.get(jobId).done, { interval: 5, timeout: 20_000 })
      .toBeGreaterThan(0);
    // The host answers meanwhile, from what was there before.
    expect(await test.call('voc.get', { id: 1 })).toMatchObject({ owner: null });
    await test.call('job.cancel', { id: jobId });
    expect((await test.jobEnd(jobId)).status).toBe('cancelled');
    expect(ownersOfAll()).toEqual(before);
    expect((await test.call('undo.state', {})).undo).toBeNull();
    expect(imageFiles()).toEqual([]);

    expect(await bulk(order)).toMatchObject({ status: 'succeeded', done: 120_000 });
    const after = ownersOfAll();
    expect(after).toEqual([{ owner: '김담당', count: 120_000, entries: 120_000 }]);
    const undone = test.call('undo.undo', {});
    const undoJob = () => test.host.context.jobs.list().find(({ kind }) => kind === 'undo');
    await expect.poll(undoJob, { interval: 5 }).toBeDefined();
    await test.call('job.cancel', { id: undoJob()?.id ?? '' });
    await expect(undone).rejects.toMatchObject({ code: 'app.cancelled' });
    expect(ownersOfAll()).toEqual(after);

    await test.call('undo.undo', {});
    expect(ownersOfAll()).toEqual(before);
    await test.call('undo.redo', {});
    expect(ownersOfAll()).toEqual(after);
  });

  it('is refused as the edit of one is', async () => {
    addVoc(100);
    const reopen = await bulk({
      operation: { kind: 'update', patch: { status: 'received' } },
      selection: { filter: {} },
    });
    expect(reopen.error).toMatchObject({ code: 'handling.alreadyBegun', params: { count: 20 } });
    const none = await bulk({
      operation: { kind: 'remove' },
      selection: { filter: { search: '없는말' } },
    });
    expect(none.error?.code).toBe('voc.unknown');
    await expect(
      test.call('bulk.start', {
        operation: { kind: 'addEvidence', requirementId: 77 },
        selection: { filter: {} },
      }),
    ).rejects.toMatchObject({ code: 'requirement.unknown' });
  });

  it('that changes nothing is no step, leaves no file and what could be redone', async () => {
    addVoc(300);
    const selection = { ids: [1, 2, 3] };
    const patch = { owner: '김담당' };
    await bulk({ operation: { kind: 'update', patch }, selection });
    await test.call('undo.undo', {});
    const before = await test.call('undo.state', {});
    expect(before).toMatchObject({ undo: null, redo: { label: 'voc:undo.update' } });
    for (const operation of [
      { kind: 'update', patch: { owner: null } },
      { kind: 'removeEvidence', requirementId: 1 },
    ] as const) {
      const ids = operation.kind === 'update' ? [1, 2, 3] : [299, 300];
      expect(await bulk({ operation, selection: { ids } })).toMatchObject({ status: 'succeeded' });
      expect(await test.call('undo.state', {})).toEqual(before);
    }
    expect(imageFiles()).toHaveLength(1);
    await test.call('undo.redo', {});
    expect((await test.call('voc.get', { id: 2 })).owner).toBe('김담당');
  });

  it('lets edits wait and takes them in order', async () => {
    addVoc(20_000);
    const { jobId } = await test.call('bulk.start', {
      operation: { kind: 'update', patch: { owner: '먼저' } },
      selection: { filter: {} },
    });
    await test.call('voc.update', { ids: [1], patch: { owner: '나중' } });
    expect((await test.jobEnd(jobId)).status).toBe('succeeded');
    expect(await test.call('voc.get', { id: 1 })).toMatchObject({ owner: '나중' });
    await test.call('undo.undo', {});
    expect(await test.call('voc.get', { id: 1 })).toMatchObject({ owner: '먼저' });
    await test.call('undo.undo', {});
    expect(await test.call('voc.get', { id: 1 })).toMatchObject({ owner: null });
  });

  it('keeps its file as long as its step, and none after the workspace closed', async () => {
    addVoc(10);
    await bulk({ operation: { kind: 'remove' }, selection: { filter: {} } });
    expect(imageFiles()).toHaveLength(1);
    await test.call('undo.undo', {});
    expect(imageFiles()).toHaveLength(1);
    await test.call('voc.create', {
      text: '새 글',
      receivedAt: '2026-01-01',
      channel: 'web',
      kind: 'other',
    });
    expect(imageFiles()).toEqual([]);
    await bulk({ operation: { kind: 'remove' }, selection: { filter: {} } });
    await test.call('workspace.close', {});
    expect(imageFiles()).toEqual([]);
  });
});

function ownersOfAll(): unknown {
  return raw()
    .prepare(
      `SELECT owner, count(*) AS count, (SELECT count(*) FROM voc_history) AS entries
       FROM voc GROUP BY owner`,
    )
    .all();
}

function imageFiles(): string[] {
  const names = readdirSync(path.join(test.folder, 'temporary'));
  return names.filter((name) => name.startsWith('row-images-'));
}
