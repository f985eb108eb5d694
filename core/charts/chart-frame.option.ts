import type { EChartsOption } from 'echarts';
import { formatScore } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';

/**
 * What all charts share. Tooltips are drawn, not HTML: names in them come from users and must never
 * be read as markup.
 */
export function chartFrame(theme: ChartTheme, description: string) {
  return {
    animation: theme.animation,
    animationDuration: 250,
    aria: { enabled: true, label: { description } },
    textStyle: { fontFamily: theme.fontFamily, fontSize: theme.fontSize, color: theme.text },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      backgroundColor: theme.surface,
      borderColor: theme.axisLine,
      borderWidth: 1,
      padding: 8,
      confine: true,
      textStyle: { fontFamily: theme.fontFamily, fontSize: theme.fontSize, color: theme.text },
    },
  } satisfies EChartsOption;
}

export function labelStyle(theme: ChartTheme, tone: 'text' | 'muted' = 'muted') {
  return {
    color: tone === 'text' ? theme.text : theme.textMuted,
    fontSize: theme.fontSize,
    fontFamily: theme.fontFamily,
  };
}

export function valueAxisLook(theme: ChartTheme) {
  return {
    axisLabel: labelStyle(theme),
    nameTextStyle: labelStyle(theme),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.gridLine, width: 1 } },
  };
}

export function categoryAxisLook(theme: ChartTheme) {
  return {
    axisLabel: labelStyle(theme, 'text'),
    axisLine: { lineStyle: { color: theme.axisLine, width: 1 } },
    axisTick: { show: false },
  };
}

export function legendLook(theme: ChartTheme) {
  return {
    top: 0,
    right: 0,
    itemWidth: theme.fontSize,
    itemHeight: theme.fontSize * 0.75,
    itemGap: theme.fontSize * 1.25,
    textStyle: labelStyle(theme),
  };
}

/**
 * Ends and step of a value axis for marks that need not start at 0: multiples of 5 that leave room
 * around `values`, within 0–100. Without values the whole scale. `headroom` is the share of the
 * span kept free above, for labels.
 */
export function scoreRange(
  values: readonly number[],
  headroom = 0.15,
): { min: number; max: number; interval: number } {
  if (values.length === 0) return { min: 0, max: 100, interval: 20 };
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low;
  const min = Math.max(0, Math.floor((low - Math.max(2, span * 0.15)) / 5) * 5);
  const max = Math.min(100, Math.ceil((high + Math.max(2, span * headroom)) / 5) * 5);
  const interval = max - min <= 30 ? 5 : max - min <= 60 ? 10 : 20;
  return { min: Math.floor(min / interval) * interval, max, interval };
}

/** Rows per height that name, figures and mark of a horizontal chart need. */
export function rowsHeight(rowCount: number, theme: ChartTheme): number {
  return theme.fontSize * (5.5 + 2 * Math.max(1, rowCount));
}

/** Room for rows of marks with a column of names left and columns of figures right. */
export function rowsGrid(theme: ChartTheme) {
  return {
    left: 4,
    right: theme.fontSize * 1.5,
    top: theme.fontSize * 2.6,
    bottom: 4,
    containLabel: true,
  };
}

/** Two or more lines of `name  value` under a heading, for a tooltip. */
export function tooltipLines(
  heading: string,
  facts: readonly (readonly [name: string, value: string])[],
): string {
  return [heading, ...facts.map(([name, value]) => `${name}  ${value}`)].join('\n');
}

export function scoreOr(score: number | null, otherwise: string): string {
  return score === null ? otherwise : formatScore(score);
}
