import { readFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import iconv from 'iconv-lite';
import type { VocFilter } from '../../core/contract/voc.contract.ts';
import { DelimitedReader } from '../../core/domain/import/delimited-reader.ts';
import { Host } from '../../electron/host/host.ts';
import { largeVocMapping, writeLargeVocFile } from './large-voc-file.ts';

/**
 * A process of its own for one measurement, so that its memory is nobody else's. Says one line of JSON.
 *
 * Arguments: `plain` or `import`, a folder for everything, the file to take.
 */
const [what, folder = '', file = ''] = process.argv.slice(2);

export interface PlainFigures {
  insertSeconds: number;
  trigramSeconds: number;
  cpuSeconds: number;
}

export interface ImportFigures {
  seconds: number;
  cpuSeconds: number;
  /** As the import itself says. */
  imported: number;
  /** Of the whole process: host, import worker and whatever else it runs. */
  peakRssMb: number;
  reads: number;
  readP99Ms: number;
  readMostMs: number;
  /** How late the host's thread came to a timer. */
  lateP99Ms: number;
  lateMostMs: number;
}

/** Oftener than a person asks, and seldom enough not to be the load itself. */
const betweenReadsMs = 100;
/** What there is to read while the file is taken in. */
const rowsBefore = 10_000;
const filters: readonly VocFilter[] = [{}, { channels: ['phone'] }, { search: '합니다' }];

/** The bar's own measure: the same rows in one transaction, then a trigram index over their texts. */
function plain(): PlainFigures {
  const reader = new DelimitedReader(',');
  const text = iconv.decode(readFileSync(file), 'cp949');
  const rows = [...reader.push(text), ...reader.end()].slice(1).map(({ cells }) => cells);
  const raw = new Database(path.join(folder, 'plain.sqlite'));
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = NORMAL');
  const cpuBefore = cpuSeconds();
  const startedMs = performance.now();
  raw.exec('CREATE TABLE voc (id INTEGER PRIMARY KEY, a, b, c, d, e, f, g, h, i, text)');
  const insert = raw.prepare(
    `INSERT INTO voc (a, b, c, d, e, f, g, h, i, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  raw.transaction(() => {
    for (const cells of rows) insert.run(...cells);
  })();
  const insertedMs = performance.now();
  raw.exec(`
    CREATE VIRTUAL TABLE search USING fts5 (
      text, content = 'voc', content_rowid = 'id', tokenize = 'trigram'
    );
    INSERT INTO search (rowid, text) SELECT id, text FROM voc;
  `);
  const endedMs = performance.now();
  raw.close();
  return {
    insertSeconds: (insertedMs - startedMs) / 1000,
    trigramSeconds: (endedMs - insertedMs) / 1000,
    cpuSeconds: cpuSeconds() - cpuBefore,
  };
}

/** An import as a person starts it, while the interface goes on asking for lists and counts. */
async function imported(): Promise<ImportFigures> {
  const host = new Host({
    config: path.join(folder, 'config'),
    workspaces: path.join(folder, 'workspaces'),
    temporary: path.join(folder, 'temporary'),
  });
  await host.request('workspace.create', { name: '측정', sample: false });
  const before = path.join(folder, 'before.csv');
  await writeLargeVocFile(before, rowsBefore, 'before-');
  await take(before);

  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpuBefore = cpuSeconds();
  const startedMs = performance.now();
  let ended = false;
  const reading = readUntil(() => ended);
  const count = await take(file);
  const seconds = (performance.now() - startedMs) / 1000;
  const cpu = cpuSeconds() - cpuBefore;
  ended = true;
  const readMs = (await reading).sort((a, b) => a - b);
  delay.disable();
  const found = await host.request('voc.count', { filter: {} });
  if (found.total !== count + rowsBefore) throw new Error(`${found.total} VOC after the import`);
  await host.close();
  return {
    seconds,
    cpuSeconds: cpu,
    imported: count,
    peakRssMb: process.resourceUsage().maxRSS / 1024,
    reads: readMs.length,
    readP99Ms: readMs[Math.floor(readMs.length * 0.99)] ?? 0,
    readMostMs: readMs.at(-1) ?? 0,
    lateP99Ms: delay.percentile(99) / 1e6,
    lateMostMs: delay.max / 1e6,
  };

  async function take(picked: string): Promise<number> {
    const token = host.context.files.admit(picked);
    const { jobId } = await host.request('import.startVoc', { token, mapping: largeVocMapping });
    const job = await host.context.jobs.settled(jobId);
    if (job.importSummary === null) throw new Error(JSON.stringify(job.error));
    return job.importSummary.imported;
  }

  async function readUntil(isOver: () => boolean): Promise<number[]> {
    const took: number[] = [];
    for (let turn = 0; !isOver(); turn++) {
      const filter = filters[turn % filters.length] ?? {};
      const askedMs = performance.now();
      await host.request('voc.listPage', { filter, limit: 100 });
      await host.request('voc.count', { filter });
      took.push(performance.now() - askedMs);
      await pause(betweenReadsMs);
    }
    return took;
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const figures = what === 'plain' ? plain() : await imported();
process.stdout.write(`${JSON.stringify(figures)}\n`);
