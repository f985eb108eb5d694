import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import { csiByGroupHeight, csiByGroupOption } from '../../../core/charts/csi-by-group.option.ts';
import type { GroupBy, IndexDefinition } from '../../../core/contract/csi.contract.ts';
import type { SegmentRow, WaveRow } from '../../../core/contract/survey.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './CsiPage.module.css';

/** One wave cut by region, branch or a segment; a bar opens that group's respondents. */
export function GroupPanel({ index }: { index: IndexDefinition }) {
  const { t } = useTranslation();
  const { data: waves = [] } = useHostQuery('survey.listWaves', {});
  const { data: segments = [] } = useHostQuery('survey.listSegments', {});
  const [cut, setCut] = usePreference<string>('csi.groupBy', 'region');
  const [waveChoice, setWaveChoice] = usePreference<number>('csi.groupWaveId', 0);
  const wave = waves.find(({ id }) => id === waveChoice) ?? waves.at(-1);
  const groupBy = groupByOf(cut, segments);
  const cuts = [
    { value: 'region', label: t('csi:cuts.region') },
    { value: 'branch', label: t('csi:cuts.branch') },
    ...segments.map(({ id, name }) => ({ value: `segment:${id}`, label: name })),
  ];
  return (
    <Panel
      title={t('csi:panels.groups')}
      actions={
        <Select
          aria-label={t('csi:columns.wave')}
          w={200}
          allowDeselect={false}
          data={waves.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={wave === undefined ? null : String(wave.id)}
          onChange={(value) => value !== null && setWaveChoice(Number(value))}
        />
      }
    >
      <Group mb={6}>
        {cuts.length <= 6 ? (
          <SegmentedControl data={cuts} value={cutOf(groupBy)} onChange={setCut} />
        ) : (
          <Select
            aria-label={t('csi:panels.groups')}
            data={cuts}
            value={cutOf(groupBy)}
            allowDeselect={false}
            searchable
            onChange={(value) => value !== null && setCut(value)}
          />
        )}
      </Group>
      {wave !== undefined && <GroupChart index={index} wave={wave} groupBy={groupBy} />}
    </Panel>
  );
}

function GroupChart(props: { index: IndexDefinition; wave: WaveRow; groupBy: GroupBy }) {
  const { index, wave, groupBy } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text, theme } = useChartLook();
  const { data: points } = useHostQuery('csi.listGroupPoints', {
    indexId: index.id,
    waveId: wave.id,
    groupBy,
  });
  const option = useMemo(() => csiByGroupOption(points ?? [], text, theme), [points, text, theme]);
  if (points === undefined) return null;
  if (points.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('csi:panels.noGroups')}
      </Text>
    );
  }
  return (
    <div className={classes.tall}>
      <Chart
        key={points.length}
        option={option}
        label={t('csi:panels.groups')}
        height={csiByGroupHeight(points.length, theme)}
        onMarkClick={(click) => {
          const link = chartLinkOf(click.data);
          if (link?.to === 'group') {
            void navigate({
              to: '/responses',
              search: {
                waveId: wave.id,
                indexId: index.id,
                ...groupFilter(groupBy, link.group),
              },
            });
          }
        }}
      />
    </div>
  );
}

function groupByOf(cut: string, segments: SegmentRow[]): GroupBy {
  if (cut === 'branch') return { by: 'branch' };
  const segmentId = Number(cut.replace('segment:', ''));
  return segments.some(({ id }) => id === segmentId)
    ? { by: 'segment', segmentId }
    : { by: 'region' };
}

function cutOf(groupBy: GroupBy): string {
  return groupBy.by === 'segment' ? `segment:${groupBy.segmentId}` : groupBy.by;
}

function groupFilter(groupBy: GroupBy, group: string) {
  if (groupBy.by === 'segment') {
    return { segmentId: groupBy.segmentId, segmentValue: group };
  }
  return groupBy.by === 'branch' ? { branch: group } : { region: group };
}
