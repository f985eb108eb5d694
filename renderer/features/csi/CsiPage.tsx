import { Badge, Button, Group, Select } from '@mantine/core';
import { IconAdjustments, IconChartHistogram, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IndexDefinition } from '../../../core/contract/csi.contract.ts';
import { useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import classes from './CsiPage.module.css';
import { FormulaNote } from './FormulaNote.tsx';
import { GroupPanel } from './GroupPanel.tsx';
import { IndexEditor } from './IndexEditor.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { useChosenIndex } from './use-chosen-index.ts';
import { WavePanel } from './WavePanel.tsx';

const route = getRouteApi('/csi');

/** The proof: the index wave by wave, cut by group, and item by item. */
export function CsiPage() {
  const { t } = useTranslation();
  const { data: indexes } = useHostQuery('csi.listIndexes', {});
  const { data: waves } = useHostQuery('survey.listWaves', {});
  const [index, choose] = useChosenIndex(indexes ?? []);
  const [editing, setEditing] = useState<'new' | 'chosen' | null>(null);
  useNewIndexCommand((waves?.length ?? 0) > 0, setEditing);
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

/** An index is made of items, so there is nothing to define before the first wave. */
function useNewIndexCommand(offered: boolean, edit: (what: 'new') => void): void {
  const { t } = useTranslation();
  useCommands(
    useMemo(
      () =>
        offered
          ? [
              {
                id: 'csi.newIndex',
                label: t('csi:screen.newIndex'),
                group: t('app:groups.room'),
                shortcut: 'N',
                run: () => edit('new'),
              },
            ]
          : [],
      [offered, t, edit],
    ),
  );
}

function Charts({ index }: { index: IndexDefinition }) {
  const { itemId } = route.useSearch();
  return (
    <>
      <div className={classes.pair}>
        <WavePanel index={index} />
        <GroupPanel index={index} />
      </div>
      <ItemPanel key={itemId} index={index} highlightedItemId={itemId ?? null} />
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
          {t('csi:screen.newIndex')}
        </Button>
      }
    />
  );
}
