import { Anchor, SegmentedControl, Table } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import {
  formatCount,
  formatDifference,
  formatInterval,
  formatScore,
} from '../../../core/charts/chart-text.ts';
import { itemScoresHeight, itemScoresOption } from '../../../core/charts/item-scores.option.ts';
import type { IndexDefinition, ItemPoint } from '../../../core/contract/csi.contract.ts';
import type { WaveRow } from '../../../core/contract/survey.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './CsiPage.module.css';

interface ItemPanelProps {
  index: IndexDefinition;
  /** Set when one came here from the trail of an item. */
  highlightedItemId: number | null;
}

/** Every item of the index: what moved, and the way to its requirement and to who answered so. */
export function ItemPanel({ index, highlightedItemId }: ItemPanelProps) {
  const { t } = useTranslation();
  const { data: items = [] } = useHostQuery('csi.listItemPoints', { indexId: index.id });
  const { data: waves = [] } = useHostQuery('survey.listWaves', {});
  const [view, setView] = usePreference<string>('csi.itemView', 'chart');
  const shown = highlightedItemId === null ? view : 'table';
  return (
    <Panel
      title={t('csi:panels.items')}
      actions={
        <SegmentedControl
          aria-label={t('csi:panels.items')}
          data={[
            { value: 'chart', label: t('csi:views.chart') },
            { value: 'table', label: t('csi:views.table') },
          ]}
          value={shown}
          onChange={setView}
        />
      }
    >
      {shown === 'chart' ? (
        <ItemChart items={items} waves={waves} indexId={index.id} />
      ) : (
        <ItemTable items={items} waves={waves} highlightedItemId={highlightedItemId} />
      )}
    </Panel>
  );
}

function ItemChart(props: { items: ItemPoint[]; waves: WaveRow[]; indexId: number }) {
  const { items, waves, indexId } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text, theme } = useChartLook();
  const option = useMemo(
    () =>
      itemScoresOption(
        items,
        waves.map(({ id, name }) => ({ waveId: id, waveName: name })),
        text,
        theme,
      ),
    [items, waves, text, theme],
  );
  return (
    <Chart
      key={items.length}
      option={option}
      label={t('csi:panels.items')}
      height={itemScoresHeight(items.length, theme)}
      onMarkClick={(click) => {
        const link = chartLinkOf(click.data);
        if (link?.to === 'item') {
          void navigate({
            to: '/responses',
            search: { waveId: link.waveId, itemId: link.itemId, indexId },
          });
        }
      }}
    />
  );
}

function ItemTable(props: {
  items: ItemPoint[];
  waves: WaveRow[];
  highlightedItemId: number | null;
}) {
  const { items, waves, highlightedItemId } = props;
  const { t } = useTranslation();
  const lastTwo = waves.slice(-2);
  return (
    <Table stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('csi:columns.item')}</Table.Th>
          {lastTwo.map((wave) => (
            <Table.Th key={wave.id} ta="right">
              {wave.name}
            </Table.Th>
          ))}
          <Table.Th ta="right">{t('csi:columns.difference')}</Table.Th>
          <Table.Th ta="right">{t('csi:columns.interval')}</Table.Th>
          <Table.Th ta="right">n</Table.Th>
          <Table.Th aria-label={t('trail:open')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr
            key={item.itemId}
            className={item.itemId === highlightedItemId ? classes.highlighted : undefined}
          >
            <Table.Td>{item.label}</Table.Td>
            {lastTwo.map((wave) => (
              <Table.Td key={wave.id} ta="right">
                <ScoreLink item={item} waveId={wave.id} />
              </Table.Td>
            ))}
            <Latest item={item} waves={lastTwo} />
            <Table.Td w={36}>
              <TrailButton kind="item" id={item.itemId} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ScoreLink({ item, waveId }: { item: ItemPoint; waveId: number }) {
  const score = item.waves.find((wave) => wave.waveId === waveId)?.score ?? null;
  if (score === null) return '–';
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link to="/responses" search={{ waveId, itemId: item.itemId }} {...props} />
      )}
    >
      {formatScore(score)}
    </Anchor>
  );
}

function Latest({ item, waves }: { item: ItemPoint; waves: WaveRow[] }) {
  const [before, after] =
    waves.length === 2
      ? waves.map(({ id }) => item.waves.find((wave) => wave.waveId === id))
      : [undefined, item.waves.find(({ waveId }) => waveId === waves[0]?.id)];
  const difference =
    before?.score != null && after?.score != null ? after.score - before.score : null;
  return (
    <>
      <Table.Td ta="right" className={classes.change}>
        {difference === null ? '–' : formatDifference(difference)}
      </Table.Td>
      <Table.Td ta="right">{after?.ci95 ? formatInterval(after.ci95) : '–'}</Table.Td>
      <Table.Td ta="right">{formatCount(after?.n ?? 0)}</Table.Td>
    </>
  );
}
