import { Group, SegmentedControl, Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupBy, IndexDefinition } from '../../../core/contract/csi.contract.ts';
import type { SegmentRow, WaveRow } from '../../../core/contract/survey.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference, useWorkspacePreference } from '../../shared/host/preferences.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { GroupChart } from './GroupChart.tsx';
import { GroupTable } from './GroupTable.tsx';
import { cutOf, groupByOf } from './group-cut.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

/** Cuts beyond this many stand in a list instead of side by side. */
const cutsInARow = 6;

/** One wave cut by region, branch or a segment; a group opens its respondents. */
export function GroupPanel({ index }: { index: IndexDefinition }) {
  const { t } = useTranslation();
  const { data: waves = [] } = useHostQuery('survey.listWaves', {});
  const { data: segments = [] } = useHostQuery('survey.listSegments', {});
  const [cut, setCut] = useWorkspacePreference<string>('csi.groupBy', 'region');
  const [view, setView] = usePreference<string>('csi.groupView', 'chart');
  const [chosenWave, chooseWave] = useState<number | null>(null);
  // The latest wave unless another is asked for: after an import that is the one to look at.
  const wave = waves.find(({ id }) => id === chosenWave) ?? waves.at(-1);
  const groupBy = useMemo(() => groupByOf(cut, segments), [cut, segments]);
  return (
    <Panel
      title={t('csi:panels.groups')}
      actions={
        <>
          <Select
            aria-label={t('csi:columns.wave')}
            w={210}
            allowDeselect={false}
            data={waves.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={wave === undefined ? null : String(wave.id)}
            onChange={(value) => value !== null && chooseWave(Number(value))}
          />
          <ViewSwitch label={t('csi:panels.groups')} view={view} onChange={setView} />
        </>
      }
    >
      <CutChoice segments={segments} cut={cutOf(groupBy)} onChange={setCut} />
      {wave !== undefined && <Groups index={index} wave={wave} groupBy={groupBy} view={view} />}
    </Panel>
  );
}

function CutChoice(props: {
  segments: SegmentRow[];
  cut: string;
  onChange: (cut: string) => void;
}) {
  const { t } = useTranslation();
  const label = t('csi:cuts.label');
  const cuts = [
    { value: 'region', label: t('csi:cuts.region') },
    { value: 'branch', label: t('csi:cuts.branch') },
    ...props.segments.map(({ id, name }) => ({ value: `segment:${id}`, label: name })),
  ];
  return (
    <Group mb={6}>
      {cuts.length <= cutsInARow ? (
        <SegmentedControl
          aria-label={label}
          data={cuts}
          value={props.cut}
          onChange={props.onChange}
        />
      ) : (
        <Select
          aria-label={label}
          data={cuts}
          value={props.cut}
          allowDeselect={false}
          searchable
          onChange={(value) => value !== null && props.onChange(value)}
        />
      )}
    </Group>
  );
}

function Groups(props: { index: IndexDefinition; wave: WaveRow; groupBy: GroupBy; view: string }) {
  const { index, wave, groupBy, view } = props;
  const { t } = useTranslation();
  const { data: points } = useHostQuery('csi.listGroupPoints', {
    indexId: index.id,
    waveId: wave.id,
    groupBy,
  });
  if (points === undefined) return null;
  // One nameless group is nobody in any group.
  if (points.every(({ group }) => group === '')) {
    return (
      <Text size="sm" c="dimmed">
        {t(groupBy.by === 'region' ? 'csi:panels.noRegions' : 'csi:panels.noGroups')}
      </Text>
    );
  }
  const shown = { points, groupBy, waveId: wave.id, indexId: index.id };
  return view === 'table' ? <GroupTable {...shown} /> : <GroupChart {...shown} />;
}
