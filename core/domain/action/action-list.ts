import type { ActionFilter, ActionRow } from '../../contract/action.contract.ts';
import { normalizeForSearch } from '../voc/voc-search.ts';
import { isOpenAction } from './action-due.ts';

/**
 * The actions a filter selects: overdue ones first, then open ones, then those that are over; within
 * each by due date (none comes last), then in the order they were made. Words of `search` must all occur somewhere in the action's texts.
 */
export function selectActions(rows: readonly ActionRow[], filter: ActionFilter): ActionRow[] {
  const words = normalizeForSearch(filter.search ?? '')
    .split(/\s+/u)
    .filter((word) => word.length > 0);
  return rows
    .filter(
      (row) =>
        (filter.statuses === undefined || filter.statuses.includes(row.status)) &&
        (filter.csfId === undefined || row.csfId === filter.csfId) &&
        (filter.overdueOnly !== true || row.overdue) &&
        holdsEveryWord(row, words),
    )
    .sort(byUrgency);
}

function holdsEveryWord(row: ActionRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = normalizeForSearch(
    [row.title, row.description, row.owner, row.department, row.expectedEffect, row.csfName].join(
      '\n',
    ),
  );
  return words.every((word) => text.includes(word));
}

function urgencyOf({ overdue, status }: ActionRow): number {
  if (overdue) return 0;
  return isOpenAction(status) ? 1 : 2;
}

function byUrgency(a: ActionRow, b: ActionRow): number {
  const urgency = urgencyOf(a) - urgencyOf(b);
  if (urgency !== 0) return urgency;
  // '~' sorts after every digit: an action without a due date comes last.
  const dueA = a.dueDate ?? '~';
  const dueB = b.dueDate ?? '~';
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.id - b.id;
}
