import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type VocFilter, vocFacetFields } from '../../core/contract/voc.contract.ts';
import type { RawDatabase } from '../../db/connection.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene } from '../support/import-scene.ts';
import { largeVocMapping, writeLargeVocFile } from '../support/large-voc-file.ts';
import { filtersOf, questionsOf, searchesOf, type VocQuestion } from '../support/voc-questions.ts';

/** `CSM_BENCH_ROWS=1000000` measures the whole promise, after an import of some minutes. */
const rowCount = Number(process.env.CSM_BENCH_ROWS ?? 100_000);
/** A workspace of one's own; it is copied first. */
const ownWorkspace = process.env.CSM_BENCH_WORKSPACE;
const minutes = 60_000;

let host: TestHost;
let raw: RawDatabase;
let searches: string[];
let questions: VocQuestion[];
let openMs: number;

beforeAll(async () => {
  host = await startTestHost({ workspace: ownWorkspace === undefined ? 'empty' : 'none' });
  const file = path.join(host.folder, 'bench.csm');
  if (ownWorkspace === undefined) {
    const csv = path.join(host.folder, 'voc.csv');
    await writeLargeVocFile(csv, rowCount);
    const job = await new ImportScene(host).voc(
      host.host.context.files.admit(csv),
      largeVocMapping,
    );
    if (job.status !== 'succeeded') throw new Error(JSON.stringify(job.error));
    const made = host.host.context.session.file;
    await host.call('workspace.close', {});
    copyFileSync(made, file);
  } else {
    copyFileSync(ownWorkspace, file);
    // An older file is brought up to date first: that is no opening as on any other day.
    await host.call('workspace.open', { token: host.host.context.files.admit(file) });
    await host.call('workspace.close', {});
  }
  const startedMs = performance.now();
  await host.call('workspace.open', { token: host.host.context.files.admit(file) });
  await host.call('voc.listPage', { limit: 100 });
  openMs = performance.now() - startedMs;
  raw = host.host.context.session.raw;
  searches = searchesOf(raw, 80);
  questions = questionsOf(raw, searches);
}, 30 * minutes);
afterAll(() => host.dispose());

async function millisecondsOf(work: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

/** The figures of every case, and which took longest. */
async function measured<Case>(
  cases: readonly Case[],
  work: (one: Case) => Promise<number>,
): Promise<{ p50: number; p95: number; most: number; slowest: Case | undefined }> {
  const all: { ms: number; one: Case }[] = [];
  for (const one of cases) all.push({ ms: await work(one), one });
  const sorted = all.toSorted((a, b) => a.ms - b.ms);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]?.ms ?? 0;
  return { p50: at(0.5), p95: at(0.95), most: at(1), slowest: sorted.at(-1)?.one };
}

function say(what: string, figures: { p50: number; p95: number; most: number; slowest: unknown }) {
  const { p50, p95, most, slowest } = figures;
  console.info(
    `${what}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, most ${most.toFixed(1)} ms ` +
      `(${JSON.stringify(slowest)})`,
  );
}

const firstPage = async ({ filter, sort }: VocQuestion): Promise<number> =>
  (await host.call('voc.listPage', { filter, sort, limit: 100 })).elapsedMs;

describe('reading a large workspace', () => {
  test('opens to a list that can be used', async () => {
    const integrityMs = await millisecondsOf(() => raw.pragma('quick_check(1)'));
    console.info(
      `opening to the first page: ${openMs.toFixed(0)} ms ` +
        `(a check of every page alone: ${integrityMs.toFixed(0)} ms)`,
    );
    expect(openMs).toBeLessThan(1_500);
  });

  test('gives the first page of a search by SQL, before anything is in memory', async () => {
    const like = raw.prepare(
      `SELECT id FROM voc WHERE text LIKE '%' || ? || '%' ORDER BY received_at DESC LIMIT 100`,
    );
    const scan = await measured(searches.slice(0, 8), (search) =>
      millisecondsOf(() => like.all(search)),
    );
    const asked = questions.filter(({ filter }) => Object.keys(filter).join() === 'search');
    const page = await measured(asked, firstPage);
    say('a LIKE scan, as a baseline', scan);
    say(`first page of ${asked.length} searches by SQL`, page);
    console.info(`${(scan.p50 / page.p50).toFixed(0)} × quicker at the median`);
    expect(page.p95).toBeLessThan(50);
  });

  test('gives the first page of any search, filter and sort', async () => {
    // Until the columns are read and every order is made.
    await host.call('voc.facets', { facets: ['kind'] });
    await measured(questions, firstPage);
    const page = await measured(questions, firstPage);
    say(`first page of ${questions.length} searches, filters and sorts`, page);
    expect(page.p95).toBeLessThan(50);
  });

  test('gives pages far down', async () => {
    const last = (await host.call('voc.count', {})).total;
    const plain = raw.prepare(
      'SELECT id FROM voc ORDER BY received_at DESC, id DESC LIMIT 100 OFFSET ?',
    );
    const plainMs = await millisecondsOf(() => plain.all(Math.floor(last * 0.9)));
    const deep = await measured(questions, async ({ filter, sort }) => {
      const { total } = await host.call('voc.count', { filter });
      const offset = Math.floor(total * 0.9);
      return (await host.call('voc.listPage', { filter, sort, offset, limit: 100 })).elapsedMs;
    });
    console.info(`plain OFFSET over the index, as a baseline: ${plainMs.toFixed(1)} ms`);
    say('page at nine tenths of the list', deep);
  });

  test('counts and divides', async () => {
    const group = raw.prepare('SELECT branch, count(*) FROM voc GROUP BY branch');
    const groupMs = await millisecondsOf(() => group.all());
    const filters: VocFilter[] = [{}, ...filtersOf(raw), ...searches.map((search) => ({ search }))];
    const count = await measured(
      filters,
      async (filter) => (await host.call('voc.count', { filter })).elapsedMs,
    );
    // A filter that has not just been counted, so that nothing of it is known.
    const fresh = filters.map((filter) => ({ ...filter, receivedFrom: '2000-01-01' }));
    const facets = await measured(
      fresh,
      async (filter) =>
        (await host.call('voc.facets', { filter, facets: [...vocFacetFields] })).elapsedMs,
    );
    console.info(`one GROUP BY over its index, as a baseline: ${groupMs.toFixed(0)} ms`);
    say(`count of ${filters.length} filters and searches`, count);
    say(`all ${vocFacetFields.length} facets of ${fresh.length} filters and searches`, facets);
    expect(facets.p95).toBeLessThan(300);
  });
});
