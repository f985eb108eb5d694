import { dateOfDay, dayNumber } from '../voc/calendar-days.ts';

/** Days of the period, and of the baseline that ends where the period begins. */
export const risingSpans = {
  week: { period: 7, baseline: 28 },
  month: { period: 28, baseline: 84 },
  quarter: { period: 91, baseline: 273 },
} as const;
export type RisingSpan = keyof typeof risingSpans;

interface Days {
  from: string;
  to: string;
}

/** The days to compare, up to the last one (`YYYY-MM-DD`) of which there are VOC. */
export function risingPeriods(last: string, span: RisingSpan): { period: Days; baseline: Days } {
  const { period, baseline } = risingSpans[span];
  const start = dayNumber(last) - period + 1;
  return {
    period: { from: dateOfDay(start), to: last },
    baseline: { from: dateOfDay(start - baseline), to: dateOfDay(start - 1) },
  };
}
