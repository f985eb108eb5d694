import { startTestHost } from '../support/host-builder.ts';
import { describeBridge } from './bridge-promises.ts';

describeBridge('in-process', async () => {
  const test = await startTestHost();
  return {
    bridge: {
      call: (method, input) => test.host.call(method, input),
      on: (name, listener) =>
        test.host.subscribe((told, payload) => {
          if ((told as string) === name) listener(payload as never);
        }),
    },
    close: () => test.dispose(),
  };
});
