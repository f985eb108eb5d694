import { vi } from 'vitest';
import { startTestDesktop } from '../support/desktop-builder.ts';
import { describeBridge } from './bridge-promises.ts';

vi.mock('electron', () => import('../support/fake-electron.ts'));

describeBridge('Electron', async () => {
  const desktop = await startTestDesktop();
  const created = await desktop.bridge.call('workspace.create', { name: '시험' });
  if (!created.ok) throw new Error(created.error.code);
  return { bridge: desktop.bridge, close: () => desktop.dispose() };
});
