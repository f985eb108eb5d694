import { parseKanoAnswer } from './kano-entry.ts';

/** A WHAT as headers may call it. */
export interface KanoWhat {
  whatId: number;
  number: string;
  name: string;
}

/** Two columns that ask about one WHAT, from 0; null for a pair whose WHAT nobody knows yet. */
export interface KanoColumns {
  functional: number;
  dysfunctional: number;
  whatId: number | null;
}

/** How a table of answers is laid out. */
export interface KanoLayout {
  /** The first row holds names, not answers. */
  hasHeader: boolean;
  /** Column that names the respondent; null when there is none. */
  respondent: number | null;
  pairs: KanoColumns[];
}

export interface KanoTableAnswer {
  whatId: number;
  respondent: string;
  functional: number;
  dysfunctional: number;
}

export type KanoFaultReason =
  /** No answer that is known. */
  | 'notAnAnswer'
  /** Only one of the two questions is answered. */
  | 'onlyOne'
  /** The respondent has a row further up; the earlier one holds. */
  | 'repeated';

/** A row with something that was not taken; the rest of it was. */
export interface KanoFault {
  /** From 1, the header not counted. */
  rowNumber: number;
  respondent: string;
  /** null: the whole row. */
  whatId: number | null;
  entry: string;
  reason: KanoFaultReason;
}

export interface KanoTableReading {
  answers: KanoTableAnswer[];
  /** Respondents with at least one pair of answers. */
  respondents: number;
  faults: KanoFault[];
  /** The rows with faults as they came, for a file of them. */
  rejected: { rowNumber: number; reasons: KanoFault[]; cells: readonly string[] }[];
}

type Question = 'functional' | 'dysfunctional';

const questionWords: Record<Question, RegExp> = {
  functional:
    /(긍정|충족|있으면|있을\s*때|제공되면|기능\s*있|(?<!역)순?기능|functional|present|\+)/i,
  dysfunctional:
    /(부정|불충족|미충족|없으면|없을\s*때|제공되지|역기능|기능\s*없|dysfunctional|absent|[-−–])/i,
};

/**
 * How a table of answers is most likely laid out: pairs of columns by their headers (a WHAT's name or
 * number with a word for each question, in either order), or, where headers tell nothing, one pair after
 * the other in the order of the WHATs, with a column for the respondent before them when the columns are
 * odd in number.
 */
export function guessKanoLayout(
  rows: readonly (readonly string[])[],
  whats: readonly KanoWhat[],
): KanoLayout {
  const [first = []] = rows;
  const width = Math.max(0, ...rows.slice(0, 50).map((row) => row.length));
  const hasHeader = looksLikeNames(first);
  const respondent = width % 2 === 1 ? 0 : null;
  const from = respondent === null ? 0 : 1;
  const columns = Array.from({ length: Math.floor((width - from) / 2) }, (_, i) => from + 2 * i);
  const byHeader = hasHeader ? columns.map((column) => pairAt(first, column, whats)) : [];
  const told = new Set(byHeader.flatMap(({ whatId }) => (whatId === null ? [] : [whatId])));
  // Headers that name none of the WHATs say nothing; the order of the columns does.
  const inOrder = told.size === 0 && columns.length <= whats.length;
  const pairs = columns.map((column, i) => ({
    functional: column,
    dysfunctional: column + 1,
    ...(byHeader[i] ?? {}),
    whatId: inOrder ? (whats[i]?.whatId ?? null) : (byHeader[i]?.whatId ?? null),
  }));
  return { hasHeader, respondent, pairs: eachWhatOnce(pairs) };
}

/** Most of what stands behind the first cell, which may name a respondent, is no answer and no number. */
function looksLikeNames(row: readonly string[]): boolean {
  const rest = row.slice(1).filter((cell) => cell.trim() !== '');
  const names = rest.filter(
    (cell) => parseKanoAnswer(cell) === null && !Number.isFinite(Number(cell.trim())),
  );
  return names.length * 2 > rest.length;
}

function pairAt(
  header: readonly string[],
  column: number,
  whats: readonly KanoWhat[],
): KanoColumns {
  const [left = '', right = ''] = [header[column], header[column + 1]];
  const turned =
    questionWords.dysfunctional.test(markOf(left)) &&
    !questionWords.dysfunctional.test(markOf(right));
  const whatId = whatNamed(left, whats) ?? whatNamed(right, whats);
  return turned
    ? { functional: column + 1, dysfunctional: column, whatId }
    : { functional: column, dysfunctional: column + 1, whatId };
}

/** What stands behind the name: the last word, or what is in brackets. */
function markOf(header: string): string {
  return /[([{_:/·|]\s*([^([{]*)$/.exec(header)?.[1] ?? header.slice(-6);
}

function whatNamed(header: string, whats: readonly KanoWhat[]): number | null {
  const text = plain(header);
  if (text === '') return null;
  const byName = whats
    .filter(({ name }) => text.includes(plain(name)))
    .toSorted((a, b) => b.name.length - a.name.length);
  if (byName[0] !== undefined) return byName[0].whatId;
  const number = /^\D{0,3}(\d+(?:\.\d+)*)/.exec(header.normalize('NFKC').trim())?.[1];
  return whats.find((what) => what.number === number)?.whatId ?? null;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function eachWhatOnce(pairs: readonly KanoColumns[]): KanoColumns[] {
  const seen = new Set<number>();
  return pairs.map((pair) => {
    if (pair.whatId === null || !seen.has(pair.whatId)) {
      if (pair.whatId !== null) seen.add(pair.whatId);
      return pair;
    }
    return { ...pair, whatId: null };
  });
}

/**
 * The answers of a table laid out as `layout` says. A pair with one question unanswered, or with an entry
 * that is no answer, is left out and told of; blank pairs are answers not given. Rows without a name of
 * the respondent are numbered: `nameOf(5)` names the fifth row.
 */
export function readKanoTable(
  rows: readonly (readonly string[])[],
  layout: KanoLayout,
  nameOf: (rowNumber: number) => string,
): KanoTableReading {
  const reading: KanoTableReading = { answers: [], respondents: 0, faults: [], rejected: [] };
  const seen = new Set<string>();
  for (const [at, cells] of rows.slice(layout.hasHeader ? 1 : 0).entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const rowNumber = at + 1;
    const named = layout.respondent === null ? '' : (cells[layout.respondent] ?? '').trim();
    const respondent = (named === '' ? nameOf(rowNumber) : named).slice(0, 200);
    const { answers, faults } = seen.has(respondent)
      ? {
          answers: [],
          faults: [
            { rowNumber, respondent, whatId: null, entry: respondent, reason: 'repeated' as const },
          ],
        }
      : readRow(cells, layout, { rowNumber, respondent });
    seen.add(respondent);
    reading.answers.push(...answers);
    if (answers.length > 0) reading.respondents++;
    reading.faults.push(...faults);
    if (faults.length > 0) reading.rejected.push({ rowNumber, reasons: faults, cells });
  }
  return reading;
}

function readRow(
  cells: readonly string[],
  { pairs }: KanoLayout,
  { rowNumber, respondent }: { rowNumber: number; respondent: string },
): Pick<KanoTableReading, 'answers' | 'faults'> {
  const answers: KanoTableAnswer[] = [];
  const faults: KanoFault[] = [];
  for (const { functional, dysfunctional, whatId } of pairs) {
    if (whatId === null) continue;
    const entries = [cells[functional] ?? '', cells[dysfunctional] ?? ''];
    const [first = null, second = null] = entries.map(parseKanoAnswer);
    const fault = (reason: KanoFaultReason, entry: string) =>
      faults.push({ rowNumber, respondent, whatId, entry, reason });
    if (first === null) fault('notAnAnswer', entries[0] ?? '');
    else if (second === null) fault('notAnAnswer', entries[1] ?? '');
    else if (first === 0 && second === 0) continue;
    else if (first === 0 || second === 0) fault('onlyOne', entries.join(' / ').trim());
    else answers.push({ whatId, respondent, functional: first, dysfunctional: second });
  }
  return { answers, faults };
}
