import { describe, expect, it } from 'vitest';
import { joinedStatements, openList } from '../../db/recorded-statements.ts';

const setKind = (kind: string, id: number) => ({
  sql: `UPDATE "voc" SET "kind" = '${kind}' WHERE ("id") ${openList}`,
  tuple: `(${id})`,
});

describe('recorded statements', () => {
  it('become few although what they write takes turns', () => {
    const recorded = Array.from({ length: 1000 }, (_, i) => setKind(i % 2 ? 'praise' : 'other', i));

    expect([...joinedStatements(recorded)]).toHaveLength(2);
  });

  it('never change the order of two writes to one row', () => {
    const recorded = [setKind('praise', 1), setKind('other', 2), setKind('other', 1)];

    expect([...joinedStatements(recorded)]).toEqual([
      `UPDATE "voc" SET "kind" = 'praise' WHERE ("id") IN (VALUES (1))`,
      `UPDATE "voc" SET "kind" = 'other' WHERE ("id") IN (VALUES (2))`,
      `UPDATE "voc" SET "kind" = 'other' WHERE ("id") IN (VALUES (1))`,
    ]);
  });

  it('stay in their place around one that stands alone', () => {
    const alone = { sql: 'alone', tuple: null };
    const recorded = [setKind('other', 1), alone, setKind('other', 2)];

    expect([...joinedStatements(recorded)][1]).toBe('alone');
  });
});
