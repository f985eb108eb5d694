import { describe, expect, it } from 'vitest';
import { openRaw } from '../../db/connection.ts';
import { readKnownNames } from '../../db/known-names.ts';
import { migrate } from '../../db/migrate.ts';

describe('names that the workspace knows', () => {
  it('are those of the customer file and of columns of names, also of merged VOC', () => {
    const raw = openRaw(':memory:', { create: true });
    migrate(raw);
    raw.exec(`
      INSERT INTO customer (code, name, created_at) VALUES ('1', '누리봄', ''), ('2', 'Jane Ｄoe', ''),
        ('3', '정보', ''), ('4', '', ''), ('5', '김', '');
      INSERT INTO extra_field (id, name) VALUES (1, '고객명'), (2, '모델');
      INSERT INTO voc (id, text, received_at, channel, kind, status, created_at, updated_at)
        VALUES (1, '말', '2026-01-01', 'web', 'other', 'received', '', '');
      INSERT INTO merged_voc (id, survivor_id, similarity, merged_at, text, received_at, channel, kind,
        status, created_at, updated_at)
        VALUES (2, 1, 1, '', '말', '2026-01-01', 'web', 'other', 'received', '', '');
      INSERT INTO voc_extra VALUES (1, 1, '한가람'), (1, 2, '정수기');
      INSERT INTO merged_voc_extra VALUES (2, 1, '노을빛');
    `);
    const names = readKnownNames(raw);
    const known = ['누리봄', '한가람', '노을빛', '정보', 'jane doe', '누리봄고객', '한가람씨'];
    const others = ['정수기', '정보처리', '김', '누리', '봄', ''];
    expect(known.filter((word) => !names.isIn(word))).toEqual([]);
    expect(others.filter((word) => names.isIn(word))).toEqual([]);
    raw.close();
  });
});
