import type { EChartsOption } from 'echarts';
import type { KanoCategory } from '../domain/kano/kano.ts';
import { chartFrame, labelStyle, tooltipLines, valueAxisLook } from './chart-frame.option.ts';
import { formatCount } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';

/** A WHAT in the plane of a Kano survey. */
export interface KanoPoint {
  whatId: number;
  number: string;
  name: string;
  category: KanoCategory;
  /** 0 to 1, and −1 to 0. */
  better: number;
  worse: number;
  n: number;
}

export interface KanoPlaneWords {
  better: string;
  worse: string;
  respondents: string;
  categories: Record<KanoCategory, string>;
}

const symbolOf: Record<KanoCategory, string> = {
  M: 'rect',
  O: 'circle',
  A: 'triangle',
  I: 'diamond',
  R: 'pin',
  Q: 'roundRect',
};
/** Where the name of each quarter stands. */
const quarters = [
  { category: 'A', at: [0.012, 0.985], align: 'left', verticalAlign: 'top' },
  { category: 'O', at: [0.988, 0.985], align: 'right', verticalAlign: 'top' },
  { category: 'I', at: [0.012, 0.015], align: 'left', verticalAlign: 'bottom' },
  { category: 'M', at: [0.988, 0.015], align: 'right', verticalAlign: 'bottom' },
] as const;
const sides = ['right', 'left', 'top', 'bottom'] as const;
/** Longer names are cut: the whole one stands in the tooltip and in the table. */
const longestName = 14;

/**
 * How much having each WHAT pleases (better, upwards) against how much lacking it displeases (worse, to
 * the right): the quarters are the classes that the coefficients point to; the mark's shape is the class
 * that most respondents gave, which may differ.
 */
export function kanoPlaneOption(
  points: readonly KanoPoint[],
  words: KanoPlaneWords,
  theme: ChartTheme,
): EChartsOption {
  const clusters = labelledClusters(points);
  const clusterOf = (i: number) => clusters.find(({ members }) => members.includes(i));
  const axis = { type: 'value' as const, min: 0, max: 1, interval: 0.25, ...valueAxisLook(theme) };
  return {
    ...chartFrame(theme, describe(points, words)),
    grid: {
      left: theme.fontSize * 2.2,
      right: theme.fontSize * 1.5,
      top: theme.fontSize * 1.5,
      bottom: theme.fontSize * 2.4,
      containLabel: true,
    },
    xAxis: { ...axis, name: words.worse, nameLocation: 'middle', nameGap: theme.fontSize * 2.2 },
    yAxis: { ...axis, name: words.better, nameLocation: 'middle', nameGap: theme.fontSize * 3 },
    series: [
      {
        type: 'scatter',
        silent: true,
        symbolSize: 0,
        tooltip: { show: false },
        data: quarters.map(({ category, at, align, verticalAlign }) => ({
          value: [...at],
          label: {
            show: true,
            formatter: words.categories[category],
            ...labelStyle(theme),
            fontWeight: 'bold',
            fontSize: theme.fontSize * 1.15,
            align,
            verticalAlign,
            position: 'inside',
          },
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          label: { show: false },
          lineStyle: { color: theme.axisLine, type: 'dashed', width: 1 },
          data: [{ xAxis: 0.5 }, { yAxis: 0.5 }],
        },
      },
      {
        type: 'scatter',
        data: points.map((point, i) => {
          const cluster = clusterOf(i);
          return {
            value: [-point.worse, point.better],
            name: point.name,
            symbol: symbolOf[point.category],
            symbolSize: theme.fontSize,
            itemStyle: {
              color: point.category === 'M' ? theme.worse : theme.primary,
              borderColor: theme.surface,
              borderWidth: 1,
              opacity: 1,
            },
            label: {
              show: cluster?.members[0] === i,
              position: cluster?.side ?? 'right',
              formatter: cluster?.label ?? '',
              ...labelStyle(theme, 'text'),
            },
            tooltip: {
              formatter: () =>
                (cluster?.members ?? [i])
                  .flatMap((member) => points[member] ?? [])
                  .map((one) => tooltipLines(`${one.number} ${one.name}`, factsOf(one, words)))
                  .join('\n\n'),
            },
          };
        }),
      },
    ],
  };
}

/** Marks closer than this, in the unit of the axes, share a label of their numbers. */
const touching = 0.055;
/** Beyond this many marks names would cover each other: numbers alone. */
const mostNames = 20;

interface Cluster {
  /** Places among the points; the first carries the label. */
  members: number[];
  label: string;
  side: (typeof sides)[number];
}

/**
 * The labels, one for points that lie on each other: first their numbers, each on the side of its mark where it covers least of
 * what is there already. The plane is taken for about 380 points square.
 */
function labelledClusters(points: readonly KanoPoint[]): Cluster[] {
  const groups: number[][] = [];
  for (const [i, point] of points.entries()) {
    const near = groups.find(([first = 0]) => {
      const other = points[first];
      return (
        other !== undefined &&
        Math.hypot(other.worse - point.worse, other.better - point.better) < touching
      );
    });
    if (near === undefined) groups.push([i]);
    else near.push(i);
  }
  const marks = points.map(({ worse, better }) => boxAt(-worse, better, 0.035, 0.035));
  const boxes: Box[] = [];
  const numbered = groups.map((members) => {
    const label = members.flatMap((i) => points[i]?.number ?? []).join(', ');
    const { worse = 0, better = 0 } = points[members[0] ?? 0] ?? {};
    const { side } = freestSide({ marks, labels: boxes }, -worse, better, label);
    boxes.push(labelBox(side, -worse, better, label));
    return { members, label, side };
  });
  if (points.length > mostNames) return numbered;
  return numbered.map((cluster, at) => {
    const [first = 0] = cluster.members;
    const point = points[first];
    if (point === undefined || cluster.members.length > 1) return cluster;
    // Names stand where nothing is in their way; elsewhere the number has to do.
    const label = `${point.number} ${cut(point.name)}`;
    const taken = { marks: marks.toSpliced(first, 1), labels: boxes.toSpliced(at, 1) };
    const { side, cost } = freestSide(taken, -point.worse, point.better, label);
    if (cost > 0) return cluster;
    boxes[at] = labelBox(side, -point.worse, point.better, label);
    return { ...cluster, label, side };
  });
}

/** Covering a mark is worse than touching another label, and being cut off at the edge worst. */
function freestSide(
  taken: { marks: readonly Box[]; labels: readonly Box[] },
  x: number,
  y: number,
  label: string,
): { side: Cluster['side']; cost: number } {
  const costs = sides.map((side) => {
    const box = labelBox(side, x, y, label);
    const covered = (boxes: readonly Box[]) =>
      boxes.reduce((sum, other) => sum + shared(other, box), 0);
    const outside = box.left < 0 || box.right > 1 || box.low < 0 || box.high > 1 ? 4 : 0;
    return { side, cost: outside + 2 * covered(taken.marks) + covered(taken.labels) };
  });
  return costs.toSorted((a, b) => a.cost - b.cost)[0] ?? { side: 'right', cost: 0 };
}

function labelBox(side: Cluster['side'], x: number, y: number, label: string): Box {
  // Hangul is as wide as it is high, other letters about half as wide.
  const width = [...label].reduce((sum, sign) => sum + (/[가-힣]/.test(sign) ? 0.031 : 0.018), 0);
  const height = 0.045;
  if (side === 'right' || side === 'left') {
    return boxAt(x + (side === 'right' ? 1 : -1) * (width / 2 + 0.022), y, width, height);
  }
  return boxAt(x, y + (side === 'top' ? 1 : -1) * 0.045, width, height);
}

interface Box {
  left: number;
  right: number;
  low: number;
  high: number;
}

function boxAt(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, low: y - height / 2, high: y + height / 2 };
}

/** Share of the first that lies under the second. */
function shared(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const along = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  if (across <= 0 || along <= 0) return 0;
  return (across * along) / ((a.right - a.left) * (a.high - a.low));
}

function cut(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

function factsOf(point: KanoPoint, words: KanoPlaneWords): [string, string][] {
  return [
    [words.categories[point.category], `(${point.category})`],
    [words.better, point.better.toFixed(2)],
    [words.worse, point.worse.toFixed(2)],
    [words.respondents, formatCount(point.n)],
  ];
}

function describe(points: readonly KanoPoint[], words: KanoPlaneWords): string {
  return points
    .map(
      ({ name, better, worse, category }) =>
        `${name}: ${words.categories[category]}, ${words.better} ${better.toFixed(2)}, ${words.worse} ${worse.toFixed(2)}`,
    )
    .join('; ');
}
