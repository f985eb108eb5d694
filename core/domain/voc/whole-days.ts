import { dateOfDay, dayNumber } from './calendar-days.ts';

export interface KnownDays {
  /** First and last day on which any VOC of the workspace came; null when there is none. */
  known: { first: string; last: string } | null;
  /** Ends of the filter, both included. */
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
  /** The day it is: not over yet. */
  today: string;
  /** So many days without VOC at either end prove nothing missing: a weekend, a holiday. */
  slack?: number;
}

/** Days `YYYY-MM-DD`, both included; empty when `from` is after `to`. */
export interface DayRange {
  from: string;
  to: string;
}

/**
 * The days of which all VOC can be there: none before the first VOC that was ever taken, none after the
 * last (what came later may not have been brought in yet), not today, and none that the filter cuts off.
 */
export function wholeDays(days: KnownDays): DayRange {
  const { known, receivedFrom, receivedTo, today, slack = 0 } = days;
  const begun = known === null ? undefined : dayAfter(known.first, -slack);
  const ended = known === null ? undefined : dayAfter(known.last, slack);
  const firsts = [begun, receivedFrom].filter((day) => day !== undefined);
  const lasts = [ended, receivedTo, dayAfter(today, -1)];
  return {
    from: firsts.toSorted().at(-1) ?? '0000-01-01',
    to: lasts.filter((day) => day !== undefined).toSorted()[0] ?? '9999-12-31',
  };
}

function dayAfter(day: string, days: number): string {
  return dateOfDay(dayNumber(day) + days);
}

/** A period of which some days are missing: half a week is no low count. */
export function isPartial({ from, to }: DayRange, whole: DayRange): boolean {
  return from < whole.from || to > whole.to;
}
