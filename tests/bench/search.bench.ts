import { expect, test } from 'vitest';
import { benchFile, benchRows, importBenchFile } from '../support/bench-rows.ts';
import { startTestHost } from '../support/host-builder.ts';

const rowCount = 100_000;
const words = { seldom: '엘리베이터', often: '배송', 'one syllable': '늦', 'not there': '잠수함' };

test(`searching ${rowCount.toLocaleString('en-US')} VOC against a LIKE scan`, async ({ bench }) => {
  const host = await startTestHost();
  try {
    await importBenchFile(host, benchFile(host, benchRows(rowCount)));
    const like = host.host.context.session.raw.prepare(
      `SELECT id, text FROM voc WHERE text LIKE '%' || ? || '%' ORDER BY received_at DESC LIMIT 50`,
    );
    const counted = host.host.context.session.raw
      .prepare(`SELECT count(*) FROM voc WHERE text LIKE '%' || ? || '%'`)
      .pluck();
    for (const [kind, search] of Object.entries(words)) {
      const find = () => host.call('voc.listPage', { filter: { search }, limit: 50 });
      expect((await host.call('voc.count', { filter: { search } })).total).toBe(
        counted.get(search),
      );
      const names = { scan: `LIKE scan, ${kind}`, search: `search, ${kind}` };
      const result = await bench.compare(
        bench(names.scan, () => {
          like.all(search);
          counted.get(search);
        }),
        bench(names.search, async () => {
          await find();
        }),
        { iterations: 10, time: 300 },
      );
      const scanMs = result.get(names.scan).latency.mean;
      const searchMs = result.get(names.search).latency.mean;
      console.info(
        `search (${kind} word): ${searchMs.toFixed(2)} ms, LIKE scan ${scanMs.toFixed(1)} ms, ` +
          `${(scanMs / searchMs).toFixed(1)} × faster`,
      );
    }
  } finally {
    await host.dispose();
  }
});
