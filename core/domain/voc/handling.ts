import type { VocDueState, VocStatus } from '../../contract/voc.contract.ts';

/**
 * How a VOC is handled: 접수 → 처리중 → 회신 → 종결. Moments are local time without a zone
 * (`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS]`), on the same clock as the due date, so that texts compare
 * as they stand.
 */
export interface Handling {
  status: VocStatus;
  dueOn: string | null;
  repliedAt: string | null;
  closedAt: string | null;
}

/** What a change of status leaves of the moments; `escalated` says whether the mark stays. */
export interface MomentsAfter {
  repliedAt: string | null;
  closedAt: string | null;
  keepsEscalation: boolean;
}

const step = { received: 0, inProgress: 1, replied: 2, closed: 3 } as const satisfies Record<
  VocStatus,
  number
>;

/** Nobody has answered yet. */
export function isWaiting(status: VocStatus): boolean {
  return status === 'received' || status === 'inProgress';
}

/** An answered or closed VOC that is taken up again. */
export function isReopening(from: VocStatus, to: VocStatus): boolean {
  return !isWaiting(from) && to === 'inProgress';
}

/**
 * One or more steps forward, or back from 회신 and 종결 to 처리중. Nothing goes back to 접수, and a
 * closed VOC is reopened before it is answered again: what was measured is then measured anew.
 */
export function isAllowedMove(from: VocStatus, to: VocStatus): boolean {
  return step[to] > step[from] || isReopening(from, to);
}

/**
 * The moments after an allowed change of status at `now`. Reopening takes back the answer, the end
 * and the escalation: the VOC counts as answered at its last answer, and may be escalated again. An
 * answer or an end is set once and kept by the steps that follow.
 */
export function momentsAfter(before: Handling, to: VocStatus, now: string): MomentsAfter {
  if (isReopening(before.status, to)) {
    return { repliedAt: null, closedAt: null, keepsEscalation: false };
  }
  return {
    repliedAt: to === 'replied' ? now : before.repliedAt,
    closedAt: to === 'closed' ? now : before.closedAt,
    keepsEscalation: true,
  };
}

/** When it was answered, or ended where nobody answered; null while it waits or nobody knows when. */
export function answeredAt(voc: Handling): string | null {
  return isWaiting(voc.status) ? null : (voc.repliedAt ?? voc.closedAt);
}

/**
 * Where a VOC stands against its due date on `today` (`YYYY-MM-DD`). Waiting: `overdue` from the day
 * after the due date, `today`, `thisWeek` until the Sunday that ends today's week, `later`. Answered:
 * `onTime` on the due date or before, else `late`. `none` without a due date, and for a VOC that came
 * in answered without anybody saying when: it can be held to no date.
 */
export function vocDueState(voc: Handling, today: string): VocDueState {
  if (voc.dueOn === null) return 'none';
  if (!isWaiting(voc.status)) {
    const answered = answeredAt(voc);
    if (answered === null) return 'none';
    return answered.slice(0, 10) <= voc.dueOn ? 'onTime' : 'late';
  }
  if (voc.dueOn < today) return 'overdue';
  if (voc.dueOn === today) return 'today';
  return voc.dueOn <= endOfWeek(today) ? 'thisWeek' : 'later';
}

/** The Sunday of a date's week; weeks begin on Monday (ISO 8601). */
export function endOfWeek(date: string): string {
  return addCalendarDays(date, 7 - weekdayOf(date));
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(date: string): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

/** `date` and `days` more, as `YYYY-MM-DD`. */
export function addCalendarDays(date: string, days: number): string {
  return new Date(midnight(date) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

const millisecondsPerDay = 86_400_000;

/** At midnight UTC, so that no change of clocks makes a day of 23 hours. */
function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
