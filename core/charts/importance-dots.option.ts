import type { CustomSeriesOption, EChartsOption } from 'echarts';
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
import { formatScore } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';

/** What one source says, as shares of 100 in the order of the rows; null where it says nothing. */
export interface ImportanceSeries {
  name: string;
  shares: readonly (number | null)[];
  /** The one in use: filled. */
  inUse: boolean;
}

const symbols = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin'] as const;

/** Sources are told apart by shape and colour; the colours are those of Okabe & Ito. */
function colorsOf(theme: ChartTheme): string[] {
  const { complaint, suggestion, question, praise, other } = theme.vocKinds;
  return [suggestion, complaint, praise, question, theme.text, other];
}

/** Importances from several sources side by side: a row for each WHAT, a mark for each source. */
export function importanceDotsOption(
  names: readonly string[],
  sources: readonly ImportanceSeries[],
  words: { inUse: string },
  theme: ChartTheme,
): EChartsOption {
  const colors = colorsOf(theme);
  return {
    ...chartFrame(theme, describe(names, sources)),
    grid: rowsGrid(theme),
    legend: { ...legendLook(theme), data: sources.map(({ name }) => name), selectedMode: true },
    xAxis: {
      type: 'value',
      min: 0,
      ...valueAxisLook(theme),
      axisLabel: { ...labelStyle(theme), formatter: '{value}%' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: [...names],
      ...categoryAxisLook(theme),
      splitLine: { show: true, lineStyle: { color: theme.gridLine } },
      axisLabel: {
        ...labelStyle(theme, 'text'),
        interval: 0,
        width: theme.fontSize * 20,
        overflow: 'truncate',
      },
    },
    series: [
      spans(names.length, sources, theme),
      ...sources.map((source, s) => ({
        type: 'scatter' as const,
        name: source.name,
        symbol: symbols[s % symbols.length] ?? 'circle',
        symbolSize: theme.fontSize * (source.inUse ? 1.05 : 0.85),
        z: source.inUse ? 8 : 6,
        itemStyle: {
          color: source.inUse ? colors[s % colors.length] : theme.surface,
          borderColor: colors[s % colors.length],
          borderWidth: 1.8,
          opacity: 1,
        },
        data: source.shares.flatMap((share, row) =>
          share === null
            ? []
            : [
                {
                  value: [share, row],
                  name: names[row] ?? '',
                  tooltip: {
                    formatter: () =>
                      tooltipLines(names[row] ?? '', factsAt(row, sources, words.inUse)),
                  },
                },
              ],
        ),
      })),
    ],
  };
}

export function importanceDotsHeight(rowCount: number, theme: ChartTheme): number {
  return rowsHeight(rowCount, theme);
}

/** From the least to the most that is said of a row. */
function spans(
  count: number,
  sources: readonly ImportanceSeries[],
  theme: ChartTheme,
): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 4,
    tooltip: { show: false },
    encode: { x: [1, 2], y: 0 },
    data: Array.from({ length: count }, (_, row) => {
      const said = sources.map(({ shares }) => shares[row] ?? null).filter((one) => one !== null);
      return said.length < 2 ? null : [row, Math.min(...said), Math.max(...said)];
    }).filter((span) => span !== null),
    renderItem: (_params, api) => {
      const from = api.coord([Number(api.value(1)), Number(api.value(0))]);
      const to = api.coord([Number(api.value(2)), Number(api.value(0))]);
      return {
        type: 'line',
        shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
        style: { stroke: theme.secondary, lineWidth: theme.fontSize * 0.25 },
      };
    },
  };
}

function factsAt(
  row: number,
  sources: readonly ImportanceSeries[],
  inUse: string,
): [string, string][] {
  return sources.flatMap(({ name, shares, inUse: used }) => {
    const share = shares[row] ?? null;
    return share === null
      ? []
      : [[used ? `${name} (${inUse})` : name, `${formatScore(share)}%`] as [string, string]];
  });
}

function describe(names: readonly string[], sources: readonly ImportanceSeries[]): string {
  return names
    .map(
      (name, row) =>
        `${name}: ${factsAt(row, sources, '')
          .map((fact) => fact.join(' '))
          .join(', ')}`,
    )
    .join('; ');
}
