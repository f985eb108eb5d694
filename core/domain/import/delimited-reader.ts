import { AppError } from '../../contract/app-error.ts';

export interface DelimitedRecord {
  cells: string[];
  /** 1-based line of the file on which the record begins. */
  line: number;
}

/**
 * A cell of more than a million characters is no cell but a quotation mark that was never closed:
 * stopping there keeps one bad character from swallowing the rest of a large file.
 */
const longestCell = 1_000_000;
/** A line this long is no row of a table: reading on would gather the whole file in memory. */
const longestRecord = 8_000_000;

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/**
 * Reads delimited text (RFC 4180) in pieces, without ever holding more than the record it is in.
 *
 * Lines end with CRLF, LF or CR, also mixed. Blank lines are skipped. Real exports are not always
 * RFC 4180, so two liberties are taken where nothing can be misread:
 * - a quotation mark inside an unquoted cell is a character (`5" screen`);
 * - a quotation mark inside a quoted cell that neither is doubled nor ends the cell is a character
 *   (`"he said "good""`), as long as the cell stays on one line.
 *
 * A quoted cell that both runs over a line break and holds such a mark began with a stray quotation
 * mark; taking it as written would glue rows together, so it is an error.
 *
 * @throws AppError `import.quoteNotClosed` and `import.quoteStray`, with the line of the opening mark;
 * `import.lineTooLong` for a row that does not end within eight million characters.
 */
export class DelimitedReader {
  readonly #delimiter: number;
  #rest = '';
  #line = 1;

  /** `delimiter`: one character. */
  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  /** The records that `chunk` completes. */
  push(chunk: string): DelimitedRecord[] {
    return this.#read(chunk, false);
  }

  /** The records left when the text has ended. */
  end(): DelimitedRecord[] {
    return this.#read('', true);
  }

  #read(chunk: string, ended: boolean): DelimitedRecord[] {
    const text = this.#rest + chunk;
    const records: DelimitedRecord[] = [];
    let at = 0;
    while (at < text.length) {
      const blank = lineBreakLength(text, at);
      if (blank > 0) {
        if (isCutLineBreak(text, at, ended)) break;
        at += blank;
        this.#line++;
        continue;
      }
      const record = readRecord(text, at, this.#delimiter, ended, this.#line);
      if (record === null) break;
      records.push({ cells: record.cells, line: this.#line });
      this.#line += record.lineBreaks;
      at = record.next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestRecord) {
      throw new AppError('import.lineTooLong', { line: this.#line });
    }
    return records;
  }
}

interface ReadRecord {
  cells: string[];
  next: number;
  lineBreaks: number;
}

/** null: the record goes on beyond `text`. */
function readRecord(
  text: string,
  start: number,
  delimiter: number,
  ended: boolean,
  line: number,
): ReadRecord | null {
  const cells: string[] = [];
  let lineBreaks = 0;
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === quote) {
      const cell = readQuoted(text, at, delimiter, ended, line + lineBreaks);
      if (cell === null) return null;
      cells.push(cell.value);
      lineBreaks += cell.lineBreaks;
      at = cell.next;
    } else {
      const end = endOfUnquoted(text, at, delimiter);
      if (end === text.length && !ended) return null;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= text.length) return { cells, next: at, lineBreaks };
    if (text.charCodeAt(at) === delimiter) {
      at++;
      if (at === text.length && !ended) return null;
      continue;
    }
    if (isCutLineBreak(text, at, ended)) return null;
    return { cells, next: at + lineBreakLength(text, at), lineBreaks: lineBreaks + 1 };
  }
}

function endOfUnquoted(text: string, start: number, delimiter: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === lineFeed || code === carriageReturn) break;
    at++;
  }
  return at;
}

function readQuoted(
  text: string,
  opening: number,
  delimiter: number,
  ended: boolean,
  line: number,
): { value: string; next: number; lineBreaks: number } | null {
  let value = '';
  let from = opening + 1;
  let hasStray = false;
  for (;;) {
    const mark = text.indexOf('"', from);
    const known = mark < 0 ? text.length : mark;
    if (known - opening > longestCell || (mark < 0 && ended)) {
      throw new AppError('import.quoteNotClosed', { line });
    }
    if (mark < 0 || (mark + 1 === text.length && !ended)) return null;
    if (text.charCodeAt(mark + 1) === quote) {
      value += text.slice(from, mark + 1);
      from = mark + 2;
      continue;
    }
    const after = skipSpaces(text, mark + 1);
    if (after === text.length && !ended) return null;
    const closes = after === text.length || endsCell(text.charCodeAt(after), delimiter);
    value += text.slice(from, closes ? mark : mark + 1);
    hasStray ||= !closes;
    const lineBreaks = closes || hasStray ? lineBreaksIn(value) : 0;
    if (hasStray && lineBreaks > 0) throw new AppError('import.quoteStray', { line });
    if (closes) return { value, next: after, lineBreaks };
    from = mark + 1;
  }
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) === space) at++;
  return at;
}

function endsCell(code: number, delimiter: number): boolean {
  return code === delimiter || code === lineFeed || code === carriageReturn;
}

function lineBreakLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === lineFeed) return 1;
  if (code !== carriageReturn) return 0;
  return text.charCodeAt(at + 1) === lineFeed ? 2 : 1;
}

/** A CR at the very end may be half of a CRLF whose LF comes with the next piece. */
function isCutLineBreak(text: string, at: number, ended: boolean): boolean {
  return !ended && text.charCodeAt(at) === carriageReturn && at + 1 === text.length;
}

function lineBreaksIn(value: string): number {
  return value.match(/\r\n|\n|\r/g)?.length ?? 0;
}
