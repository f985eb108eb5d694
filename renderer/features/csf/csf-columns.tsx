import { Badge, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDownRight,
  IconArrowUpRight,
  IconCheck,
  IconMessageCircle,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { formatCount, formatScore, formatShare } from '../../../core/charts/chart-text.ts';
import { type CsfRow, type CsfStatus, csfStatuses } from '../../../core/contract/csf.contract.ts';
import type { HowStanding } from '../../../core/contract/stability.contract.ts';
import { StabilityGradeMark } from '../../shared/house/StabilityGradeMark.tsx';
import { topSentence } from '../../shared/house/standing-words.ts';
import type { TableColumn } from '../../shared/table/table-column.ts';
import classes from './CsfPage.module.css';

export type EditableCsfField = 'status' | 'kpi' | 'targetValue' | 'owner' | 'reason';

interface CsfLinks {
  marked: ReadonlySet<number>;
  toggleMark: (csfId: number) => void;
  standingOf: (csfId: number) => HowStanding | null;
  /** Mean of the latest scores of its survey items; null without any. */
  scoreOf: (csf: CsfRow) => number | null;
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
      id: 'mark',
      header: '',
      width: 36,
      fixed: true,
      text: () => '',
      render: (csf) => (
        <Mark
          label={t('csf:marked.one', { name: csf.howName })}
          on={links.marked.has(csf.id)}
          onToggle={() => links.toggleMark(csf.id)}
        />
      ),
    },
    {
      id: 'rank',
      header: heading('rank'),
      width: 58,
      align: 'end',
      fixed: true,
      text: (csf) => (csf.currentRank === null ? '–' : String(csf.currentRank)),
      sortValue: (csf) => csf.currentRank,
      render: (csf) => <RankCell csf={csf} t={t} />,
    },
    {
      id: 'howName',
      header: heading('howName'),
      width: 112,
      grow: true,
      wraps: true,
      fixed: true,
      text: (csf) => csf.howName,
      render: (csf) => <span title={`${csf.howName}\n${csf.houseName}`}>{csf.howName}</span>,
    },
    {
      id: 'status',
      header: heading('status'),
      width: room(74, 108),
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
    {
      id: 'stability',
      header: heading('stability'),
      width: room(74, 76),
      text: (csf) => {
        const standing = links.standingOf(csf.id);
        return standing === null ? '–' : topSentence(standing, t, language);
      },
      sortValue: (csf) => links.standingOf(csf.id)?.topShare ?? null,
      render: (csf) => {
        const standing = links.standingOf(csf.id);
        if (standing === null) return '–';
        return (
          <span className={classes.stability} title={topSentence(standing, t, language)}>
            <span className={classes.percent}>{standing.topPercent}%</span>
            <StabilityGradeMark grade={standing.grade} short />
          </span>
        );
      },
    },
    { ...text('kpi', 84, 200), grow: true, wraps: true },
    text('targetValue', 66, 80),
    { ...text('owner', 80, 200), grow: true, wraps: true },
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
      width: room(112, 118),
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
    {
      id: 'items',
      header: heading('items'),
      width: room(82, 80),
      align: 'end',
      text: (csf) => itemsText(csf, links.scoreOf(csf), t),
      sortValue: links.scoreOf,
      render: (csf) => (
        <span title={t('csf:items.meanHint')}>{itemsText(csf, links.scoreOf(csf), t)}</span>
      ),
    },
  ];
}

/** `2 · 72.4`: how many survey items, and the mean of their latest scores. */
function itemsText({ itemIds }: CsfRow, score: number | null, t: TFunction): string {
  if (itemIds.length === 0) return t('csf:items.none');
  return score === null ? String(itemIds.length) : `${itemIds.length} · ${formatScore(score)}`;
}

/** A button in a checkbox's clothes: the table leaves presses on buttons alone, and Space is its own. */
function Mark({ label, on, onToggle }: { label: string; on: boolean; onToggle: () => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input would take the table's keys for its own
    <button
      type="button"
      role="checkbox"
      aria-checked={on}
      aria-label={label}
      tabIndex={-1}
      data-cell-focus
      className={classes.mark}
      onClick={onToggle}
    >
      {on && <IconCheck size={13} stroke={3} aria-hidden />}
    </button>
  );
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
      <strong>{currentRank}</strong>
      <VisuallyHidden>{words}</VisuallyHidden>
    </span>
  );
}
