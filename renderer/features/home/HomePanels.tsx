import { Badge, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import { formatDifference, formatScore } from '../../../core/charts/chart-text.ts';
import { csiByWaveOption } from '../../../core/charts/csi-by-wave.option.ts';
import { vocByMonthOption } from '../../../core/charts/voc-by-month.option.ts';
import { vocKinds } from '../../../core/contract/voc.contract.ts';
import type { Overview } from '../../../core/contract/workspace.contract.ts';
import { Chart, type ChartClick } from '../../shared/chart/Chart.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './HomePage.module.css';
import { lastDayOf } from './month.ts';

/** VOC per month; a bar opens the VOC it counts. */
export function VocByMonthPanel({ counts }: { counts: Overview['vocByMonth'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text, theme } = useChartLook();
  const option = useMemo(() => vocByMonthOption(counts, text, theme), [counts, text, theme]);
  const openVoc = (click: ChartClick) => {
    const link = chartLinkOf(click.data);
    if (link?.to !== 'vocMonth') return;
    const kind = vocKinds.find((known) => known === link.kind);
    void navigate({
      to: '/voc',
      search: {
        filter: {
          receivedFrom: `${link.month}-01`,
          receivedTo: lastDayOf(link.month),
          ...(kind === undefined ? {} : { kinds: [kind] }),
        },
      },
    });
  };
  return (
    <Panel title={t('home:panels.vocByMonth')}>
      <Chart
        option={option}
        label={t('home:panels.vocByMonth')}
        height={290}
        onMarkClick={openVoc}
      />
    </Panel>
  );
}

/** The latest CSI with its movement; the chart opens the wave's respondents. */
export function CsiPanel({ latest }: { latest: Overview['latestCsi'] }) {
  const { t } = useTranslation();
  if (latest === null) {
    return (
      <Panel title={t('home:panels.csi')}>
        <Text size="sm" c="dimmed">
          {t('home:panels.noCsi')}
        </Text>
      </Panel>
    );
  }
  return (
    <Panel title={t('home:panels.csiNamed', { name: latest.indexName })}>
      <CsiHeadline latest={latest} />
      <CsiChart indexId={latest.indexId} />
    </Panel>
  );
}

function CsiHeadline({ latest }: { latest: NonNullable<Overview['latestCsi']> }) {
  const { t } = useTranslation();
  const change =
    latest.index !== null && latest.previousIndex !== null
      ? latest.index - latest.previousIndex
      : null;
  return (
    <div className={classes.csi}>
      <Link to="/csi" search={{ indexId: latest.indexId }} className={classes.csiValue}>
        {latest.index === null ? '–' : formatScore(latest.index)}
      </Link>
      {change !== null && (
        <Badge variant="light" tt="none" color={latest.significant ? 'blue' : 'gray'}>
          {formatDifference(change)} ·{' '}
          {latest.significant ? t('report:charts.significant') : t('report:charts.notSignificant')}
        </Badge>
      )}
      <Text size="sm" c="dimmed">
        {latest.waveName}
      </Text>
    </div>
  );
}

function CsiChart({ indexId }: { indexId: number }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text, theme } = useChartLook();
  const { data: points = [] } = useHostQuery('csi.listWavePoints', { indexId });
  const option = useMemo(() => csiByWaveOption(points, text, theme), [points, text, theme]);
  return (
    <Chart
      option={option}
      label={t('home:panels.csi')}
      height={236}
      onMarkClick={(click) => {
        const link = chartLinkOf(click.data);
        if (link?.to === 'wave') {
          void navigate({ to: '/responses', search: { waveId: link.waveId, indexId } });
        }
      }}
    />
  );
}
