export interface KnownDays {
  /** First and last day on which any VOC of the workspace came; null when there is none. */
  known: { first: string; last: string } | null;
  /** Ends of the filter, both included. */
  receivedFrom?: string | undefined;
  receivedTo?: string | undefined;
  /** The day it is: not over yet. */
  today: string;
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
export function wholeDays({ known, receivedFrom, receivedTo, today }: KnownDays): DayRange {
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000);
  const firsts = [known?.first, receivedFrom].filter((day) => day !== undefined);
  const lasts = [known?.last, receivedTo, yesterday.toISOString().slice(0, 10)];
  return {
    from: firsts.toSorted().at(-1) ?? '0000-01-01',
    to: lasts.filter((day) => day !== undefined).toSorted()[0] ?? '9999-12-31',
  };
}

/** A period of which some days are missing: half a week is no low count. */
export function isPartial({ from, to }: DayRange, whole: DayRange): boolean {
  return from < whole.from || to > whole.to;
}
