import type { SheetShape } from './sheet-shape.ts';

/** The few words of a score sheet, in the language of those who fill it in. */
export interface SheetWords {
  house: string;
  participant: string;
  scale: string;
  code: string;
  what: string;
}

/** Words by which the name of the participant is found on a sheet that comes back. */
const participantLabels = new Set(['참가자', '참여자', '이름', '성명', 'participant', 'name']);

/**
 * One participant's score sheet as a table of cells: whose it is and what the levels are, then a row per
 * WHAT with its code and name, a column per HOW with code and name above it. Groups of WHATs have rows of
 * their own, to be read, not scored. `scores` (by place of row and column, null where nothing) fills in
 * what was scored before.
 *
 * `readScoreSheet` reads it back as it is, and after people have sorted, cut or added to it.
 */
export function scoreSheetTable(
  shape: SheetShape,
  words: SheetWords,
  participant: string,
  scores: readonly (readonly (number | null)[])[] = [],
): string[][] {
  const { rows, columns } = shape;
  const text = (row: number | null, column: number | null) => {
    const score = row === null || column === null ? null : (scores[row]?.[column] ?? null);
    return score === null ? '' : shape.write(score);
  };
  return [
    [words.house, shape.title],
    [words.participant, participant],
    [words.scale, shape.legend],
    [],
    [words.code, words.what, ...columns.map(({ code }) => code)],
    ['', '', ...columns.map(({ names }) => names[0] ?? '')],
    ...rows.map(({ code, names, place }) => [
      code,
      names[0] ?? '',
      ...columns.map((column) => text(place, column.place)),
    ]),
  ];
}

/** Name of the participant above the table, after a word for it in Korean or English; null when none. */
export function participantOnSheet(rowsAbove: readonly (readonly string[])[]): string | null {
  for (const row of rowsAbove) {
    const cells = row.map((cell) => cell.normalize('NFKC').trim());
    const at = cells.findIndex((cell) => {
      const label = cell.replace(/\s*[:：]$/, '').toLowerCase();
      return participantLabels.has(label);
    });
    if (at < 0) continue;
    const name = cells.slice(at + 1).find((cell) => cell !== '');
    if (name !== undefined) return name;
  }
  return null;
}
