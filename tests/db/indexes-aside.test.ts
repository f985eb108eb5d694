import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { IndexesAside } from '../../db/indexes-aside.ts';
import { migrate } from '../../db/migrate.ts';
import { searchTables } from '../../db/search-tables.ts';

function workspace(): RawDatabase {
  const raw = openRaw(':memory:', { create: true });
  migrate(raw);
  return raw;
}

const tables = ['voc', 'voc_extra'] as const;

function addVoc(raw: RawDatabase, texts: readonly string[], after: number): void {
  const insert = raw.prepare(
    `INSERT INTO voc (id, external_id, text, received_at, channel, kind, created_at, updated_at)
     VALUES (?, ?, ?, '2026-01-01', 'web', 'other', '', '')`,
  );
  for (const [index, text] of texts.entries()) {
    insert.run(after + index + 1, `V${after + index}`, text);
  }
}

/** Adds rows with everything set aside; `giveUpAt`: as soon as that share is done. */
function addAside(
  raw: RawDatabase,
  texts: readonly string[],
  after: number,
  giveUpAt = Number.POSITIVE_INFINITY,
): void {
  raw.transaction(() => {
    const aside = new IndexesAside(raw, tables);
    addVoc(raw, texts, after);
    for (const share of aside.restore(after, after + texts.length)) {
      if (share >= giveUpAt) throw new Error('given up');
    }
  })();
}

function schemaOf(raw: RawDatabase): unknown[] {
  return raw.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();
}

/** Every term of every VOC, with its place where that is kept. */
function indexOf(raw: RawDatabase): unknown[] {
  return searchTables.map((table) => {
    raw.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms_of_${table} USING fts5vocab ('main', '${table}', 'instance')`,
    );
    return raw
      .prepare(`SELECT term, doc, "offset" FROM temp.terms_of_${table} ORDER BY 1, 2, 3`)
      .all();
  });
}

const someText = fc.string({
  unit: fc.constantFrom(...'결제가안돼요서비스 aB😀'),
  minLength: 1,
  maxLength: 12,
});

describe('indexes set aside', () => {
  it('come back as they were, and find the same as if every row had been entered by itself', () => {
    const lists = fc.array(someText, { maxLength: 6 });
    fc.assert(
      fc.property(lists, lists, (before, more) => {
        const one = workspace();
        const other = workspace();
        addVoc(one, before, 0);
        addVoc(other, before, 0);
        addVoc(one, more, before.length);
        addAside(other, more, before.length);
        expect(schemaOf(other)).toEqual(schemaOf(one));
        expect(indexOf(other)).toEqual(indexOf(one));
        expect(other.pragma('integrity_check', { simple: true })).toBe('ok');
      }),
      { numRuns: 25 },
    );
  });

  it('are kept up by the database itself again afterwards', () => {
    const raw = workspace();
    addAside(raw, ['결제'], 0);
    addVoc(raw, ['환불'], 1);
    const found = raw.prepare('SELECT rowid FROM voc_search WHERE voc_search MATCH \'"환불"\'');
    expect(found.pluck().all()).toEqual([2]);
  });

  it.each([0.01, 0.5, 1])('are all there when it is given up at %d of the work', (share) => {
    const raw = workspace();
    addVoc(raw, ['결제'], 0);
    const schema = schemaOf(raw);
    const index = indexOf(raw);
    expect(() => addAside(raw, ['환불', '교환'], 1, share)).toThrow('given up');
    expect(schemaOf(raw)).toEqual(schema);
    expect(indexOf(raw)).toEqual(index);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('leave the search index gathering as little at a time as before', () => {
    const raw = workspace();
    addAside(raw, ['결제'], 0);
    for (const table of searchTables) {
      const size = raw.prepare(`SELECT v FROM ${table}_config WHERE k = 'hashsize'`).pluck().get();
      expect(size).toBe(1024 * 1024);
    }
  });

  it('are known to the planner again when they were known before, and only then', () => {
    const raw = workspace();
    const analysed = () =>
      raw.prepare("SELECT idx FROM sqlite_stat1 WHERE tbl = 'voc' ORDER BY idx").pluck().all();
    addAside(raw, ['결제', '환불'], 0);
    raw.exec('ANALYZE');
    const known = analysed();
    addAside(raw, ['교환'], 2);
    expect(known.length).toBeGreaterThan(0);
    expect(analysed()).toEqual(known);
    raw.exec('DELETE FROM sqlite_stat1');
    addAside(raw, ['반품'], 3);
    expect(analysed()).toEqual([]);
  });

  it('are set aside within a transaction only', () => {
    expect(() => new IndexesAside(workspace(), tables)).toThrow('within a transaction');
  });
});
