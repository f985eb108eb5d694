import { Button, SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type HouseFigures, houseFigures } from '../../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../../core/domain/house/house-of-view.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { HouseRoom } from '../../shared/house/HouseRoom.tsx';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { ParetoView } from './ParetoView.tsx';
import { WhatIfView } from './WhatIfView.tsx';

const views = ['pareto', 'whatIf'] as const;
type View = (typeof views)[number];

/** From ranks to critical factors: how far they can be trusted, where to cut, and what if. */
export function StabilityPage() {
  const { t } = useTranslation();
  const [view, setView] = usePreference<View>('stability.view', 'pareto', isView);
  return (
    <HouseRoom
      face="stability"
      actions={() => (
        <SegmentedControl
          aria-label={t('stability:views.label')}
          data={views.map((value) => ({ value, label: t(`stability:views.${value}`) }))}
          value={view}
          onChange={(value) => {
            if (isView(value)) setView(value);
          }}
        />
      )}
    >
      {(house) => <Board key={house.id} houseId={house.id} view={view} />}
    </HouseRoom>
  );
}

function Board({ houseId, view }: { houseId: number; view: View }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: house } = useHostQuery('house.get', { id: houseId });
  const figures = useMemo<HouseFigures | null>(
    () => (house === undefined ? null : houseFigures(modelOfView(house), figureOptionsOf(house))),
    [house],
  );
  if (house === undefined || figures === null) return null;
  if (house.hows.length === 0 || figures.hows.relative.includes(null)) {
    return (
      <EmptyState
        title={t('stability:empty.title')}
        hint={t(
          figures.whats.relative.includes(null) && house.whats.length > 0
            ? 'stability:empty.noImportance'
            : 'stability:empty.noRelations',
        )}
        actions={
          <Button onClick={() => void navigate({ to: '/house', search: { id: houseId } })}>
            {t('stability:empty.go')}
          </Button>
        }
      />
    );
  }
  return view === 'pareto' ? (
    <ParetoView house={house} figures={figures} />
  ) : (
    <WhatIfView house={house} figures={figures} />
  );
}

function isView(value: unknown): value is View {
  return views.some((known) => known === value);
}
