import { isMainThread, workerData } from 'node:worker_threads';

/** In place of a number of threads that are loading: from now on none may begin. */
export const loadingForbidden = -1;

/** Where behind that number a thread says that its code and SQLite are loaded: 1. */
export const loadedPlace = 1;

let isLoaded = isMainThread;

/**
 * How many threads are loading SQLite's native module, shared with whoever started this thread; null where
 * nobody counts.
 */
export function sharedLoads(): Int32Array<SharedArrayBuffer> | null {
  return isMainThread ? null : (workerData?.nativeLoads ?? null);
}

/**
 * Does what loads SQLite's native module into a thread for the first time. Node ends the whole process
 * when a thread is terminated in the middle of that, so the host waits until none is, and forbids more
 * (see electron/host/database-thread.ts): then this never returns, for the thread is being ended.
 */
export function loadingNative<T>(load: () => T): T {
  const loads = sharedLoads();
  if (isLoaded || loads === null) return load();
  beginLoading(loads);
  try {
    return load();
  } finally {
    isLoaded = true;
    Atomics.sub(loads, 0, 1);
    Atomics.notify(loads, 0);
    Atomics.store(loads, loadedPlace, 1);
  }
}

function beginLoading(loads: Int32Array): void {
  for (;;) {
    const count = Atomics.load(loads, 0);
    if (count === loadingForbidden) Atomics.wait(loads, 0, loadingForbidden);
    else if (Atomics.compareExchange(loads, 0, count, count + 1) === count) return;
  }
}
