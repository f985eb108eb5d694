import { MultiSelect, SegmentedControl, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import { formatCount, formatShare } from '../../../core/charts/chart-text.ts';
import { wordTrendOption } from '../../../core/charts/word-trend.option.ts';
import type { WordTrend } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { PictureMenu } from '../../shared/chart/PictureMenu.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CopyTableButton } from './CopyTableButton.tsx';
import classes from './Insight.module.css';
import { LearningGate } from './LearningGate.tsx';
import { withinPeriod, withWords } from './narrowed-filter.ts';
import { VocLink } from './VocLink.tsx';

const mostLines = 6;
const linesAtFirst = 4;

/** Words over time, by choice; without one, the most frequent. */
export function TrendView({ filter }: { filter: VocFilter }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const [unit, setUnit] = useState<'week' | 'month'>('month');
  const [measure, setMeasure] = useState<'share' | 'count'>('share');
  const top = useHostQuery('insight.keywords', { filter, limit: 200, early: true });
  const names = (top.data?.words ?? []).map(({ word }) => word);
  const words = chosen.length > 0 ? chosen : names.slice(0, linesAtFirst);
  const { data: trend } = useHostQuery(
    'insight.trend',
    { filter, words: words.length > 0 ? words : ['-'], unit, early: true },
    { enabled: words.length > 0 },
  );
  return (
    <LearningGate answer={top} sample={top.data?.sample}>
      <Panel
        title={t('insight:trend.title')}
        actions={
          <>
            <MultiSelect
              aria-label={t('insight:trend.words')}
              placeholder={chosen.length === 0 ? t('insight:trend.words') : ''}
              miw={260}
              maw={460}
              searchable
              clearable
              hidePickedOptions
              maxValues={mostLines}
              limit={60}
              clearButtonProps={{ 'aria-label': t('voc:filters.clear') }}
              data={[...new Set([...chosen, ...names])]}
              value={chosen}
              onChange={setChosen}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('insight:trend.unit')}
              data={(['week', 'month'] as const).map((value) => ({
                value,
                label: t(`insight:trend.units.${value}`),
              }))}
              value={unit}
              onChange={(value) => setUnit(value === 'week' ? 'week' : 'month')}
            />
            <SegmentedControl
              size="xs"
              aria-label={t('insight:trend.measure')}
              data={(['share', 'count'] as const).map((value) => ({
                value,
                label: t(`insight:trend.measures.${value}`),
              }))}
              value={measure}
              onChange={(value) => setMeasure(value === 'count' ? 'count' : 'share')}
            />
            {trend !== undefined && (
              <>
                <PictureMenu
                  picture={{
                    title: t('insight:trend.title'),
                    note: t(`insight:trend.notes.${measure}`),
                    option: (theme) => wordTrendOption(trend, measure, theme),
                    size: { width: 1_200, height: 600 },
                  }}
                />
                <CopyTableButton rows={tableOf(trend, t)} />
              </>
            )}
          </>
        }
      >
        {trend !== undefined && <TrendChart trend={trend} filter={filter} measure={measure} />}
      </Panel>
    </LearningGate>
  );
}

interface TrendChartProps {
  trend: WordTrend;
  filter: VocFilter;
  measure: 'share' | 'count';
}

function TrendChart({ trend, filter, measure }: TrendChartProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { theme } = useChartLook();
  const option = useMemo(() => wordTrendOption(trend, measure, theme), [trend, measure, theme]);
  return (
    <>
      <Chart
        option={option}
        label={t('insight:trend.title')}
        height={320}
        onMarkClick={({ data }) => {
          const link = chartLinkOf(data);
          if (link?.to !== 'vocWord') return;
          const period = withinPeriod(filter, link.from, link.until);
          void navigate({ to: '/voc', search: { filter: withWords(period, link.word) } });
        }}
      />
      <Text className={classes.note} mt={4}>
        {t(`insight:trend.notes.${measure}`)}{' '}
        {trend.periods.some(({ partial }) => partial) && t('insight:trend.partial')}
      </Text>
      <section className={classes.scroll} aria-label={t('insight:trend.table')}>
        <table className={classes.ranking}>
          <thead>
            <tr>
              <th>{t('insight:columns.period')}</th>
              <th data-figure>VOC</th>
              {trend.series.map(({ word }) => (
                <th key={word} data-figure>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.periods.map((period, i) => (
              <tr key={period.from}>
                <td>
                  {period.from} – {period.to}
                  {period.partial && ` · ${t('insight:partial')}`}
                </td>
                <td className={classes.figure}>{formatCount(period.total)}</td>
                {trend.series.map(({ word, counts }) => {
                  const count = counts[i] ?? 0;
                  const share = formatShare(period.total === 0 ? 0 : count / period.total);
                  const shown = `${formatCount(count)} (${share})`;
                  return (
                    <td key={word} className={classes.figure}>
                      <VocLink
                        filter={withWords(withinPeriod(filter, period.from, period.to), word)}
                        label={t('insight:openWordIn', { word, from: period.from, count: shown })}
                      >
                        {shown}
                      </VocLink>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function tableOf(
  { periods, series }: WordTrend,
  t: (key: string) => string,
): (string | number)[][] {
  return [
    [t('insight:columns.from'), t('insight:columns.to'), 'VOC', ...series.map(({ word }) => word)],
    ...periods.map(({ from, to, total }, i) => [
      from,
      to,
      total,
      ...series.map(({ counts }) => counts[i] ?? 0),
    ]),
  ];
}
