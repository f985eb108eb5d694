import { Anchor, MultiSelect, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDifference, formatScore } from '../../../core/charts/chart-text.ts';
import type { CsfItem, CsfRow } from '../../../core/contract/csf.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import classes from './CsfPage.module.css';
import { scoresOf } from './item-trend.ts';

interface CsfItemsProps {
  csf: CsfRow;
  items: ReadonlyMap<number, CsfItem>;
}

/** The survey items that show whether the CSF gets better, with their scores wave by wave. */
export function CsfItems({ csf, items }: CsfItemsProps) {
  const { t } = useTranslation();
  const { data: known = [] } = useHostQuery('survey.listItems', {});
  const setItems = useHostMutation('csf.setItems');
  return (
    <section>
      <h3 className={classes.paneHeading}>{t('csf:items.title')}</h3>
      <ul className={classes.entries}>
        {csf.itemIds.map((itemId) => {
          const item = items.get(itemId);
          return item === undefined ? null : <ItemTrend key={itemId} item={item} />;
        })}
      </ul>
      <MultiSelect
        mt={6}
        aria-label={t('csf:items.choose')}
        placeholder={t(known.length === 0 ? 'csf:items.noneYet' : 'csf:items.choose')}
        disabled={known.length === 0}
        searchable
        hidePickedOptions
        data={known.map(({ id, label }) => ({ value: String(id), label }))}
        value={csf.itemIds.map(String)}
        nothingFoundMessage={t('csf:items.notFound')}
        onChange={(ids) => setItems.mutate({ id: csf.id, itemIds: ids.map(Number) })}
      />
    </section>
  );
}

function ItemTrend({ item }: { item: CsfItem }) {
  const { t } = useTranslation();
  const scores = scoresOf(item);
  const last = scores.at(-1);
  const before = scores.at(-2);
  return (
    <li className={classes.entry}>
      <Anchor
        size="sm"
        renderRoot={(rest) => <Link to="/csi" search={{ itemId: item.itemId }} {...rest} />}
      >
        {item.label}
      </Anchor>
      {last === undefined ? (
        <Text size="xs" c="dimmed">
          {t('csf:items.noScore')}
        </Text>
      ) : (
        <span
          className={classes.trend}
          title={scores
            .map(({ waveName, score }) => `${waveName} ${formatScore(score)}`)
            .join('\n')}
        >
          <Sparkline scores={scores.map(({ score }) => score)} />
          <span className={classes.count}>
            {formatScore(last.score)}
            {before !== undefined && ` (${formatDifference(last.score - before.score)})`}
          </span>
        </span>
      )}
    </li>
  );
}

const width = 56;
const height = 18;

/** Its shape only: the scores stand beside it. */
function Sparkline({ scores }: { scores: readonly number[] }) {
  if (scores.length < 2) return null;
  const low = Math.min(...scores);
  const span = Math.max(...scores) - low || 1;
  const points = scores.map((score, place) => {
    const x = 2 + (place / (scores.length - 1)) * (width - 4);
    const y = height - 3 - ((score - low) / span) * (height - 6);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  const [endX, endY] = (points.at(-1) ?? '0,0').split(',');
  return (
    <svg width={width} height={height} aria-hidden className={classes.spark}>
      <polyline points={points.join(' ')} />
      <circle cx={endX} cy={endY} r={2.2} />
    </svg>
  );
}
