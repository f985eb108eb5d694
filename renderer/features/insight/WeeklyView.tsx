import { ActionIcon, Alert, SegmentedControl, Text, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconListDetails } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import { formatCount } from '../../../core/charts/chart-text.ts';
import {
  type WeeklyChartWords,
  weeklyValue,
  weeklyVocOption,
} from '../../../core/charts/weekly-voc.option.ts';
import type { WeeklyVoc } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { PictureMenu } from '../../shared/chart/PictureMenu.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { CopyTableButton } from './CopyTableButton.tsx';
import classes from './Insight.module.css';
import { LearningGate } from './LearningGate.tsx';
import { withinPeriod } from './narrowed-filter.ts';
import { VocLink } from './VocLink.tsx';
import { WeeklyDerivation } from './WeeklyDerivation.tsx';

type Measure = 'count' | 'complaints';

/** Whether a week is unusual: counts in their limits, or the share of complaints. */
export function WeeklyView({ filter }: { filter: VocFilter }) {
  const { t } = useTranslation();
  const [measure, setMeasure] = useState<Measure>('count');
  const { kinds: _, ...whole } = filter;
  const counted: VocFilter =
    measure === 'count' ? filter : { ...whole, kinds: filter.kinds ?? ['complaint'] };
  const answer = useHostQuery('insight.weekly', {
    filter: counted,
    ...(measure === 'count' ? {} : { rateOf: whole }),
  });
  const weekly = answer.data;
  return (
    <LearningGate answer={answer}>
      {weekly !== undefined && (
        <div className={classes.stack}>
          <Panel
            title={t(`insight:weekly.titles.${weekly.type}`)}
            actions={
              <>
                <SegmentedControl
                  size="xs"
                  aria-label={t('insight:weekly.measure')}
                  data={(['count', 'complaints'] as const).map((value) => ({
                    value,
                    label: t(
                      value === 'complaints' && filter.kinds !== undefined
                        ? 'insight:weekly.measures.kinds'
                        : `insight:weekly.measures.${value}`,
                    ),
                  }))}
                  value={measure}
                  onChange={(value) => setMeasure(value === 'complaints' ? 'complaints' : 'count')}
                />
                <DerivationButton weekly={weekly} />
                {weekly.center !== null && (
                  <PictureMenu
                    picture={{
                      title: t(`insight:weekly.titles.${weekly.type}`),
                      note: t(`insight:weekly.notes.${weekly.type}`),
                      option: (theme) => weeklyVocOption(weekly, weeklyWords(t), theme),
                      size: { width: 1_200, height: 600 },
                    }}
                  />
                )}
                <CopyTableButton rows={tableOf(weekly, t)} />
              </>
            }
          >
            {weekly.center === null ? (
              <Text size="sm" c="dimmed">
                {t('insight:weekly.tooFew')}
              </Text>
            ) : (
              <WeeklyChart weekly={weekly} filter={counted} />
            )}
          </Panel>
          {weekly.center !== null && <Signals weekly={weekly} filter={counted} />}
        </div>
      )}
    </LearningGate>
  );
}

function weeklyWords(t: (key: string) => string): WeeklyChartWords {
  return {
    value: t('insight:weekly.value'),
    center: t('insight:weekly.center'),
    limits: t('insight:weekly.limits'),
    signal: t('insight:weekly.signal'),
    partial: t('insight:partial'),
  };
}

function WeeklyChart({ weekly, filter }: { weekly: WeeklyVoc; filter: VocFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { theme } = useChartLook();
  const option = useMemo(() => weeklyVocOption(weekly, weeklyWords(t), theme), [weekly, theme, t]);
  return (
    <>
      <Chart
        option={option}
        label={t(`insight:weekly.titles.${weekly.type}`)}
        height={340}
        onMarkClick={({ data }) => {
          const link = chartLinkOf(data);
          if (link?.to !== 'vocPeriod') return;
          void navigate({
            to: '/voc',
            search: { filter: withinPeriod(filter, link.from, link.until) },
          });
        }}
      />
      <Text className={classes.note} mt={4}>
        {t(`insight:weekly.notes.${weekly.type}`)}
      </Text>
      {weekly.overdispersed && (
        <Alert mt="xs" color="orange" variant="light">
          {t('insight:weekly.overdispersed', { dispersion: (weekly.dispersion ?? 1).toFixed(1) })}
        </Alert>
      )}
    </>
  );
}

/** Every signal in words, with its VOC one step away; below, all weeks for those who read figures. */
function Signals({ weekly, filter }: { weekly: WeeklyVoc; filter: VocFilter }) {
  const { t } = useTranslation();
  return (
    <div className={classes.columns}>
      <Panel title={t('insight:weekly.signals')}>
        {weekly.signals.length === 0 ? (
          <Text size="sm">{t('insight:weekly.calm')}</Text>
        ) : (
          <section className={classes.scroll} aria-label={t('insight:weekly.signals')}>
            <ul className={classes.signals}>
              {weekly.signals.map((signal) => {
                const week = weekly.weeks[signal.week];
                if (week === undefined) return null;
                return (
                  <li key={`${signal.kind} ${week.from}`}>
                    <VocLink filter={withinPeriod(filter, week.from, week.to)}>
                      {week.from} – {week.to}
                    </VocLink>{' '}
                    {t(`insight:weekly.kinds.${signal.kind}`, {
                      value: weeklyValue(weekly.type, signal.value),
                      line: weeklyValue(weekly.type, signal.line),
                      length: signal.length ?? 0,
                    })}
                  </li>
                );
              })}
            </ul>
          </section>
        )}
      </Panel>
      <Panel title={t('insight:weekly.weeks')}>
        <section className={classes.scroll} aria-label={t('insight:weekly.weeks')}>
          <table className={classes.ranking}>
            <thead>
              <tr>
                <th>{t('insight:columns.period')}</th>
                <th data-figure>{t('insight:columns.count')}</th>
                <th data-figure>{t('insight:weekly.limits')}</th>
              </tr>
            </thead>
            <tbody>
              {weekly.weeks.toReversed().map((week) => (
                <tr key={week.from}>
                  <td>
                    <VocLink
                      filter={withinPeriod(filter, week.from, week.to)}
                      label={t('insight:openWord', {
                        word: `${week.from} – ${week.to}`,
                        count: formatCount(week.count),
                      })}
                    >
                      {week.from} – {week.to}
                    </VocLink>
                  </td>
                  <td className={classes.figure}>
                    {formatCount(week.count)}
                    {week.whole !== null && ` / ${formatCount(week.whole)}`}
                  </td>
                  <td className={classes.figure}>
                    {week.lower === null || week.upper === null
                      ? week.partial
                        ? t('insight:partial')
                        : '–'
                      : `${weeklyValue(weekly.type, week.lower)}–${weeklyValue(weekly.type, week.upper)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Panel>
    </div>
  );
}

/** "Where do these limits come from?" */
function DerivationButton({ weekly }: { weekly: WeeklyVoc }) {
  const { t } = useTranslation();
  if (weekly.center === null) return null;
  const open = () =>
    modals.open({
      title: t('insight:weekly.derivation'),
      size: 'xl',
      children: <WeeklyDerivation weekly={weekly} />,
    });
  return (
    <Tooltip label={t('explain:view.open')}>
      <ActionIcon variant="subtle" aria-label={t('explain:view.open')} onClick={open}>
        <IconListDetails size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

function tableOf({ weeks }: WeeklyVoc, t: (key: string) => string): (string | number)[][] {
  const head = ['from', 'to', 'count', 'whole', 'low', 'high'].map((key) =>
    t(`insight:columns.${key}`),
  );
  return [
    head,
    ...weeks.map((week) => [
      week.from,
      week.to,
      week.count,
      week.whole ?? '',
      week.lower ?? '',
      week.upper ?? '',
    ]),
  ];
}
