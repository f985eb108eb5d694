import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import {
  attachImages,
  ImageRecorder,
  imagesOfWritten,
  type RowImages,
  removeImages,
  swapImages,
} from '../../db/row-images.ts';
import { isSearchIndexInStep } from '../../db/search-index.ts';
import { workspaceContent } from '../support/workspace-content.ts';
import { anyEdit, literal, nasty } from '../support/workspace-edits.ts';

let folder: string;
let file: string;
let imageFiles = 0;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-images-'));
  fresh();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fresh(): void {
  file = path.join(folder, `w${imageFiles++}.csm`);
  withRaw((raw) => {
    raw.pragma('journal_mode = WAL');
    migrate(raw);
    raw.exec("INSERT INTO workspace VALUES (1, '시험', 0, '')");
  });
}

function withRaw<T>(work: (raw: RawDatabase) => T): T {
  const raw = openRaw(file, { create: true });
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

function newFile(): string {
  return path.join(folder, `images-${imageFiles++}.sqlite`);
}

function content(): unknown {
  return withRaw(workspaceContent);
}

function recorded(statements: readonly string[]): RowImages {
  return withRaw((raw) => {
    const recorder = new ImageRecorder(raw, newFile());
    return raw.transaction(() => {
      for (const sql of statements) raw.exec(sql);
      return recorder.end();
    })();
  });
}

function swapped(images: RowImages, onRows: (done: number) => void = () => undefined): RowImages {
  return withRaw((raw) => {
    raw.pragma('foreign_keys = OFF');
    const next = newFile();
    attachImages(raw, images.file, 'images');
    attachImages(raw, next, 'next');
    return raw.transaction(() => swapImages(raw, images, next, onRows))();
  });
}

function manyRows(): unknown {
  return withRaw((raw) => ({
    inStep: isSearchIndexInStep(raw),
    voc: raw.prepare('SELECT count(*), sum(id), max(text) FROM voc').raw().get(),
    byDate: raw
      .prepare('SELECT count(*), sum(id) FROM voc INDEXED BY voc_by_received_at')
      .raw()
      .get(),
    links: raw.prepare('SELECT count(*), sum(voc_id) FROM requirement_voc').raw().get(),
    found: raw
      .prepare('SELECT count(*), sum(rowid) FROM voc_search WHERE voc_search MATCH \'"려요"\'')
      .raw()
      .get(),
    schema: raw
      .prepare("SELECT type, name, sql FROM sqlite_schema WHERE type <> 'table' ORDER BY name")
      .all(),
  }));
}

function isSound(): void {
  withRaw((raw) => {
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });
}

describe('images of rows', () => {
  it('take any edit back and forth, also what cascaded, to the last byte', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 6 }), anyEdit, (past, edit) => {
        fresh();
        for (const statements of past) {
          try {
            withRaw((raw) => raw.transaction(() => raw.exec(statements.join(';')))());
          } catch {
            // A constraint refused it.
          }
        }
        const before = content();
        let images: RowImages;
        try {
          images = recorded(edit);
        } catch {
          expect(content()).toEqual(before);
          return;
        }
        const after = content();
        for (let round = 0; round < 2; round++) {
          images = swapped(images);
          expect(content()).toEqual(before);
          images = swapped(images);
          expect(content()).toEqual(after);
        }
        isSound();
      }),
      { numRuns: 50 },
    );
  });

  it('let rows change places that must be unique', () => {
    withRaw((raw) => raw.exec(`INSERT INTO branch VALUES (1, '가', 'x'), (2, '나', 'y')`));
    const before = content();
    const images = recorded([
      `UPDATE branch SET name = '임시' WHERE id = 1`,
      `UPDATE branch SET name = '가' WHERE id = 2`,
      `UPDATE branch SET name = '나', region = 'z' WHERE id = 1`,
      `INSERT INTO branch VALUES (3, '다', '')`,
    ]);
    const after = content();
    const redo = swapped(images);
    expect(content()).toEqual(before);
    swapped(redo);
    expect(content()).toEqual(after);
  });

  it('keep texts with quotes, line ends and NUL, and a row pushed out by REPLACE', () => {
    withRaw((raw) => {
      for (const [index, text] of nasty.entries()) {
        raw.exec(`INSERT INTO branch VALUES (${index + 1}, ${literal(`${index}${text}`)}, '')`);
      }
    });
    const before = content();
    const images = recorded([
      `INSERT OR REPLACE INTO branch VALUES (1, '새', 'a')`,
      'DELETE FROM branch WHERE id > 3',
    ]);
    swapped(images);
    expect(content()).toEqual(before);
  });

  it('touch only the columns that the step changed', () => {
    withRaw((raw) =>
      raw.exec(
        `INSERT INTO voc (id, text, received_at, channel, kind, created_at, updated_at)
         VALUES (1, '느려요', '2026-01-01', 'web', 'other', '', '')`,
      ),
    );
    const images = recorded([`UPDATE voc SET owner = '김', kind = 'complaint'`]);
    expect(images.tables).toEqual([{ name: 'voc', rows: 1, changed: ['kind', 'owner'] }]);
    withRaw((raw) => raw.exec(`UPDATE voc SET escalated_at = '2026-02-01'`));
    swapped(images);
    const row = withRaw((raw) => raw.prepare('SELECT kind, owner, escalated_at FROM voc').get());
    expect(row).toEqual({ kind: 'other', owner: null, escalated_at: '2026-02-01' });
  });

  it('go slice by slice over many rows, with the indexes set aside, and leave the schema as it was', () => {
    const addMany = `
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20101)
      INSERT INTO voc (id, text, received_at, channel, kind, created_at, updated_at)
        SELECT 100 + i * 3, '느려요 ' || i, '2026-01-01', 'web', 'other', '', '' FROM n;`;
    withRaw((raw) =>
      raw.exec(`${addMany}
        INSERT INTO requirement (id, name, position, created_at) VALUES (1, '요구', 0, '');
        INSERT INTO requirement_voc SELECT 1, id, '' FROM voc;`),
    );
    const before = manyRows();
    for (const where of ['id > 103', 'true']) {
      const images = recorded([`DELETE FROM voc WHERE ${where}`]);
      const after = manyRows();
      const told: number[] = [];
      const redo = swapped(images, (done) => told.push(done));
      expect(manyRows()).toEqual(before);
      expect(told.length).toBeGreaterThan(10);
      const rows = images.tables.reduce((sum, table) => sum + table.rows, 0);
      expect(told.at(-1)).toBe(rows * 3);
      const undo = swapped(redo);
      expect(manyRows()).toEqual(after);
      swapped(undo);
      expect(manyRows()).toEqual(before);
    }
    isSound();
  });

  it('leave everything as it is when the move is given up', () => {
    withRaw((raw) => raw.exec(`INSERT INTO branch VALUES (1, '가', 'x')`));
    const before = content();
    const images = recorded([`UPDATE branch SET region = 'y'`]);
    const after = content();
    expect(() =>
      swapped(images, (done) => {
        if (done > 1) throw new Error('given up');
      }),
    ).toThrow('given up');
    expect(content()).toEqual(after);
    swapped(images);
    expect(content()).toEqual(before);
  });

  it('are made of the rows that an import wrote, when it is undone', () => {
    withRaw((raw) => raw.exec(`INSERT INTO branch VALUES (1, '가', 'x')`));
    const before = content();
    withRaw((raw) => raw.exec(`INSERT INTO branch VALUES (2, '나', ''), (3, '다', '')`));
    const after = content();
    const redo = withRaw((raw) => {
      raw.pragma('foreign_keys = OFF');
      const next = newFile();
      attachImages(raw, next, 'next');
      const range = { table: 'branch', key: 'id', after: 1, upTo: 3 };
      const images = imagesOfWritten(raw, newFile(), [range]);
      return raw.transaction(() => swapImages(raw, images, next, () => undefined))();
    });
    expect(content()).toEqual(before);
    swapped(redo);
    expect(content()).toEqual(after);
    removeImages(redo.file);
    expect(existsSync(redo.file)).toBe(false);
  });
});
