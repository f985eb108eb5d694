import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobInfo } from '../../core/contract/job.contract.ts';
import { parseSearch } from '../../core/domain/voc/voc-search-query.ts';
import { searchIds } from '../../db/voc-search-ids.ts';
import { Host } from '../../electron/host/host.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene, summaryOf } from '../support/import-scene.ts';

let test: TestHost;
let scene: ImportScene;

beforeEach(async () => {
  test = await startTestHost();
  scene = new ImportScene(test);
});
afterEach(() => test.dispose());

const headers = ['접수번호', '내용', '지점', '비고'];

function manyRows(count: number, prefix = 'V'): string[][] {
  return Array.from({ length: count }, (_, index) => [
    `${prefix}${index}`,
    `배송이 ${index}일이나 늦어서 불편했습니다`,
    ['강남점', '부산점', '대전점'][index % 3] ?? '',
    `메모 ${index}`,
  ]);
}

function found(word: string): number {
  const search = parseSearch(word);
  return search === null ? 0 : searchIds(test.host.context.session.raw, search).size;
}

const contentTables = ['voc', 'voc_extra', 'extra_field', 'branch', 'import_batch', 'voc_search'];

function content(): unknown {
  return contentTables.map((table) =>
    table === 'voc_search' ? found('배송') : scene.rows(`SELECT * FROM ${table} ORDER BY 1, 2`),
  );
}

/** Runs `act` once, as soon as the job says it is in `phase`. */
function whenIn(phase: string, act: (job: JobInfo) => void): void {
  let done = false;
  test.host.subscribe((name, payload) => {
    if (name !== 'job.changed' || done) return;
    const job = payload as JobInfo;
    if (job.phase !== phase) return;
    done = true;
    act(job);
  });
}

function leftovers(): string[] {
  const folder = test.host.context.folders.temporary;
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('import-')) : [];
}

describe('an import of VOC', () => {
  it('takes over every cell of any table', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('가', '힣', 'a', ' ', ',', '"', '\n', '\t', '😀', '0'),
      maxLength: 6,
    });
    const anyTable = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    const encodings = fc.constantFrom('utf-8', 'utf-16le');
    await fc.assert(
      fc.asyncProperty(anyTable, encodings, async (rows, encoding) => {
        const token = scene.csv([['내용', '하나', '둘'], ...rows], encoding, true);
        const mapping = { columns: { 내용: 'text' } as const, defaults: {} };
        const summary = summaryOf(await scene.voc(token, mapping));
        const taken = rows.filter(([text]) => text.trim() !== '');
        expect(summary).toMatchObject({
          read: rows.length,
          imported: taken.length,
          rejected: rows.length - taken.length,
        });
        const extra = (name: string) =>
          `(SELECT value FROM voc_extra JOIN extra_field ON extra_field.id = field_id
            WHERE voc_id = voc.id AND name = '${name}')`;
        const stored = scene.rows(
          `SELECT text, ${extra('하나')} AS one, ${extra('둘')} AS two FROM voc
           WHERE import_id = ${summary.importId} ORDER BY id`,
        );
        const orNull = (value: string) => value.trim() || null;
        expect(stored).toEqual(
          taken.map(([text, one, two]) => ({
            text: text.trim(),
            one: orNull(one),
            two: orNull(two),
          })),
        );
      }),
      { numRuns: 12 },
    );
  });

  it('counts read = imported + duplicates + rejected, by identifier and never by text', async () => {
    summaryOf(await scene.voc(scene.csv([headers, ['V1', '좋아요', '', '']])));
    const mapping = { columns: { 접수번호: 'externalId', 내용: 'text' } as const, defaults: {} };
    const token = scene.csv([
      headers,
      ['V1', '이미 있는 번호', '', ''],
      ['V2', '좋아요', '', ''],
      ['V2', '같은 파일 안의 같은 번호', '', ''],
      ['', '좋아요', '', ''],
      ['', '좋아요', '', ''],
      ['V3', '', '', ''],
    ]);
    const summary = summaryOf(await scene.voc(token, mapping));
    expect(summary).toMatchObject({ read: 6, imported: 3, duplicates: 2, rejected: 1 });
    expect(scene.rows('SELECT external_id, text FROM voc ORDER BY id')).toEqual([
      { external_id: 'V1', text: '좋아요' },
      { external_id: 'V2', text: '좋아요' },
      { external_id: null, text: '좋아요' },
      { external_id: null, text: '좋아요' },
    ]);
    expect((await test.call('workspace.listImports', {}))[0]).toMatchObject({
      read: 6,
      imported: 3,
      duplicates: 2,
      rejected: 1,
    });
  });

  it('of a file that was imported before adds nothing but duplicates', async () => {
    const token = scene.csv([headers, ...manyRows(50)]);
    summaryOf(await scene.voc(token));
    const summary = summaryOf(await scene.voc(token));
    expect(summary).toMatchObject({ read: 50, imported: 0, duplicates: 50, rejected: 0 });
    expect(scene.count('voc')).toBe(50);
    expect(scene.count('voc_extra')).toBe(50);
  });

  it('registers branches, so that they can be given a region, and finds every text', async () => {
    summaryOf(await scene.voc(scene.csv([headers, ...manyRows(30)])));
    const branches = await test.call('workspace.listBranches', {});
    expect(branches.map(({ name }) => name).sort()).toEqual(['강남점', '대전점', '부산점']);
    expect(found('불편')).toBe(30);
    expect(found('29일')).toBe(1);
  });

  it('tells how far it is and what changed', async () => {
    const job = await scene.voc(scene.csv([headers, ...manyRows(3000)]));
    const phases = test.events
      .filter(({ name }) => name === 'job.changed')
      .map(({ payload }) => (payload as JobInfo).phase);
    expect([...new Set(phases)]).toEqual(['reading', 'waiting', 'saving']);
    expect(job).toMatchObject({ status: 'succeeded', done: 3000, total: 3000 });
    expect(test.events).toContainEqual({
      name: 'areas.changed',
      payload: { areas: ['voc', 'customer'] },
    });
    expect(leftovers()).toEqual([]);
  });

  it('remembers the mapping for files with the same headers', async () => {
    const token = scene.csv([headers, ['V1', '늦어요', '강남점', '서울']]);
    expect((await scene.inspect(token)).remembered).toBe(false);
    const mapping = {
      columns: { 내용: 'text', 비고: 'customerType', 지점: 'extra' } as const,
      defaults: { channel: 'phone' as const },
    };
    summaryOf(await scene.voc(token, mapping));
    const next = await scene.inspect(scene.csv([headers, ['V9', '다른 파일', '', '']]));
    expect(next.remembered).toBe(true);
    expect(next.vocMapping).toEqual(mapping);
    const other = await scene.inspect(
      scene.csv([
        [...headers, '하나 더'],
        ['1', '2', '3', '4', '5'],
      ]),
    );
    expect(other.remembered).toBe(false);
  });

  it('refuses a mapping that names no text, and leaves the workspace alone', async () => {
    const token = scene.csv([headers, ['V1', '늦어요', '', '']]);
    const job = await scene.voc(token, { columns: { 접수번호: 'externalId' }, defaults: {} });
    expect(job).toMatchObject({ status: 'failed', error: { code: 'import.textColumnMissing' } });
    expect(scene.count('import_batch')).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  it('refuses a file without rows and a file that is gone', async () => {
    const mapping = { columns: { 내용: 'text' } as const, defaults: {} };
    expect(await scene.voc(scene.csv([headers]), mapping)).toMatchObject({
      error: { code: 'import.noRows' },
    });
    await expect(test.call('import.startVoc', { token: 'unknown', mapping })).rejects.toMatchObject(
      { code: 'import.fileGone' },
    );
  });
});

describe('undoing an import of VOC', () => {
  it('is one named step that takes back everything, and redo brings everything back', async () => {
    summaryOf(
      await scene.voc(scene.csv([headers, ['A1', '먼저 있던 배송 문의', '강남점', '메모']])),
    );
    const before = content();
    const token = scene.file(
      [headers, ...manyRows(5000)].map((row) => row.join(',')).join('\n'),
      '접수내역.csv',
    );
    summaryOf(await scene.voc(token));
    const after = content();
    expect((await test.call('undo.state', {})).undo).toEqual({
      label: 'import:undo.voc',
      params: { fileName: '접수내역.csv', count: 5000 },
    });
    for (let round = 0; round < 2; round++) {
      await test.call('undo.undo', {});
      expect(content()).toEqual(before);
      await test.call('undo.redo', {});
      expect(content()).toEqual(after);
    }
    expect((await test.call('workspace.check', {})).ok).toBe(true);
  });

  it('stands in line with edits before and after it', async () => {
    await test.call('workspace.rename', { name: '처음' });
    summaryOf(await scene.voc(scene.csv([headers, ...manyRows(20)])));
    const [first] = await test.call('workspace.listBranches', {});
    await test.call('workspace.setBranchRegion', { id: first?.id ?? 0, region: '서울' });
    const after = content();
    await test.call('undo.undo', {});
    await test.call('undo.undo', {});
    expect(scene.count('voc')).toBe(0);
    expect((await test.call('undo.state', {})).undo?.label).toBe('workspace:undo.rename');
    await test.call('undo.redo', {});
    await test.call('undo.redo', {});
    expect(content()).toEqual(after);
  });

  it('keeps no copy of its rows once another edit follows', async () => {
    summaryOf(await scene.voc(scene.csv([headers, ...manyRows(20)])));
    await test.call('undo.undo', {});
    await test.call('workspace.rename', { name: '다른 일' });
    expect((await test.call('undo.state', {})).redo).toBeNull();
    expect(scene.rows(`SELECT name FROM temp.sqlite_master WHERE name LIKE 'undo_kept%'`)).toEqual(
      [],
    );
  });
});

describe('cancelling an import of VOC', () => {
  it.each(['reading', 'waiting', 'saving'])('while %s leaves nothing behind', async (phase) => {
    const before = content();
    whenIn(phase, ({ id }) => test.host.context.jobs.cancel(id));
    const job = await scene.voc(scene.csv([headers, ...manyRows(20_000)]), {
      columns: { 접수번호: 'externalId', 내용: 'text', 지점: 'branch' },
      defaults: {},
    });
    expect(job).toMatchObject({ status: 'cancelled', importSummary: null, error: null });
    expect(content()).toEqual(before);
    expect(scene.count('import_mapping')).toBe(0);
    expect(leftovers()).toEqual([]);
    expect((await test.call('undo.state', {})).undo).toBeNull();
    // The writer is free again and the file sound.
    await test.call('workspace.rename', { name: '그다음' });
    expect((await test.call('workspace.check', {})).ok).toBe(true);
  });

  it('happens by itself when the workspace is closed, before the file is let go', async () => {
    const token = scene.csv([headers, ...manyRows(20_000)]);
    const { vocMapping } = await scene.inspect(token);
    const { file } = test.host.context.session;
    const { jobId } = await test.call('import.startVoc', { token, mapping: vocMapping });
    await test.call('workspace.close', {});
    expect((await test.jobEnd(jobId)).status).toBe('cancelled');
    await test.call('workspace.open', { token: test.host.context.files.admit(file) });
    expect(scene.count('voc')).toBe(0);
  });
});

describe('while an import is being saved', () => {
  it('reads see the workspace as it was, and edits wait their turn', async () => {
    const seen: number[] = [];
    let renamed: Promise<void> | null = null;
    whenIn('saving', () => {
      seen.push(scene.count('voc'));
      renamed = test.call('workspace.rename', { name: '기다린 이름' });
    });
    summaryOf(await scene.voc(scene.csv([headers, ...manyRows(10_000)])));
    await renamed;
    expect(seen).toEqual([0]);
    expect(scene.count('voc')).toBe(10_000);
    const labels = [];
    for (let step = await test.call('undo.undo', {}); step !== null; ) {
      labels.push(step.label);
      step = await test.call('undo.undo', {});
    }
    expect(labels).toEqual(['workspace:undo.rename', 'import:undo.voc']);
  });

  it('a second import waits for the first, and both arrive', async () => {
    const [one, two] = await Promise.all([
      scene.voc(scene.csv([headers, ...manyRows(3000, 'A')])),
      scene.voc(scene.csv([headers, ...manyRows(3000, 'B')])),
    ]);
    expect([summaryOf(one).imported, summaryOf(two).imported]).toEqual([3000, 3000]);
    expect(scene.count('voc')).toBe(6000);
    await test.call('undo.undo', {});
    expect(scene.count('voc')).toBe(3000);
  });
});

describe('a host that starts', () => {
  it('removes what imports of killed processes staged, and nothing else', async () => {
    const folder = test.host.context.folders.temporary;
    const stale = path.join(folder, 'import-staging-999999999-0a1b.sqlite');
    const alive = path.join(folder, `import-staging-${process.pid}-0a1b.sqlite`);
    const other = path.join(folder, 'report.pdf');
    for (const file of [stale, alive, other]) writeFileSync(file, 'x');
    new Host({
      config: path.join(test.folder, 'config2'),
      workspaces: test.folder,
      temporary: folder,
    });
    expect([stale, alive, other].map((file) => existsSync(file))).toEqual([false, true, true]);
  });
});
