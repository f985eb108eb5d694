import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { createWorkspaceFile } from '../../db/workspace-file.ts';
import { Host } from '../../electron/host/host.ts';

/** Enough for a large import, which sets indexes aside: `largeImport` of db/bulk-load.ts. */
const rowCount = 25_000;
const strikes = 6;

let folder: string;
let importFile: string;
let emptyWorkspace: string;
let emptySchema: unknown[];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-kill-'));
  importFile = path.join(folder, 'voc.csv');
  const rows = Array.from(
    { length: rowCount },
    (_, index) =>
      `V${index},기다린 지 ${index}일이 지났는데 연락이 없습니다,${index % 24}호점,${index % 7}`,
  );
  writeFileSync(importFile, `id,text,branch,note\n${rows.join('\n')}\n`);
  emptyWorkspace = path.join(folder, 'empty.csm');
  createWorkspaceFile(emptyWorkspace, {
    name: '시험',
    sample: false,
    createdAt: '2026-11-21T00:00:00Z',
  });
  const raw = openRaw(emptyWorkspace);
  raw.pragma('journal_mode = DELETE');
  emptySchema = schemaOf(raw);
  raw.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Strike {
  workspace: string;
  scene: string;
}

/** An import in a process of its own, which says in which phase it is. */
function startImport(number: number) {
  const scene = path.join(folder, `scene-${number}`);
  mkdirSync(scene);
  const workspace = path.join(scene, 'work.csm');
  copyFileSync(emptyWorkspace, workspace);
  const script = path.resolve('tests/support/import-kill-child.ts');
  const child = spawn(process.execPath, [script, scene, workspace, importFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, ended: once(child, 'exit'), workspace, scene };
}

/** How long the workspace is being written when nobody interferes, on this computer at this hour. */
async function savingMs(): Promise<number> {
  const { child, ended } = startImport(0);
  let startedMs = 0;
  for await (const chunk of child.stdout) {
    if (String(chunk).includes('saving')) startedMs = performance.now();
    if (String(chunk).includes('succeeded')) break;
  }
  const duration = performance.now() - startedMs;
  await ended;
  return duration;
}

/** Kills an import `delayMs` after it said `phase`. */
async function killAfter(phase: string, delayMs: number, number: number): Promise<Strike> {
  const { child, ended, workspace, scene } = startImport(number);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (!said.includes(`${phase}\n`)) continue;
    await pause(delayMs);
    child.kill('SIGKILL');
    break;
  }
  await ended;
  return { workspace, scene };
}

/** What a person finds who opens the workspace afterwards. */
async function findings({ workspace, scene }: Strike) {
  const host = new Host({
    config: path.join(scene, 'config'),
    workspaces: scene,
    temporary: path.join(scene, 'launch-next'),
  });
  await host.request('workspace.open', { token: host.context.files.admit(workspace) });
  const check = await host.request('workspace.check', {});
  const { raw } = host.context.session;
  const found = raw
    .prepare(`SELECT count(*) FROM voc_search WHERE voc_search MATCH '"연락"'`)
    .pluck()
    .get();
  const extras = raw.prepare('SELECT count(*) FROM voc_extra').pluck().get();
  const schema = schemaOf(raw);
  const staged = readdirSync(scene)
    .filter((name) => name.startsWith('launch-'))
    .flatMap((name) => readdirSync(path.join(scene, name)))
    .filter((name) => name.startsWith('import-staging'));
  await host.close();
  const { voc = -1, imports = -1, branches = -1 } = check.counts;
  return { ok: check.ok, voc, imports, branches, found, extras, staged, schema };
}

/** A large import sets indexes and a trigger aside for its time. */
function schemaOf(raw: RawDatabase): unknown[] {
  return raw
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') ORDER BY name")
    .all();
}

const absent = { ok: true, voc: 0, imports: 0, branches: 0, found: 0, extras: 0, staged: [] };
const whole = {
  ok: true,
  voc: rowCount,
  imports: 1,
  branches: 24,
  found: rowCount,
  extras: rowCount,
  staged: [],
};

describe('a host killed in the middle of an import', () => {
  it(`leaves a sound workspace with all of the import or nothing, ${strikes} times`, async () => {
    const wholeMs = await savingMs();
    const outcomes: string[] = [];
    for (let number = 1; number <= strikes; number++) {
      // Most blows fall while the workspace is written, some just after its end.
      const phase = number % 5 === 0 ? 'reading' : 'saving';
      const delayMs = Math.random() * wholeMs * 1.25;
      const strike = await killAfter(phase, delayMs, number);
      const found = await findings(strike);
      outcomes.push(found.voc === 0 ? 'absent' : 'whole');
      expect(found, `killed ${delayMs.toFixed(0)} ms into ${phase}`).toEqual({
        ...(found.voc === 0 ? absent : whole),
        schema: emptySchema,
      });
    }
    console.info(`killed imports: ${outcomes.join(', ')}`);
  }, 120_000);
});
