/** Calendar arithmetic on `YYYY-MM-DD`, without a clock and without time zones. */

const dayMs = 86_400_000;

function epochDayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / dayMs;
}

function fromEpochDay(epochDay: number): string {
  return new Date(epochDay * dayMs).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return fromEpochDay(epochDayOf(date) + days);
}

/** Same day of another month, or that month's last day when it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromEpochDay(first / dayMs + Math.min(day, lastDay) - 1);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: string): number {
  return (((epochDayOf(date) + 4) % 7) + 7) % 7;
}

/** 1 to 12. */
export function monthOf(date: string): number {
  return Number(date.slice(5, 7));
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The closest working day that is not later: surveys and deadlines do not fall on a weekend. */
export function workdayOnOrBefore(date: string): string {
  const weekday = weekdayOf(date);
  if (weekday === 0) return addDays(date, -2);
  return weekday === 6 ? addDays(date, -1) : date;
}
