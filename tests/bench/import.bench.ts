import { rmSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { enableWriteAheadLog, openRaw } from '../../db/connection.ts';
import { benchFile, benchRows, importBenchFile } from '../support/bench-rows.ts';
import { startTestHost } from '../support/host-builder.ts';

const rows = benchRows(50_000);
const names = {
  plain: 'plain insert through better-sqlite3',
  import: 'import: read, check, stage, insert, index for search',
};
const once = { iterations: 3, time: 0, warmup: false };

test('importing 50,000 VOC against inserting the same rows', async ({ bench }) => {
  const host = await startTestHost();
  const token = benchFile(host, rows);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const plainFile = path.join(host.folder, 'plain.sqlite');
  try {
    const result = await bench.compare(
      bench(names.plain, () => {
        rmSync(plainFile, { force: true });
        const raw = openRaw(plainFile, { create: true });
        enableWriteAheadLog(raw);
        raw.exec(
          'CREATE TABLE voc (id INTEGER PRIMARY KEY, external_id TEXT, text TEXT, branch TEXT)',
        );
        const insert = raw.prepare('INSERT INTO voc (external_id, text, branch) VALUES (?, ?, ?)');
        raw.transaction(() => {
          for (const { id, text, branch } of rows) insert.run(id, text, branch);
        })();
        raw.close();
      }),
      bench(
        names.import,
        {
          beforeEach: async () => {
            await host.call('undo.undo', {});
            delay.enable();
          },
          afterEach: () => {
            delay.disable();
          },
        },
        () => importBenchFile(host, token),
      ),
      once,
    );
    const plainMs = result.get(names.plain).latency.mean;
    const importMs = result.get(names.import).latency.mean;
    console.info(
      `import: ${Math.round(rows.length / (importMs / 1000)).toLocaleString('en-US')} rows/s, ` +
        `${(importMs / plainMs).toFixed(1)} × the time of a plain insert ` +
        `(${Math.round(rows.length / (plainMs / 1000)).toLocaleString('en-US')} rows/s); ` +
        `host thread blocked at most ${(delay.max / 1e6).toFixed(0)} ms`,
    );
    expect(host.host.context.session.raw.prepare('SELECT count(*) FROM voc').pluck().get()).toBe(
      rows.length,
    );
  } finally {
    await host.dispose();
  }
});
