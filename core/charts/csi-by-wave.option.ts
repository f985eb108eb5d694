import type { EChartsOption } from 'echarts';
import type { WavePoint } from '../contract/csi.contract.ts';
import {
  categoryAxisLook,
  chartFrame,
  labelStyle,
  scoreOr,
  scoreRange,
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
 * The index wave by wave: a point with its value, a whisker for the 95 % interval and, from the
 * second wave on, the change with `*` when it is significant. A hollow point marks a change that is
 * not. The axis does not start at 0, which is why these are points and not bars. A wave without a
 * figure leaves a gap. Marks link to their wave.
 */
export function csiByWaveOption(
  points: readonly WavePoint[],
  text: ChartText,
  theme: ChartTheme,
): EChartsOption {
  const range = scoreRange(
    points.flatMap((point) => pointValues(point)),
    0.5,
  );
  return {
    ...chartFrame(theme, describe(points, text)),
    grid: { left: 4, right: 12, top: theme.fontSize * 3, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: points.map((point) => `${point.waveName}\nn=${formatCount(point.n)}`),
      ...categoryAxisLook(theme),
      axisLabel: {
        ...labelStyle(theme, 'text'),
        lineHeight: theme.fontSize * 1.5,
        interval: 0,
        hideOverlap: true,
      },
    },
    yAxis: {
      type: 'value',
      name: text.scoreAxis,
      nameGap: theme.fontSize,
      ...range,
      ...valueAxisLook(theme),
      nameTextStyle: { ...labelStyle(theme), align: 'left' },
    },
    series: [
      {
        type: 'line',
        symbol: 'circle',
        symbolSize: theme.fontSize * 0.9,
        lineStyle: { color: theme.primary, width: 2 },
        data: points.map((point) => waveMark(point, text, theme)),
        z: 6,
        connectNulls: false,
      },
      intervalSeries(whiskersOf(points), 'y', theme, theme.fontSize * 0.4),
      valueLabels(points, theme),
    ],
  };
}

/** Height in px that suits the chart at the theme's size. */
export function csiByWaveHeight(theme: ChartTheme): number {
  return theme.fontSize * 22;
}

function pointValues(point: WavePoint): number[] {
  return [point.index, ...(point.ci95 ?? [])].filter((value) => value !== null);
}

function whiskersOf(points: readonly WavePoint[]) {
  return points.flatMap(({ ci95 }, category) =>
    ci95 === null ? [] : [{ category, low: ci95[0], high: ci95[1] }],
  );
}

function waveMark(point: WavePoint, text: ChartText, theme: ChartTheme) {
  const significant = point.change?.significant ?? true;
  return {
    name: point.waveName,
    value: point.index,
    link: { to: 'wave', waveId: point.waveId } satisfies ChartLink,
    itemStyle: {
      color: significant ? theme.primary : theme.surface,
      borderColor: theme.primary,
      borderWidth: 2,
    },
    tooltip: { formatter: () => tooltipLines(point.waveName, factsOf(point, text)) },
  };
}

/** Above the whiskers, where no line runs through them. */
function valueLabels(points: readonly WavePoint[], theme: ChartTheme) {
  return {
    type: 'scatter' as const,
    symbolSize: 0,
    silent: true,
    itemStyle: { opacity: 1 },
    tooltip: { show: false },
    data: points.map((point, index) => ({
      value: [index, point.ci95?.[1] ?? point.index],
      label: {
        show: true,
        position: 'top' as const,
        distance: theme.fontSize * 0.4,
        formatter: valueLabel(point),
        rich: valueLabelStyles(point, theme),
      },
    })),
  };
}

function valueLabel(point: WavePoint): string {
  if (point.index === null) return '';
  const value = `{value|${formatScore(point.index)}}`;
  return point.change === null ? value : `${value}\n{change|${changeMark(point)}}`;
}

/** `▲ +3.1 *`: direction, size, and `*` when significant. */
function changeMark({ change }: WavePoint): string {
  if (change === null) return '';
  const arrow = change.difference > 0 ? '▲' : change.difference < 0 ? '▼' : '=';
  return `${arrow} ${formatDifference(change.difference)}${change.significant ? ' *' : ''}`;
}

function valueLabelStyles({ change }: WavePoint, theme: ChartTheme) {
  const tone =
    change === null || !change.significant
      ? theme.textMuted
      : change.difference > 0
        ? theme.better
        : theme.worse;
  return {
    value: {
      color: theme.text,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize * 1.15,
      fontWeight: 'bold' as const,
      lineHeight: theme.fontSize * 1.5,
    },
    change: {
      color: tone,
      fontFamily: theme.fontFamily,
      fontSize: theme.fontSize,
      lineHeight: theme.fontSize * 1.5,
    },
  };
}

function factsOf(point: WavePoint, text: ChartText): [string, string][] {
  const facts: [string, string][] = [[text.scoreAxis, scoreOr(point.index, text.noFigure)]];
  if (point.ci95 !== null) facts.push([text.interval95, formatInterval(point.ci95)]);
  facts.push([text.respondents, formatCount(point.n)]);
  if (point.change !== null) {
    const verdict = point.change.significant ? text.significant : text.notSignificant;
    facts.push([text.change, `${formatDifference(point.change.difference)} (${verdict})`]);
  }
  return facts;
}

function describe(points: readonly WavePoint[], text: ChartText): string {
  return points
    .map((point) => `${point.waveName}: ${scoreOr(point.index, text.noFigure)}, n=${point.n}`)
    .join('; ');
}
