import { afterEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

const hosts: TestHost[] = [];
async function host(options: Parameters<typeof startTestHost>[0] = {}): Promise<TestHost> {
  const test = await startTestHost(options);
  hosts.push(test);
  return test;
}
afterEach(async () => {
  for (const test of hosts.splice(0)) await test.dispose();
});

describe('workspace', () => {
  it('is created in the workspace folder, open and empty', async () => {
    const test = await host();
    const current = await test.call('workspace.current', {});
    expect(current).toMatchObject({ name: '시험', fileName: '시험.csm', sample: false });
    expect(await test.call('undo.state', {})).toEqual({ undo: null, redo: null });
  });
});
