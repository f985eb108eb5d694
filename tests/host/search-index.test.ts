import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCli } from '../support/cli-runner.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

async function addVoc(text: string): Promise<number> {
  const { id } = await test.call('voc.create', {
    text,
    receivedAt: '2026-01-05',
    channel: 'web',
    kind: 'complaint',
  });
  return id;
}

async function found(search: string): Promise<number[]> {
  const { rows } = await test.call('voc.listPage', {
    filter: { search },
    sort: { field: 'id', direction: 'asc' },
  });
  return rows.map((row) => row.id);
}

function spoilIndex(): void {
  test.host.context.session.raw.exec('DELETE FROM voc_search');
}

describe('search index', () => {
  it('is kept in step by inserting, changing, removing, undoing and redoing', async () => {
    const one = await addVoc('결제가 두 번 되었어요');
    const other = await addVoc('환불이 늦어요');
    expect(await found('ㅎㅂ')).toEqual([other]);
    await test.call('voc.update', { ids: [one], patch: { text: '후불 결제 오류' } });
    expect(await found('ㅎㅂ')).toEqual([one, other]);
    expect(await found('"결제 오류"')).toEqual([one]);
    await test.call('voc.remove', { ids: [other] });
    expect(await found('ㅎㅂ')).toEqual([one]);
    await test.call('undo.undo', {});
    await test.call('undo.undo', {});
    expect(await found('ㅎㅂ')).toEqual([other]);
    expect(await found('"두 번" -오류')).toEqual([one]);
    await test.call('undo.redo', {});
    expect(await found('ㅎㅂ -결제')).toEqual([other]);
    expect((await test.call('workspace.check', {})).searchIndex).toBe('inStep');
  });

  it('that is out of step is noticed by a check and made anew by a job', async () => {
    const id = await addVoc('환불이 늦어요');
    spoilIndex();
    expect(await test.call('workspace.check', {})).toMatchObject({
      ok: false,
      integrity: 'ok',
      searchIndex: 'outOfStep',
    });
    expect(await found('환불')).toEqual([]);
    const { jobId } = await test.call('workspace.rebuildSearch', {});
    const end = await test.jobEnd(jobId);
    expect(end).toMatchObject({ kind: 'search.rebuild', status: 'succeeded', done: 1, total: 1 });
    expect(await found('환불')).toEqual([id]);
    expect(await test.call('workspace.check', {})).toMatchObject({
      ok: true,
      searchIndex: 'inStep',
    });
    expect((await test.call('undo.state', {})).undo?.label).toBe('voc:undo.create');
  });

  it('stays as it is when making it anew is cancelled', async () => {
    const id = await addVoc('환불이 늦어요');
    const { jobId } = await test.call('workspace.rebuildSearch', {});
    await test.call('job.cancel', { id: jobId });
    expect((await test.jobEnd(jobId)).status).toBe('cancelled');
    expect(await found('환불')).toEqual([id]);
  });

  it('is looked at and mended from the command line', async () => {
    await addVoc('환불이 늦어요');
    spoilIndex();
    const { file } = test.host.context.session;
    await test.call('workspace.close', {});
    const cli = openCli();
    try {
      const sick = await cli.run(['check', file]);
      expect(sick.exitCode).toBe(1);
      expect(sick.json()).toMatchObject({ ok: false, searchIndex: 'outOfStep' });
      expect(sick.json().mend).toContain('csm reindex');
      expect((await cli.run(['reindex', '--workspace', file])).json()).toMatchObject({
        indexed: 1,
      });
      const sound = await cli.run(['check', file]);
      expect(sound.exitCode).toBe(0);
      expect(sound.json()).not.toHaveProperty('mend');
    } finally {
      cli.dispose();
    }
  });
});
