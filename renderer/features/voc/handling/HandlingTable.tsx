import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  HandlingFigures,
  HandlingGroup,
  HandlingSummary,
} from '../../../../core/contract/handling.contract.ts';
import {
  type VocFilter,
  type VocStatus,
  vocStatuses,
} from '../../../../core/contract/voc.contract.ts';
import { isWaiting } from '../../../../core/domain/voc/handling.ts';
import { groupFilter } from '../../../../core/domain/voc/queue-views.ts';
import classes from './Handling.module.css';

interface HandlingTableProps {
  summary: HandlingSummary;
  by: HandlingGroup;
  filter: VocFilter;
  onOpen: (filter: VocFilter) => void;
}

const mostRows = 100;

export function HandlingTable({ summary, by, filter, onOpen }: HandlingTableProps) {
  const { t } = useTranslation();
  const shown = summary.groups.slice(0, mostRows);
  const word = (key: string) => t(`handling:summary.columns.${key}`);
  return (
    <>
      <Table className={classes.figures} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`handling:summary.groups.${by}`)}</Table.Th>
            {columns.map((key) => (
              <Table.Th key={key} ta="right">
                {word(key)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <FiguresRow
            name={t('handling:summary.total')}
            figures={summary.total}
            filter={filter}
            onOpen={onOpen}
            strong
          />
          {shown.map(({ value, figures }) => (
            <FiguresRow
              key={value}
              name={nameOf(by, value, t)}
              figures={figures}
              filter={{ ...filter, ...groupFilter(by, value) }}
              onOpen={onOpen}
            />
          ))}
        </Table.Tbody>
      </Table>
      {summary.groups.length > mostRows && (
        <Text size="xs" c="dimmed" mt={6}>
          {t('handling:summary.more', { count: mostRows })}
        </Text>
      )}
    </>
  );
}

const columns = [
  'received',
  'answered',
  'onTime',
  'late',
  'overdue',
  'rate',
  'ci',
  'median',
  'p90',
  'satisfaction',
] as const;

interface FiguresRowProps {
  name: string;
  figures: HandlingFigures;
  filter: VocFilter;
  onOpen: (filter: VocFilter) => void;
  strong?: boolean;
}

function FiguresRow({ name, figures, filter, onOpen, strong = false }: FiguresRowProps) {
  const { t, i18n } = useTranslation();
  const shown = (count: number) => count.toLocaleString(i18n.language);
  const opening = (count: number, part: VocFilter) => (
    <Count count={count} onOpen={() => onOpen({ ...filter, ...part })} />
  );
  const { dueStates, rate, ci95, onTime, judged, satisfaction } = figures;
  return (
    <Table.Tr fw={strong ? 650 : undefined}>
      <Table.Td>{name}</Table.Td>
      <Table.Td ta="right">{opening(figures.received, {})}</Table.Td>
      <Table.Td ta="right">
        {opening(figures.answered, { statuses: answeredAmong(filter.statuses) })}
      </Table.Td>
      <Table.Td ta="right">{opening(onTime, { due: ['onTime'] })}</Table.Td>
      <Table.Td ta="right">{opening(dueStates.late ?? 0, { due: ['late'] })}</Table.Td>
      <Table.Td ta="right">{opening(dueStates.overdue ?? 0, { due: ['overdue'] })}</Table.Td>
      <Table.Td ta="right">
        {rate === null
          ? '–'
          : t('handling:summary.rateOf', {
              rate: percent(rate),
              onTime: shown(onTime),
              judged: shown(judged),
            })}
      </Table.Td>
      <Table.Td ta="right" c="dimmed">
        {ci95 === null ? '–' : `${percent(ci95[0])}–${percent(ci95[1])}%`}
      </Table.Td>
      <Table.Td ta="right">{days(figures.medianDays)}</Table.Td>
      <Table.Td ta="right">{days(figures.p90Days)}</Table.Td>
      <Table.Td ta="right">
        {satisfaction.mean === null
          ? '–'
          : `${satisfaction.mean.toFixed(2)} (${shown(satisfaction.count)})`}
      </Table.Td>
    </Table.Tr>
  );
}

/** The statuses of an answered VOC that the filter leaves. */
function answeredAmong(statuses: VocFilter['statuses']): VocStatus[] {
  const left = statuses === undefined || statuses.length === 0 ? vocStatuses : statuses;
  return left.filter((status) => !isWaiting(status));
}

function Count({ count, onOpen }: { count: number; onOpen: () => void }) {
  const { i18n } = useTranslation();
  if (count === 0) return '0';
  return (
    <Anchor component="button" type="button" size="sm" fw="inherit" onClick={onOpen}>
      {count.toLocaleString(i18n.language)}
    </Anchor>
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function days(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 10) / 10);
}

function nameOf(by: HandlingGroup, value: string, t: (key: string) => string): string {
  if (value === '') return t('handling:summary.noValue');
  if (by === 'kind') return t(`voc:kinds.${value}`);
  return by === 'channel' ? t(`voc:channels.${value}`) : value;
}
