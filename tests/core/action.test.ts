import { describe, expect, it } from 'vitest';
import type { ActionRow } from '../../core/contract/action.contract.ts';
import {
  calendarDaysBetween,
  completionAfter,
  dueState,
} from '../../core/domain/action/action-due.ts';
import { selectActions } from '../../core/domain/action/action-list.ts';

const today = '2026-03-10';

function action(fields: Partial<ActionRow>): ActionRow {
  return {
    id: 1,
    title: '창구 늘리기',
    description: '',
    csfId: null,
    csfName: null,
    owner: '',
    department: '',
    dueDate: null,
    status: 'planned',
    expectedEffect: '',
    overdue: false,
    daysLeft: null,
    completedOn: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  };
}

describe('action due date', () => {
  it('is overdue from the day after, and only while open', () => {
    expect(dueState({ status: 'planned', dueDate: today }, today)).toEqual({
      overdue: false,
      daysLeft: 0,
    });
    expect(dueState({ status: 'onHold', dueDate: '2026-03-09' }, today)).toEqual({
      overdue: true,
      daysLeft: -1,
    });
    for (const status of ['done', 'cancelled'] as const) {
      expect(dueState({ status, dueDate: '2026-03-09' }, today).overdue).toBe(false);
    }
    expect(dueState({ status: 'planned', dueDate: null }, today)).toEqual({
      overdue: false,
      daysLeft: null,
    });
  });

  it('counts calendar days over leap years and ends of years', () => {
    expect(calendarDaysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(calendarDaysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(calendarDaysBetween('2026-03-10', '2026-03-01')).toBe(-9);
  });

  it('notes the day of completion once and drops it when the action is opened again', () => {
    const open = { status: 'inProgress' as const, completedOn: null };
    const done = { status: 'done' as const, completedOn: '2026-02-01' };
    expect(completionAfter(null, 'done', today)).toBe(today);
    expect(completionAfter(open, 'done', today)).toBe(today);
    expect(completionAfter(done, 'done', today)).toBe('2026-02-01');
    expect(completionAfter(done, 'inProgress', today)).toBeNull();
  });
});

describe('action list', () => {
  const rows = [
    action({ id: 1, dueDate: null }),
    action({ id: 2, dueDate: '2026-04-01', owner: '김민수' }),
    action({ id: 3, dueDate: '2026-03-09', overdue: true }),
    action({ id: 4, dueDate: '2026-01-09', overdue: true, status: 'onHold', csfId: 7 }),
    action({ id: 5, dueDate: '2026-04-01', description: 'ARS 대기 시간' }),
    action({ id: 6, dueDate: '2026-01-01', status: 'done', csfName: '대기 시간' }),
  ];
  const ids = (selected: ActionRow[]) => selected.map((row) => row.id);

  it('puts overdue ones first and those that are over last, each by due date', () => {
    expect(ids(selectActions(rows, {}))).toEqual([4, 3, 2, 5, 1, 6]);
  });

  it('finds words anywhere in the texts, whatever their case', () => {
    expect(ids(selectActions(rows, { search: ' 대기  시간' }))).toEqual([5, 6]);
    expect(ids(selectActions(rows, { search: 'ars 대기' }))).toEqual([5]);
    expect(ids(selectActions(rows, { search: '민수' }))).toEqual([2]);
  });

  it('filters by status, CSF and overdue together', () => {
    expect(ids(selectActions(rows, { statuses: ['done', 'onHold'] }))).toEqual([4, 6]);
    expect(ids(selectActions(rows, { csfId: 7 }))).toEqual([4]);
    expect(ids(selectActions(rows, { overdueOnly: true, statuses: ['planned'] }))).toEqual([3]);
  });
});
