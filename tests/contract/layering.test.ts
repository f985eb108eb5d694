import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLayers } from '../../scripts/layer-faults.mjs';

const projectFolder = path.resolve(import.meta.dirname, '../..');
let folder: string;

/** A project of four rooms that keeps to every arrow. */
const lawful = {
  'core/contract/method.ts': 'export const method = 1;',
  'core/domain/house.ts':
    "import { z } from 'zod';\nimport { method } from '../contract/method.ts';\nexport const house = [z, method];",
  'db/house.repository.ts':
    "import Database from 'better-sqlite3';\nimport { house } from '../core/domain/house.ts';\nexport const rows = [house, Database];",
  'electron/host/host.ts':
    "import { rows } from '../../db/house.repository.ts';\nexport const host = rows;",
  'electron/entries/csm.ts': "import { host } from '../host/host.ts';\nexport const csm = host;",
  'electron/preload/preload.ts':
    "import { method } from '../../core/contract/method.ts';\nexport const bridge = method;",
  'renderer/shared/button.ts': 'export const button = 1;',
  'renderer/features/voc/voc.ts':
    "import { button } from '../../shared/button.ts';\nexport const voc = button;",
  'renderer/features/csf/csf.ts': 'export const csf = 1;',
  'renderer/app/app.ts': "import { voc } from '../features/voc/voc.ts';\nexport const app = voc;",
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-layers-'));
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'));
  symlinkSync(path.join(projectFolder, 'package.json'), path.join(folder, 'package.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

function runLayers(target: string): { exitCode: number | null; said: string } {
  const script = path.join(projectFolder, 'scripts/layers.mjs');
  const done = spawnSync(process.execPath, [script, target], { encoding: 'utf8', cwd: target });
  return { exitCode: done.status, said: done.stdout + done.stderr };
}

describe('layers', () => {
  it('are kept by the project itself', () => {
    const { exitCode, said } = runLayers(projectFolder);

    expect(said).toContain(' 0 faults');
    expect(exitCode).toBe(0);
  });

  it('let a lawful project pass', async () => {
    plant(lawful);

    expect(await checkLayers(folder)).toMatchObject({ faults: [] });
  });

  it.each([
    ['core-arrows', 'core/domain/a.ts', "export { rows } from '../../db/house.repository.ts';"],
    ['core-arrows', 'core/b.ts', "export type { host } from '../electron/host/host.ts';"],
    ['core-is-pure', 'core/domain/a.ts', "export { readFileSync } from 'node:fs';"],
    ['core-is-pure', 'core/domain/b.ts', "export const os = await import('os');"],
    ['core-libraries', 'core/domain/a.ts', "export { Kysely } from 'kysely';"],
    ['core-draws-nothing', 'core/charts/a.ts', "export { init } from 'echarts';"],
    ['contract-first', 'core/contract/a.ts', "export { house } from '../domain/house.ts';"],
    ['db-arrows', 'db/a.ts', "export { host } from '../electron/host/host.ts';"],
    ['electron-host-arrows', 'electron/host/a.ts', "export { csm } from '../entries/csm.ts';"],
    [
      'electron-entries-arrows',
      'electron/entries/a.ts',
      "export { rows } from '../../db/house.repository.ts';",
    ],
    [
      'electron-workers-arrows',
      'electron/workers/a.ts',
      "export { csm } from '../entries/csm.ts';",
    ],
    ['electron-main-arrows', 'electron/main/a.ts', "export { host } from '../host/host.ts';"],
    [
      'electron-preload-arrows',
      'electron/preload/a.ts',
      "export { house } from '../../core/domain/house.ts';",
    ],
    ['electron-stays-in-its-shell', 'electron/host/a.ts', "export { app } from 'electron';"],
    ['sqlite-stays-in-db', 'electron/host/a.ts', "export { default as D } from 'better-sqlite3';"],
    [
      'shipped-code-needs-shipped-packages',
      'electron/host/a.ts',
      "export { chromium } from 'playwright-core';",
    ],
    [
      'renderer-arrows',
      'renderer/shared/a.ts',
      "export { rows } from '../../db/house.repository.ts';",
    ],
    ['screen-without-node', 'renderer/shared/a.ts', "export { readFileSync } from 'node:fs';"],
    ['features-do-not-meet', 'renderer/features/voc/a.ts', "export { csf } from '../csf/csf.ts';"],
    [
      'features-do-not-meet',
      'renderer/features/voc/b.ts',
      "export { app } from '../../app/app.ts';",
    ],
    [
      'shared-knows-no-feature',
      'renderer/shared/a.ts',
      "export { csf } from '../features/csf/csf.ts';",
    ],
    ['found', 'core/domain/a.ts', "export { lost } from './not-there.ts';"],
  ])('%s › refuses a planted %s', async (rule, file, text) => {
    plant({ ...lawful, [file]: text });
    const { faults } = await checkLayers(folder);

    expect(faults.filter((fault) => fault.startsWith(`${rule}: ${file} → `))).toHaveLength(1);
  });

  it('no-circle › refuses code that runs in a circle', async () => {
    plant({
      ...lawful,
      'core/domain/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
      'core/domain/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
    });

    const { faults } = await checkLayers(folder);
    expect(faults.some((fault) => fault.startsWith('no-circle: '))).toBe(true);
  });

  it('fail when a room is out of sight, instead of passing because nothing was seen', () => {
    const { 'db/house.repository.ts': _, ...withoutDb } = lawful;
    plant(withoutDb);
    mkdirSync(path.join(folder, 'db'));

    const { exitCode, said } = runLayers(folder);
    expect(exitCode).toBe(1);
    expect(said).toContain('blind: no module seen in db/');
  });
});
