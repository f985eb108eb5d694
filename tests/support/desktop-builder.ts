import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DesktopBridge } from '../../core/contract/bridge.ts';
import type * as FakeElectron from './fake-electron.ts';

export interface TestDesktop {
  electron: typeof FakeElectron;
  bridge: DesktopBridge;
  folder: string;
  dispose(): Promise<void>;
}

/**
 * The desktop shell's own main and preload scripts, started on the fake of Electron that the test
 * file has put in its place, with a host in a real process of its own. Once per test file: an app
 * starts once.
 */
export async function startTestDesktop(argv: string[] = []): Promise<TestDesktop> {
  const folder = mkdtempSync(path.join(tmpdir(), 'csm-desktop-'));
  process.env.CSM_HOME = folder;
  process.argv.push(...argv);
  const electron = (await import('electron')) as unknown as typeof FakeElectron;
  electron.app.folders.userData = folder;
  electron.app.folders.documents = folder;
  const shown = electron.nextMenu();
  await import('../../electron/main/main.ts');
  electron.app.becomeReady();
  await shown;
  await import('../../electron/preload/preload.ts');
  return {
    electron,
    folder,
    bridge: electron.state.exposed.csmBridge as DesktopBridge,
    async dispose() {
      const ended = electron.app.hasQuit ? Promise.resolve() : once(electron.app, 'quit');
      electron.app.quit();
      await ended;
      for (const { child } of electron.state.processes) {
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
