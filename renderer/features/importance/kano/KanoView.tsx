import { Button, Group, Loader, SegmentedControl } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconUpload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import { kanoOfTallies } from '../../../../core/domain/kano/kano-of-tallies.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { usePreference } from '../../../shared/host/preferences.ts';
import { EmptyState } from '../../../shared/ui/EmptyState.tsx';
import { Sheet } from '../../../shared/ui/Split.tsx';
import shared from '../Importance.module.css';
import { KanoEntry } from './KanoEntry.tsx';
import { KanoImport } from './KanoImport.tsx';
import { KanoResults } from './KanoResults.tsx';

/** A Kano survey of the WHATs: entering or importing its answers, and what they say. */
export function KanoView({ house }: { house: HouseView }) {
  const { t } = useTranslation();
  const { data: survey } = useHostQuery('kano.survey', { houseId: house.id });
  const [face, setFace] = usePreference<string>('importance.kanoFace', 'results');
  const figures = useMemo(() => kanoOfTallies(survey?.tallies ?? []), [survey]);
  if (survey === undefined) return <Loader size="sm" m="auto" aria-label={t('app:loading')} />;
  const openImport = () =>
    modals.open({
      title: t('kano:import.title'),
      size: 'xl',
      children: <KanoImport house={house} hasAnswers={survey.respondents > 0} />,
    });
  const isEntering = face === 'entry';
  return (
    <Sheet label={t('importance:views.kano')}>
      <div className={shared.toolbar}>
        <SegmentedControl
          aria-label={t('kano:face')}
          size="xs"
          data={[
            { value: 'results', label: t('kano:faces.results') },
            { value: 'entry', label: t('kano:faces.entry', { count: survey.respondents }) },
          ]}
          value={isEntering ? 'entry' : 'results'}
          onChange={setFace}
        />
        <Group gap={8}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUpload size={14} />}
            onClick={openImport}
          >
            {t('kano:import.open')}
          </Button>
        </Group>
      </div>
      {isEntering ? (
        <KanoEntry house={house} />
      ) : figures.size === 0 ? (
        <div className={shared.scroll} style={{ display: 'flex' }}>
          <EmptyState
            title={t('kano:empty.title')}
            hint={t('kano:empty.hint')}
            actions={
              <>
                <Button onClick={openImport}>{t('kano:import.open')}</Button>
                <Button variant="default" onClick={() => setFace('entry')}>
                  {t('kano:empty.enter')}
                </Button>
              </>
            }
          />
        </div>
      ) : (
        <KanoResults house={house} figures={figures} respondents={survey.respondents} />
      )}
    </Sheet>
  );
}
