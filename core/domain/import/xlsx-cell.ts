import { AppError } from '../../contract/app-error.ts';
import { stampOf } from './date-value.ts';
import { textOfNumber } from './number-value.ts';

/** A cell as it stands in the XML of a sheet. */
export interface XlsxCell {
  /** Attribute `t`: s, str, inlineStr, b, d, e or n, which is also meant where it is left out. */
  type: string;
  /** Attribute `s`, the place of its format among the workbook's; null without one. */
  style: number | null;
  /** Text of `<v>`; null: there is no such element. */
  value: string | null;
  /** Text of `<is>`; null: there is no such element. */
  inline: string | null;
}

/** What the cells of a workbook refer to. */
export interface XlsxReferences {
  /** The shared string of a number; null when there is none. */
  sharedText(index: number): string | null;
  /** By the number of a style. */
  isDate: readonly boolean[];
  /** Day numbers count from 1904. */
  from1904: boolean;
}

/**
 * A cell as text: dates as ISO (in either of Excel's calendars), numbers with at most 15 digits,
 * formulas by their last result, TRUE and FALSE. A cell whose formula failed (#N/A, #DIV/0!) holds no
 * value and is empty. A style that the workbook does not know formats nothing.
 *
 * Source: ECMA-376 part 1, 18.3.1.4 (c) and 18.18.11 (ST_CellType).
 *
 * @throws AppError `import.fileBroken`: a number that is none, a shared string that is not there
 */
export function textOfXlsxCell(cell: XlsxCell, references: XlsxReferences): string {
  const { type, value } = cell;
  switch (type) {
    case 'inlineStr':
      return plainXlsxText(cell.inline ?? '');
    case 'str':
      return plainXlsxText(value ?? '');
    case 'e':
      return '';
  }
  if (value === null || value === '') return '';
  switch (type) {
    case 's':
      return references.sharedText(Number(value)) ?? broken();
    case 'b':
      return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : broken();
    case 'd':
      return dateText(Date.parse(value), references.from1904);
    case 'n': {
      const number = Number(value);
      if (Number.isNaN(number)) return broken();
      return cell.style !== null && references.isDate[cell.style] === true
        ? dateText(momentOf(number, references.from1904), references.from1904)
        : textOfNumber(number);
    }
    default:
      return broken();
  }
}

function broken(): never {
  throw new AppError('import.fileBroken');
}

const dayMs = 86_400_000;
/** 1970-01-01 in the calendars of Excel, which knows a 29 February 1900. */
const unixDay1900 = 25_569;
const unixDay1904 = 24_107;
/** The first day of either calendar: of 1900, or of the older Macintosh one of 1904. */
const firstDayOf1900 = Date.UTC(1900, 0, 1);
const firstDayOf1904 = Date.UTC(1904, 0, 2);
/** Beyond these moments a `Date` knows no day. */
const latestMs = 8.64e15;

function momentOf(serial: number, from1904: boolean): number {
  return Math.floor((serial - (from1904 ? unixDay1904 : unixDay1900)) * dayMs);
}

function dateText(moment: number, from1904: boolean): string {
  if (Number.isNaN(moment)) return broken();
  if (Math.abs(moment) > latestMs) return '';
  const stamp = stampOf(moment);
  // Before its first day a calendar counts hours only: the cell is a time of day.
  return moment < (from1904 ? firstDayOf1904 : firstDayOf1900)
    ? (stamp.split('T')[1] ?? '00:00')
    : stamp;
}

/**
 * Text with what XML cannot hold put back: `_x000D_` stands for a carriage return, `_x005F_` for the
 * underscore of words that only look so. Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
 */
export function plainXlsxText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/**
 * The 1-based column of a cell's address: 28 for `AB12`; null when it is none, or beyond XFD, the last.
 */
export function columnOfAddress(address: string): number | null {
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const code = address.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > lastColumn) return null;
  }
  return column === 0 ? null : column;
}

const lastColumn = 16_384;

/** Formats that Excel and its Asian editions have built in for dates and times, by their numbers. */
const builtInDates: readonly (readonly [from: number, upTo: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];
/** A format of a workbook's own begins here; below, only the number counts. */
const ownFormatsFrom = 100;

/** Words of a format code that only dates and times have: `yyyy-mm-dd`, `오전/오후` by its `am/pm`. */
const dateTokens: ReadonlySet<string> = new Set(
  's ss m mm h hh am pm a p d dd ddd dddd aaa aaaa aaaaa mmm mmmm mmmmm y yy yyyy e ee eeee'.split(
    ' ',
  ),
);

/** Whether a number in that format is a date or a time. `code`: of a format of the workbook's own. */
export function isDateFormat(id: number, code: string | null): boolean {
  if (builtInDates.some(([from, upTo]) => id >= from && id <= upTo)) return true;
  if (code === null || id < ownFormatsFrom) return false;
  // `;@` lets any text through, a backslash takes the next character as it is.
  const plain = code.toLowerCase().replace(/;@$/, '').replace(/\\./g, ' ');
  return plain.split(';').some(isDatePart);
}

/** Of the parts for positive and negative numbers, zero and text. */
function isDatePart(part: string): boolean {
  const tokens = part
    .replace(/"[^"]*"/g, ' ')
    // Fractions of a second, hours beyond a day (`[h]`), and then colours, locales, conditions.
    .replace(/(\[?[smhd]{1,2}\]?)[.,]00?0?/g, '$1')
    .replace(/\[([smhd]{1,2})\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .split(/[^a-z0#?%]+/)
    .filter((token) => token !== '');
  return tokens.length > 0 && tokens.every((token) => dateTokens.has(token));
}
