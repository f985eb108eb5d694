import { Button, Group } from '@mantine/core';
import { IconClipboardList, IconFileImport } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { RespondentGrid } from './RespondentGrid.tsx';
import { RespondentPane } from './RespondentPane.tsx';
import { ResponseFilters } from './ResponseFilters.tsx';
import classes from './ResponsesPage.module.css';
import { WaveBar } from './WaveBar.tsx';

const route = getRouteApi('/responses');

/** Who answered: every respondent of a wave, with the index and what they said. */
export function ResponsesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: waves } = useHostQuery('survey.listWaves', {});
  const { data: indexes = [] } = useHostQuery('csi.listIndexes', {});
  const [remembered, remember] = usePreference<number>('responses.waveId', 0);
  useImportCommand();
  if (waves === undefined) return null;
  const find = (id: number | undefined) => waves.find((wave) => wave.id === id);
  const wave = find(search.waveId) ?? find(remembered) ?? waves.at(-1) ?? null;
  const index = indexes.find(({ id }) => id === search.indexId) ?? indexes[0] ?? null;
  return (
    <Page
      fill
      title={t('app:rooms.responses')}
      subtitle={t('survey:screen.subtitle')}
      actions={
        <Button
          leftSection={<IconFileImport size={16} />}
          renderRoot={(props) => (
            <Link to="/import/$purpose" params={{ purpose: 'survey' }} {...props} />
          )}
        >
          {t('survey:screen.import')}
        </Button>
      }
    >
      {wave === null ? (
        <EmptyState
          icon={<IconClipboardList size={36} />}
          title={t('survey:empty.title')}
          hint={t('survey:empty.hint')}
        />
      ) : (
        <>
          <WaveBar
            waves={waves}
            wave={wave}
            onChoose={(waveId) => {
              remember(waveId);
              void navigate({ search: { ...search, waveId, respondentId: undefined } });
            }}
          />
          <ResponseFilters search={search} wave={wave} />
          <Group className={classes.split} align="stretch" gap={12} wrap="nowrap">
            <RespondentGrid wave={wave} search={search} index={index} />
            {search.respondentId !== undefined && (
              <RespondentPane id={search.respondentId} indexId={index?.id ?? null} />
            )}
          </Group>
        </>
      )}
    </Page>
  );
}

function useImportCommand(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useCommands(
    useMemo(
      () => [
        {
          id: 'survey.import',
          label: t('survey:screen.import'),
          group: t('app:groups.room'),
          shortcut: 'I',
          run: () => void navigate({ to: '/import/$purpose', params: { purpose: 'survey' } }),
        },
      ],
      [t, navigate],
    ),
  );
}
