import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { insightViews } from '../../shared/navigation/search-schemas.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { NoVocYet, useHasNoVoc } from '../../shared/voc/NoVocYet.tsx';
import { HeatView } from './HeatView.tsx';
import { InsightFilterBar } from './InsightFilterBar.tsx';
import { KeywordsView } from './KeywordsView.tsx';
import { PairsView } from './PairsView.tsx';
import { ParetoView } from './ParetoView.tsx';
import { TrendView } from './TrendView.tsx';
import { type InsightView, useInsightFilter, useInsightView } from './use-insight-filter.ts';
import { useWholeOnceLearned } from './use-learning.ts';
import { WeeklyView } from './WeeklyView.tsx';

const views = {
  keywords: KeywordsView,
  trend: TrendView,
  pairs: PairsView,
  pareto: ParetoView,
  heat: HeatView,
  weekly: WeeklyView,
} as const;

/** What customers talk about, of what more than before, where, and whether this week is unusual. */
export function InsightPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useInsightFilter();
  const [view, setView] = useInsightView();
  const View = views[view] ?? KeywordsView;
  useWholeOnceLearned();
  const hasNoVoc = useHasNoVoc();
  if (hasNoVoc === true) {
    return (
      <Page fill title={t('app:rooms.insight')} subtitle={t('insight:subtitle')}>
        <NoVocYet hint={t('insight:noVoc')} />
      </Page>
    );
  }
  return (
    <Page title={t('app:rooms.insight')} subtitle={t('insight:subtitle')}>
      <InsightFilterBar filter={filter} onChange={setFilter} />
      <Tabs
        value={view}
        onChange={(next) => next !== null && setView(next as InsightView)}
        keepMounted={false}
      >
        <Tabs.List mb="sm" aria-label={t('app:rooms.insight')}>
          {insightViews.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`insight:views.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={view}>
          <View filter={filter} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
