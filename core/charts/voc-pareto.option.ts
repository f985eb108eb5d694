import type { EChartsOption } from 'echarts';
import {
  categoryAxisLook,
  chartFrame,
  labelStyle,
  legendLook,
  tooltipLines,
  valueAxisLook,
} from './chart-frame.option.ts';
import type { ChartLink } from './chart-link.ts';
import { formatCount, formatShare } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';

export interface ParetoBar {
  value: string;
  label: string;
  count: number;
}

export interface ParetoRow extends ParetoBar {
  share: number;
  /** Share of all up to and including it. */
  cumulative: number;
}

/** Most first, with shares of `total` (all VOC, those of values not listed included). */
export function paretoRows(bars: readonly ParetoBar[], total: number): ParetoRow[] {
  let running = 0;
  return bars
    .toSorted((a, b) => b.count - a.count)
    .map((bar) => {
      running += bar.count;
      const of = (count: number) => (total === 0 ? 0 : count / total);
      return { ...bar, share: of(bar.count), cumulative: of(running) };
    });
}

/** How many rows it takes to reach `share` of all; all of them when they do not reach it. */
export function rowsToReach(rows: readonly ParetoRow[], share: number): number {
  const place = rows.findIndex(({ cumulative }) => cumulative >= share - 1e-9);
  return place < 0 ? rows.length : place + 1;
}

/** So many names stand side by side. */
const mostLabels = 10;

/** The vital few: 80 %. */
export const vitalShare = 0.8;

/** Pareto chart: bars that make up the first 80 % in full colour, the running share as a line. */
export function vocParetoOption(
  rows: readonly ParetoRow[],
  words: { count: string; cumulative: string },
  theme: ChartTheme,
): EChartsOption {
  const vital = rowsToReach(rows, vitalShare);
  return {
    ...chartFrame(theme, rows.map(({ label, count }) => `${label}: ${count}`).join('; ')),
    grid: { left: 4, right: 4, top: theme.fontSize * 3, bottom: 4, containLabel: true },
    legend: { ...legendLook(theme), data: [words.count, words.cumulative], selectedMode: false },
    xAxis: {
      type: 'category',
      data: rows.map(({ label }) => label),
      ...categoryAxisLook(theme),
      axisLabel: {
        ...labelStyle(theme, 'text'),
        interval: rows.length <= mostLabels ? 0 : 'auto',
        hideOverlap: rows.length > mostLabels,
        width: theme.fontSize * 5,
        overflow: 'truncate',
      },
    },
    yAxis: [
      { type: 'value', minInterval: 1, ...valueAxisLook(theme) },
      {
        type: 'value',
        min: 0,
        max: 1,
        ...valueAxisLook(theme),
        splitLine: { show: false },
        axisLabel: {
          ...labelStyle(theme),
          formatter: (value: number) => `${Math.round(value * 100)}%`,
        },
      },
    ],
    series: [
      {
        type: 'bar',
        name: words.count,
        barMaxWidth: theme.fontSize * 4,
        itemStyle: { color: theme.primary },
        data: rows.map((row, i) => ({
          value: row.count,
          itemStyle: { color: i < vital ? theme.primary : theme.secondary },
          link: { to: 'vocFacet', value: row.value } satisfies ChartLink,
          tooltip: { formatter: () => factsOf(row, words) },
        })),
      },
      {
        type: 'line',
        name: words.cumulative,
        yAxisIndex: 1,
        symbolSize: 5,
        color: theme.cumulative,
        markLine: {
          silent: true,
          symbol: 'none',
          data: [{ yAxis: vitalShare }],
          lineStyle: { color: theme.textMuted, type: 'dashed' },
          label: { show: false },
        },
        data: rows.map((row) => ({
          value: row.cumulative,
          tooltip: { formatter: () => factsOf(row, words) },
        })),
      },
    ],
  };
}

function factsOf(row: ParetoRow, words: { count: string; cumulative: string }): string {
  return tooltipLines(row.label, [
    [words.count, `${formatCount(row.count)} (${formatShare(row.share)})`],
    [words.cumulative, formatShare(row.cumulative)],
  ]);
}
