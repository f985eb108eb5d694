import { Button, Group, Loader } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { CycleCards } from './CycleCards.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import classes from './HomePage.module.css';
import { CsiPanel, VocByMonthPanel } from './HomePanels.tsx';
import { MyWorkPanel } from './MyWorkPanel.tsx';
import { OnTimePanel } from './OnTimePanel.tsx';
import { OverdueActionsPanel } from './OverdueActionsPanel.tsx';

/** Where the cycle stands: four verbs, what moved, what is late and what to do next. */
export function HomePage() {
  const { t } = useTranslation();
  const { data: overview } = useHostQuery('workspace.overview', {});
  if (overview === undefined) return <Loader m="xl" size="sm" aria-label={t('app:loading')} />;
  const empty = overview.voc.total === 0 && overview.waves.total === 0;
  return (
    <Page
      title={t('home:title')}
      subtitle={t('home:subtitle')}
      actions={
        <Group gap={8}>
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} />}
            renderRoot={(props) => (
              <Link to="/import/$purpose" params={{ purpose: 'voc' }} {...props} />
            )}
          >
            {t('home:importVoc')}
          </Button>
          <Button
            leftSection={<IconPlus size={16} />}
            renderRoot={(props) => <Link to="/voc" search={{ compose: true }} {...props} />}
          >
            {t('home:newVoc')}
          </Button>
        </Group>
      }
    >
      {empty && <FirstSteps />}
      <CycleCards overview={overview} />
      {!empty && <MyWorkPanel />}
      {!empty && (
        <div className={classes.panels}>
          <VocByMonthPanel counts={overview.vocByMonth} />
          <CsiPanel latest={overview.latestCsi} />
          <OverdueActionsPanel />
          <OnTimePanel />
        </div>
      )}
    </Page>
  );
}
