import { AppError, type ErrorPayload, type Result } from '../../../core/contract/app-error.ts';
import type { HostBridge } from '../../../core/contract/bridge.ts';
import { type EventMap, type EventName, eventNames } from '../../../core/contract/contract.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import { areas } from '../../../core/contract/method.ts';
import type { FilePurpose } from '../../../core/contract/shell.contract.ts';
import { uploadFile } from './upload.ts';

type Listener = (payload: never) => void;
type Tell = <E extends EventName>(name: E, payload: EventMap[E]) => void;

/** A stream that something holds up (a proxy, a full pool of connections) does not hold up the page. */
const longestWait = 1000;

/** The bridge of the browser shell: fetch, server-sent events, a file chooser and a download. */
export function createLoopbackBridge(): HostBridge {
  const listeners = new Map<EventName, Set<Listener>>();
  const tell: Tell = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) {
      (listener as (told: typeof payload) => void)(payload);
    }
  };
  const listening = listenToServer(tell);
  return {
    call: (method, input) =>
      method in browserShell
        ? answer(() => browserShell[method as keyof typeof browserShell](input as never))
        : listening.then(() => callServer(method, input)),
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, known.add(listener as Listener));
      return () => known.delete(listener as Listener);
    },
  };
}

/**
 * Resolves once the server tells us what changes: whoever asked before that could be shown an answer that
 * is old already, and would never hear of it. A stream that does not come is not waited for.
 */
function listenToServer(tell: Tell): Promise<void> {
  const source = new EventSource('/events');
  for (const name of eventNames) {
    source.addEventListener(name, (event) => tell(name, JSON.parse(event.data)));
  }
  return new Promise((resolve) => {
    let mayHaveMissed = false;
    const goOnUnheard = () => {
      mayHaveMissed = true;
      resolve();
    };
    const waited = setTimeout(goOnUnheard, longestWait);
    // The browser reconnects by itself and cannot tell a break from the end: asking can.
    let broken = false;
    source.addEventListener('error', () => {
      clearTimeout(waited);
      goOnUnheard();
      if (broken) return;
      broken = true;
      void callServer('workspace.current', {}).then((answer) => {
        if (!answer.ok) tell('host.failed', { code: answer.error.code });
      });
    });
    source.addEventListener('open', () => {
      clearTimeout(waited);
      broken = false;
      resolve();
      if (mayHaveMissed) void catchUp(tell);
      mayHaveMissed = false;
    });
  });
}

/** Whatever was told while no stream was open has been missed. */
async function catchUp(tell: Tell): Promise<void> {
  tell('areas.changed', { areas: [...areas] });
  const jobs = await callServer('job.list', {});
  if (!jobs.ok) return;
  for (const job of jobs.value as JobInfo[]) tell('job.changed', job);
}

async function callServer(method: string, input: unknown): Promise<Result<unknown>> {
  try {
    const response = await fetch('/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ method, input }),
    });
    if (response.status === 401) return failure('app.sessionEnded');
    if (response.status === 413) return failure('app.tooLarge');
    return (await response.json()) as Result<unknown>;
  } catch {
    return failure('app.hostGone');
  }
}

async function answer(work: () => Promise<unknown>): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return error instanceof AppError
      ? { ok: false, error: error.toPayload() }
      : failure('app.hostGone');
  }
}

function failure(code: ErrorPayload['code']): Result<never> {
  return { ok: false, error: { code, params: {} } };
}

const acceptedFiles: Record<FilePurpose, string> = {
  workspace: '.csm',
  voc: '.csv,.tsv,.txt,.xlsx',
  survey: '.csv,.tsv,.txt,.xlsx',
  matrix: '.csv,.tsv,.txt,.xlsx',
  mapping: '.json',
};

const browserShell = {
  'shell.pickFile': async ({ purpose }: { purpose: FilePurpose }) => {
    const file = await chooseFile(acceptedFiles[purpose]);
    return file === null ? null : uploadFile(file, purpose);
  },
  'shell.pickNewWorkspace': async () => null,
  'shell.deliverFile': async ({ token, fileName }: { token: string; fileName: string }) => {
    const link = document.createElement('a');
    link.href = `/files/${encodeURIComponent(token)}?name=${encodeURIComponent(fileName)}`;
    link.download = fileName;
    link.click();
    return { delivered: true };
  },
  // Only a link the person presses opens a tab without asking; see the projector's button.
  'shell.openProjector': async ({ workshopId }: { workshopId: number }) => {
    window.open(`/projector?workshopId=${workshopId}`, '_blank', 'noopener');
  },
  'shell.info': async () => ({
    kind: 'browser' as const,
    version: __APP_VERSION__,
    platform: navigator.platform,
  }),
};

function chooseFile(accept: string): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null), { once: true });
    input.addEventListener('cancel', () => resolve(null), { once: true });
    input.click();
  });
}
