import { AppError, type Result } from '../../core/contract/app-error.ts';
import type { FromHost, ToHost } from '../../core/contract/host-messages.ts';
import { openFirst } from '../host/first-workspace.ts';
import { Host } from '../host/host.ts';
import { localeWords } from '../host/locale-words.ts';
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

/** Always an answer: the shell waits for one before it lets go of a window or of the program. */
async function resultOf(host: Host, message: ToHost): Promise<Result<unknown>> {
  try {
    return await answer(host, message);
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toPayload() };
    console.error(`${message.kind} failed:`, error);
    return { ok: false, error: { code: 'app.unexpected', params: { method: message.kind } } };
  }
}

async function answer(host: Host, message: ToHost): Promise<Result<unknown>> {
  const { files, preferences } = host.context;
  switch (message.kind) {
    case 'call':
      return host.call(message.method, message.input);
    case 'begin': {
      const words = localeWords(preferences.get('locale') === 'en' ? 'en' : 'ko');
      await openFirst(host, words('app:terminal.sampleName'));
      return done;
    }
    case 'admit':
      return { ok: true, value: files.admit(message.path) };
    case 'deliver':
      await host.deliver(message.token, message.path);
      return done;
    case 'shutdown':
      await host.close();
      return done;
  }
}

const done: Result<null> = { ok: true, value: null };

const { parentPort } = process as unknown as { parentPort?: ParentPort };
if (parentPort === undefined) throw new Error('this entry is started by the desktop shell');
serveParent(parentPort);
