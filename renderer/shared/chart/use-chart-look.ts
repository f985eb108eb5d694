import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChartText, chartTextFrom } from '../../../core/charts/chart-text.ts';
import {
  type ChartTheme,
  darkChartTheme,
  lightChartTheme,
} from '../../../core/charts/chart-theme.ts';

/** The words and the theme of charts, in the person's language and colour scheme. */
export function useChartLook(): { text: ChartText; theme: ChartTheme } {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const text = useMemo(() => chartTextFrom((key, params) => t(key, params ?? {})), [t]);
  return { text, theme: scheme === 'dark' ? darkChartTheme : lightChartTheme };
}
