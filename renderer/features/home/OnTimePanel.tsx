import { Anchor, Group, Loader, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HandlingFigures } from '../../../core/contract/handling.contract.ts';
import type { VocDueState, VocFilter } from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './HomePage.module.css';

const shownOwners = 5;
const judgedStates: VocDueState[] = ['onTime', 'late', 'overdue'];

/** How much was answered by its due date, in all and by person; each figure opens its VOC. */
export function OnTimePanel() {
  const { t } = useTranslation();
  const { data } = useHostQuery('handling.summary', { by: 'owner' });
  return (
    <Panel title={t('handling:home.onTime')}>
      {data === undefined ? (
        <Loader size="sm" aria-label={t('app:loading')} />
      ) : (
        <Rates
          total={data.total}
          owners={data.groups.filter(({ figures }) => figures.judged > 0).slice(0, shownOwners)}
        />
      )}
    </Panel>
  );
}

interface RatesProps {
  total: HandlingFigures;
  owners: { value: string; figures: HandlingFigures }[];
}

function Rates({ total, owners }: RatesProps) {
  const { t, i18n } = useTranslation();
  const shown = (count: number) => count.toLocaleString(i18n.language);
  if (total.rate === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('handling:home.noDue')}
      </Text>
    );
  }
  return (
    <>
      <Group gap={10} align="baseline">
        <RateLink figures={total} filter={{}} className={classes.csiValue} />
        <Text size="sm" c="dimmed">
          {shown(total.onTime)}/{shown(total.judged)}
          {total.ci95 !== null &&
            ` · ${t('handling:summary.columns.ci')} ${percent(total.ci95[0])}–${percent(total.ci95[1])}%`}
        </Text>
      </Group>
      {total.medianDays !== null && (
        <Text size="sm" mt={4}>
          {t('handling:home.days', { median: days(total.medianDays), p90: days(total.p90Days) })}
        </Text>
      )}
      {owners.length > 1 && <OwnerTable owners={owners} />}
    </>
  );
}

function OwnerTable({ owners }: Pick<RatesProps, 'owners'>) {
  const { t } = useTranslation();
  return (
    <Table className={classes.table} mt="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('handling:summary.groups.owner')}</Table.Th>
          <Table.Th ta="right">{t('handling:summary.columns.rate')}</Table.Th>
          <Table.Th ta="right">{t('handling:summary.columns.ci')}</Table.Th>
          <Table.Th ta="right">{t('handling:summary.columns.median')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {owners.map(({ value, figures }) => (
          <Table.Tr key={value}>
            <Table.Td>{value === '' ? t('handling:summary.noValue') : value}</Table.Td>
            <Table.Td ta="right">
              <RateLink figures={figures} filter={{ owners: [value] }} counted />
            </Table.Td>
            <Table.Td ta="right" c="dimmed">
              {figures.ci95 === null
                ? '–'
                : `${percent(figures.ci95[0])}–${percent(figures.ci95[1])}%`}
            </Table.Td>
            <Table.Td ta="right">{days(figures.medianDays)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RateLinkProps {
  figures: HandlingFigures;
  filter: VocFilter;
  className?: string;
  /** With the counts beside the rate. */
  counted?: boolean;
}

/** Opens the VOC whose day has shown how they ended. */
function RateLink({ figures, filter, className, counted = false }: RateLinkProps) {
  const { t, i18n } = useTranslation();
  const onTime = figures.onTime.toLocaleString(i18n.language);
  const judged = figures.judged.toLocaleString(i18n.language);
  const search = { filter: { ...filter, due: judgedStates } };
  const shown = percent(figures.rate ?? 0);
  return (
    <Anchor
      size="sm"
      className={className}
      renderRoot={(props) => <Link to="/voc" search={search} {...props} />}
    >
      {counted ? t('handling:summary.rateOf', { rate: shown, onTime, judged }) : `${shown}%`}
    </Anchor>
  );
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function days(value: number | null): string {
  return value === null ? '–' : String(Math.round(value * 10) / 10);
}
