import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspaceFile } from '../../db/workspace-file.ts';
import { Host } from '../../electron/host/host.ts';

const vocCount = 10_000;

let folder: string;
let fullWorkspace: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-bulk-kill-'));
  fullWorkspace = path.join(folder, 'full.csm');
  const workspace = { name: '시험', sample: false, createdAt: '2026-11-21T00:00:00Z' };
  createWorkspaceFile(fullWorkspace, workspace, (raw) => {
    raw.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${vocCount})
      INSERT INTO voc (id, text, received_at, channel, kind, created_at, updated_at)
        SELECT i, '환불이 늦어요 ' || i, '2026-01-01', 'web', 'complaint', '', '' FROM n`);
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kills the child some moments after it first said `word`; answers where it worked. */
async function killAfter(word: string, delayMs: number, number: number): Promise<string> {
  const scene = path.join(folder, `scene-${number}`);
  mkdirSync(scene);
  const workspace = path.join(scene, 'work.csm');
  copyFileSync(fullWorkspace, workspace);
  const script = path.resolve('tests/support/bulk-kill-child.ts');
  const child = spawn(process.execPath, [script, scene, workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (!said.includes(`${word}\n`)) continue;
    await pause(delayMs);
    child.kill('SIGKILL');
    break;
  }
  await ended;
  return scene;
}

async function findings(scene: string) {
  const host = new Host({
    config: path.join(scene, 'config'),
    workspaces: scene,
    temporary: path.join(scene, 'launch-next'),
  });
  const token = host.context.files.admit(path.join(scene, 'work.csm'));
  await host.request('workspace.open', { token });
  const { ok } = await host.request('workspace.check', {});
  const groups = host.context.session.raw
    .prepare(
      `SELECT owner, status, closed_at IS NOT NULL AS closed, count(*) AS count,
         (SELECT count(*) FROM voc_history) AS entries
       FROM voc GROUP BY owner, status, closed_at IS NOT NULL`,
    )
    .all();
  const left = readdirSync(scene)
    .filter((name) => name.startsWith('launch-'))
    .flatMap((name) => readdirSync(path.join(scene, name)))
    .filter((name) => name.startsWith('row-images'));
  await host.close();
  return { ok, groups, left };
}

const untouched = { owner: null, status: 'received', closed: 0, count: vocCount, entries: 0 };
const edited = {
  owner: '김담당',
  status: 'closed',
  closed: 1,
  count: vocCount,
  entries: vocCount * 2,
};

describe('a host killed in the middle of a bulk edit or its undo', () => {
  it('leaves a sound workspace with all of the edit or nothing, and no copies of rows', async () => {
    for (const [number, word] of ['voc.bulk', 'edited', 'voc.bulk', 'edited'].entries()) {
      const delayMs = Math.random() * 600;
      const scene = await killAfter(word, delayMs, number);
      const found = await findings(scene);
      const message = `killed ${delayMs.toFixed(0)} ms after ${word}`;
      expect(found, message).toMatchObject({ ok: true, left: [] });
      expect([[untouched], [edited]], message).toContainEqual(found.groups);
    }
  }, 120_000);
});
