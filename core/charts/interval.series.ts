import type { CustomSeriesOption } from 'echarts';
import type { ChartTheme } from './chart-theme.ts';

/** One whisker: where it stands on the category axis and its two ends on the value axis. */
export interface Whisker {
  category: number;
  low: number;
  high: number;
}

/**
 * Error bars as a series of their own, drawn above the marks they belong to. Silent: a click goes to
 * the mark. `capPx` is half the width of the caps.
 */
export function intervalSeries(
  whiskers: readonly Whisker[],
  along: 'x' | 'y',
  theme: ChartTheme,
  capPx = 4,
): CustomSeriesOption {
  const [valueAt, categoryAt] = along === 'y' ? (['y', 'x'] as const) : (['x', 'y'] as const);
  return {
    type: 'custom',
    silent: true,
    z: 5,
    tooltip: { show: false },
    encode: { [categoryAt]: 0, [valueAt]: [1, 2] },
    data: whiskers.map(({ category, low, high }) => [category, low, high]),
    renderItem: (_params, api) => {
      const category = Number(api.value(0));
      const end = (value: number) =>
        api.coord(along === 'y' ? [category, value] : [value, category]);
      const low = end(Number(api.value(1)));
      const high = end(Number(api.value(2)));
      const style = { stroke: theme.interval, lineWidth: 1.2, fill: 'none' };
      const line = (from: number[], to: number[]) => ({
        type: 'line' as const,
        shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
        style,
      });
      return {
        type: 'group',
        children: [line(low, high), cap(low, along, capPx, line), cap(high, along, capPx, line)],
      };
    },
  };
}

function cap<Shape>(
  at: number[],
  along: 'x' | 'y',
  capPx: number,
  line: (from: number[], to: number[]) => Shape,
): Shape {
  const [x = 0, y = 0] = at;
  return along === 'y'
    ? line([x - capPx, y], [x + capPx, y])
    : line([x, y - capPx], [x, y + capPx]);
}
