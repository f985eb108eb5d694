import { Badge, Button, Table, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Carried, HouseLink } from '../../../core/contract/cascade.contract.ts';
import type { HouseSummary } from '../../../core/contract/house.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { notifyDone } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './Rounds.module.css';

/** The houses from service planning over processes to standards, and what was carried along. */
export function ChainView({ house }: { house: HouseSummary }) {
  const { t } = useTranslation();
  const { data: houses } = useHostQuery('cascade.map', {});
  const { data: carried } = useHostQuery('cascade.carried', { houseId: house.id });
  if (houses === undefined || carried === undefined) return null;
  const known = new Set(houses.map(({ id }) => id));
  const starts = houses.filter(
    ({ cascadedFrom }) => cascadedFrom === null || !known.has(cascadedFrom),
  );
  return (
    <div className={classes.chain}>
      <Panel title={t('cascade:map.title')}>
        <div className={classes.map}>
          <ul>
            {starts.map((start) => (
              <ChainHouse key={start.id} house={start} houses={houses} current={house.id} />
            ))}
          </ul>
        </div>
      </Panel>
      <CarriedPanel house={house} carried={carried} />
    </div>
  );
}

interface ChainHouseProps {
  house: HouseLink;
  houses: readonly HouseLink[];
  current: number;
}

/** A house and, to its right, those that go on from it. */
function ChainHouse({ house, houses, current }: ChainHouseProps) {
  const { t } = useTranslation();
  const next = houses.filter(({ cascadedFrom }) => cascadedFrom === house.id);
  return (
    <li>
      <Link
        to="/house/rounds"
        search={{ id: house.id, view: 'chain' }}
        className={classes.card}
        aria-current={house.id === current ? 'true' : undefined}
      >
        <span className={classes.cardName}>{house.name}</span>
        <span className={classes.roundMeta}>
          {t('cascade:map.size', {
            whats: house.whatCount,
            hows: house.howCount,
            csfs: house.csfCount,
          })}
        </span>
        {house.branchedFrom !== null && (
          <span className={classes.roundMeta}>{t('cascade:map.branch')}</span>
        )}
        {house.cascadedFrom !== null && <DriftMark houseId={house.id} />}
      </Link>
      {next.length > 0 && (
        <ul>
          {next.map((each) => (
            <ChainHouse key={each.id} house={each} houses={houses} current={current} />
          ))}
        </ul>
      )}
    </li>
  );
}

function DriftMark({ houseId }: { houseId: number }) {
  const { t } = useTranslation();
  const { data } = useHostQuery('cascade.carried', { houseId });
  const count = driftOf(data);
  if (count === 0) return null;
  return (
    <Badge size="sm" color="orange" variant="light">
      {t('cascade:map.drift', { count })}
    </Badge>
  );
}

function driftOf(carried: Carried | undefined): number {
  if (carried === undefined) return 0;
  return carried.lines.filter(({ importance, now }) => importance !== now).length;
}

function CarriedPanel({ house, carried }: { house: HouseSummary; carried: Carried }) {
  const { t } = useTranslation();
  const refresh = useHostMutation('cascade.refresh', {
    onSuccess: ({ changed }) => notifyDone(t('cascade:carried.refreshed', { count: changed })),
  });
  const { source, lines, lost } = carried;
  if (source === null && lost.length === 0) {
    return (
      <Panel fill>
        <EmptyState title={t('cascade:empty.title')} hint={t('cascade:empty.hint')} />
      </Panel>
    );
  }
  const drift = driftOf(carried);
  return (
    <Panel
      fill
      title={t('cascade:carried.title', { name: house.name })}
      actions={
        <Button
          size="compact-sm"
          variant={drift > 0 ? 'filled' : 'default'}
          leftSection={<IconRefresh size={14} />}
          disabled={drift === 0}
          loading={refresh.isPending}
          onClick={() => refresh.mutate({ houseId: house.id })}
        >
          {t('cascade:carried.refresh')}
        </Button>
      }
    >
      <Text size="sm" c={drift > 0 ? undefined : 'dimmed'} mb={8}>
        {drift > 0
          ? t('cascade:carried.drift', { count: drift })
          : t('cascade:carried.inStep', { name: source?.name ?? '' })}
      </Text>
      {lost.length > 0 && (
        <Text size="sm" mb={8}>
          {t('cascade:carried.lost', { names: lost.map(({ name }) => name).join(', ') })}
        </Text>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('cascade:carried.what')}</Table.Th>
            <Table.Th>{t('cascade:carried.how', { name: source?.name ?? '' })}</Table.Th>
            <Table.Th>{t('cascade:carried.serves')}</Table.Th>
            <Table.Th ta="right">{t('cascade:carried.importance')}</Table.Th>
            <Table.Th ta="right">{t('cascade:carried.now')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.whatId} data-drift={line.importance !== line.now || undefined}>
              <Table.Td>
                <Link
                  to="/house"
                  search={{ id: house.id, whatId: line.whatId }}
                  className={classes.link}
                >
                  {line.name}
                </Link>
              </Table.Td>
              <Table.Td>
                <span className={classes.withTrail}>
                  <Link
                    to="/house"
                    search={{ id: source?.id, howId: line.howId }}
                    className={classes.link}
                  >
                    {line.howName}
                  </Link>
                  {line.csfId !== null && (
                    <Badge size="xs" variant="light">
                      CSF
                    </Badge>
                  )}
                  <TrailButton kind="how" id={line.howId} />
                </span>
              </Table.Td>
              <Table.Td>
                <Serves serves={line.serves} />
              </Table.Td>
              <Table.Td ta="right">{line.importance}</Table.Td>
              <Table.Td ta="right" className={line.importance === line.now ? '' : classes.drifted}>
                {line.now}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

/** A line of a table names three; the trail has them all. */
const mostNamed = 3;

function Serves({ serves }: { serves: Carried['lines'][number]['serves'] }) {
  const { t } = useTranslation();
  const more = serves.length - mostNamed;
  return (
    <>
      {serves.slice(0, mostNamed).map(({ whatId, requirementId, name }, place) => (
        <span key={whatId}>
          {place > 0 && ', '}
          {requirementId === null ? (
            name
          ) : (
            <Link to="/requirements" search={{ id: requirementId }} className={classes.link}>
              {name}
            </Link>
          )}
        </span>
      ))}
      {more > 0 && ` ${t('cascade:carried.andMore', { count: more })}`}
    </>
  );
}
