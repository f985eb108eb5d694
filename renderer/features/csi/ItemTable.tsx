import { Anchor, Table, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatCount,
  formatDifference,
  formatInterval,
  formatScore,
} from '../../../core/charts/chart-text.ts';
import type { ItemPoint } from '../../../core/contract/csi.contract.ts';
import type { WaveRow } from '../../../core/contract/survey.contract.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import classes from './CsiPage.module.css';
import { ItemName } from './ItemName.tsx';

interface ItemTableProps {
  items: ItemPoint[];
  waves: WaveRow[];
  indexId: number;
  highlightedItemId: number | null;
}

/** The items in figures over the last two waves; a score opens who answered, the trail its reasons. */
export function ItemTable({ items, waves, indexId, highlightedItemId }: ItemTableProps) {
  const { t } = useTranslation();
  const lastTwo = waves.slice(-2);
  return (
    <Table className={classes.table} stickyHeader>
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
          <Table.Th>
            <VisuallyHidden>{t('trail:open')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <ItemRow
            key={item.itemId}
            item={item}
            waves={lastTwo}
            indexId={indexId}
            highlighted={item.itemId === highlightedItemId}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface ItemRowProps {
  item: ItemPoint;
  waves: WaveRow[];
  indexId: number;
  highlighted: boolean;
}

function ItemRow({ item, waves, indexId, highlighted }: ItemRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (highlighted) row.current?.scrollIntoView({ block: 'center' });
  }, [highlighted]);
  return (
    <Table.Tr
      ref={row}
      aria-current={highlighted || undefined}
      className={highlighted ? classes.highlighted : undefined}
    >
      <Table.Td>
        <ItemName key={item.label} id={item.itemId} label={item.label} />
      </Table.Td>
      {waves.map((wave) => (
        <Table.Td key={wave.id} ta="right" className={classes.figure}>
          <ScoreLink item={item} waveId={wave.id} indexId={indexId} />
        </Table.Td>
      ))}
      <Latest item={item} waves={waves} />
      <Table.Td w={36}>
        <TrailButton kind="item" id={item.itemId} />
      </Table.Td>
    </Table.Tr>
  );
}

function ScoreLink(props: { item: ItemPoint; waveId: number; indexId: number }) {
  const { item, waveId, indexId } = props;
  const score = item.waves.find((wave) => wave.waveId === waveId)?.score ?? null;
  if (score === null) return '–';
  return (
    <Anchor
      size="sm"
      renderRoot={(rest) => (
        <Link to="/responses" search={{ waveId, itemId: item.itemId, indexId }} {...rest} />
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
      <Table.Td ta="right" className={classes.figure}>
        {difference === null ? '–' : formatDifference(difference)}
      </Table.Td>
      <Table.Td ta="right" className={classes.figure}>
        {after?.ci95 ? formatInterval(after.ci95) : '–'}
      </Table.Td>
      <Table.Td ta="right" className={classes.figure}>
        {formatCount(after?.n ?? 0)}
      </Table.Td>
    </>
  );
}
