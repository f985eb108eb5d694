import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { migrate, migrations } from '../../db/migrate.ts';

let folder: string;
let raw: RawDatabase;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-house-'));
  raw = openRaw(path.join(folder, 'old.csm'), { create: true });
  migrate(raw, migrations.slice(0, 3));
  raw.exec(`
    INSERT INTO requirement (id, name, position, created_at)
      VALUES (1, '빠르다', 0, ''), (2, '친절하다', 1, ''), (3, '싸다', 2, '');
    INSERT INTO house VALUES (1, '첫 집', 0, ''), (2, '둘째 집', 1, '');
    INSERT INTO house_what VALUES (1, 2, 4.5, 0), (1, 1, 5, 1), (2, 1, 3, 0);
    INSERT INTO how VALUES (1, 1, '대기 시간', '분', 'down', '5', 0),
      (2, 1, '교육', '', 'up', '', 1), (3, 2, '창구', '', 'up', '', 0);
    INSERT INTO relation VALUES (1, 1, 1, 9), (1, 2, 2, 3), (2, 1, 3, 1);
    -- Left from a WHAT that was taken out of its house by an old release: nobody sees it.
    INSERT INTO relation VALUES (2, 3, 3, 9);
    INSERT INTO csf VALUES (7, 1, 1, 'agreed', '1위', 'KPI', '김', '5분', 0.6, 1, '');
    INSERT INTO action (id, csf_id, title, created_at) VALUES (1, 7, '과제', '');
  `);
});
afterEach(() => {
  raw.close();
  rmSync(folder, { recursive: true, force: true });
});

const all = (sql: string) => raw.prepare(sql).raw().all();

describe('a file of version 3 with filled houses', () => {
  it('keeps every WHAT with its importance and place, every relation, and every CSF', () => {
    const csfs = all('SELECT * FROM csf');
    migrate(raw);

    expect(
      all(
        'SELECT house_id, requirement_id, importance, position FROM what ORDER BY house_id, position',
      ),
    ).toEqual([
      [1, 2, 4.5, 0],
      [1, 1, 5, 1],
      [2, 1, 3, 0],
    ]);
    expect(
      all(`SELECT what.house_id, what.requirement_id, how_id, value, note
        FROM house_cell JOIN what ON what.id = what_id ORDER BY 1, 2`),
    ).toEqual([
      [1, 1, 1, 9, ''],
      [1, 2, 2, 3, ''],
      [2, 1, 3, 1, ''],
    ]);
    expect(all('SELECT * FROM csf')).toEqual(csfs);
    expect(all('SELECT csf_id FROM action')).toEqual([[7]]);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
  });

  it('has the scale it was drawn with, and nothing else changes what its HOWs weigh', () => {
    migrate(raw);

    const [row] = all(
      'SELECT scale, normalization, weighting, kano_adjusted, importance_source FROM house',
    ) as string[][];
    expect(JSON.parse(row?.[0] ?? '')).toEqual([
      { value: 9, symbol: '◎' },
      { value: 3, symbol: '○' },
      { value: 1, symbol: '△' },
    ]);
    expect(row?.slice(1)).toEqual(['none', 'importance', 0, 'direct']);
  });

  it('loses the old tables, and a requirement removed takes its rows along', () => {
    migrate(raw);

    expect(all("SELECT name FROM sqlite_schema WHERE name IN ('relation', 'house_what')")).toEqual(
      [],
    );
    raw.exec('DELETE FROM requirement WHERE id = 1');
    expect(all('SELECT requirement_id FROM what')).toEqual([[2]]);
    expect(all('SELECT value FROM house_cell')).toEqual([[3]]);
  });
});
