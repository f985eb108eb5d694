import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import { formatCount, formatShare } from '../../../core/charts/chart-text.ts';
import {
  type ParetoRow,
  paretoRows,
  rowsToReach,
  vitalShare,
  vocParetoOption,
} from '../../../core/charts/voc-pareto.option.ts';
import type { VocFacetName, VocFilter } from '../../../core/contract/voc.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { PictureMenu } from '../../shared/chart/PictureMenu.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CopyTableButton } from './CopyTableButton.tsx';
import { FacetSelect } from './FacetSelect.tsx';
import { facetValueText } from './facet-words.ts';
import classes from './Insight.module.css';
import { withFacetValue } from './narrowed-filter.ts';
import { VocLink } from './VocLink.tsx';

const mostBars = 30;

/** Which few values of a facet make up most of the VOC. */
export function ParetoView({ filter }: { filter: VocFilter }) {
  const { t } = useTranslation();
  const [facet, setFacet] = useState<VocFacetName>('product');
  const { data } = useHostQuery('voc.facets', { filter, facets: [facet], limit: mostBars });
  const counted = data?.facets.find((one) => one.facet === facet);
  const total = counted
    ? counted.values.reduce((sum, { count }) => sum + count, counted.others.count)
    : 0;
  const rows = useMemo(
    () =>
      paretoRows(
        (counted?.values ?? []).map((value) => ({
          value: value.value,
          count: value.count,
          label: facetValueText(t, facet, value),
        })),
        total,
      ),
    [counted, facet, total, t],
  );
  const vital = rowsToReach(rows, vitalShare);
  return (
    <Panel
      title={t('insight:pareto.title')}
      actions={
        <>
          <FacetSelect label={t('insight:pareto.facet')} value={facet} onChange={setFacet} />
          <PictureMenu
            picture={{
              title: `${t('insight:pareto.title')} – ${facetText(t, facet)}`,
              note: t('insight:picture.of', { total: formatCount(total) }),
              option: (theme) => vocParetoOption(rows, paretoWords(t), theme),
              size: { width: 1_200, height: 640 },
            }}
          />
          <CopyTableButton rows={tableOf(rows, t)} />
        </>
      }
    >
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('insight:empty.hint')}
        </Text>
      ) : (
        <>
          <Text size="sm" mb={8}>
            {t('insight:pareto.vital', {
              count: vital,
              all: rows.length + (counted?.others.values ?? 0),
              share: formatShare(rows[vital - 1]?.cumulative ?? 0),
            })}
          </Text>
          <div className={classes.columns}>
            <ParetoChart rows={rows} facet={facet} filter={filter} />
            <ParetoTable rows={rows} facet={facet} filter={filter} vital={vital} />
          </div>
        </>
      )}
    </Panel>
  );
}

function paretoWords(t: (key: string) => string) {
  return { count: t('insight:columns.count'), cumulative: t('insight:columns.cumulative') };
}

function facetText(t: (key: string) => string, facet: VocFacetName): string {
  return t(facet.startsWith('extra:') ? 'insight:columns.value' : `voc:facets.${facet}`);
}

interface ParetoProps {
  rows: readonly ParetoRow[];
  facet: VocFacetName;
  filter: VocFilter;
}

function ParetoChart({ rows, facet, filter }: ParetoProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { theme } = useChartLook();
  const option = useMemo(() => vocParetoOption(rows, paretoWords(t), theme), [rows, theme, t]);
  return (
    <Chart
      option={option}
      label={t('insight:pareto.title')}
      height={380}
      onMarkClick={({ data }) => {
        const link = chartLinkOf(data);
        if (link?.to !== 'vocFacet') return;
        void navigate({
          to: '/voc',
          search: { filter: withFacetValue(filter, facet, link.value) },
        });
      }}
    />
  );
}

function ParetoTable({ rows, facet, filter, vital }: ParetoProps & { vital: number }) {
  const { t } = useTranslation();
  return (
    <table className={classes.ranking}>
      <thead>
        <tr>
          <th>{facetText(t, facet)}</th>
          <th data-figure>{t('insight:columns.count')}</th>
          <th data-figure>{t('insight:columns.share')}</th>
          <th data-figure>{t('insight:columns.cumulative')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={row.value} style={i < vital ? { fontWeight: 600 } : undefined}>
            <td>
              <VocLink
                filter={withFacetValue(filter, facet, row.value)}
                label={t('insight:openWord', { word: row.label, count: formatCount(row.count) })}
              >
                {row.label}
              </VocLink>
            </td>
            <td className={classes.figure}>{formatCount(row.count)}</td>
            <td className={classes.figure}>{formatShare(row.share)}</td>
            <td className={classes.figure}>{formatShare(row.cumulative)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function tableOf(rows: readonly ParetoRow[], t: (key: string) => string): (string | number)[][] {
  const head = ['value', 'count', 'share', 'cumulative'].map((key) => t(`insight:columns.${key}`));
  return [
    head,
    ...rows.map(({ label, count, share, cumulative }) => [label, count, share, cumulative]),
  ];
}
