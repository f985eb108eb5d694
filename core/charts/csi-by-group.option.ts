import type { EChartsOption } from 'echarts';
import type { GroupPoint } from '../contract/csi.contract.ts';
import {
  categoryAxisLook,
  chartFrame,
  labelStyle,
  legendLook,
  rowsGrid,
  rowsHeight,
  scoreOr,
  tooltipLines,
  valueAxisLook,
} from './chart-frame.option.ts';
import type { ChartLink } from './chart-link.ts';
import {
  type ChartText,
  formatCount,
  formatDifference,
  formatInterval,
  formatScore,
} from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';
import { intervalSeries } from './interval.series.ts';

/**
 * One wave cut into groups: a bar per group from 0 to 100, best first, with the 95 % interval and,
 * as a hollow diamond, the same group in the wave before. The right edge tells value and n in
 * columns. Groups without a figure come last. Marks link to their group.
 */
export function csiByGroupOption(
  points: readonly GroupPoint[],
  text: ChartText,
  theme: ChartTheme,
): EChartsOption {
  const sorted = bestFirst(points);
  const withPrevious = sorted.some((point) => point.previousIndex !== null);
  return {
    ...chartFrame(theme, describe(sorted, text)),
    grid: rowsGrid(theme),
    legend: {
      ...legendLook(theme),
      show: withPrevious,
      data: [text.scoreAxis, text.previousWave],
      selectedMode: false,
    },
    xAxis: { type: 'value', min: 0, max: 100, ...valueAxisLook(theme) },
    yAxis: groupAxes(sorted, text, theme),
    series: [
      {
        type: 'bar',
        name: text.scoreAxis,
        barWidth: '62%',
        itemStyle: { color: theme.primarySoft },
        data: sorted.map((point) => groupBar(point, text)),
      },
      intervalSeries(whiskersOf(sorted), 'x', theme, theme.fontSize * 0.3),
      {
        type: 'scatter',
        name: text.previousWave,
        symbol: 'diamond',
        symbolSize: theme.fontSize * 0.8,
        silent: true,
        z: 7,
        itemStyle: {
          color: theme.surface,
          borderColor: theme.interval,
          borderWidth: 1.2,
          opacity: 1,
        },
        data: sorted.flatMap((point, index) =>
          point.previousIndex === null ? [] : [[point.previousIndex, index]],
        ),
      },
    ],
  };
}

/** Height in px for `groupCount` bars at the theme's size. */
export function csiByGroupHeight(groupCount: number, theme: ChartTheme): number {
  return rowsHeight(groupCount, theme);
}

/** Highest index first, equal ones by name; those without a figure last. */
export function bestFirst(points: readonly GroupPoint[]): GroupPoint[] {
  return points.toSorted(
    (a, b) =>
      (b.index ?? Number.NEGATIVE_INFINITY) - (a.index ?? Number.NEGATIVE_INFINITY) ||
      (a.group < b.group ? -1 : a.group > b.group ? 1 : 0),
  );
}

function groupAxes(sorted: readonly GroupPoint[], text: ChartText, theme: ChartTheme) {
  const names = sorted.map((point) => point.group);
  const look = categoryAxisLook(theme);
  return [
    {
      type: 'category' as const,
      data: names,
      inverse: true,
      ...look,
      axisLabel: {
        ...labelStyle(theme, 'text'),
        interval: 0,
        width: theme.fontSize * 11,
        overflow: 'truncate' as const,
      },
    },
    {
      type: 'category' as const,
      data: names,
      inverse: true,
      position: 'right' as const,
      ...look,
      axisLine: { show: false },
      axisLabel: {
        ...labelStyle(theme),
        interval: 0,
        formatter: (_name: string, index: number) => figureColumns(sorted[index], text),
        rich: figureColumnStyles(theme),
      },
    },
  ];
}

function figureColumns(point: GroupPoint | undefined, text: ChartText): string {
  if (point === undefined) return '';
  const value = scoreOr(point.index, text.noFigure);
  return `{value|${value}}{n|n=${formatCount(point.n)}}`;
}

function figureColumnStyles(theme: ChartTheme) {
  const base = { fontFamily: theme.fontFamily, fontSize: theme.fontSize };
  return {
    value: {
      ...base,
      color: theme.text,
      fontWeight: 'bold' as const,
      width: theme.fontSize * 2.6,
      align: 'right' as const,
    },
    n: { ...base, color: theme.textMuted, width: theme.fontSize * 4, align: 'right' as const },
  };
}

function whiskersOf(sorted: readonly GroupPoint[]) {
  return sorted.flatMap(({ ci95 }, category) =>
    ci95 === null ? [] : [{ category, low: Math.max(0, ci95[0]), high: Math.min(100, ci95[1]) }],
  );
}

function groupBar(point: GroupPoint, text: ChartText) {
  return {
    name: point.group,
    value: point.index,
    link: { to: 'group', group: point.group } satisfies ChartLink,
    tooltip: { formatter: () => tooltipLines(point.group, factsOf(point, text)) },
  };
}

function factsOf(point: GroupPoint, text: ChartText): [string, string][] {
  const facts: [string, string][] = [[text.scoreAxis, scoreOr(point.index, text.noFigure)]];
  if (point.ci95 !== null) facts.push([text.interval95, formatInterval(point.ci95)]);
  facts.push([text.respondents, formatCount(point.n)]);
  if (point.previousIndex !== null) {
    facts.push([text.previousWave, formatScore(point.previousIndex)]);
    if (point.index !== null) {
      facts.push([text.change, formatDifference(point.index - point.previousIndex)]);
    }
  }
  return facts;
}

function describe(sorted: readonly GroupPoint[], text: ChartText): string {
  return sorted
    .map((point) => `${point.group}: ${scoreOr(point.index, text.noFigure)}, n=${point.n}`)
    .join('; ');
}
