import { Loader, Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { HouseRoom } from '../../shared/house/HouseRoom.tsx';
import { importanceViews } from '../../shared/navigation/search-schemas.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import classes from './Importance.module.css';
import { KanoView } from './kano/KanoView.tsx';
import { PairsView } from './pairs/PairsView.tsx';
import { PanelView } from './panel/PanelView.tsx';
import { SourcesView } from './sources/SourcesView.tsx';
import { useHouseView } from './use-house-view.ts';

const route = getRouteApi('/house/importance');

type ImportanceViewName = (typeof importanceViews)[number];

const views = {
  sources: SourcesView,
  pairs: PairsView,
  panel: PanelView,
  kano: KanoView,
} as const;

/** How much each WHAT matters, by whom and by what: all that is known side by side. */
export function ImportancePage() {
  return <HouseRoom face="importance">{({ id }) => <ImportanceOf houseId={id} />}</HouseRoom>;
}

function ImportanceOf({ houseId }: { houseId: number }) {
  const { t } = useTranslation();
  const [view, setView] = useImportanceView(houseId);
  const house = useHouseView(houseId);
  const View = views[view];
  return (
    <Tabs
      className={classes.tabs}
      value={view}
      onChange={(next) => {
        if (isViewName(next)) setView(next);
      }}
      keepMounted={false}
    >
      <Tabs.List mb="sm" aria-label={t('house:faces.importance')}>
        {importanceViews.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`importance:views.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={view} className={classes.tab}>
        {house === null ? (
          <Loader size="sm" m="auto" aria-label={t('app:loading')} />
        ) : (
          <Shown house={house} View={View} />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

function Shown({
  house,
  View,
}: {
  house: HouseView;
  View: (props: { house: HouseView }) => ReactNode;
}) {
  const { t } = useTranslation();
  if (house.whats.length === 0) {
    return <EmptyState title={t('importance:noWhats.title')} hint={t('importance:noWhats.hint')} />;
  }
  return <View house={house} />;
}

/** The view of the link, else the one left last. */
function useImportanceView(
  houseId: number,
): [ImportanceViewName, (next: ImportanceViewName) => void] {
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  const [remembered, remember] = usePreference<ImportanceViewName>(
    'importance.view',
    'sources',
    isViewName,
  );
  const setView = useCallback(
    (next: ImportanceViewName) => {
      remember(next);
      void navigate({ search: { id: houseId, view: next }, replace: true });
    },
    [houseId, navigate, remember],
  );
  return [view ?? remembered, setView];
}

function isViewName(value: unknown): value is ImportanceViewName {
  return importanceViews.some((name) => name === value);
}
