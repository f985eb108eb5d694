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
/** The same on a dark ground. */
const darkLineColors = ['#56b4e9', '#f08a3c', '#2fbf95', '#e0a3c6', '#f0c13c', '#9db7f5'];
/** Of more periods only some are marked: marks side by side would hide the line. */
const mostMarks = 80;
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];

/**
 * How often words come up per week or month, as counts or as a share of the period's VOC. Periods that
 * are not whole, at either end, are hollow marks on a dashed line. Marks link to word and period.
 */
export function wordTrendOption(
  trend: WordTrend,
  measure: 'count' | 'share',
  theme: ChartTheme,
): EChartsOption {
  const format = measure === 'count' ? formatCount : formatShare;
  const colors = theme.name === 'dark' ? darkLineColors : lineColors;
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
    series: trend.series.flatMap((series, i) => {
      const look = {
        type: 'line' as const,
        name: series.word,
        symbol: symbols[i % symbols.length] ?? 'circle',
        symbolSize: 7,
        showAllSymbol: trend.periods.length <= mostMarks,
        color: colors[i % colors.length] ?? theme.primary,
      };
      const points = pointsOf(trend, series, measure);
      const whole = points.map((point, at) =>
        trend.periods[at]?.partial ? { ...point, value: '-' } : point,
      );
      const fringe = points.map((point, at) =>
        touchesPartial(trend, at)
          ? fringePoint(point, trend.periods[at]?.partial, look.color, theme)
          : '-',
      );
      return [
        { ...look, data: whole },
        {
          ...look,
          data: fringe,
          showAllSymbol: true,
          lineStyle: { type: 'dashed' as const, width: 1.6, color: look.color },
        },
      ];
    }),
  };
}

function pointsOf(
  { periods }: WordTrend,
  { word, counts }: WordTrend['series'][number],
  measure: 'count' | 'share',
) {
  return periods.map((period, at) => {
    const count = counts[at] ?? 0;
    const share = period.total === 0 ? 0 : count / period.total;
    return {
      value: measure === 'count' ? count : share,
      link: { to: 'vocWord', word, from: period.from, until: period.to } satisfies ChartLink,
      tooltip: {
        formatter: () =>
          tooltipLines(`${word} · ${period.from} – ${period.to}`, [
            [formatCount(count), `/ ${formatCount(period.total)} = ${formatShare(share)}`],
          ]),
      },
    };
  });
}

/** A period that is not whole, or the one a dashed line leads to it from. */
function touchesPartial({ periods }: WordTrend, at: number): boolean {
  return [at - 1, at, at + 1].some((near) => periods[near]?.partial === true);
}

/** Hollow where the period is not whole; only an end of the line where it is. */
function fringePoint<Point extends { value: number }>(
  point: Point,
  partial: boolean | undefined,
  color: string,
  theme: ChartTheme,
) {
  if (partial !== true) return { value: point.value, symbol: 'none' };
  const itemStyle = { color: theme.surface, borderColor: color, borderWidth: 1.6 };
  return { ...point, itemStyle };
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
