import type { VocFilter } from '../../../../core/contract/voc.contract.ts';

export const periodPresets = [
  'today',
  'last7',
  'last30',
  'thisMonth',
  'lastMonth',
  'thisYear',
] as const;
export type PeriodPreset = (typeof periodPresets)[number];

export interface Period {
  from: string;
  to: string;
}

/** First and last day of a preset, both included. `today` is a local calendar date. */
export function presetPeriod(preset: PeriodPreset, today: string): Period {
  const [year = 0, month = 0] = today.split('-').map(Number);
  switch (preset) {
    case 'today':
      return { from: today, to: today };
    case 'last7':
      return { from: daysBefore(today, 6), to: today };
    case 'last30':
      return { from: daysBefore(today, 29), to: today };
    case 'thisMonth':
      return monthPeriod(`${today.slice(0, 7)}`);
    case 'lastMonth':
      return monthPeriod(isoDate(new Date(Date.UTC(year, month - 2, 1))).slice(0, 7));
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  }
}

/** First and last day of a `YYYY-MM`. */
export function monthPeriod(month: string): Period {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: isoDate(new Date(Date.UTC(year, number, 0))) };
}

export function isPeriod(filter: VocFilter, period: Period): boolean {
  return filter.receivedFrom === period.from && filter.receivedTo === period.to;
}

/** Every month from the first to the last of those given, also those of which nothing is known. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = first.split('-').map(Number);
  while (months.length < mostMonths) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > last) break;
    months.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return months;
}

const mostMonths = 600;

function daysBefore(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return isoDate(day);
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
