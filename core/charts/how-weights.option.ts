import type { EChartsOption } from 'echarts';
import {
  categoryAxisLook,
  chartFrame,
  labelStyle,
  legendLook,
  rowsGrid,
  rowsHeight,
  tooltipLines,
  valueAxisLook,
} from './chart-frame.option.ts';
import type { ChartLink } from './chart-link.ts';
import { type ChartText, formatShare } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';

/** A HOW with its relative weight (0–1) and rank in the house. */
export interface HowWeight {
  howId: number;
  name: string;
  relativeWeight: number;
  rank: number;
  csfId: number | null;
}

/** A HOW with the weight of all up to and including it. */
export interface RankedHow extends HowWeight {
  cumulativeWeight: number;
}

/** Heaviest first with running totals. Of equal weights the one that came first stays first. */
export function rankedHows(hows: readonly HowWeight[]): RankedHow[] {
  let cumulativeWeight = 0;
  return hows
    .toSorted((a, b) => b.relativeWeight - a.relativeWeight)
    .map((how) => {
      cumulativeWeight += how.relativeWeight;
      return { ...how, cumulativeWeight };
    });
}

/**
 * How many of the heaviest HOWs it takes to reach `share` (0–1) of the whole weight; 0 when no HOW
 * weighs anything.
 */
export function countToReach(ranked: readonly RankedHow[], share: number): number {
  const index = ranked.findIndex((how) => how.cumulativeWeight >= share - 1e-9);
  return index + 1;
}

/**
 * Pareto chart of HOW weights lying on its side, so that long names stay readable: bars heaviest
 * first, chosen CSFs in full colour, cumulative weight as a line on the upper axis, and a dashed
 * cut where `cutShare` of the whole weight is reached. Only the heaviest `limit` are drawn; their
 * cumulative weights still count from the whole. Marks link to their HOW.
 */
export function howWeightsOption(
  hows: readonly HowWeight[],
  text: ChartText,
  theme: ChartTheme,
  cutShare = 0.8,
  limit = Number.POSITIVE_INFINITY,
): EChartsOption {
  const ranked = rankedHows(hows).slice(0, limit);
  return {
    ...chartFrame(theme, describe(ranked)),
    grid: { ...rowsGrid(theme), top: theme.fontSize * 4 },
    legend: {
      ...legendLook(theme),
      data: [text.chosenAsCsf, text.notChosen, text.cumulativeWeight],
      selectedMode: false,
    },
    xAxis: [
      {
        type: 'value',
        min: 0,
        ...valueAxisLook(theme),
        axisLabel: { ...labelStyle(theme), formatter: wholePercent },
      },
      {
        type: 'value',
        min: 0,
        max: 1,
        ...valueAxisLook(theme),
        splitLine: { show: false },
        axisLabel: { show: false },
      },
    ],
    yAxis: howAxes(ranked, theme),
    series: [
      bars(ranked, true, text, theme),
      bars(ranked, false, text, theme),
      cumulativeLine(ranked, cutShare, text, theme),
    ],
  };
}

/** Height in px for `howCount` bars at the theme's size. */
export function howWeightsHeight(howCount: number, theme: ChartTheme): number {
  return rowsHeight(howCount, theme) + theme.fontSize * 1.4;
}

function howAxes(ranked: readonly RankedHow[], theme: ChartTheme) {
  const look = categoryAxisLook(theme);
  const names = ranked.map((how) => how.name);
  return [
    {
      type: 'category' as const,
      data: names,
      inverse: true,
      ...look,
      axisLabel: {
        ...labelStyle(theme, 'text'),
        interval: 0,
        width: theme.fontSize * 16,
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
        formatter: (_name: string, index: number) => figureColumns(ranked[index]),
        rich: figureColumnStyles(theme),
      },
    },
  ];
}

function figureColumns(how: RankedHow | undefined): string {
  if (how === undefined) return '';
  return `{value|${formatShare(how.relativeWeight)}}{sum|${formatShare(how.cumulativeWeight)}}`;
}

function figureColumnStyles(theme: ChartTheme) {
  const base = {
    fontFamily: theme.fontFamily,
    fontSize: theme.fontSize,
    align: 'right' as const,
    width: theme.fontSize * 3.8,
  };
  return {
    value: { ...base, color: theme.text, fontWeight: 'bold' as const },
    sum: { ...base, color: theme.textMuted },
  };
}

function bars(ranked: readonly RankedHow[], chosen: boolean, text: ChartText, theme: ChartTheme) {
  return {
    type: 'bar' as const,
    name: chosen ? text.chosenAsCsf : text.notChosen,
    stack: 'weight',
    barWidth: '62%',
    itemStyle: { color: chosen ? theme.primary : theme.secondary },
    data: ranked.map((how) => ({
      name: how.name,
      value: (how.csfId !== null) === chosen ? how.relativeWeight : null,
      link: { to: 'how', howId: how.howId, csfId: how.csfId } satisfies ChartLink,
      tooltip: {
        formatter: () =>
          tooltipLines(how.name, [
            [text.rank, String(how.rank)],
            [text.relativeWeight, formatShare(how.relativeWeight)],
            [text.cumulativeWeight, formatShare(how.cumulativeWeight)],
          ]),
      },
    })),
  };
}

function cumulativeLine(
  ranked: readonly RankedHow[],
  cutShare: number,
  text: ChartText,
  theme: ChartTheme,
) {
  const reached = countToReach(ranked, cutShare);
  const cutHow = ranked[reached - 1];
  return {
    type: 'line' as const,
    name: text.cumulativeWeight,
    xAxisIndex: 1,
    symbol: 'circle',
    symbolSize: theme.fontSize * 0.4,
    silent: true,
    z: 6,
    lineStyle: { color: theme.cumulative, width: 1.4 },
    itemStyle: { color: theme.cumulative },
    data: ranked.map((how, index) => [how.cumulativeWeight, index]),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      lineStyle: { color: theme.textMuted, type: 'dashed' as const, width: 1 },
      label: { show: true, position: 'start' as const, rotate: 0, ...labelStyle(theme) },
      data:
        cutHow === undefined
          ? []
          : [{ xAxis: cutShare, label: { formatter: wholePercent(cutShare) } }],
    },
  };
}

function wholePercent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function describe(ranked: readonly RankedHow[]): string {
  return ranked
    .map((how) => `${how.rank}. ${how.name}: ${formatShare(how.relativeWeight)}`)
    .join('; ');
}
