import { AppError, type Result } from '../../core/contract/app-error.ts';
import type { FromHost, ToHost } from '../../core/contract/host-messages.ts';
import { Host } from '../host/host.ts';
import { hostFolders } from './host-folders.ts';

/** The part of Electron's `process.parentPort` that is used here. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: ToHost }) => void): void;
  postMessage(message: FromHost): void;
}

/** The host of the desktop shell: one utility process behind one message port. */
function serveParent(port: ParentPort): void {
  const host = new Host(hostFolders());
  host.subscribe((name, payload) => port.postMessage({ kind: 'event', name, payload } as FromHost));
  port.on('message', ({ data }) => {
    void resultOf(host, data).then((result) => {
      port.postMessage({ kind: 'answer', id: data.id, result });
      if (data.kind === 'shutdown') process.exit(0);
    });
  });
  port.postMessage({ kind: 'ready' });
}

async function resultOf(host: Host, message: ToHost): Promise<Result<unknown>> {
  switch (message.kind) {
    case 'call':
      return host.call(message.method, message.input);
    case 'admit':
      return { ok: true, value: host.context.files.admit(message.path) };
    case 'locate':
      return locate(host, message.token);
    case 'shutdown':
      await host.close();
      return { ok: true, value: null };
  }
}

function locate(host: Host, token: string): Result<string> {
  try {
    return { ok: true, value: host.context.files.resolveExisting(token).path };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toPayload() };
    throw error;
  }
}

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort === undefined) throw new Error('this entry is started by the desktop shell');
serveParent(parentPort);
