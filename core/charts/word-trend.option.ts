import type { EChartsOption } from 'echarts';
import type { WordTrend } from '../contract/insight.contract.ts';
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

/** Told apart by people with any common colour blindness (Okabe & Ito, 2008), and by their marks. */
const lineColors = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];

/**
 * How often words come up per week or month, as counts or as a share of the period's VOC. The last
 * period is left out of the line when it is not over. Marks link to word and period.
 */
export function wordTrendOption(
  trend: WordTrend,
  measure: 'count' | 'share',
  theme: ChartTheme,
): EChartsOption {
  const format = measure === 'count' ? formatCount : formatShare;
  return {
    ...chartFrame(theme, describe(trend)),
    grid: {
      left: 4,
      right: theme.fontSize,
      top: theme.fontSize * 3,
      bottom: 4,
      containLabel: true,
    },
    legend: {
      ...legendLook(theme),
      data: trend.series.map(({ word }) => word),
      selectedMode: false,
    },
    xAxis: {
      type: 'category',
      data: trend.periods.map((period) => periodName(period)),
      ...categoryAxisLook(theme),
      axisLabel: { ...labelStyle(theme), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(measure === 'count' ? { minInterval: 1 } : {}),
      ...valueAxisLook(theme),
      axisLabel: { ...labelStyle(theme), formatter: (value: number) => format(value) },
    },
    series: trend.series.map(({ word, counts }, i) => ({
      type: 'line',
      name: word,
      symbol: symbols[i % symbols.length] ?? 'circle',
      symbolSize: 7,
      color: lineColors[i % lineColors.length] ?? theme.primary,
      data: trend.periods.map((period, at) => {
        const count = counts[at] ?? 0;
        const share = period.total === 0 ? 0 : count / period.total;
        return {
          value: period.partial ? '-' : measure === 'count' ? count : share,
          link: { to: 'vocWord', word, from: period.from, until: period.to } satisfies ChartLink,
          tooltip: {
            formatter: () =>
              tooltipLines(`${word} · ${period.from} – ${period.to}`, [
                [formatCount(count), `/ ${formatCount(period.total)} = ${formatShare(share)}`],
              ]),
          },
        };
      }),
    })),
  };
}

/** A calendar month as `2026-11`, a week by its first day. */
function periodName({ from, to }: WordTrend['periods'][number]): string {
  const isMonth =
    from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && to > `${from.slice(0, 7)}-27`;
  return isMonth ? from.slice(0, 7) : from;
}

function describe({ periods, series }: WordTrend): string {
  return series
    .map(({ word, counts }) => {
      const points = periods.map(({ from }, i) => `${from} ${counts[i] ?? 0}`);
      return `${word}: ${points.join(', ')}`;
    })
    .join('; ');
}
