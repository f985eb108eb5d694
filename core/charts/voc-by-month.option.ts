import type { EChartsOption } from 'echarts';
import { type VocKind, vocKinds } from '../contract/voc.contract.ts';
import type { Overview } from '../contract/workspace.contract.ts';
import {
  categoryAxisLook,
  chartFrame,
  labelStyle,
  legendLook,
  tooltipLines,
  valueAxisLook,
} from './chart-frame.option.ts';
import type { ChartLink } from './chart-link.ts';
import { type ChartText, formatCount } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';

type MonthCounts = Overview['vocByMonth'];

/**
 * VOC per month, stacked by kind, complaints at the foot where they compare best, the month's total
 * on top. Kinds that never occur are left out. Marks link to month and kind.
 */
export function vocByMonthOption(
  counts: MonthCounts,
  text: ChartText,
  theme: ChartTheme,
): EChartsOption {
  const months = [...new Set(counts.map(({ month }) => month))].toSorted();
  const kinds = vocKinds.filter((kind) => counts.some((row) => row.kind === kind && row.count > 0));
  const totals = months.map((month) => totalOf(counts, month));
  return {
    ...chartFrame(theme, describe(months, totals)),
    grid: { left: 4, right: 4, top: theme.fontSize * 3.5, bottom: 4, containLabel: true },
    legend: { ...legendLook(theme), data: kinds.map((kind) => text.vocKinds[kind]) },
    xAxis: {
      type: 'category',
      data: months,
      ...categoryAxisLook(theme),
      axisLabel: {
        ...labelStyle(theme, 'text'),
        lineHeight: theme.fontSize * 1.5,
        interval: 0,
        formatter: monthLabel,
      },
    },
    yAxis: { type: 'value', minInterval: 1, ...valueAxisLook(theme) },
    series: [
      ...kinds.map((kind) => kindBars(kind, months, counts, text, theme)),
      {
        type: 'scatter',
        symbolSize: 0,
        silent: true,
        itemStyle: { opacity: 1 },
        tooltip: { show: false },
        data: totals,
        label: {
          show: true,
          position: 'top',
          distance: theme.fontSize * 0.3,
          formatter: ({ value }) => formatCount(Number(value)),
          ...labelStyle(theme, 'text'),
        },
      },
    ],
  };
}

function kindBars(
  kind: VocKind,
  months: readonly string[],
  counts: MonthCounts,
  text: ChartText,
  theme: ChartTheme,
) {
  return {
    type: 'bar' as const,
    name: text.vocKinds[kind],
    stack: 'voc',
    barMaxWidth: theme.fontSize * 3,
    itemStyle: { color: theme.vocKinds[kind], borderColor: theme.surface, borderWidth: 0.5 },
    data: months.map((month) => ({
      name: month,
      value: countOf(counts, month, kind),
      link: { to: 'vocMonth', month, kind } satisfies ChartLink,
      tooltip: {
        formatter: () =>
          tooltipLines(month, [
            [text.vocKinds[kind], formatCount(countOf(counts, month, kind))],
            [text.total, formatCount(totalOf(counts, month))],
          ]),
      },
    })),
  };
}

/** `11`, and below the first month and every January its year: twelve whole dates leave no room. */
function monthLabel(month: string, index: number): string {
  const [year, number = ''] = month.split('-');
  return index === 0 || number === '01' ? `${number}\n${year}` : number;
}

function countOf(counts: MonthCounts, month: string, kind: string): number {
  return counts
    .filter((row) => row.month === month && row.kind === kind)
    .reduce((sum, row) => sum + row.count, 0);
}

function totalOf(counts: MonthCounts, month: string): number {
  return counts.filter((row) => row.month === month).reduce((sum, row) => sum + row.count, 0);
}

function describe(months: readonly string[], totals: readonly number[]): string {
  return months.map((month, index) => `${month}: ${totals[index] ?? 0}`).join('; ');
}
