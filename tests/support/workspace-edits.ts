import fc from 'fast-check';

/** Texts that are hard to quote. */
export const nasty = [
  'O\'Brien "q" ; --',
  '두 줄\n\t끝',
  'a\0b',
  '😀👍',
  '',
  '1e999',
  "x'00'",
  '\\%_?',
];

/** A text as an SQL literal that holds anything. */
export function literal(text: string): string {
  return `CAST(x'${Buffer.from(text, 'utf8').toString('hex')}' AS TEXT)`;
}

const id = fc.integer({ min: 1, max: 4 });
const someText = fc
  .oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', maxLength: 8 }))
  .map(literal);
const statement = fc.oneof(
  fc
    .tuple(id, someText)
    .map(
      ([key, text]) =>
        `INSERT INTO voc (id, text, received_at, channel, kind, created_at, updated_at) VALUES (${key}, '말' || ${text}, '2026-01-01', 'web', 'other', '', '')`,
    ),
  fc
    .tuple(id, someText)
    .map(([key, text]) => `UPDATE voc SET text = '글' || ${text} WHERE id = ${key}`),
  id.map((key) => `DELETE FROM voc WHERE id = ${key}`),
  fc
    .tuple(id, someText)
    .map(([key, text]) => `INSERT OR REPLACE INTO branch VALUES (${key}, ${text}, '')`),
  fc
    .tuple(id, fc.option(id))
    .map(
      ([key, parent]) =>
        `INSERT INTO requirement (id, parent_id, name, position, created_at) VALUES (${key}, ${parent}, '요구', ${key}, '')`,
    ),
  fc
    .tuple(id, id)
    .map(
      ([key, parent]) =>
        `UPDATE requirement SET parent_id = ${parent} WHERE id = ${key} AND id <> ${parent}`,
    ),
  id.map((key) => `DELETE FROM requirement WHERE id = ${key}`),
  fc.tuple(id, id).map(([key, voc]) => `INSERT INTO requirement_voc VALUES (${key}, ${voc}, '')`),
  id.map(
    (key) => `INSERT INTO house (id, name, position, created_at) VALUES (${key}, '집', 0, '')`,
  ),
  id.map((key) => `DELETE FROM house WHERE id = ${key}`),
  fc
    .tuple(id, id)
    .map(
      ([house, key]) =>
        `INSERT INTO what (id, house_id, requirement_id, position) VALUES (${key}, ${house}, ${key}, 0)`,
    ),
  fc
    .tuple(id, id, id)
    .map(
      ([house, key, how]) =>
        `INSERT INTO what (id, house_id, source_how_id, name, position) VALUES (${key}, ${house}, ${how}, '이은 요구', 0)`,
    ),
  fc
    .tuple(id, id)
    .map(
      ([house, key]) =>
        `INSERT INTO how (id, house_id, name, position) VALUES (${key}, ${house}, '특성', 0)`,
    ),
  fc
    .tuple(id, id, fc.constantFrom(0, 1, 3, 9))
    .map(
      ([what, how, value]) =>
        `INSERT OR REPLACE INTO house_cell VALUES (${what}, ${how}, ${value}, '메모')`,
    ),
  fc
    .tuple(id, id)
    .map(([how, other]) => `INSERT OR REPLACE INTO roof_cell VALUES (${how}, ${other}, -1)`),
  fc
    .tuple(id, id)
    .map(
      ([key, house]) => `INSERT OR REPLACE INTO competitor VALUES (${key}, ${house}, '경쟁', 0)`,
    ),
  fc
    .tuple(id, id)
    .map(([what, other]) => `INSERT OR REPLACE INTO what_rating VALUES (${what}, ${other}, 4)`),
  fc
    .tuple(id, id, fc.option(id))
    .map(
      ([house, what, participant]) =>
        `INSERT OR REPLACE INTO comparison (house_id, participant_id, what_id, other_what_id, ratio) VALUES (${house}, ${participant}, ${what}, 4, 3)`,
    ),
  fc
    .tuple(id, id)
    .map(
      ([key, house]) =>
        `INSERT OR REPLACE INTO house_round VALUES (${key}, ${house}, '판', '', '', '', '{}')`,
    ),
  fc
    .tuple(id, id)
    .map(
      ([house, other]) =>
        `UPDATE house SET branched_from = ${other}, branched_round = ${other} WHERE id = ${house}`,
    ),
  fc
    .tuple(id, id)
    .map(
      ([key, parent]) =>
        `UPDATE what SET parent_id = ${parent} WHERE id = ${key} AND id <> ${parent}`,
    ),
  fc
    .tuple(id, id)
    .map(
      ([house, how]) =>
        `INSERT OR REPLACE INTO csf VALUES (${how}, ${house}, ${how}, 'agreed', '', '', '', '', 0.1, 1, '')`,
    ),
  fc
    .tuple(id, id)
    .map(
      ([key, csf]) =>
        `INSERT INTO action VALUES (${key}, ${csf}, '과제', '', '', '', NULL, 'planned', '', NULL, '')`,
    ),
  id.map((key) => `DELETE FROM how WHERE id = ${key}`),
);
/** The statements of one edit; some are refused by a constraint. */
export const anyEdit = fc.array(statement, { minLength: 1, maxLength: 4 });
