import { Group } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartTheme } from '../../../../core/charts/chart-theme.ts';
import {
  importanceDotsHeight,
  importanceDotsOption,
} from '../../../../core/charts/importance-dots.option.ts';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { ImportanceComparison } from '../../../../core/domain/importance/importance-sources.ts';
import { Chart } from '../../../shared/chart/Chart.tsx';
import { PictureMenu } from '../../../shared/chart/PictureMenu.tsx';
import { useChartLook } from '../../../shared/chart/use-chart-look.ts';
import shared from '../Importance.module.css';
import type { HouseSource } from './house-sources.ts';

interface SourceChartProps {
  house: HouseView;
  sources: readonly HouseSource[];
  comparison: ImportanceComparison;
}

/** The shares of each source as marks in the row of the WHAT. */
export function SourceChart({ house, sources, comparison }: SourceChartProps) {
  const { t } = useTranslation();
  const { theme } = useChartLook();
  const optionIn = useMemo(() => {
    const names = house.whats.map(({ number, name }) => `${number} ${name}`);
    const series = comparison.sources.map(({ source, shares }) => ({
      name: t(`importance:sources.${source}`),
      shares,
      inUse: sources.some((one) => one.source === source && one.inUse),
    }));
    const words = { inUse: t('importance:inUse') };
    return (look: ChartTheme) => importanceDotsOption(names, series, words, look);
  }, [house.whats, sources, comparison, t]);
  const option = useMemo(() => optionIn(theme), [optionIn, theme]);
  return (
    <div className={shared.body}>
      <Group justify="flex-end">
        <PictureMenu
          picture={{
            title: t('importance:chart.title'),
            note: house.name,
            option: optionIn,
            size: { width: 1_200, height: Math.max(480, 34 * house.whats.length + 120) },
          }}
        />
      </Group>
      <Chart
        option={option}
        label={t('importance:chart.title')}
        height={importanceDotsHeight(house.whats.length, theme)}
      />
    </div>
  );
}
