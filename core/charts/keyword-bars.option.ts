import type { EChartsOption } from 'echarts';
import {
  categoryAxisLook,
  chartFrame,
  labelStyle,
  rowsGrid,
  valueAxisLook,
} from './chart-frame.option.ts';
import { formatCount, formatShare } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';

export interface KeywordBar {
  word: string;
  count: number;
  share: number;
  /** Comes up significantly more than before. */
  rising: boolean;
}

/** Words by how many VOC hold them, most on top; those that rise in vermilion and with an arrow. */
export function keywordBarsOption(
  bars: readonly KeywordBar[],
  words: { count: string },
  theme: ChartTheme,
): EChartsOption {
  const named = bars.map(({ word, rising }) => (rising ? `${word} ▲` : word));
  return {
    ...chartFrame(theme, bars.map(({ word, count }) => `${word}: ${count}`).join('; ')),
    grid: { ...rowsGrid(theme), top: 4, right: theme.fontSize * 8 },
    xAxis: { type: 'value', min: 0, minInterval: 1, ...valueAxisLook(theme) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: named,
      ...categoryAxisLook(theme),
      axisLabel: { ...labelStyle(theme, 'text'), interval: 0 },
    },
    series: [
      {
        type: 'bar',
        name: words.count,
        barMaxWidth: theme.fontSize * 1.4,
        data: bars.map(({ count, rising }) => ({
          value: count,
          itemStyle: { color: rising ? theme.worse : theme.primary },
        })),
        label: {
          show: true,
          position: 'right',
          ...labelStyle(theme, 'text'),
          formatter: ({ dataIndex }) => {
            const bar = bars[dataIndex];
            return bar === undefined ? '' : `${formatCount(bar.count)} (${formatShare(bar.share)})`;
          },
        },
      },
    ],
  };
}
