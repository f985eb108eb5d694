import { ActionIcon, Group, Loader, SegmentedControl, Select, Text, Tooltip } from '@mantine/core';
import { IconArrowRight, IconArrowsExchange } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseSummary } from '../../../core/contract/house.contract.ts';
import { diffHouses } from '../../../core/domain/house/house-diff.ts';
import { figureOptionsOf } from '../../../core/domain/house/house-of-view.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { ResizableFrame } from '../../shared/ui/ResizableFrame.tsx';
import { Sheet, SplitRoom } from '../../shared/ui/Split.tsx';
import { type ComparedHouse, useComparedHouse } from './compared-house.ts';
import { DiffList } from './DiffList.tsx';
import { DiffMatrix } from './DiffMatrix.tsx';
import { DiffRanks } from './DiffRanks.tsx';
import { settingChanges } from './diff-words.ts';
import { RoundList } from './RoundList.tsx';
import classes from './Rounds.module.css';

const route = getRouteApi('/house/rounds');
const diffViews = ['ranks', 'matrix', 'list'] as const;
type DiffView = (typeof diffViews)[number];

/** The rounds kept of a house, and any two states of it side by side. */
export function CompareView({ house }: { house: HouseSummary }) {
  const { t } = useTranslation();
  const { data: rounds } = useHostQuery('round.list', { houseId: house.id });
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (rounds === undefined) return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  const from = search.from ?? rounds.at(-1)?.id ?? 0;
  const to = search.to ?? 0;
  const compare = (next: { from?: number; to?: number }) =>
    void navigate({
      search: { id: house.id, view: 'compare', from: next.from ?? from, to: next.to ?? to },
      replace: true,
    });
  return (
    <SplitRoom>
      <ResizableFrame
        label={t('round:list.title')}
        side="left"
        preferenceKey="round.listWidth"
        initialWidth={340}
        minWidth={260}
        maxWidth={560}
      >
        <RoundList house={house} rounds={rounds} from={from} to={to} onCompare={compare} />
      </ResizableFrame>
      <Sheet label={t('round:compare.title')}>
        {rounds.length === 0 && search.from === undefined ? (
          <EmptyState title={t('round:empty.title')} hint={t('round:empty.hint')} />
        ) : (
          <Comparison house={house} rounds={rounds} from={from} to={to} onCompare={compare} />
        )}
      </Sheet>
    </SplitRoom>
  );
}

interface ComparisonProps {
  house: HouseSummary;
  rounds: { id: number; name: string }[];
  from: number;
  to: number;
  onCompare: (next: { from?: number; to?: number }) => void;
}

function Comparison({ house, rounds, from, to, onCompare }: ComparisonProps) {
  const { t } = useTranslation();
  const { data: houses = [] } = useHostQuery('cascade.map', {});
  const before = useComparedHouse(house.id, from);
  const after = useComparedHouse(house.id, to);
  const sides = [
    {
      group: t('round:compare.thisHouse'),
      items: [
        { value: '0', label: t('round:compare.now') },
        ...rounds.map(({ id, name }) => ({ value: String(id), label: name })),
      ],
    },
    {
      group: t('round:compare.otherHouses'),
      items: houses
        .filter(({ id }) => id !== house.id)
        .map(({ id, name }) => ({ value: String(-id), label: name })),
    },
  ].filter(({ items }) => items.length > 0);
  const select = (side: 'from' | 'to', key: number) => (
    <Select
      w={230}
      aria-label={t(`round:compare.${side}`)}
      allowDeselect={false}
      data={sides}
      value={String(key)}
      onChange={(value) => onCompare({ [side]: Number(value) })}
    />
  );
  return (
    <>
      <Group className={classes.bar} gap={8}>
        {select('from', from)}
        <IconArrowRight size={16} aria-hidden />
        {select('to', to)}
        <Tooltip label={t('round:compare.swap')}>
          <ActionIcon
            variant="default"
            aria-label={t('round:compare.swap')}
            onClick={() => onCompare({ from: to, to: from })}
          >
            <IconArrowsExchange size={16} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {from === to ? (
        <EmptyState title={t('round:compare.same')} hint={t('round:compare.sameHint')} />
      ) : before === null || after === null ? (
        <Loader size="sm" m="auto" aria-label={t('app:loading')} />
      ) : (
        <Difference before={before} after={after} />
      )}
    </>
  );
}

function Difference({ before, after }: { before: ComparedHouse; after: ComparedHouse }) {
  const { t } = useTranslation();
  const [view, setView] = usePreference<DiffView>('round.diffView', 'ranks');
  const diff = useMemo(
    () =>
      diffHouses(
        before.model,
        after.model,
        figureOptionsOf(after.settings),
        figureOptionsOf(before.settings),
      ),
    [before, after],
  );
  const settings = settingChanges(before, after, diff.scaleChanged);
  const { summary } = diff;
  const counts = [
    ...(['added', 'removed', 'renamed', 'moved', 'cells', 'fields', 'roof'] as const).map(
      (kind) => ({ kind, count: summary[kind] }),
    ),
    { kind: 'howRanks' as const, count: summary.howRanks },
    { kind: 'whatRanks' as const, count: summary.whatRanks },
    { kind: 'settings' as const, count: settings.length },
    {
      kind: 'competitors' as const,
      count: diff.competitorsAdded.length + diff.competitorsRemoved.length,
    },
  ].filter(({ count }) => count > 0);
  if (counts.length === 0) {
    return <EmptyState title={t('round:compare.equal')} hint={t('round:compare.equalHint')} />;
  }
  const props = { before, after, diff };
  return (
    <>
      <Group className={classes.counts} gap={12}>
        <Text size="sm" component="p">
          {counts.map(({ kind, count }) => t(`round:count.${kind}`, { count })).join(' · ')}
        </Text>
        <SegmentedControl
          ml="auto"
          aria-label={t('round:diff.view')}
          value={view}
          data={diffViews.map((value) => ({ value, label: t(`round:diff.${value}`) }))}
          onChange={setView}
        />
      </Group>
      {view === 'ranks' && <DiffRanks {...props} />}
      {view === 'matrix' && <DiffMatrix {...props} />}
      {view === 'list' && <DiffList {...props} settings={settings} />}
    </>
  );
}
