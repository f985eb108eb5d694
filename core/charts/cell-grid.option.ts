import type { EChartsOption } from 'echarts';
import { chartFrame, labelStyle } from './chart-frame.option.ts';
import type { ChartTheme } from './chart-theme.ts';

export interface GridCell {
  /** Written in the cell. */
  text: string;
  /** 0 to 1: how dark the cell is. */
  shade: number;
  /** A frame round the cell: more or fewer than chance explains. */
  sign?: 'more' | 'less' | undefined;
}

export interface CellGrid {
  rows: readonly string[];
  columns: readonly string[];
  /** By row and column; null for an empty cell. */
  cells: readonly (readonly (GridCell | null)[])[];
}

/** A table of shaded cells as a picture: heat map or matrix of pairs. */
export function cellGridOption(
  { rows, columns, cells }: CellGrid,
  theme: ChartTheme,
): EChartsOption {
  const points = cells.flatMap((row, i) =>
    row.flatMap((cell, j) => (cell === null ? [] : [{ value: [j, i], cell }])),
  );
  const axis = (names: readonly string[]) => ({
    type: 'category' as const,
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      ...labelStyle(theme, 'text'),
      interval: 0,
      width: theme.fontSize * 9,
      overflow: 'truncate' as const,
    },
  });
  return {
    ...chartFrame(theme, ''),
    grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
    xAxis: { ...axis(columns), position: 'top' },
    yAxis: { ...axis(rows), inverse: true },
    series: [
      {
        type: 'custom',
        silent: true,
        data: points.map(({ value }) => value),
        renderItem: (params, api) => {
          const cell = points[params.dataIndex]?.cell;
          if (cell === undefined) return { type: 'group', children: [] };
          const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
          const size = api.size?.([1, 1]);
          const [width, height] = Array.isArray(size) ? size : [0, 0];
          return cellShape(cell, { x, y, width: width ?? 0, height: height ?? 0 }, theme);
        },
      },
    ],
  };
}

interface CellBox {
  /** Middle of the cell, px. */
  x: number;
  y: number;
  width: number;
  height: number;
}

function cellShape(
  { text, shade, sign }: GridCell,
  { x, y, width, height }: CellBox,
  theme: ChartTheme,
) {
  const frame = sign === 'more' ? theme.worse : theme.primary;
  return {
    type: 'group' as const,
    children: [
      {
        type: 'rect' as const,
        shape: {
          x: x - width / 2 + 1,
          y: y - height / 2 + 1,
          width: width - 2,
          height: height - 2,
        },
        style: {
          fill: mixed(theme.surface, theme.primary, 0.06 + 0.39 * shade),
          stroke: sign === undefined ? undefined : frame,
          lineWidth: sign === undefined ? 0 : 2,
          lineDash: sign === 'less' ? [4, 3] : undefined,
        },
      },
      {
        type: 'text' as const,
        style: {
          x,
          y,
          text,
          fill: theme.text,
          align: 'center' as const,
          verticalAlign: 'middle' as const,
          font: `${sign === 'more' ? 'bold ' : ''}${theme.fontSize}px ${theme.fontFamily}`,
        },
      },
    ],
  };
}

/** `share` of the second colour in the first; both as `#rrggbb`. */
function mixed(base: string, other: string, share: number): string {
  const part = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  const channels = [1, 3, 5].map((at) =>
    Math.round(part(base, at) * (1 - share) + part(other, at) * share),
  );
  return `rgb(${channels.join(',')})`;
}
