import { Button } from '@mantine/core';
import { IconClipboardList, IconFileImport, IconMapPin } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { SplitRoom } from '../../shared/ui/Split.tsx';
import { BranchRegions } from './BranchRegions.tsx';
import { RespondentGrid } from './RespondentGrid.tsx';
import { RespondentPane } from './RespondentPane.tsx';
import { ResponseFilters } from './ResponseFilters.tsx';
import { useResponseSearch } from './use-response-search.ts';
import { WaveBar } from './WaveBar.tsx';

/** Who answered: every respondent of a wave, with the index and what they said. */
export function ResponsesPage() {
  const { t } = useTranslation();
  const [search, change] = useResponseSearch();
  const { data: waves } = useHostQuery('survey.listWaves', {});
  const { data: indexes = [] } = useHostQuery('csi.listIndexes', {});
  const [regionsOpened, setRegionsOpened] = useState(false);
  useImportCommand();
  if (waves === undefined) return null;
  const wave = waves.find(({ id }) => id === search.waveId) ?? waves.at(-1) ?? null;
  const index = indexes.find(({ id }) => id === search.indexId) ?? indexes[0] ?? null;
  return (
    <Page
      fill
      title={t('app:rooms.responses')}
      subtitle={t('survey:screen.subtitle')}
      actions={
        <>
          {wave !== null && (
            <Button
              variant="default"
              leftSection={<IconMapPin size={16} />}
              onClick={() => setRegionsOpened(true)}
            >
              {t('survey:regions.title')}
            </Button>
          )}
          <Button
            leftSection={<IconFileImport size={16} />}
            renderRoot={(props) => (
              <Link to="/import/$purpose" params={{ purpose: 'survey' }} {...props} />
            )}
          >
            {t('survey:screen.import')}
          </Button>
        </>
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
            onChoose={(waveId) => change({ waveId, respondentId: undefined })}
          />
          <ResponseFilters search={search} wave={wave} onChange={change} />
          <SplitRoom>
            <RespondentGrid
              wave={wave}
              search={search}
              index={index}
              onOpen={(respondentId) => change({ respondentId })}
            />
            {search.respondentId !== undefined && (
              <SidePane
                label={t('survey:pane.label')}
                preferenceKey="responses.paneWidth"
                initialWidth={400}
              >
                <RespondentPane
                  id={search.respondentId}
                  indexId={index?.id ?? null}
                  onClose={() => change({ respondentId: undefined })}
                />
              </SidePane>
            )}
          </SplitRoom>
        </>
      )}
      <BranchRegions opened={regionsOpened} onClose={() => setRegionsOpened(false)} />
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
