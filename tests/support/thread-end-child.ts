import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openRaw } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { DatabaseThread } from '../../electron/host/database-thread.ts';

/** A process of its own, because what is looked for would end it: threads ended ever later after their start. */
const folder = mkdtempSync(path.join(tmpdir(), 'thread-end-'));
const file = path.join(folder, 'w.csm');
const raw = openRaw(file, { create: true });
migrate(raw);
raw.close();

const threads = 24;
let lifeMs = 0;
for (let number = 0; number < threads; number++) {
  const thread = new DatabaseThread('voc-index', { file });
  thread.on('error', (error) => console.error(error));
  // Beside another one that begins, a thread ended while it loads its code was now and then never gone.
  const beside = new DatabaseThread('voc-words', { file, sampleSize: null });
  beside.on('error', (error) => console.error(error));
  const startedMs = performance.now();
  // The first says how long a beginning takes; the others end all over it.
  if (number === 0) {
    await new Promise<void>((resolve) => thread.once('message', () => resolve()));
    lifeMs = performance.now() - startedMs;
  } else {
    await pause((lifeMs * 1.1 * number) / threads);
  }
  await Promise.all([thread.terminate(), beside.terminate()]);
}
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`ended ${threads} threads\n`);
