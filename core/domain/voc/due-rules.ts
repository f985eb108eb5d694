import type { VocChannel, VocKind } from '../../contract/voc.contract.ts';
import { addCalendarDays, weekdayOf } from './handling.ts';

/** Days to answer in; a condition that is null fits everything. */
export interface DueRule {
  days: number;
  /** Counts Monday to Friday only. */
  workingDays: boolean;
  channel: VocChannel | null;
  kind: VocKind | null;
  /** From this severity up (1–5); a VOC whose severity nobody judged does not fit. */
  minSeverity: number | null;
}

/** What the rules look at. */
export interface DatedVoc {
  /** Date or moment of receipt, local time. */
  receivedAt: string;
  channel: VocChannel;
  kind: VocKind;
  severity: number | null;
}

/** The due date by the first rule that fits, in the order given; null when none does. */
export function dueOnByRules(voc: DatedVoc, rules: readonly DueRule[]): string | null {
  const rule = rules.find((candidate) => fits(voc, candidate));
  return rule === undefined ? null : dueOnBy(rule, voc.receivedAt.slice(0, 10));
}

function fits(voc: DatedVoc, rule: DueRule): boolean {
  return (
    (rule.channel === null || rule.channel === voc.channel) &&
    (rule.kind === null || rule.kind === voc.kind) &&
    (rule.minSeverity === null || (voc.severity !== null && voc.severity >= rule.minSeverity))
  );
}

/**
 * The due date of what was received on `receivedOn`. The day of receipt is not counted (민법 제157조,
 * 초일불산입): 7 days from the 2nd end on the 9th. Working days are Monday to Friday; public holidays are
 * not known to the program, and calendar days may end on a weekend.
 */
export function dueOnBy(rule: Pick<DueRule, 'days' | 'workingDays'>, receivedOn: string): string {
  return rule.workingDays
    ? addWorkingDays(receivedOn, rule.days)
    : addCalendarDays(receivedOn, rule.days);
}

/**
 * `days` working days after a date; with 0 days the date itself, or the Monday after a weekend. What
 * comes in on a weekend counts from the Friday before: Monday is its first day.
 */
export function addWorkingDays(date: string, days: number): string {
  const weekday = weekdayOf(date);
  if (days === 0) return weekday > 5 ? addCalendarDays(date, 8 - weekday) : date;
  const start = Math.min(weekday, 5);
  const weekends = Math.floor((start - 1 + days) / 5);
  return addCalendarDays(date, start - weekday + days + 2 * weekends);
}
