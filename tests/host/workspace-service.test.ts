import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enableWriteAheadLog, openRaw } from '../../db/connection.ts';
import { currentSchemaVersion, migrate, migrations } from '../../db/migrate.ts';
import { checkWorkspaceFile } from '../../electron/host/services/workspace.service.ts';
import { editableAreas } from '../../electron/host/workspace-session.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost({ workspace: 'none' });
});
afterEach(() => test.dispose());

const folder = () => path.join(test.folder, 'workspaces');

async function recordVoc(text: string): Promise<number> {
  const voc = { text, receivedAt: '2026-03-15', channel: 'phone', kind: 'complaint' } as const;
  return (await test.call('voc.create', voc)).id;
}

describe('opening a file of an older version', () => {
  /** As the first release left it, with so many texts. */
  function olderFile(texts: number): string {
    const file = path.join(test.folder, '예전.csm');
    const raw = openRaw(file, { create: true });
    enableWriteAheadLog(raw);
    migrate(raw, migrations.slice(0, 1));
    raw.exec(`
      INSERT INTO workspace (id, name, sample, created_at) VALUES (1, '예전', 0, '');
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${texts})
      INSERT INTO voc (id, text, received_at, channel, kind, status, created_at, updated_at)
        SELECT i, '예전 파일의 환불이 늦었다는 말 ' || i, '2026-01-01', 'web', 'complaint', 'received',
          '', '' FROM n`);
    raw.close();
    return file;
  }
  const backups = () => readdirSync(test.folder).filter((name) => name.endsWith('.backup.csm'));
  const open = (file: string) =>
    test.call('workspace.open', { token: test.host.context.files.admit(file) });
  const updates = () =>
    test.events.flatMap(({ name, payload }) =>
      name === 'job.changed' && 'phase' in payload && payload.kind === 'workspace.update'
        ? [payload]
        : [],
    );

  it('keeps a copy of it first, says how far it is, and answers others meanwhile', async () => {
    const file = olderFile(60_000);
    const opening = open(file);
    await expect.poll(() => updates().length).toBeGreaterThan(0);
    expect(await test.call('workspace.listRecent', {})).toEqual([]);
    expect(await opening).toMatchObject({ name: '예전', schemaVersion: currentSchemaVersion });
    expect((await test.call('voc.count', { filter: { search: 'ㅎㅂㅇ' } })).total).toBe(60_000);
    expect(updates().map(({ phase }) => phase)).toContain('migrating');
    expect(updates().some(({ done, total }) => total !== null && done > 0)).toBe(true);
    expect(updates().at(-1)).toMatchObject({ subject: '예전.csm', status: 'succeeded' });
    expect(backups()).toHaveLength(1);
  });

  it('can be given up: the file is as it was, and no copy stays', async () => {
    const file = olderFile(60_000);
    const before = readFileSync(file);
    const opening = open(file).catch((error: unknown) => error);
    const isMigrating = () =>
      updates().find(({ phase, done }) => phase === 'migrating' && done > 0);
    await expect.poll(isMigrating, { interval: 5 }).toBeDefined();
    await test.call('job.cancel', { id: isMigrating()?.id ?? '' });
    expect(await opening).toMatchObject({ code: 'app.cancelled' });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(backups()).toEqual([]);
    expect(await test.call('workspace.current', {})).toBeNull();
    expect(await open(file)).toMatchObject({ schemaVersion: currentSchemaVersion });
  });
});

describe('creating a workspace', () => {
  it('opens it empty, in the workspace folder, and tells every screen', async () => {
    const info = await test.call('workspace.create', { name: '고객만족 2026' });
    expect(info).toMatchObject({
      name: '고객만족 2026',
      fileName: '고객만족 2026.csm',
      displayPath: path.join(folder(), '고객만족 2026.csm'),
      schemaVersion: currentSchemaVersion,
      sample: false,
    });
    expect(await test.call('workspace.current', {})).toEqual(info);
    expect(await test.call('undo.state', {})).toEqual({ undo: null, redo: null });
    expect(test.events.at(-1)).toEqual({
      name: 'areas.changed',
      payload: { areas: [...editableAreas] },
    });
  });

  it('finds a free name when the name is taken, and a safe one for any name', async () => {
    await test.call('workspace.create', { name: 'A/S: 1분기?' });
    const second = await test.call('workspace.create', { name: 'A/S: 1분기?' });
    expect(second).toMatchObject({ name: 'A/S: 1분기?', fileName: 'A S 1분기 (2).csm' });
    expect((await test.call('workspace.create', { name: '...' })).fileName).toBe('workspace.csm');
    expect((await test.call('workspace.create', { name: 'con' })).fileName).toBe('_con.csm');
  });

  it('goes to the place that was picked, and never over another file', async () => {
    const place = path.join(test.folder, '고른 자리');
    const token = test.host.context.files.admit(place);
    const info = await test.call('workspace.create', { name: '이름', token });
    expect(info.displayPath).toBe(`${place}.csm`);
    await expect(test.call('workspace.create', { name: '이름', token })).rejects.toMatchObject({
      code: 'workspace.alreadyExists',
    });
    expect(await test.call('workspace.current', {})).toEqual(info);
  });

  it('fills the sample company on request', async () => {
    const info = await test.call('workspace.create', { name: '예제', sample: true });
    expect(info.sample).toBe(true);
    const overview = await test.call('workspace.overview', {});
    expect(overview.voc.total).toBe(3000);
    expect(overview.vocByMonth.map((entry) => entry.month)).toEqual(
      overview.vocByMonth.map((entry) => entry.month).toSorted(),
    );
    expect(overview.vocByMonth.reduce((sum, entry) => sum + entry.count, 0)).toBeLessThanOrEqual(
      3000,
    );
    expect(await test.call('workspace.check', {})).toMatchObject({ ok: true });
  });
});

describe('opening a workspace', () => {
  it('closes the one before and brings back what was kept', async () => {
    await test.call('workspace.create', { name: '하나' });
    await recordVoc('결제가 안돼요');
    await test.call('workspace.create', { name: '둘' });
    expect((await test.call('voc.count', {})).total).toBe(0);
    const [, first] = await test.call('workspace.listRecent', {});
    expect((await test.call('workspace.open', { token: first?.token ?? '' })).name).toBe('하나');
    expect((await test.call('voc.count', {})).total).toBe(1);
    expect(readdirSync(folder()).filter((name) => !name.startsWith('하나.csm'))).toEqual([
      '둘.csm',
    ]);
  });

  it('leaves the open one open when the new one is refused', async () => {
    await test.call('workspace.create', { name: '하나' });
    await recordVoc('결제가 안돼요');
    const text = path.join(test.folder, '메모.csm');
    writeFileSync(text, '이것은 데이터베이스가 아닙니다. '.repeat(20));
    const token = test.host.context.files.admit(text);
    await expect(test.call('workspace.open', { token })).rejects.toMatchObject({
      code: 'workspace.notOurs',
      params: { fileName: '메모.csm' },
    });
    expect((await test.call('workspace.current', {}))?.name).toBe('하나');
    await recordVoc('아직 쓸 수 있습니다');
    expect((await test.call('undo.state', {})).undo?.params.text).toBe('아직 쓸 수 있습니다');
  });

  it('again changes nothing, not even what can be undone', async () => {
    const info = await test.call('workspace.create', { name: '하나' });
    await recordVoc('결제가 안돼요');
    const token = test.host.context.files.admit(info.displayPath);
    expect(await test.call('workspace.open', { token })).toEqual(info);
    expect((await test.call('undo.state', {})).undo?.label).toBe('voc:undo.create');
  });

  it('twice at once opens it once', async () => {
    await test.call('workspace.create', { name: '하나' });
    await test.call('workspace.create', { name: '둘' });
    const [, first] = await test.call('workspace.listRecent', {});
    const token = first?.token ?? '';
    const names = await Promise.all(
      [token, token, token].map(
        async (one) => (await test.call('workspace.open', { token: one })).name,
      ),
    );
    expect(names).toEqual(['하나', '하나', '하나']);
  });

  it('is refused while another host has it', async () => {
    const info = await test.call('workspace.create', { name: '하나' });
    const other = await startTestHost({ workspace: 'none' });
    const token = other.host.context.files.admit(info.displayPath);
    await expect(other.call('workspace.open', { token })).rejects.toMatchObject({
      code: 'workspace.openElsewhere',
      params: { pid: process.pid },
    });
    await test.call('workspace.close', {});
    expect((await other.call('workspace.open', { token })).name).toBe('하나');
    await other.dispose();
  });

  it('lets an edit that is under way finish first', async () => {
    await test.call('workspace.create', { name: '하나' });
    const edits = Array.from({ length: 20 }, (_, number) => recordVoc(`말 ${number}`));
    const next = test.call('workspace.create', { name: '둘' });
    await Promise.allSettled([...edits, next]);
    const [, first] = await test.call('workspace.listRecent', {});
    await test.call('workspace.open', { token: first?.token ?? '' });
    const kept = (await Promise.allSettled(edits)).filter((edit) => edit.status === 'fulfilled');
    expect((await test.call('voc.count', {})).total).toBe(kept.length);
    expect(await test.call('workspace.check', {})).toMatchObject({ ok: true });
  });
});

describe('closing a workspace', () => {
  it('leaves one whole file, and nothing to work in', async () => {
    await test.call('workspace.create', { name: '하나' });
    await recordVoc('결제가 안돼요');
    await test.call('workspace.close', {});
    expect(readdirSync(folder())).toEqual(['하나.csm']);
    expect(await test.call('workspace.current', {})).toBeNull();
    await expect(test.call('voc.listPage', {})).rejects.toMatchObject({
      code: 'workspace.noneOpen',
    });
    await test.call('workspace.close', {});
    expect(checkWorkspaceFile(path.join(folder(), '하나.csm'))).toMatchObject({
      ok: true,
      integrity: 'ok',
      foreignKeys: 0,
      schemaVersion: currentSchemaVersion,
      counts: { voc: 1, requirements: 0 },
    });
  });
});

describe('recent workspaces', () => {
  it('are kept newest first, twelve at most, also for the next start', async () => {
    for (let number = 1; number <= 14; number++) {
      await test.call('workspace.create', { name: `파일 ${number}` });
    }
    const recent = await test.call('workspace.listRecent', {});
    expect(recent.map((entry) => entry.name)).toEqual(
      Array.from({ length: 12 }, (_, index) => `파일 ${14 - index}`),
    );
    const saved = readFileSync(path.join(test.folder, 'config', 'preferences.json'), 'utf8');
    expect(JSON.parse(saved)['workspace.recent']).toHaveLength(12);
  });

  it('tell a file that is gone, and forget one on request', async () => {
    await test.call('workspace.create', { name: '하나' });
    await test.call('workspace.create', { name: '둘' });
    rmSync(path.join(folder(), '하나.csm'));
    const [second, first] = await test.call('workspace.listRecent', {});
    expect([second?.available, first?.available]).toEqual([true, false]);
    await expect(test.call('workspace.open', { token: first?.token ?? '' })).rejects.toMatchObject({
      code: 'workspace.notFound',
    });
    await test.call('workspace.forgetRecent', { token: first?.token ?? '' });
    expect((await test.call('workspace.listRecent', {})).map((entry) => entry.name)).toEqual([
      '둘',
    ]);
  });

  it('show the name a workspace has now', async () => {
    await test.call('workspace.create', { name: '하나' });
    await test.call('workspace.rename', { name: '새 이름' });
    expect((await test.call('workspace.current', {}))?.name).toBe('새 이름');
    expect((await test.call('workspace.listRecent', {}))[0]?.name).toBe('새 이름');
    await test.call('undo.undo', {});
    expect((await test.call('workspace.current', {}))?.name).toBe('하나');
  });

  it('stay the host’s own: no screen reads or writes their paths as a preference', async () => {
    await test.call('workspace.create', { name: '하나' });
    await test.call('preference.set', { key: 'theme', value: 'dark' });
    expect(await test.call('preference.list', {})).toEqual({ theme: 'dark' });
    await expect(
      test.call('preference.set', { key: 'workspace.recent', value: [] }),
    ).rejects.toMatchObject({ code: 'app.preferenceReserved' });
  });

  it('survive a preference file that holds something else', async () => {
    test.host.context.preferences.set('workspace.recent', [{ file: 3 }, 'x', null]);
    expect(await test.call('workspace.listRecent', {})).toEqual([]);
    await test.call('workspace.create', { name: '하나' });
    expect(await test.call('workspace.listRecent', {})).toHaveLength(1);
  });
});

describe('a copy of the workspace', () => {
  it('is one whole file under the workspace’s name, with the last edit in it', async () => {
    await test.call('workspace.create', { name: '하나' });
    await recordVoc('방금 적은 말');
    const { token, fileName } = await test.call('workspace.saveCopy', {});
    expect(fileName).toBe('하나.csm');
    const copy = test.host.context.files.resolveExisting(token).path;
    expect(existsSync(`${copy}-wal`)).toBe(false);
    expect(checkWorkspaceFile(copy)).toMatchObject({ ok: true, counts: { voc: 1 } });
  });
});

describe('undo across rooms', () => {
  it('takes back the last edit wherever it was made, and names it', async () => {
    await test.call('workspace.create', { name: '하나' });
    const voc = await recordVoc('결제가 안돼요');
    const requirement = await test.call('requirement.create', { name: '빠른 결제', vocIds: [voc] });
    const house = await test.call('house.create', {
      name: '집',
      requirementIds: [requirement.id],
    });
    const { howId } = await test.call('house.addHow', { houseId: house.id, name: '응답 시간' });
    const [whatId = 0] = await whatIdsOf(test, house.id);
    await test.call('house.setRelations', {
      houseId: house.id,
      cells: [{ whatId, howId, strength: 9 }],
    });
    await test.call('csf.choose', { houseId: house.id, howIds: [howId], reason: '가장 무겁다' });
    const labels: string[] = [];
    for (;;) {
      const step = await test.call('undo.undo', {});
      if (step === null) break;
      labels.push(step.label.split(':')[0] ?? '');
    }
    expect(labels).toEqual(['csf', 'house', 'house', 'house', 'requirement', 'voc']);
    expect((await test.call('voc.count', {})).total).toBe(0);
    while ((await test.call('undo.redo', {})) !== null);
    expect(await test.call('csf.list', {})).toMatchObject([
      { howName: '응답 시간', reason: '가장 무겁다', vocCount: 1 },
    ]);
    expect(await test.call('workspace.check', {})).toMatchObject({ ok: true, foreignKeys: 0 });
  });

  it('tells every screen, and stays silent when there is nothing to undo', async () => {
    await test.call('workspace.create', { name: '하나' });
    await recordVoc('결제가 안돼요');
    test.events.length = 0;
    await test.call('undo.undo', {});
    expect(test.events).toEqual([
      { name: 'areas.changed', payload: { areas: [...editableAreas] } },
    ]);
    test.events.length = 0;
    expect(await test.call('undo.undo', {})).toBeNull();
    expect(test.events).toEqual([]);
  });

  it('is not disturbed by an edit that failed', async () => {
    await test.call('workspace.create', { name: '하나' });
    await recordVoc('결제가 안돼요');
    await expect(test.call('requirement.create', { name: 'x', parentId: 99 })).rejects.toThrow();
    expect((await test.call('undo.state', {})).undo?.label).toBe('voc:undo.create');
    await test.call('undo.undo', {});
    expect((await test.call('voc.count', {})).total).toBe(0);
  });
});

describe('the overview', () => {
  it('counts where the cycle stands', async () => {
    await test.call('workspace.create', { name: '하나' });
    const voc = await recordVoc('결제가 안돼요');
    await recordVoc('느려요');
    const top = await test.call('requirement.create', { name: '위' });
    await test.call('requirement.create', { name: '아래', parentId: top.id, vocIds: [voc] });
    await test.call('requirement.create', { name: '근거 없음' });
    await test.call('action.create', { title: '지난 과제', dueDate: '2020-01-01' });
    expect(await test.call('workspace.overview', {})).toMatchObject({
      voc: { total: 2, unassigned: 1, complaints: 2, last30Days: 0 },
      requirements: { total: 3, withoutEvidence: 1 },
      houses: { total: 0, whats: 0, hows: 0, filledCells: 0 },
      actions: { total: 1, open: 1, overdue: 1, done: 0 },
      waves: { total: 0, respondents: 0 },
      latestCsi: null,
      vocByMonth: [{ month: '2026-03', kind: 'complaint', count: 2 }],
    });
  });
});
