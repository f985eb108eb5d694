import { Badge, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDownRight,
  IconArrowUpRight,
  IconMessageCircle,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { formatCount, formatShare } from '../../../core/charts/chart-text.ts';
import { type CsfRow, type CsfStatus, csfStatuses } from '../../../core/contract/csf.contract.ts';
import type { TableColumn } from '../../shared/table/table-column.ts';
import classes from './CsfPage.module.css';

export type EditableCsfField = 'status' | 'kpi' | 'targetValue' | 'owner' | 'reason';

interface CsfLinks {
  openTrail: (csfId: number) => void;
  openActions: (csfId: number) => void;
}

const statusColors: Record<CsfStatus, string> = {
  proposed: 'gray',
  agreed: 'lake',
  retired: 'dark',
};

export function csfColumns(t: TFunction, language: string, links: CsfLinks): TableColumn<CsfRow>[] {
  // The same words take more room in English.
  const room = (korean: number, english: number) => (language === 'ko' ? korean : english);
  const heading = (id: string) => t(`csf:columns.${id}`);
  const text = (id: 'kpi' | 'targetValue' | 'owner', width: number, maxLength: number) =>
    ({
      id,
      header: heading(id),
      width,
      text: (csf) => csf[id],
      edit: { kind: 'text', value: (csf) => csf[id], maxLength },
    }) satisfies TableColumn<CsfRow>;
  return [
    {
      id: 'rank',
      header: heading('rank'),
      width: 62,
      align: 'end',
      fixed: true,
      text: (csf) => (csf.currentRank === null ? '–' : String(csf.currentRank)),
      sortValue: (csf) => csf.currentRank,
      render: (csf) => <RankCell csf={csf} t={t} />,
    },
    {
      id: 'howName',
      header: heading('howName'),
      width: 150,
      grow: true,
      fixed: true,
      text: (csf) => csf.howName,
      render: (csf) => <span title={`${csf.howName}\n${csf.houseName}`}>{csf.howName}</span>,
    },
    {
      id: 'status',
      header: heading('status'),
      width: room(78, 108),
      text: (csf) => t(`csf:statuses.${csf.status}`),
      sortValue: (csf) => csfStatuses.indexOf(csf.status),
      render: (csf) => (
        <Badge color={statusColors[csf.status]} variant="light" tt="none" fw={600}>
          {t(`csf:statuses.${csf.status}`)}
        </Badge>
      ),
      edit: {
        kind: 'choice',
        value: (csf) => csf.status,
        options: csfStatuses.map((value) => ({ value, label: t(`csf:statuses.${value}`) })),
      },
    },
    {
      id: 'currentWeight',
      header: heading('currentWeight'),
      width: 66,
      align: 'end',
      text: (csf) => (csf.currentWeight === null ? '–' : formatShare(csf.currentWeight)),
      sortValue: (csf) => csf.currentWeight,
    },
    {
      id: 'chosenWeight',
      header: heading('chosenWeight'),
      width: 104,
      align: 'end',
      text: (csf) => formatShare(csf.chosenWeight),
      sortValue: (csf) => csf.chosenWeight,
    },
    { ...text('kpi', 140, 200), grow: true },
    text('targetValue', 70, 80),
    text('owner', 108, 200),
    {
      id: 'vocCount',
      header: heading('vocCount'),
      width: 74,
      align: 'end',
      text: (csf) => String(csf.vocCount),
      sortValue: (csf) => csf.vocCount,
      render: (csf) => (
        <button
          type="button"
          tabIndex={-1}
          className={classes.link}
          onClick={() => links.openTrail(csf.id)}
        >
          <IconMessageCircle size={13} aria-hidden />
          <VisuallyHidden>{t('csf:vocOf', { name: csf.howName })}</VisuallyHidden>
          {formatCount(csf.vocCount)}
        </button>
      ),
    },
    {
      id: 'actions',
      header: heading('actions'),
      width: room(112, 126),
      align: 'end',
      text: (csf) => String(csf.actionCount),
      sortValue: (csf) => csf.overdueActionCount * 1000 + csf.openActionCount,
      render: (csf) => (
        <button
          type="button"
          tabIndex={-1}
          className={classes.link}
          onClick={() => links.openActions(csf.id)}
        >
          <VisuallyHidden>{t('csf:actionsOf', { name: csf.howName })}</VisuallyHidden>
          {csf.overdueActionCount > 0 && (
            <span className={classes.overdue}>
              <IconAlertTriangle size={13} aria-hidden />
              {t('csf:overdue', { count: csf.overdueActionCount })}
            </span>
          )}
          {csf.actionCount === 0 ? t('csf:noActions') : csf.actionCount}
        </button>
      ),
    },
  ];
}

/** Where it stands now, and how far it moved since somebody chose it. */
function RankCell({ csf, t }: { csf: CsfRow; t: TFunction }) {
  const { currentRank, chosenRank } = csf;
  if (currentRank === null) {
    return (
      <span className={classes.moved} title={t('csf:rank.gone', { rank: chosenRank })}>
        –
      </span>
    );
  }
  const moved = currentRank - chosenRank;
  if (moved === 0) return currentRank;
  const Arrow = moved > 0 ? IconArrowDownRight : IconArrowUpRight;
  const words = t(moved > 0 ? 'csf:rank.fell' : 'csf:rank.rose', {
    from: chosenRank,
    to: currentRank,
  });
  return (
    <span className={classes.moved} title={words}>
      <Arrow size={13} aria-hidden />
      <span className={classes.from}>{t('csf:rank.chosen', { rank: chosenRank })}</span>
      <strong>{currentRank}</strong>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
