import type { VocPeriodCount, vocPeriodUnits } from '../../../core/contract/voc.contract.ts';
import { addCalendarDays, weekdayOf } from '../../../core/domain/voc/handling.ts';

export type PeriodUnit = (typeof vocPeriodUnits)[number];

/** A date mistyped by a thousand years would make more periods than anybody can look at. */
const mostPeriods = 20_000;

/**
 * Counts by day (`YYYY-MM-DD`, any order) put together by period, without gaps from the first to the
 * last, oldest first; weeks begin on Monday. Of too many the latest are given.
 */
export function periodsOf(
  days: Iterable<readonly [day: string, count: number]>,
  unit: PeriodUnit,
): VocPeriodCount[] {
  const counts = new Map<string, number>();
  for (const [day, count] of days) {
    if (count === 0 || Number.isNaN(Date.parse(`${day}T00:00:00Z`))) continue;
    const from = periodStart(day, unit);
    counts.set(from, (counts.get(from) ?? 0) + count);
  }
  const starts = [...counts.keys()].sort();
  const [first] = starts;
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return [];
  const periods: VocPeriodCount[] = [];
  for (let from = last; from >= first && periods.length < mostPeriods; ) {
    periods.push({ from, to: periodEnd(from, unit), count: counts.get(from) ?? 0 });
    from = periodStart(addCalendarDays(from, -1), unit);
  }
  return periods.reverse();
}

function periodStart(day: string, unit: PeriodUnit): string {
  if (unit === 'day') return day;
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  return addCalendarDays(day, 1 - weekdayOf(day));
}

function periodEnd(from: string, unit: PeriodUnit): string {
  if (unit === 'day') return from;
  if (unit === 'week') return addCalendarDays(from, 6);
  // Any day of the next month, then back to the last of this one.
  const next = addCalendarDays(from, 31).slice(0, 7);
  return addCalendarDays(`${next}-01`, -1);
}
