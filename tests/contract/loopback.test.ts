import { afterEach, describe, expect, it } from 'vitest';
import { openLoopbackBridge } from '../support/loopback-bridge.ts';
import { startTestLoopback, type TestLoopback } from '../support/loopback-builder.ts';
import { describeBridge } from './bridge-promises.ts';

describeBridge('loopback', async () => {
  const loopback = await startTestLoopback();
  const { bridge, close } = await openLoopbackBridge(loopback);
  return {
    bridge,
    close: async () => {
      close();
      await loopback.dispose();
    },
  };
});

describe('loopback events', () => {
  let loopback: TestLoopback;
  afterEach(() => loopback.dispose());

  it('keep a quiet stream alive', async () => {
    loopback = await startTestLoopback({ heartbeatMs: 5 });
    const { stream, close } = await openLoopbackBridge(loopback);
    const beat = await stream.nextComment();
    close();

    expect(beat).toBe('still here');
  });

  it('end when the server closes, and the host goes on', async () => {
    loopback = await startTestLoopback();
    const { stream } = await openLoopbackBridge(loopback);
    await loopback.server.close();
    await stream.ended;

    expect(await loopback.test.call('workspace.current', {})).toMatchObject({ name: '시험' });
  });

  it('stop being prepared when the page has gone', async () => {
    loopback = await startTestLoopback();
    const first = await openLoopbackBridge(loopback);
    first.close();
    const { bridge, close } = await openLoopbackBridge(loopback);
    const told = new Promise((resolve) => bridge.on('areas.changed', resolve));
    await loopback.test.call('requirement.create', { name: '대기 시간' });

    expect(await told).toMatchObject({ areas: expect.arrayContaining(['requirement']) });
    close();
  });
});
