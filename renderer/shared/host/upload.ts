import { useSyncExternalStore } from 'react';
import { AppError } from '../../../core/contract/app-error.ts';
import type { FilePurpose, PickedFile } from '../../../core/contract/shell.contract.ts';

/** A file on its way from the browser to the host. */
export interface Upload {
  name: string;
  sent: number;
  total: number;
  /** Ends it; whoever waits for the file hears `import.cancelled`. */
  cancel: () => void;
}

let current: Upload | null = null;
const listeners = new Set<() => void>();

function become(next: Upload | null): void {
  current = next;
  for (const listener of listeners) listener();
}

/** What is being sent at this moment; null: nothing is. The desktop shell sends nothing at all. */
export function useUpload(): Upload | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}

/** Sends a file chosen or dropped by the person to the host. `fetch` could not tell how far it is. */
export function uploadFile(file: File, purpose: FilePurpose): Promise<PickedFile> {
  return new Promise<PickedFile>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    become({ name: file.name, sent: 0, total: file.size, cancel });
    request.upload.addEventListener('progress', ({ loaded }) =>
      become({ name: file.name, sent: loaded, total: file.size, cancel }),
    );
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response as PickedFile);
      else reject(refusalOf(request));
    });
    request.addEventListener('error', () => reject(new AppError('app.hostGone')));
    request.addEventListener('abort', () => reject(new AppError('import.cancelled')));
    request.responseType = 'json';
    request.open('POST', `/upload?purpose=${purpose}&name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  }).finally(() => become(null));
}

/** What the server said; a proxy or a dying server may answer with anything. */
function refusalOf({ status, response }: XMLHttpRequest): AppError {
  if (status === 401) return new AppError('app.sessionEnded');
  const error: unknown = response?.error;
  return typeof error === 'object' && error !== null && 'code' in error && 'params' in error
    ? AppError.fromPayload(response.error)
    : new AppError('app.hostGone');
}
