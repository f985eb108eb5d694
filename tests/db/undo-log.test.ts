import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { UndoLog } from '../../db/undo-log.ts';
import { workspaceContent } from '../support/workspace-content.ts';
import { anyEdit, literal, nasty } from '../support/workspace-edits.ts';

let raw: RawDatabase;
let log: UndoLog;

function fresh(): void {
  raw = openRaw(':memory:', { create: true });
  migrate(raw);
  raw.exec("INSERT INTO workspace VALUES (1, '시험', 0, '')");
  log = new UndoLog(raw);
}

beforeEach(fresh);
afterEach(() => {
  raw.close();
});

function step(label: string, ...statements: string[]): void {
  raw.transaction(() => {
    log.beginStep({ label, params: {} });
    for (const sql of statements) raw.exec(sql);
    log.endStep();
  })();
  log.stepCommitted();
}

function content(): unknown {
  return workspaceContent(raw);
}

describe('undo', () => {
  it('takes back an insert, an update and a delete, and does them again', () => {
    const states = [content()];
    step('a:one', `INSERT INTO branch VALUES (1, '강남', '')`);
    states.push(content());
    step('a:two', `UPDATE branch SET region = '서울', id = 7`);
    states.push(content());
    step('a:three', 'DELETE FROM branch');
    states.push(content());
    for (let at = 2; at >= 0; at--) {
      expect(log.undo()).not.toBeNull();
      expect(content()).toEqual(states[at]);
    }
    expect(log.undo()).toBeNull();
    for (let at = 1; at <= 3; at++) {
      expect(log.redo()).not.toBeNull();
      expect(content()).toEqual(states[at]);
    }
    expect(log.redo()).toBeNull();
  });

  it('takes back updates of many rows in the order that unique names need', () => {
    raw.exec(
      `INSERT INTO branch VALUES (1, '가', 'x'), (2, '나', 'y'), (3, '다', 'x'), (4, '라', 'y')`,
    );
    const before = content();
    step(
      'a:swap',
      `UPDATE branch SET region = 'z'`,
      `UPDATE branch SET name = '임시' WHERE id = 1`,
      `UPDATE branch SET name = '가' WHERE id = 2`,
      `UPDATE branch SET name = '나', region = 'w' WHERE id = 1`,
      `UPDATE branch SET region = 'w' WHERE id IN (2, 3)`,
    );
    const after = content();
    log.undo();
    expect(content()).toEqual(before);
    log.redo();
    expect(content()).toEqual(after);
  });

  it('leaves no step for an update that changes nothing', () => {
    raw.exec(`INSERT INTO branch VALUES (1, '강남', '서울')`);
    step('a:same', `UPDATE branch SET region = '서울', name = '강남'`);
    expect(log.state()).toEqual({ undo: null, redo: null });
  });

  it('names what it would undo and redo', () => {
    step('voc:undo.create', `INSERT INTO branch VALUES (1, '강남', '')`);
    expect(log.state()).toEqual({ undo: { label: 'voc:undo.create', params: {} }, redo: null });
    log.undo();
    expect(log.state()).toEqual({ undo: null, redo: { label: 'voc:undo.create', params: {} } });
  });

  it('keeps texts with quotes, line ends and NUL to the last byte', () => {
    for (const [index, text] of nasty.entries()) {
      raw.exec(`INSERT INTO branch VALUES (${index + 1}, ${literal(`${index}${text}`)}, '')`);
      raw.exec(`UPDATE branch SET region = ${literal(text)} WHERE id = ${index + 1}`);
    }
    const before = content();
    step('a:delete', 'DELETE FROM branch');
    log.undo();
    expect(content()).toEqual(before);
    step('a:update', `UPDATE branch SET region = '지움'`);
    log.undo();
    expect(content()).toEqual(before);
  });

  it('brings back numbers exactly', () => {
    raw.exec(`INSERT INTO house (id, name, position, created_at) VALUES (1, '집', 0, '')`);
    raw.exec(`INSERT INTO requirement (id, name, position, created_at) VALUES (1, '요구', 0, '')`);
    raw
      .prepare(
        'INSERT INTO what (house_id, requirement_id, importance, position) VALUES (1, 1, ?, 0)',
      )
      .run(0.1 + 0.2);
    const before = content();
    step('a:update', 'UPDATE what SET importance = 1');
    log.undo();
    expect(content()).toEqual(before);
  });

  it('brings back what a deletion took with it, and what it only unlinked', () => {
    raw.exec(`
      INSERT INTO requirement (id, parent_id, name, description, position, created_at)
        VALUES (1, NULL, '큰 요구', '', 0, ''), (2, 1, '작은 요구', '', 0, '');
      INSERT INTO voc (id, text, received_at, channel, kind, created_at, updated_at)
        VALUES (5, '느려요', '2026-01-01', 'web', 'other', '', '');
      INSERT INTO requirement_voc VALUES (2, 5, '');
      INSERT INTO house (id, name, position, created_at) VALUES (1, '집', 0, '');
      INSERT INTO what (id, house_id, requirement_id, position) VALUES (1, 1, 2, 0);
      INSERT INTO how (id, house_id, name, position) VALUES (1, 1, '응답 시간', 0);
      INSERT INTO house_cell VALUES (1, 1, 9, '');
      INSERT INTO csf VALUES (1, 1, 1, 'agreed', '', '', '', '', 0.5, 1, '');
      INSERT INTO action VALUES (1, 1, '과제', '', '', '', NULL, 'planned', '', NULL, '');
    `);
    const before = content();
    step('a:delete', 'DELETE FROM requirement WHERE id = 1', 'DELETE FROM house');
    expect(raw.prepare('SELECT csf_id FROM action').pluck().get()).toBeNull();
    expect(raw.prepare('SELECT count(*) FROM requirement_voc').pluck().get()).toBe(0);
    const after = content();
    log.undo();
    expect(content()).toEqual(before);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    log.redo();
    expect(content()).toEqual(after);
  });

  it('brings back and takes away thousands of rows of one step, long texts among them', () => {
    step(
      'a:fill',
      `INSERT INTO requirement (name, description, position, created_at)
       SELECT '요구 ' || value, CASE WHEN value % 100 = 0 THEN hex(zeroblob(100000)) ELSE '' END, value, ''
       FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 1700)
         SELECT value FROM n)`,
      `INSERT INTO voc (text, received_at, channel, kind, created_at, updated_at)
       VALUES ('친절', '', '', '', '', '')`,
      `INSERT INTO requirement_voc SELECT id, 1, '' FROM requirement`,
    );
    const filled = content();
    step('a:empty', 'DELETE FROM requirement');
    const emptied = content();
    log.undo();
    expect(content()).toEqual(filled);
    log.redo();
    expect(content()).toEqual(emptied);
    log.undo();
    log.undo();
    expect(raw.prepare('SELECT count(*) FROM requirement').pluck().get()).toBe(0);
    log.redo();
    expect(content()).toEqual(filled);
  });

  it('brings back a row that REPLACE pushed out', () => {
    raw.exec(`INSERT INTO branch VALUES (1, '강남', '서울')`);
    const before = content();
    step('a:replace', `INSERT OR REPLACE INTO branch VALUES (2, '강남', '경기')`);
    log.undo();
    expect(content()).toEqual(before);
  });

  it('forgets what could be redone once something new is done', () => {
    step('a:one', `INSERT INTO branch VALUES (1, '강남', '')`);
    log.undo();
    step('a:two', `INSERT INTO branch VALUES (1, '부산', '')`);
    expect(log.state().redo).toBeNull();
    expect(log.redo()).toBeNull();
  });

  it('keeps no step for an edit that changed nothing, and what could be redone stays', () => {
    step('a:one', `INSERT INTO branch VALUES (1, '강남', '')`);
    log.undo();
    step('a:nothing', 'DELETE FROM branch WHERE id = 99');
    expect(log.state()).toEqual({ undo: null, redo: { label: 'a:one', params: {} } });
  });

  it('leaves no open step behind a failed edit', () => {
    const failing = raw.transaction(() => {
      log.beginStep({ label: 'a:bad', params: {} });
      raw.exec(`INSERT INTO branch VALUES (1, '강남', '')`);
      expect(log.state().undo).toBeNull();
      throw new Error('on purpose');
    });
    expect(() => failing()).toThrow('on purpose');
    log.abandonStep();
    expect(log.state()).toEqual({ undo: null, redo: null });
    step('a:good', `INSERT INTO branch VALUES (2, '부산', '')`);
    log.undo();
    expect(raw.prepare('SELECT count(*) FROM branch').pluck().get()).toBe(0);
  });

  it('keeps the images of what could be redone until the edit that ends it is committed', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'csm-undo-'));
    const [undone, redone] = ['a', 'b'].map((name) => path.join(folder, name)) as [string, string];
    for (const file of [undone, redone]) writeFileSync(file, 'images');
    log.addHeavy({ label: 'a:heavy', params: {} }, { images: { file: undone, tables: [] } });
    const heavy = log.heavyTop('undo');
    if (heavy === null) throw new Error('the heavy step is on top');
    log.moved(heavy, { file: redone, tables: [] });
    expect([undone, redone].map((file) => existsSync(file))).toEqual([false, true]);

    const failing = raw.transaction(() => {
      log.beginStep({ label: 'a:bad', params: {} });
      raw.exec(`INSERT INTO branch VALUES (1, '강남', '')`);
      log.endStep();
      throw new Error('the commit fails');
    });
    expect(() => failing()).toThrow('the commit fails');
    log.abandonStep();
    expect(log.state().redo?.label).toBe('a:heavy');
    expect(existsSync(redone)).toBe(true);

    step('a:good', `INSERT INTO branch VALUES (2, '부산', '')`);
    expect(log.state().redo).toBeNull();
    expect(existsSync(redone)).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('changes nothing when a step cannot be taken back, and says so', () => {
    step('a:one', `INSERT INTO branch VALUES (1, '강남', '')`);
    raw.transaction(() => {
      log.beginStep({ label: 'a:broken', params: {} });
      raw.exec(`UPDATE branch SET region = '서울'`);
      raw.exec(`INSERT INTO temp.undo_statement (step_id, sql)
        SELECT step_id, 'INSERT INTO branch VALUES (1, ''중복'', '''')' FROM temp.undo_recording`);
      log.endStep();
    })();
    const before = content();
    expect(() => log.undo()).toThrow();
    expect(content()).toEqual(before);
    expect(log.state().undo?.label).toBe('a:broken');
  });

  it('keeps the last hundred steps', () => {
    for (let number = 1; number <= 120; number++) {
      step(`a:${number}`, `INSERT INTO branch VALUES (${number}, '${number}', '')`);
    }
    let undone = 0;
    while (log.undo() !== null) undone++;
    expect(undone).toBe(100);
    expect(raw.prepare('SELECT count(*) FROM branch').pluck().get()).toBe(20);
  });

  it('brings any mixture of edits back and forth, state by state', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 25 }), (edits) => {
        raw.close();
        fresh();
        const states = [content()];
        for (const edit of edits) {
          const before = content();
          try {
            step('a:edit', ...edit);
          } catch {
            // A constraint refused it: then nothing of it may be left.
            log.abandonStep();
            expect(content()).toEqual(before);
            continue;
          }
          // One that changed nothing leaves no step; one that set what was there does.
          if (undoCount() === states.length) states.push(content());
        }
        for (let at = states.length - 2; at >= 0; at--) {
          log.undo();
          expect(content()).toEqual(states[at]);
        }
        expect(log.undo()).toBeNull();
        for (let at = 1; at < states.length; at++) {
          log.redo();
          expect(content()).toEqual(states[at]);
        }
        expect(raw.pragma('foreign_key_check')).toEqual([]);
        expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
      }),
      { numRuns: 80 },
    );
  });
});

function undoCount(): number {
  return raw
    .prepare("SELECT count(*) FROM temp.undo_step WHERE direction = 'undo'")
    .pluck()
    .get() as number;
}
