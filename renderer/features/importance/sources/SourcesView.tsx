import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import { compareImportance } from '../../../../core/domain/importance/importance-sources.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { usePreference } from '../../../shared/host/preferences.ts';
import { SidePane } from '../../../shared/ui/SidePane.tsx';
import { PaneBody, Sheet, SplitRoom } from '../../../shared/ui/Split.tsx';
import shared from '../Importance.module.css';
import { Agreements } from './Agreements.tsx';
import { houseSources } from './house-sources.ts';
import { SourceChart } from './SourceChart.tsx';
import { SourceTable } from './SourceTable.tsx';
import { WhatOrigin } from './WhatOrigin.tsx';

/** So many of the most important are compared between two sources. */
const topCompared = 5;

/** All that is known of how much each WHAT matters, side by side; one of it is in use. */
export function SourcesView({ house }: { house: HouseView }) {
  const { t } = useTranslation();
  const { data: requirements } = useHostQuery('requirement.list', {});
  const { data: comparisons } = useHostQuery('judgement.listComparisons', { houseId: house.id });
  const { data: participants } = useHostQuery('judgement.listParticipants', { houseId: house.id });
  const [look, setLook] = usePreference<string>('importance.sourcesLook', 'table');
  const [activeId, setActive] = useState<number | null>(null);
  const sources = useMemo(
    () =>
      houseSources(house, {
        requirements: requirements ?? [],
        comparisons: comparisons ?? [],
        participants: participants ?? [],
      }),
    [house, requirements, comparisons, participants],
  );
  const top = Math.min(topCompared, house.whats.length);
  const comparison = useMemo(
    () =>
      compareImportance(
        sources
          .filter(({ values }) => values.some((value) => value !== null))
          .map(({ source, values }) => ({ source, values })),
        top,
      ),
    [sources, top],
  );
  if (requirements === undefined || comparisons === undefined || participants === undefined)
    return null;
  const active = house.whats.find(({ whatId }) => whatId === activeId) ?? house.whats[0];
  return (
    <SplitRoom>
      <Sheet label={t('importance:views.sources')}>
        <div className={shared.toolbar}>
          <span className={shared.soft}>{t('importance:sourcesHint')}</span>
          <SegmentedControl
            aria-label={t('importance:look.label')}
            size="xs"
            data={[
              { value: 'table', label: t('importance:look.table') },
              { value: 'chart', label: t('importance:look.chart') },
            ]}
            value={look === 'chart' ? 'chart' : 'table'}
            onChange={setLook}
          />
        </div>
        <div className={shared.scroll}>
          {look === 'chart' ? (
            <SourceChart house={house} sources={sources} comparison={comparison} />
          ) : (
            <SourceTable
              house={house}
              sources={sources}
              comparison={comparison}
              activeId={active?.whatId ?? null}
              onActive={setActive}
            />
          )}
        </div>
      </Sheet>
      <SidePane
        label={t('importance:compare.title')}
        preferenceKey="importance.sourcesPane"
        initialWidth={360}
      >
        <PaneBody>
          <Agreements top={top} house={house} comparison={comparison} onWhat={setActive} />
          {active !== undefined && (
            <WhatOrigin
              what={active}
              requirement={requirements.find(({ id }) => id === active.requirementId) ?? null}
            />
          )}
        </PaneBody>
      </SidePane>
    </SplitRoom>
  );
}
