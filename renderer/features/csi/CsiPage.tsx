import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { IconAdjustments, IconChartHistogram, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import { useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import classes from './CsiPage.module.css';
import { FormulaNote } from './FormulaNote.tsx';
import { GroupPanel } from './GroupPanel.tsx';
import { IndexEditor } from './IndexEditor.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { WavePanel } from './WavePanel.tsx';

const route = getRouteApi('/csi');

/** The proof: the index wave by wave, cut by group, and item by item. */
export function CsiPage() {
  const { t } = useTranslation();
  const { data: indexes } = useHostQuery('csi.listIndexes', {});
  const { data: waves } = useHostQuery('survey.listWaves', {});
  const [index, choose] = useChosenIndex(indexes ?? []);
  const [editing, setEditing] = useState<'new' | 'chosen' | null>(null);
  useCommands(
    useMemo(
      () => [
        {
          id: 'csi.newIndex',
          label: t('csi:screen.newIndex'),
          group: t('app:groups.room'),
          shortcut: 'N',
          run: () => setEditing('new'),
        },
      ],
      [t],
    ),
  );
  if (indexes === undefined || waves === undefined) return null;
  return (
    <Page
      title={t('app:rooms.csi')}
      subtitle={t('csi:screen.subtitle')}
      actions={
        waves.length > 0 && (
          <Group gap={8}>
            {index !== null && (
              <>
                <Select
                  aria-label={t('csi:screen.index')}
                  w={240}
                  allowDeselect={false}
                  data={indexes.map(({ id, name }) => ({ value: String(id), label: name }))}
                  value={String(index.id)}
                  onChange={(value) => value !== null && choose(Number(value))}
                />
                <Badge variant="default" tt="none">
                  {t('csi:screen.version', { version: index.version })}
                </Badge>
                <Button
                  variant="default"
                  leftSection={<IconAdjustments size={16} />}
                  onClick={() => setEditing('chosen')}
                >
                  {t('csi:screen.editIndex')}
                </Button>
              </>
            )}
            <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
              {t('csi:screen.newIndex')}
            </Button>
          </Group>
        )
      }
    >
      {waves.length === 0 && <NoWaves />}
      {waves.length > 0 && index === null && <NoIndex onCreate={() => setEditing('new')} />}
      {index !== null && waves.length > 0 && <Charts index={index} />}
      <IndexEditor
        opened={editing !== null}
        index={editing === 'chosen' ? index : null}
        onClose={() => setEditing(null)}
        onCreated={choose}
      />
    </Page>
  );
}

/** The index of the link, else the one looked at last, else the first. */
function useChosenIndex(
  indexes: IndexDefinition[],
): [IndexDefinition | null, (id: number) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [remembered, remember] = usePreference<number>('csi.indexId', 0);
  const find = (id: number | undefined) => indexes.find((index) => index.id === id);
  const index = find(search.indexId) ?? find(remembered) ?? indexes[0] ?? null;
  const choose = (id: number) => {
    remember(id);
    void navigate({ search: (previous) => ({ ...previous, indexId: id }) });
  };
  return [index, choose];
}

function Charts({ index }: { index: IndexDefinition }) {
  const { itemId } = route.useSearch();
  return (
    <>
      <div className={classes.pair}>
        <WavePanel index={index} />
        <GroupPanel index={index} />
      </div>
      <ItemPanel index={index} highlightedItemId={itemId ?? null} />
      <FormulaNote index={index} />
    </>
  );
}

function NoWaves() {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconChartHistogram size={36} />}
      title={t('csi:empty.wavesTitle')}
      hint={t('csi:empty.wavesHint')}
      actions={
        <Button
          mt="sm"
          renderRoot={(props) => (
            <Link to="/import/$purpose" params={{ purpose: 'survey' }} {...props} />
          )}
        >
          {t('csi:empty.importWave')}
        </Button>
      }
    />
  );
}

function NoIndex({ onCreate }: { onCreate: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<IconChartHistogram size={36} />}
      title={t('csi:empty.indexTitle')}
      hint={t('csi:empty.indexHint')}
      actions={
        <Button mt="sm" onClick={onCreate}>
          <Text inherit>{t('csi:screen.newIndex')}</Text>
        </Button>
      }
    />
  );
}
