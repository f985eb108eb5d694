import type { CustomSeriesOption, EChartsOption } from 'echarts';
import type { ItemPoint } from '../contract/csi.contract.ts';
import {
  categoryAxisLook,
  chartFrame,
  labelStyle,
  legendLook,
  rowsGrid,
  rowsHeight,
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

export interface ChartWave {
  waveId: number;
  waveName: string;
}

type ItemWave = ItemPoint['waves'][number];

/** One item in the two waves that are compared. */
interface ItemPair {
  item: ItemPoint;
  earlier: ItemWave | undefined;
  later: ItemWave | undefined;
}

/**
 * Items as dumbbells: the wave before hollow, the latest filled, the bar between them blue when the
 * item rose and vermilion when it fell. `waves` oldest first; the last two are compared (one wave
 * alone shows single points). Lowest latest score first, for that is where the work is. Marks link
 * to item and wave.
 */
export function itemScoresOption(
  items: readonly ItemPoint[],
  waves: readonly ChartWave[],
  text: ChartText,
  theme: ChartTheme,
): EChartsOption {
  const later = waves.at(-1);
  const earlier = waves.length > 1 ? waves.at(-2) : undefined;
  const pairs = pairsLowestFirst(items, earlier?.waveId, later?.waveId);
  const names = [earlier?.waveName, later?.waveName].filter((name) => name !== undefined);
  return {
    ...chartFrame(theme, describe(pairs, text)),
    grid: rowsGrid(theme),
    legend: { ...legendLook(theme), data: names, selectedMode: false },
    xAxis: {
      type: 'value',
      ...scoreRange(pairs.flatMap((pair) => scoresOf(pair))),
      ...valueAxisLook(theme),
    },
    yAxis: itemAxes(pairs, text, theme),
    series: [
      spans(pairs, theme),
      ...(earlier === undefined ? [] : [dots('earlier', earlier, pairs, text, theme)]),
      ...(later === undefined ? [] : [dots('later', later, pairs, text, theme)]),
    ],
  };
}

/** Height in px for `itemCount` rows at the theme's size. */
export function itemScoresHeight(itemCount: number, theme: ChartTheme): number {
  return rowsHeight(itemCount, theme);
}

function pairsLowestFirst(
  items: readonly ItemPoint[],
  earlierId: number | undefined,
  laterId: number | undefined,
): ItemPair[] {
  return items
    .map((item) => ({
      item,
      earlier: item.waves.find((wave) => wave.waveId === earlierId),
      later: item.waves.find((wave) => wave.waveId === laterId),
    }))
    .toSorted((a, b) => (a.later?.score ?? 101) - (b.later?.score ?? 101));
}

function scoresOf({ earlier, later }: ItemPair): number[] {
  return [earlier?.score ?? null, later?.score ?? null].filter((score) => score !== null);
}

function differenceOf({ earlier, later }: ItemPair): number | null {
  const [before = null, after = null] = [earlier?.score, later?.score];
  return before === null || after === null ? null : after - before;
}

function itemAxes(pairs: readonly ItemPair[], text: ChartText, theme: ChartTheme) {
  const names = pairs.map(({ item }) => item.label);
  const look = categoryAxisLook(theme);
  return [
    {
      type: 'category' as const,
      data: names,
      inverse: true,
      ...look,
      splitLine: { show: true, lineStyle: { color: theme.gridLine } },
      axisLabel: {
        ...labelStyle(theme, 'text'),
        interval: 0,
        width: theme.fontSize * 18,
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
        formatter: (_name: string, index: number) => figureColumns(pairs[index], text),
        rich: figureColumnStyles(theme),
      },
    },
  ];
}

function figureColumns(pair: ItemPair | undefined, text: ChartText): string {
  if (pair === undefined) return '';
  const value = scoreOr(pair.later?.score ?? null, text.noFigure);
  const difference = differenceOf(pair);
  const tone = difference === null || difference >= 0 ? 'rose' : 'fell';
  return `{value|${value}}{${tone}|${difference === null ? '' : formatDifference(difference)}}`;
}

function figureColumnStyles(theme: ChartTheme) {
  const base = { fontFamily: theme.fontFamily, fontSize: theme.fontSize, align: 'right' as const };
  const width = theme.fontSize * 3;
  return {
    value: { ...base, width, color: theme.text, fontWeight: 'bold' as const },
    rose: { ...base, width, color: theme.better },
    fell: { ...base, width, color: theme.worse },
  };
}

function spans(pairs: readonly ItemPair[], theme: ChartTheme): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 4,
    tooltip: { show: false },
    encode: { x: [1, 2], y: 0 },
    data: pairs.flatMap(({ earlier, later }, category) => {
      const [before = null, after = null] = [earlier?.score, later?.score];
      return before === null || after === null ? [] : [[category, before, after]];
    }),
    renderItem: (_params, api) => {
      const category = Number(api.value(0));
      const [before, after] = [Number(api.value(1)), Number(api.value(2))];
      const from = api.coord([before, category]);
      const to = api.coord([after, category]);
      return {
        type: 'line',
        shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
        style: {
          stroke: after >= before ? theme.better : theme.worse,
          lineWidth: theme.fontSize * 0.25,
        },
      };
    },
  };
}

function dots(
  end: 'earlier' | 'later',
  wave: ChartWave,
  pairs: readonly ItemPair[],
  text: ChartText,
  theme: ChartTheme,
) {
  const filled = end === 'later';
  const color = filled ? theme.primary : theme.surface;
  return {
    type: 'scatter' as const,
    name: wave.waveName,
    symbol: 'circle',
    symbolSize: theme.fontSize * (filled ? 0.95 : 0.8),
    z: filled ? 7 : 6,
    itemStyle: {
      color,
      borderColor: filled ? theme.primary : theme.textMuted,
      borderWidth: 1.4,
      opacity: 1,
    },
    data: pairs.flatMap((pair, category) => {
      const score = pair[end]?.score ?? null;
      if (score === null) return [];
      return [
        {
          value: [score, category],
          name: pair.item.label,
          link: { to: 'item', itemId: pair.item.itemId, waveId: wave.waveId } satisfies ChartLink,
          ...fallColor(filled, pair, theme),
          tooltip: {
            formatter: () => tooltipLines(pair.item.label, factsOf(pair, end, wave, text)),
          },
        },
      ];
    }),
  };
}

function fallColor(filled: boolean, pair: ItemPair, theme: ChartTheme) {
  const fell = filled && (differenceOf(pair) ?? 0) < 0;
  return fell ? { itemStyle: { color: theme.worse, borderColor: theme.worse, opacity: 1 } } : {};
}

function factsOf(
  pair: ItemPair,
  end: 'earlier' | 'later',
  wave: ChartWave,
  text: ChartText,
): [string, string][] {
  const point = pair[end];
  if (point === undefined || point.score === null) return [[wave.waveName, text.noFigure]];
  const facts: [string, string][] = [[wave.waveName, formatScore(point.score)]];
  if (point.ci95 !== null) facts.push([text.interval95, formatInterval(point.ci95)]);
  facts.push([text.respondents, formatCount(point.n)]);
  const difference = differenceOf(pair);
  if (end === 'later' && difference !== null) {
    facts.push([text.change, formatDifference(difference)]);
  }
  return facts;
}

function describe(pairs: readonly ItemPair[], text: ChartText): string {
  return pairs
    .map(({ item, later }) => `${item.label}: ${scoreOr(later?.score ?? null, text.noFigure)}`)
    .join('; ');
}
