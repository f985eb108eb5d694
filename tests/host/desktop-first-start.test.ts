import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { HostProcess } from '../../electron/main/host-process.ts';
import { startTestDesktop, type TestDesktop } from '../support/desktop-builder.ts';

vi.mock('electron', () => import('../support/fake-electron.ts'));

let desktop: TestDesktop;

beforeAll(async () => {
  desktop = await startTestDesktop();
});
afterAll(() => desktop.dispose());

describe('the very first start', () => {
  it('opens the sample', async () => {
    expect(await desktop.bridge.call('workspace.current', {})).toMatchObject({
      ok: true,
      value: { name: '예제 워크스페이스', sample: true },
    });
  });
});

describe('quitting', () => {
  it('does not wait for ever for a host that hangs', async () => {
    const entry = new URL('../../electron/entries/host.ts', import.meta.url).pathname;
    const hanging = new HostProcess(entry, () => undefined, 100);
    const { child } = desktop.electron.state.processes.at(-1)!;
    await hanging.call('workspace.listRecent', {});
    child.kill('SIGSTOP');
    const ended = once(child, 'exit');
    await hanging.stop();
    child.kill('SIGCONT');
    await ended;

    expect(child.signalCode).toBe('SIGTERM');
  });
});
