import { Group, Slider, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import { formatCount } from '../../../core/charts/chart-text.ts';
import { wordNetwork, wordNetworkOption } from '../../../core/charts/word-network.option.ts';
import type { WordPairLine } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import classes from './Insight.module.css';
import { withWords } from './narrowed-filter.ts';

const fewestEdges = 5;
export const mostEdges = 120;

interface PairNetworkProps {
  /** The strongest first: those that are shown. */
  pairs: readonly WordPairLine[];
  /** How many there are to choose from. */
  all: number;
  onShow: (count: number) => void;
  filter: VocFilter;
}

/** Words as nodes, pairs as edges between them; how strong a pair must be is for people to choose. */
export function PairNetwork({ pairs, all, onShow, filter }: PairNetworkProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { theme } = useChartLook();
  const network = useMemo(() => wordNetwork(pairs), [pairs]);
  const option = useMemo(
    () => wordNetworkOption(network, networkWords(t), theme),
    [network, theme, t],
  );
  const least = pairs.at(-1)?.logLikelihood ?? 0;
  const most = Math.min(mostEdges, all);
  return (
    <>
      <Group gap="sm" mb={4} wrap="nowrap">
        <Text size="sm">
          {t('insight:pairs.threshold', { count: pairs.length, least: least.toFixed(1) })}
        </Text>
        <Slider
          flex={1}
          maw={260}
          min={Math.min(fewestEdges, most)}
          max={most}
          value={pairs.length}
          onChange={onShow}
          label={null}
          thumbLabel={t('insight:pairs.thresholdLabel')}
        />
      </Group>
      <Chart
        option={option}
        label={t('insight:pairs.network')}
        height={540}
        onMarkClick={({ data }) => {
          const link = chartLinkOf(data);
          if (link?.to !== 'vocWords') return;
          void navigate({ to: '/voc', search: { filter: withWords(filter, ...link.words) } });
        }}
      />
      <Text className={classes.note} mt={4}>
        {t('insight:pairs.networkNote', { words: formatCount(network.nodes.length) })}
      </Text>
    </>
  );
}

export function networkWords(t: (key: string) => string) {
  return {
    vocCount: t('insight:columns.count'),
    together: t('insight:columns.together'),
    lift: t('insight:columns.lift'),
  };
}
