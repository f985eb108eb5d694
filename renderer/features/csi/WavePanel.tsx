import { ActionIcon, Anchor, Table, Text, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconListDetails } from '@tabler/icons-react';
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
import { csiByWaveHeight, csiByWaveOption } from '../../../core/charts/csi-by-wave.option.ts';
import type { IndexDefinition, WavePoint } from '../../../core/contract/csi.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './CsiPage.module.css';
import { IndexDerivationView } from './IndexDerivationView.tsx';

/** The index wave by wave, as a chart and in figures; a point opens the wave's respondents. */
export function WavePanel({ index }: { index: IndexDefinition }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text, theme } = useChartLook();
  const { data: points = [] } = useHostQuery('csi.listWavePoints', { indexId: index.id });
  const option = useMemo(() => csiByWaveOption(points, text, theme), [points, text, theme]);
  return (
    <Panel title={t('csi:panels.waves')}>
      <Chart
        option={option}
        label={t('csi:panels.waves')}
        height={csiByWaveHeight(theme)}
        onMarkClick={(click) => {
          const link = chartLinkOf(click.data);
          if (link?.to === 'wave') {
            void navigate({
              to: '/responses',
              search: { waveId: link.waveId, indexId: index.id },
            });
          }
        }}
      />
      <WaveTable points={points} index={index} />
    </Panel>
  );
}

function WaveTable({ points, index }: { points: WavePoint[]; index: IndexDefinition }) {
  const { t } = useTranslation();
  return (
    <Table mt="xs" className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('csi:columns.wave')}</Table.Th>
          <Table.Th ta="right">n</Table.Th>
          <Table.Th ta="right">{t('csi:columns.index')}</Table.Th>
          <Table.Th ta="right">{t('csi:columns.interval')}</Table.Th>
          <Table.Th ta="right">{t('csi:columns.change')}</Table.Th>
          <Table.Th aria-label={t('explain:view.open')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {points.map((point) => (
          <Table.Tr key={point.waveId}>
            <Table.Td>
              <Anchor
                size="sm"
                renderRoot={(props) => (
                  <Link
                    to="/responses"
                    search={{ waveId: point.waveId, indexId: index.id }}
                    {...props}
                  />
                )}
              >
                {point.waveName}
              </Anchor>
              <Notes notes={point.notes} />
            </Table.Td>
            <Table.Td ta="right" className={classes.figure}>
              {formatCount(point.n)}
            </Table.Td>
            <Table.Td ta="right" fw={650} className={classes.figure}>
              {point.index === null ? '–' : formatScore(point.index)}
            </Table.Td>
            <Table.Td ta="right" className={classes.figure}>
              {point.ci95 === null ? '–' : formatInterval(point.ci95)}
            </Table.Td>
            <Table.Td ta="right" className={classes.figure}>
              <Change change={point.change} />
            </Table.Td>
            <Table.Td>
              {point.index !== null && <DerivationButton index={index} point={point} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** "Where does this number come from?" */
function DerivationButton({ index, point }: { index: IndexDefinition; point: WavePoint }) {
  const { t } = useTranslation();
  const title = t('csi:panels.derivation', { index: index.name, wave: point.waveName });
  const open = () =>
    modals.open({
      title,
      size: 'xl',
      children: <IndexDerivationView index={index} waveId={point.waveId} />,
    });
  return (
    <Tooltip label={t('explain:view.open')}>
      <ActionIcon variant="subtle" size={26} aria-label={title} onClick={open}>
        <IconListDetails size={15} />
      </ActionIcon>
    </Tooltip>
  );
}

/** `+3.0 유의함`, with the p value below it. */
function Change({ change }: { change: WavePoint['change'] }) {
  const { t } = useTranslation();
  if (change === null) return '–';
  const verdict = change.significant
    ? t('report:charts.significant')
    : t('report:charts.notSignificant');
  return (
    <>
      {formatDifference(change.difference)} {verdict}
      <Text size="xs" c="dimmed">
        {change.p < 0.001 ? 'p < 0.001' : `p = ${change.p.toFixed(3)}`}
      </Text>
    </>
  );
}

function Notes({ notes }: { notes: string[] }) {
  const { t } = useTranslation();
  return notes.map((note) => (
    <Text key={note} size="xs" c="dimmed">
      {t(`csi:notes.${note}`)}
    </Text>
  ));
}
