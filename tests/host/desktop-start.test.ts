import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestDesktop, type TestDesktop } from '../support/desktop-builder.ts';

vi.mock('electron', () => import('../support/fake-electron.ts'));

const folder = mkdtempSync(path.join(tmpdir(), 'csm-start-'));
const broken = path.join(folder, '깨진 것.csm');
let desktop: TestDesktop;

beforeAll(async () => {
  writeFileSync(broken, 'not a database');
  desktop = await startTestDesktop([broken]);
});
afterAll(async () => {
  await desktop.dispose();
  rmSync(folder, { recursive: true, force: true });
});

describe('a start by double click', () => {
  it('shows the window, and says why the file was refused once the page is up', async () => {
    const refused = new Promise((resolve) => desktop.bridge.on('shell.refused', resolve));

    expect(desktop.electron.state.windows[0]?.shown).toBe(true);
    expect(await refused).toEqual({
      code: 'workspace.notOurs',
      params: { fileName: '깨진 것.csm' },
    });
  });

  it('says it once', async () => {
    const again: unknown[] = [];
    desktop.bridge.on('shell.refused', (error) => again.push(error));
    await desktop.bridge.call('workspace.listRecent', {});

    expect(again).toEqual([]);
  });
});
