import { Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatShare } from '../../../../core/charts/chart-text.ts';
import type { ChartTheme } from '../../../../core/charts/chart-theme.ts';
import { kanoPlaneOption } from '../../../../core/charts/kano-plane.option.ts';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import {
  type KanoCategory,
  type KanoResult,
  kanoCategories,
} from '../../../../core/domain/kano/kano.ts';
import { Chart } from '../../../shared/chart/Chart.tsx';
import { PictureMenu } from '../../../shared/chart/PictureMenu.tsx';
import { useChartLook } from '../../../shared/chart/use-chart-look.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';
import { notifyDone } from '../../../shared/ui/notify.ts';
import shared from '../Importance.module.css';
import classes from './Kano.module.css';

interface KanoResultsProps {
  house: HouseView;
  figures: ReadonlyMap<number, KanoResult>;
  respondents: number;
}

/** The class of each WHAT and how sure it is, the plane of better and worse, and taking the classes over. */
export function KanoResults({ house, figures, respondents }: KanoResultsProps) {
  const { t } = useTranslation();
  const different = house.whats.flatMap(({ whatId, kano }) => {
    const found = figures.get(whatId);
    return found === undefined || found.category === kano ? [] : [{ whatId, kano: found.category }];
  });
  const apply = useHostMutation('house.setKano', {
    onSuccess: (_, { values }) => notifyDone(t('kano:applied', { count: values.length })),
  });
  return (
    <div className={classes.results}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className={classes.part} tabIndex={0} aria-label={t('kano:faces.results')}>
        <Group justify="space-between" mb={8} wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t('kano:of', { count: formatCount(respondents) })}
          </Text>
          <Button
            size="xs"
            disabled={different.length === 0}
            onClick={() => apply.mutate({ houseId: house.id, values: different })}
          >
            {different.length === 0
              ? t('kano:allApplied')
              : t('kano:apply', { count: different.length })}
          </Button>
        </Group>
        <KanoTable house={house} figures={figures} />
        <Text size="xs" c="dimmed" mt={8}>
          {t('kano:notes')}
        </Text>
      </section>
      <KanoPlane house={house} figures={figures} />
    </div>
  );
}

type HouseAndFigures = Pick<KanoResultsProps, 'house' | 'figures'>;

function KanoTable({ house, figures }: HouseAndFigures) {
  const { t } = useTranslation();
  return (
    <table className={shared.figures} aria-label={t('kano:table')}>
      <thead>
        <tr>
          <th>{t('importance:columns.what')}</th>
          {kanoCategories.map((category) => (
            <th key={category} data-figure title={t(`requirement:kano.${category}`)}>
              {category}
            </th>
          ))}
          <th data-figure>n</th>
          <th>{t('kano:columns.class')}</th>
          <th>{t('kano:columns.sure')}</th>
          <th data-figure>{t('kano:columns.better')}</th>
          <th data-figure>{t('kano:columns.worse')}</th>
          <th>{t('kano:columns.now')}</th>
        </tr>
      </thead>
      <tbody>
        {house.whats.map(({ whatId, number, name, kano }) => {
          const found = figures.get(whatId);
          return (
            <tr key={whatId}>
              <td className={classes.what}>
                <span className={shared.number}>{number}</span> {name}
              </td>
              {found === undefined ? (
                <td colSpan={11} className={shared.soft}>
                  {t('kano:noAnswers')}
                </td>
              ) : (
                <Figures found={found} />
              )}
              {found !== undefined && (
                <td
                  className={found.category === kano ? shared.soft : undefined}
                  title={kano === null ? undefined : t(`requirement:kano.${kano}`)}
                >
                  {kano ?? t('requirement:kano.none')}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Figures({ found }: { found: KanoResult }) {
  const { t } = useTranslation();
  const { counts, n, category, better, worse, fong, totalStrength, categoryStrength } = found;
  return (
    <>
      {kanoCategories.map((one) => (
        <td key={one} data-figure style={one === category ? { fontWeight: 700 } : undefined}>
          {counts[one]}
        </td>
      ))}
      <td data-figure>{n}</td>
      <td className={classes.once}>
        <b>{category}</b> {t(`requirement:kano.${category}`)}
      </td>
      <td
        className={shared.soft}
        title={t('kano:fong', {
          difference: fong.difference,
          critical: fong.critical.toFixed(2),
          total: formatShare(totalStrength),
          category: formatShare(categoryStrength),
        })}
      >
        {fong.significant ? t('kano:clear') : `⚠ ${t('kano:unclear')}`} ·{' '}
        {formatShare(categoryStrength)}
      </td>
      <td data-figure>{better === null ? '–' : better.toFixed(2)}</td>
      <td data-figure>{worse === null ? '–' : worse.toFixed(2).replace('-', '−')}</td>
    </>
  );
}

function KanoPlane({ house, figures }: HouseAndFigures) {
  const { t } = useTranslation();
  const { theme } = useChartLook();
  const optionIn = useMemo(() => {
    const points = house.whats.flatMap(({ whatId, number, name }) => {
      const found = figures.get(whatId);
      if (found === undefined || found.better === null || found.worse === null) return [];
      const { category, better, worse, n } = found;
      return [{ whatId, number, name, category, better, worse, n }];
    });
    const words = {
      better: t('kano:columns.better'),
      worse: t('kano:worseAxis'),
      respondents: t('kano:respondents'),
      categories: Object.fromEntries(
        kanoCategories.map((one) => [one, t(`requirement:kano.${one}`)]),
      ) as Record<KanoCategory, string>,
    };
    return (look: ChartTheme) => kanoPlaneOption(points, words, look);
  }, [house.whats, figures, t]);
  const option = useMemo(() => optionIn(theme), [optionIn, theme]);
  return (
    <section className={classes.part} aria-label={t('kano:plane')}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={650}>
          {t('kano:plane')}
        </Text>
        <PictureMenu
          picture={{
            title: t('kano:plane'),
            note: house.name,
            option: optionIn,
            size: { width: 1_000, height: 800 },
          }}
        />
      </Group>
      <Chart option={option} label={t('kano:plane')} height={520} />
    </section>
  );
}
