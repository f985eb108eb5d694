import type { EChartsOption } from 'echarts';
import type { WeeklyVoc } from '../contract/insight.contract.ts';
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

export interface WeeklyChartWords {
  value: string;
  center: string;
  limits: string;
  signal: string;
  partial: string;
}

/** Of more weeks only those that signal are marked. */
const mostMarks = 120;

/** A value of the chart as people read it: a count with its halves, or a share in percent. */
export function weeklyValue(type: WeeklyVoc['type'], value: number): string {
  if (type === 'p') return formatShare(value);
  return Number.isInteger(value) ? formatCount(value) : value.toFixed(1);
}

/**
 * Weekly counts or shares in their control limits: points that signal in vermilion and larger, weeks
 * that are not whole hollow and off the line. Marks link to their week.
 */
export function weeklyVocOption(
  weekly: WeeklyVoc,
  words: WeeklyChartWords,
  theme: ChartTheme,
): EChartsOption {
  const signals = new Set(weekly.signals.map(({ week }) => week));
  const partialValue = (i: number) => {
    const week = weekly.weeks[i];
    if (week === undefined || !week.partial) return null;
    return weekly.type === 'c' ? week.count : week.whole ? week.count / week.whole : null;
  };
  return {
    ...chartFrame(theme, describe(weekly)),
    grid: {
      left: 4,
      right: theme.fontSize,
      top: theme.fontSize * 3,
      bottom: 4,
      containLabel: true,
    },
    legend: {
      ...legendLook(theme),
      data: [words.value, words.center, words.limits],
      selectedMode: false,
    },
    xAxis: {
      type: 'category',
      data: weekly.weeks.map(({ from }) => from),
      ...categoryAxisLook(theme),
      axisLabel: { ...labelStyle(theme), hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      scale: weekly.type === 'p',
      ...valueAxisLook(theme),
      axisLabel: {
        ...labelStyle(theme),
        formatter: (value: number) => weeklyValue(weekly.type, value),
      },
    },
    series: [
      line(
        words.limits,
        weekly.weeks.map(({ upper }) => upper),
        theme,
        'dashed',
      ),
      line(
        words.limits,
        weekly.weeks.map(({ lower }) => lower),
        theme,
        'dashed',
      ),
      line(
        words.center,
        weekly.weeks.map(({ value }) => (value === null ? null : weekly.center)),
        theme,
        'solid',
      ),
      {
        type: 'line',
        name: words.value,
        symbol: 'circle',
        // ECharts would leave out marks between the labels of the axis, signals among them.
        showAllSymbol: true,
        lineStyle: { color: theme.primary, width: 1.6 },
        itemStyle: { color: theme.primary },
        data: weekly.weeks.map((week, i) => ({
          value: week.value ?? '-',
          name: week.from,
          symbolSize: markSize(signals.has(i), weekly, theme),
          itemStyle: { color: signals.has(i) ? theme.worse : theme.primary },
          link: { to: 'vocPeriod', from: week.from, until: week.to } satisfies ChartLink,
          tooltip: { formatter: () => tooltipOf(weekly, i, words, signals.has(i)) },
        })),
      },
      {
        type: 'scatter',
        name: words.partial,
        symbol: 'circle',
        symbolSize: theme.fontSize * 0.6,
        itemStyle: {
          color: theme.surface,
          borderColor: theme.textMuted,
          borderWidth: 1.4,
          opacity: 1,
        },
        data: weekly.weeks.map((week, i) => ({
          value: partialValue(i) ?? '-',
          link: { to: 'vocPeriod', from: week.from, until: week.to } satisfies ChartLink,
          tooltip: { formatter: () => tooltipOf(weekly, i, words, false) },
        })),
      },
    ],
  };
}

function markSize(isSignal: boolean, { weeks }: WeeklyVoc, theme: ChartTheme): number {
  if (isSignal) return theme.fontSize * 0.75;
  return weeks.length <= mostMarks ? theme.fontSize * 0.42 : 0;
}

function line(
  name: string,
  values: readonly (number | null)[],
  theme: ChartTheme,
  dash: 'solid' | 'dashed',
) {
  const color = dash === 'dashed' ? theme.worse : theme.textMuted;
  return {
    type: 'line' as const,
    name,
    symbol: 'none',
    silent: true,
    step: 'middle' as const,
    lineStyle: { color, width: 1.2, type: dash },
    itemStyle: { color },
    data: values.map((value) => value ?? '-'),
  };
}

function tooltipOf(
  weekly: WeeklyVoc,
  i: number,
  words: WeeklyChartWords,
  signals: boolean,
): string {
  const week = weekly.weeks[i];
  if (week === undefined) return '';
  const facts: [string, string][] = [[words.value, formatCount(week.count)]];
  if (week.whole !== null) facts.push(['n', formatCount(week.whole)]);
  if (week.value !== null && week.lower !== null && week.upper !== null) {
    const limits = [week.lower, week.upper].map((limit) => weeklyValue(weekly.type, limit));
    if (weekly.type === 'p') facts.push(['p', weeklyValue('p', week.value)]);
    facts.push([words.limits, limits.join('–')]);
  }
  if (week.partial) facts.push([words.partial, '']);
  if (signals) facts.push([words.signal, '']);
  return tooltipLines(`${week.from} – ${week.to}`, facts);
}

function describe({ weeks }: WeeklyVoc): string {
  return weeks.map(({ from, count }) => `${from}: ${count}`).join('; ');
}
