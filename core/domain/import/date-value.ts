import {
  type ColumnDateOrder,
  type DateOrder,
  dateOrders,
} from '../../contract/import.contract.ts';

const dayMs = 86_400_000;
/** Day 0 of Excel's 1900 calendar as it holds from March 1900 on (its 29 February 1900 never was). */
const excelEpochMs = Date.UTC(1899, 11, 30);

export interface DateReading {
  /** Left out: `ymd` for a two-digit year; a four-digit year at the end tells what it can. */
  order?: DateOrder | undefined;
  /** Day numbers count from 1904, as in workbooks that say so. */
  from1904?: boolean | undefined;
}

/** Days from the first day of the 1900 calendar to that of the 1904 one. */
const daysTo1904 = 1462;

interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

interface ClockTime {
  hour: number;
  minute: number;
  second: number;
}

const monthNames = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/**
 * Reads a date as Korean and English files write it: `2026-11-21`, `2026.11.21`, `26/11/21`,
 * `2026. 11. 21. 오후 3:05`, `2026년 11월 21일 15시 5분`, `20261121`, `20261121150500`,
 * `11/21/2026`, `Nov 21, 2026 3:05 PM`, ISO 8601 and Excel's day numbers (20000–80000, that is
 * 1954–2119). A day of the week in brackets is ignored.
 *
 * Where the parts do not tell the order, `reading.order` does, strictly: 13/04/26 is no date as `mdy`.
 * Without one, a two-digit year is read in the Korean order year, month, day; a date that ends in a
 * four-digit year as month, day, or as day, month where the first number is above 12. A four-digit
 * year at the beginning is always followed by month and day. A zone offset is not applied: the time
 * is the one that was written.
 *
 * Returns `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]`, null for anything else (30 February too).
 */
export function parseDateValue(text: string, reading: DateReading = {}): string | null {
  const value = text
    .normalize('NFKC')
    .replace(/\([월화수목금토일]\)|\((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\)/giu, ' ')
    .replace(/(?:^|\s)[월화수목금토일]요일|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day,?\s/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (value === '') return null;
  return (
    fromExcelSerial(value, reading.from1904 ?? false) ??
    fromDigits(value) ??
    fromDayAndTime(value, reading.order)
  );
}

/** An Excel day number as text or number; fractions of a day are rounded to the second. */
export function dateOfExcelSerial(serial: number): string {
  return stampOf(excelEpochMs + Math.round(serial * 86_400) * 1000);
}

/** A moment in UTC milliseconds as local words; midnight is a date without a time. */
export function stampOf(utcMs: number): string {
  const iso = new Date(Math.round(utcMs / 1000) * 1000).toISOString();
  const [day = '', time = ''] = iso.slice(0, 19).split('T');
  if (time === '00:00:00') return day;
  return `${day}T${time.endsWith(':00') ? time.slice(0, 5) : time}`;
}

function fromExcelSerial(value: string, from1904: boolean): string | null {
  if (!/^\d{5}(\.\d+)?$/.test(value)) return null;
  const serial = Number(value) + (from1904 ? daysTo1904 : 0);
  return serial >= 20_000 && serial <= 80_000 ? dateOfExcelSerial(serial) : null;
}

function fromDigits(value: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})[ T]?(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const time = hour === undefined ? null : clock(Number(hour), Number(minute), Number(second ?? 0));
  if (hour !== undefined && time === null) return null;
  return stamp(calendar(Number(year), Number(month), Number(day)), time);
}

const yearFirst =
  /^(\d{4}|\d{2}(?=\s?년)|'\d{2})\s?[-./년]\s?(\d{1,2})\s?[-./월]\s?(\d{1,2})(?!\d)\s?[.일]?/u;
/** Three short numbers, or two and a four-digit year: only the order tells which is which. */
const threeNumbers = /^(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{4}|\d{1,2})(?!\d)\s?\.?/;
const monthThenDay = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/i;
const dayThenMonth = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4})/i;

function fromDayAndTime(value: string, order: DateOrder | undefined): string | null {
  const found = leadingDay(value, order);
  if (found === null) return null;
  const rest = value.slice(found.length).trim();
  if (rest === '') return stamp(found.day, null);
  const time = parseTime(rest);
  return time === null ? null : stamp(found.day, time);
}

function leadingDay(
  value: string,
  order: DateOrder | undefined,
): { day: CalendarDay | null; length: number } | null {
  const east = yearFirst.exec(value);
  if (east !== null) {
    const [whole, year = '', month, day] = east;
    return {
      day: calendar(fullYear(year.replace("'", '')), Number(month), Number(day)),
      length: whole.length,
    };
  }
  const numbers = threeNumbers.exec(value);
  if (numbers !== null) {
    const [whole, one = '', two = '', three = ''] = numbers;
    return { day: dayInOrder([one, two, three], order), length: whole.length };
  }
  const named = monthThenDay.exec(value);
  if (named !== null) {
    const [whole, month = '', day, year] = named;
    return { day: calendar(Number(year), monthOf(month), Number(day)), length: whole.length };
  }
  const british = dayThenMonth.exec(value);
  if (british === null) return null;
  const [whole, day, month = '', year] = british;
  return { day: calendar(Number(year), monthOf(month), Number(day)), length: whole.length };
}

function dayInOrder(
  [one, two, three]: readonly [string, string, string],
  order: DateOrder | undefined,
): CalendarDay | null {
  if (three.length < 4 && (order ?? 'ymd') === 'ymd') {
    return one.length === 2 ? calendar(fullYear(one), Number(two), Number(three)) : null;
  }
  if (three.length === 1) return null;
  // A year at the end leaves `ymd` nothing to say: the parts decide as far as they can.
  const isDayFirst = order === 'dmy' || (order !== 'mdy' && Number(one) > 12);
  const [month, day] = isDayFirst ? [two, one] : [one, two];
  return calendar(fullYear(three), Number(month), Number(day));
}

/** So few impossible dates are slips of the pen and no sign of another order. */
const nearlyAll = 0.95;

/**
 * Decides the order of a column by all of its cells together. null when no cell depends on it.
 *
 * Of the orders that read nearly all of it, the one with the fewest different months is taken: a
 * file spans few months but many days, so that 03/04/26, 05/04/26 is a day first, and one impossible
 * date does not turn a whole column round. A draw goes to the order that reads more, then to the Korean one.
 */
export function dateOrderOf(cells: readonly string[]): ColumnDateOrder | null {
  const open = cells.filter((cell) => threeNumbers.test(cell.normalize('NFKC').trim()));
  const [first] = open;
  if (first === undefined) return null;
  const readings = dateOrders.map((order) => {
    const dates = open.map((cell) => parseDateValue(cell, { order }));
    const read = dates.filter((date) => date !== null);
    const months = new Set(read.map((date) => date.slice(0, 7))).size;
    return { order, dates, read: read.length, months };
  });
  const endsInYear = open.every((cell) => /\d{4}/.test(cell));
  // `ymd` says nothing about years at the end, and would stand beside whatever it is read as.
  const possible = endsInYear ? readings.slice(1) : readings;
  const fitting = possible.filter(({ read }) => read === open.length);
  const most = Math.max(...possible.map(({ read }) => read));
  const best = possible
    .filter(({ read }) => read >= most * nearlyAll)
    .toSorted((one, other) => one.months - other.months || other.read - one.read)[0];
  if (best === undefined) return null;
  const differs = open.findIndex(
    (_, at) => new Set(fitting.map(({ dates }) => dates[at])).size > 1,
  );
  return {
    order: best.order,
    fitting: fitting.map(({ order }) => order),
    example: open[Math.max(differs, 0)] ?? first,
  };
}

function monthOf(name: string): number {
  return monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** 00–69 are of this century, 70–99 of the last, as in Excel's own rule of thumb. */
function fullYear(year: string): number {
  const number = Number(year);
  if (year.length === 4) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

const timeOfDay =
  /^[T,]?\s?(오전|오후|am|pm|a\.m\.|p\.m\.)?\s?(\d{1,2})(?:\s?[:시]\s?(\d{1,2})?(?:\s?[:분]\s?(?:(\d{1,2})(?:\.\d+)?\s?초?)?)?)?\s?(am|pm|a\.m\.|p\.m\.)?\s?(?:z|[+-]\d{2}:?\d{2})?$/iu;

function parseTime(text: string): ClockTime | null {
  const match = timeOfDay.exec(text);
  if (match === null) return null;
  const [whole, before, hour, minute, second, after] = match;
  const half = (before ?? after ?? '').toLowerCase();
  // A bare number behind a date is no time.
  if (half === '' && !/[:시]/u.test(whole)) return null;
  const isLater = half === '오후' || half.startsWith('p');
  const isTwelve = half !== '';
  const number = Number(hour);
  // 오후 15:05 is written too; 오전 15:05 says nothing.
  if (isTwelve && number > 12 && !isLater) return null;
  const hours = isTwelve && number <= 12 ? (number % 12) + (isLater ? 12 : 0) : number;
  return clock(hours, Number(minute ?? 0), Number(second ?? 0));
}

function clock(hour: number, minute: number, second: number): ClockTime | null {
  return hour <= 23 && minute <= 59 && second <= 59 ? { hour, minute, second } : null;
}

function calendar(year: number, month: number, day: number): CalendarDay | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  return day <= daysIn(year, month) ? { year, month, day } : null;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 1) - dayMs).getUTCDate();
}

function stamp(day: CalendarDay | null, time: ClockTime | null): string | null {
  if (day === null) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  const date = `${day.year}-${two(day.month)}-${two(day.day)}`;
  if (time === null) return date;
  const seconds = time.second === 0 ? '' : `:${two(time.second)}`;
  return `${date}T${two(time.hour)}:${two(time.minute)}${seconds}`;
}
