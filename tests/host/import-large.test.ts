import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JobInfo } from '../../core/contract/job.contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene, summaryOf } from '../support/import-scene.ts';

/** So many that the indexes are set aside and made anew. */
const large = 21_000;
const headers = ['접수번호', '내용', '지점', '비고'];
const mapping = {
  columns: { 접수번호: 'externalId', 내용: 'text', 지점: 'branch', 비고: 'extra' } as const,
  defaults: {},
};

let test: TestHost;
let scene: ImportScene;

beforeEach(async () => {
  test = await startTestHost();
  scene = new ImportScene(test);
});
afterEach(() => test.dispose());

function file(count: number, prefix: string): string {
  const rows = Array.from({ length: count }, (_, index) => [
    `${prefix}${index}`,
    `${prefix} 배송이 ${index}일이나 늦어서 불편했습니다`,
    `${index % 24}호점`,
    `메모 ${index % 100}`,
  ]);
  return scene.csv([headers, ...rows], 'cp949');
}

function schema(): unknown {
  return scene.rows(`SELECT type, name, sql FROM sqlite_schema
    WHERE type IN ('index', 'trigger') ORDER BY name`);
}

async function found(search: string): Promise<number> {
  return (await test.call('voc.count', { filter: { search } })).total;
}

function integrity(): unknown {
  return test.host.context.session.raw.pragma('integrity_check', { simple: true });
}

describe('a large import of VOC', () => {
  it('leaves every index and trigger as it was, and finds what is new and what was there', async () => {
    summaryOf(await scene.voc(file(50, '전'), mapping));
    const before = schema();
    const summary = summaryOf(await scene.voc(file(large, '후'), mapping));
    expect(summary).toMatchObject({ read: large, imported: large, duplicates: 0, rejected: 0 });
    expect(schema()).toEqual(before);
    expect(integrity()).toBe('ok');
    expect(await found('불편')).toBe(large + 50);
    expect(await found('전 배송')).toBe(50);
    expect(await found('20999일')).toBe(1);
  });

  it('leaves out what the workspace has already', async () => {
    summaryOf(await scene.voc(file(50, 'V'), mapping));
    const summary = summaryOf(await scene.voc(file(large, 'V'), mapping));
    expect(summary).toMatchObject({ read: large, imported: large - 50, duplicates: 50 });
    expect(await found('불편')).toBe(large);
  });

  it('leaves no log behind that the next edit would have to fold back', async () => {
    summaryOf(await scene.voc(file(large, 'V'), mapping));
    expect(statSync(`${test.host.context.session.file}-wal`).size).toBeLessThan(1024 * 1024);
  });

  it('is one step that can be undone and redone, between edits that can be too', async () => {
    summaryOf(await scene.voc(file(3, '전'), mapping));
    summaryOf(await scene.voc(file(large, '후'), mapping));
    await test.call('requirement.create', { parentId: null, name: '빠른 배송' });
    await test.call('undo.undo', {});
    expect(scene.count('requirement')).toBe(0);
    await test.call('undo.undo', {});
    expect(await found('불편')).toBe(3);
    await test.call('undo.redo', {});
    expect(await found('불편')).toBe(large + 3);
    expect(scene.count('voc_extra')).toBe(large + 3);
    expect(integrity()).toBe('ok');
  });

  it.each([0.05, 0.2, 0.6])(
    'cancelled at %d of saving leaves the workspace as it was',
    async (at) => {
      summaryOf(await scene.voc(file(50, '전'), mapping));
      const before = schema();
      let cancelled = false;
      test.host.subscribe((name, payload) => {
        if (name !== 'job.changed' || cancelled) return;
        const { id, phase, done, total } = payload as JobInfo;
        if (phase !== 'saving' || total === null || done < total * at) return;
        cancelled = true;
        void test.call('job.cancel', { id });
      });
      const job = await scene.voc(file(large, '후'), mapping);
      expect(job.status).toBe('cancelled');
      expect(schema()).toEqual(before);
      expect(integrity()).toBe('ok');
      expect(scene.count('voc')).toBe(50);
      expect(await found('불편')).toBe(50);
    },
  );
});
