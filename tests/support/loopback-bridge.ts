import type { Result } from '../../core/contract/app-error.ts';
import type { HostBridge } from '../../core/contract/bridge.ts';
import type { TestLoopback } from './loopback-builder.ts';

export interface EventStream {
  /** The next comment line, as a heartbeat sends it. */
  nextComment(): Promise<string>;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
}

export interface OpenedLoopbackBridge {
  bridge: HostBridge;
  stream: EventStream;
  close(): void;
}

/** The browser's end of the loopback shell without a browser: fetch, and a reader of event streams. */
export async function openLoopbackBridge(loopback: TestLoopback): Promise<OpenedLoopbackBridge> {
  const session = await loopback.signIn();
  const { origin } = loopback.server;
  const abort = new AbortController();
  const events = new EventTarget();
  const response = await fetch(`${origin}/events`, {
    headers: { cookie: session.cookie },
    signal: abort.signal,
  });
  if (response.body === null) throw new Error(`/events answered ${response.status}`);
  const ended = readEvents(response.body, events);
  return {
    bridge: {
      call: async (method, input) => {
        const answer = await fetch(`${origin}/call`, {
          method: 'POST',
          headers: { ...session, 'content-type': 'application/json' },
          body: JSON.stringify({ method, input }),
        });
        return (await answer.json()) as Result<unknown>;
      },
      on: (name, listener) => {
        const hear = (event: Event) => listener((event as CustomEvent).detail);
        events.addEventListener(name, hear);
        return () => events.removeEventListener(name, hear);
      },
    },
    stream: {
      ended,
      nextComment: () =>
        new Promise((resolve) => {
          const hear = (event: Event) => resolve((event as CustomEvent<string>).detail);
          events.addEventListener('comment', hear, { once: true });
        }),
    },
    close: () => abort.abort(),
  };
}

async function readEvents(body: ReadableStream<Uint8Array>, events: EventTarget): Promise<void> {
  const tell = (name: string, detail: unknown) =>
    events.dispatchEvent(new CustomEvent(name, { detail }));
  const decoder = new TextDecoder();
  let unread = '';
  try {
    for await (const bytes of body) {
      const blocks = (unread + decoder.decode(bytes, { stream: true })).split('\n\n');
      unread = blocks.pop() ?? '';
      for (const block of blocks) {
        const comment = /^: (.*)$/m.exec(block)?.[1];
        if (comment !== undefined) tell('comment', comment);
        const name = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (name !== undefined && data !== undefined) tell(name, JSON.parse(data));
      }
    }
  } catch {
    // Aborted by the test or cut by the server: either way there is no more to read.
  }
}
