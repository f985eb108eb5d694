import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enableWriteAheadLog, openRaw, type RawDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { SliceCounter, SliceReader } from '../../electron/host/voc-index/column-slices.ts';
import { IndexState } from '../../electron/host/voc-index/index-state.ts';
import { codedColumns, VocColumns } from '../../electron/host/voc-index/voc-columns.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'voc-index-helpers-'));
const count = 230_000;
let raw: RawDatabase;

beforeAll(() => {
  raw = openRaw(path.join(folder, 'many.csm'), { create: true });
  enableWriteAheadLog(raw);
  migrate(raw);
  // Nobody searches here, and the search index would be most of the work.
  raw.exec('DROP TRIGGER voc_search_insert; DROP TRIGGER voc_initials_insert;');
  raw.exec(`
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${count})
    INSERT INTO voc (id, text, received_at, channel, kind, status, severity, branch, owner, created_at, updated_at)
      SELECT n, 'x', date('2020-01-01', (n * 7919 % 2000) || ' days'),
        CASE n % 3 WHEN 0 THEN 'app' WHEN 1 THEN 'call' ELSE 'web' END,
        CASE n / 50000 % 2 WHEN 0 THEN 'complaint' ELSE 'praise' END,
        'received', nullif(n % 6, 0), nullif('지점 ' || (n / 30000), '지점 0'),
        CASE WHEN n > 200000 THEN '새 담당' END, '2026-01-01', '2026-01-01'
      FROM number WHERE n % 11 <> 0`);
});
afterAll(() => {
  raw.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the columns say of every VOC, in words. */
function said(columns: VocColumns): string[] {
  const rows: string[] = [];
  for (let id = 1; id <= columns.lastId; id++) {
    if (columns.present[id] !== 1) continue;
    const words = codedColumns.map((column) =>
      columns.dictionaries[column].valueOf(columns.codes[column][id] ?? 0),
    );
    rows.push([id, columns.severity[id], columns.time[id], ...words].join('|'));
  }
  return rows;
}

function readByOne(): VocColumns {
  const columns = new VocColumns(count);
  const reader = new SliceReader(raw);
  for (const slice of new SliceCounter(count).slices()) reader.readInto(columns, slice);
  return columns;
}

describe('many VOC read into columns', () => {
  it('by several threads are what one thread reads', { timeout: 60_000 }, async () => {
    const steps = IndexState.read(raw, true);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await nextTurn();
    const alone = said(readByOne());
    expect(alone.length).toBe(count - Math.floor(count / 11));
    expect(said(step.value.columns)).toEqual(alone);
  });

  it('and put together of slices that came in any order are the same', { timeout: 60_000 }, () => {
    const reader = new SliceReader(raw);
    const columns = new VocColumns(0);
    for (const slice of new SliceCounter(count).slices().toReversed()) {
      columns.take(reader.read(slice).pack(), slice.after);
    }
    expect(said(columns)).toEqual(said(readByOne()));
  });

  it('are all read when the reading is given up and begun anew', { timeout: 60_000 }, async () => {
    const given = IndexState.read(raw, true);
    given.next();
    given.return({} as never);
    const steps = IndexState.read(raw, true);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) await nextTurn();
    expect(step.value.columns.lastId).toBe(count - (count % 11 === 0 ? 1 : 0));
  });
});
