import type { ActionRow, ActionStatus } from '../contract/action.contract.ts';
import { body, column, keyFigure, missing } from './report-blocks.ts';
import type { ReportData } from './report-data.ts';
import type { KeyFiguresBlock, ReportRow, ReportSection, TableBlock } from './report-document.ts';
import { actionStatusWord, type ReportWords } from './report-words.ts';

/** All actions, the overdue first, with the state of the whole above. */
export function actionsSection(data: ReportData, words: ReportWords): ReportSection {
  return {
    id: 'actions',
    title: words.say('actions.title'),
    sheet: words.say('sheets.actions'),
    level: 1,
    orientation: 'portrait',
    blocks:
      data.actions.length === 0
        ? [missing(words.say('missing.actions'))]
        : [
            stateFigures(data.actions, words),
            body(words.say('actions.intro')),
            actionTable(data.actions, words),
          ],
  };
}

export interface ActionState {
  total: number;
  done: number;
  open: number;
  overdue: number;
}

/** Counts over the same rows as the table; cancelled actions are in none but the total. */
export function actionState(actions: readonly ActionRow[]): ActionState {
  const count = (test: (action: ActionRow) => boolean) => actions.filter(test).length;
  return {
    total: actions.length,
    done: count(({ status }) => status === 'done'),
    open: count(({ status }) => status !== 'done' && status !== 'cancelled'),
    overdue: count(({ overdue }) => overdue),
  };
}

function stateFigures(actions: readonly ActionRow[], words: ReportWords): KeyFiguresBlock {
  const state = actionState(actions);
  const label = (key: string) => words.say(`actions.figures.${key}`);
  return {
    type: 'keyFigures',
    figures: [
      keyFigure(label('total'), state.total, 'integer'),
      keyFigure(label('done'), state.done, 'integer'),
      keyFigure(label('open'), state.open, 'integer'),
      keyFigure(label('overdue'), state.overdue, 'integer', {
        tone: state.overdue > 0 ? 'alert' : 'plain',
      }),
    ],
  };
}

/** Places in the table below. */
const dueDateColumn = 4;
const statusColumn = 5;

function actionTable(actions: readonly ActionRow[], words: ReportWords): TableBlock {
  const title = (key: string) => words.say(`actions.columns.${key}`);
  return {
    type: 'table',
    title: words.say('actions.tableTitle'),
    columns: [
      column(title('title'), 'text', 30),
      column(title('csf'), 'text', 22),
      column(title('department'), 'text', 12),
      column(title('owner'), 'text', 10),
      column(title('dueDate'), 'date', 12),
      column(title('status'), 'text', 14, 'print'),
      column(title('status'), 'text', 10, 'workbook'),
      column(title('overdueDays'), 'integer', 12, 'workbook'),
      column(title('completedOn'), 'date', 12, 'workbook'),
      column(title('expectedEffect'), 'text', 26),
      column(title('description'), 'text', 40, 'workbook'),
    ],
    rows: urgentFirst(actions).map((action) => actionRow(action, words)),
    source: words.say('actions.source'),
  };
}

/** Overdue, then by what still moves, then by due date; those without one last. */
function urgentFirst(actions: readonly ActionRow[]): ActionRow[] {
  const order: Record<ActionStatus, number> = {
    inProgress: 0,
    planned: 1,
    onHold: 2,
    done: 3,
    cancelled: 4,
  };
  return actions.toSorted(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) ||
      order[a.status] - order[b.status] ||
      dayNumber(a.dueDate) - dayNumber(b.dueDate) ||
      a.id - b.id,
  );
}

/** `2026-05-03` → 20260503; no date sorts last. */
function dayNumber(date: string | null): number {
  return date === null ? 99_999_999 : Number(date.replaceAll('-', ''));
}

function actionRow(action: ActionRow, words: ReportWords): ReportRow {
  return {
    cells: [
      action.title,
      action.csfName,
      action.department,
      action.owner,
      action.dueDate,
      statusCell(action, words),
      actionStatusWord(action.status, words),
      action.overdue && action.daysLeft !== null ? -action.daysLeft : null,
      action.completedOn === null ? null : action.completedOn.slice(0, 10),
      action.expectedEffect,
      action.description,
    ],
    ...toneOf(action),
  };
}

function statusCell(action: ActionRow, words: ReportWords): string {
  const status = actionStatusWord(action.status, words);
  if (!action.overdue || action.daysLeft === null) return status;
  return `${status}\n${words.say('actions.overdueBy', { days: -action.daysLeft })}`;
}

function toneOf(action: ActionRow): Pick<ReportRow, 'tone' | 'alertCells'> {
  if (action.overdue) return { alertCells: [dueDateColumn, statusColumn] };
  return action.status === 'cancelled' ? { tone: 'muted' } : {};
}
