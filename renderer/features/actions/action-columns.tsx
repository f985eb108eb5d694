import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import {
  type ActionRow,
  type ActionStatus,
  actionStatuses,
} from '../../../core/contract/action.contract.ts';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import { isOpenAction } from '../../../core/domain/action/action-due.ts';
import type { TableColumn } from '../../shared/table/table-column.ts';
import { dateFromTyping } from '../../shared/ui/date-typing.ts';
import classes from './ActionsPage.module.css';
import { noCsf } from './action-patch.ts';

const statusColors: Readonly<Record<ActionStatus, string>> = {
  planned: 'gray',
  inProgress: 'lake',
  onHold: 'yellow',
  done: 'teal',
  cancelled: 'dark',
};

export function actionColumns(
  t: TFunction,
  language: string,
  csfs: readonly CsfRow[],
): TableColumn<ActionRow>[] {
  // The same words take more room in English.
  const room = (korean: number, english: number) => (language === 'ko' ? korean : english);
  const heading = (id: string) => t(`action:columns.${id}`);
  const text = (id: 'owner' | 'department' | 'expectedEffect', width: number, maxLength: number) =>
    ({
      id,
      header: heading(id),
      width,
      text: (action) => action[id],
      edit: { kind: 'text', value: (action) => action[id], maxLength },
    }) satisfies TableColumn<ActionRow>;
  return [
    {
      id: 'title',
      header: heading('title'),
      width: 230,
      grow: true,
      fixed: true,
      text: (action) => action.title,
      render: (action) => <span title={action.title}>{action.title}</span>,
      edit: {
        kind: 'text',
        value: (action) => action.title,
        maxLength: 200,
        parse: (entry) => (entry.trim() === '' ? null : entry.trim()),
        refusal: t('action:titleRequired'),
      },
    },
    {
      id: 'status',
      header: heading('status'),
      width: room(80, 118),
      text: (action) => t(`action:statuses.${action.status}`),
      sortValue: (action) => actionStatuses.indexOf(action.status),
      render: (action) => <StatusBadge status={action.status} t={t} />,
      edit: {
        kind: 'choice',
        value: (action) => action.status,
        options: actionStatuses.map((value) => ({ value, label: t(`action:statuses.${value}`) })),
      },
    },
    {
      id: 'dueDate',
      header: heading('dueDate'),
      width: 98,
      text: (action) => action.dueDate ?? '',
      sortValue: (action) => action.dueDate,
      edit: {
        kind: 'text',
        value: (action) => action.dueDate ?? '',
        maxLength: 20,
        placeholder: 'YYYY-MM-DD',
        parse: (entry) => dateFromTyping(entry, new Date()),
        refusal: t('app:dates.refused'),
      },
    },
    {
      id: 'daysLeft',
      header: heading('daysLeft'),
      width: room(112, 134),
      align: 'end',
      text: (action) => daysLeftText(action, t),
      sortValue: (action) => (isOpenAction(action.status) ? action.daysLeft : null),
      render: (action) => <DaysLeft action={action} t={t} />,
    },
    text('owner', 84, 200),
    text('department', 108, 200),
    {
      id: 'csfId',
      header: heading('csf'),
      width: 142,
      text: (action) => action.csfName ?? '',
      render: (action) => (
        <span className={classes.ellipsis} title={action.csfName ?? undefined}>
          {csfs.find(({ id }) => id === action.csfId)?.howName ?? action.csfName ?? '–'}
        </span>
      ),
      edit: {
        kind: 'choice',
        value: (action) => (action.csfId === null ? noCsf : String(action.csfId)),
        options: [
          ...csfs.map(({ id, howName }) => ({ value: String(id), label: howName })),
          { value: noCsf, label: t('action:noCsf') },
        ],
      },
    },
    { ...text('expectedEffect', 170, 4000), grow: true },
  ];
}

function StatusBadge({ status, t }: { status: ActionStatus; t: TFunction }) {
  return (
    <Badge color={statusColors[status]} variant="light" tt="none" fw={600}>
      {t(`action:statuses.${status}`)}
    </Badge>
  );
}

/** `D-12`, `D-DAY`, `D+5`, as Korean offices count; nothing once an action is over. */
function daysLeftText({ status, daysLeft }: ActionRow, t: TFunction): string {
  if (daysLeft === null || !isOpenAction(status)) return '';
  if (daysLeft === 0) return t('action:due.today');
  return daysLeft > 0 ? `D-${daysLeft}` : `D+${-daysLeft}`;
}

export function DaysLeft({ action, t }: { action: ActionRow; t: TFunction }) {
  const text = daysLeftText(action, t);
  if (!action.overdue) return text;
  return (
    <span className={classes.overdue}>
      <IconAlertTriangle size={13} aria-hidden />
      {text} {t('action:due.overdue')}
    </span>
  );
}
