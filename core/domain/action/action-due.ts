import type { ActionRow, ActionStatus } from '../../contract/action.contract.ts';

const millisecondsPerDay = 86_400_000;

/** Neither done nor cancelled: somebody still has to do something. */
export function isOpenAction(status: ActionStatus): boolean {
  return status !== 'done' && status !== 'cancelled';
}

/**
 * Where an action stands against its due date. Dates are `YYYY-MM-DD` in the user's own time zone;
 * `today` is the caller's. An action is overdue from the day after its due date, while it is open.
 */
export function dueState(
  action: { status: ActionStatus; dueDate: string | null },
  today: string,
): Pick<ActionRow, 'overdue' | 'daysLeft'> {
  if (action.dueDate === null) return { overdue: false, daysLeft: null };
  return {
    overdue: isOpenAction(action.status) && action.dueDate < today,
    daysLeft: calendarDaysBetween(today, action.dueDate),
  };
}

/** Whole days from one calendar date to another; negative when `to` lies before `from`. */
export function calendarDaysBetween(from: string, to: string): number {
  // Both at midnight UTC, so that no change of clocks makes a day of 23 hours.
  return Math.round(
    (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsPerDay,
  );
}

/**
 * The day of completion after a change of status: set when an action becomes done, kept while it
 * stays done, gone when it is opened again.
 */
export function completionAfter(
  before: { status: ActionStatus; completedOn: string | null } | null,
  status: ActionStatus,
  today: string,
): string | null {
  if (status !== 'done') return null;
  return before?.status === 'done' ? before.completedOn : today;
}
