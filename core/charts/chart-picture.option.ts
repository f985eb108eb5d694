import type { EChartsOption } from 'echarts';
import { type ChartTheme, lightChartTheme } from './chart-theme.ts';

/** For a picture that leaves the screen: on white, still, and legible on a slide. */
export const pictureChartTheme: ChartTheme = {
  ...lightChartTheme,
  animation: false,
  fontSize: 14,
};

const titleHeight = 34;
const noteHeight = 22;
const margin = 16;
/** For the nodes of a network at its edges and their names. */
const room = 48;

/**
 * A chart as a picture of its own: its title and what it is about above it, room at its edges, nothing
 * that answers to a pointer. The chart's own legend and grid are moved down by as much.
 */
export function pictureOption(
  option: EChartsOption,
  { title, note }: { title: string; note: string },
  theme: ChartTheme,
): EChartsOption {
  const down = margin + titleHeight + (note === '' ? 0 : noteHeight);
  return {
    ...option,
    animation: false,
    backgroundColor: theme.surface,
    tooltip: { show: false },
    title: {
      text: title,
      subtext: note,
      left: margin,
      top: margin,
      padding: 0,
      itemGap: 8,
      textStyle: {
        color: theme.text,
        fontSize: theme.fontSize + 4,
        fontWeight: 'bold',
        fontFamily: theme.fontFamily,
      },
      subtextStyle: {
        color: theme.textMuted,
        fontSize: theme.fontSize - 1,
        fontFamily: theme.fontFamily,
      },
    },
    ...moved(option, 'legend', { top: down, right: margin }),
    ...moved(option, 'grid', { top: down, right: margin, left: margin, bottom: margin }),
    series: [option.series ?? []].flat().map((series) =>
      // What has no grid lies between edges of its own.
      series.type === 'graph'
        ? { ...series, top: down + room, left: room, right: room, bottom: room }
        : series,
    ),
  };
}

type Edges = Partial<Record<'top' | 'right' | 'left' | 'bottom', number>>;

function moved(option: EChartsOption, part: 'legend' | 'grid', by: Edges): EChartsOption {
  const box: unknown = option[part];
  if (typeof box !== 'object' || box === null || Array.isArray(box)) return {};
  const edges = Object.entries(by).map(([edge, distance]) => {
    const own: unknown = Reflect.get(box, edge);
    return [edge, (typeof own === 'number' ? own : 0) + distance];
  });
  return { [part]: { ...box, ...Object.fromEntries(edges) } };
}
