import type { EChartsOption } from 'echarts';
import type { WordPairLine } from '../contract/insight.contract.ts';
import { type NetworkPoint, networkLayout } from '../domain/words/network-layout.ts';
import { chartFrame, labelStyle, tooltipLines } from './chart-frame.option.ts';
import type { ChartLink } from './chart-link.ts';
import { formatCount } from './chart-text.ts';
import type { ChartTheme } from './chart-theme.ts';

export interface WordNetwork {
  /** Most frequent first. */
  nodes: { word: string; count: number; point: NetworkPoint }[];
  pairs: WordPairLine[];
}

/** The words of these pairs with their places: by frequency, so that a threshold moves few of them. */
export function wordNetwork(pairs: readonly WordPairLine[]): WordNetwork {
  const counts = new Map<string, number>();
  for (const { first, second, firstCount, secondCount } of pairs) {
    counts.set(first, firstCount);
    counts.set(second, secondCount);
  }
  const words = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const placeOf = new Map(words.map(([word], place) => [word, place]));
  const strongest = strengthOf(pairs);
  const points = networkLayout(
    words.length,
    pairs.map((pair) => ({
      first: placeOf.get(pair.first) ?? 0,
      second: placeOf.get(pair.second) ?? 0,
      strength: strongest(pair),
    })),
  );
  return {
    nodes: words.map(([word, count], place) => ({
      word,
      count,
      point: points[place] ?? { x: 0.5, y: 0.5 },
    })),
    pairs: [...pairs],
  };
}

/** √(G² ÷ the largest G²), as the matrix is shaded. */
function strengthOf(pairs: readonly WordPairLine[]): (pair: WordPairLine) => number {
  const most = pairs.reduce((high, { logLikelihood }) => Math.max(high, logLikelihood), 0);
  return ({ logLikelihood }) => (most === 0 ? 0 : Math.sqrt(logLikelihood / most));
}

const smallest = 10;
const largest = 44;
/** Width ÷ height of the picture, about that of the box it is drawn in. */
const aspect = 1.3;
const thinnest = 1;
const thickest = 8;

/**
 * Words that stand together as a network: a node's area is how many VOC hold the word, an edge's width
 * how strongly its words belong together (√G²). Nodes and edges link to their VOC.
 */
export function wordNetworkOption(
  { nodes, pairs }: WordNetwork,
  words: { vocCount: string; together: string; lift: string },
  theme: ChartTheme,
): EChartsOption {
  const most = Math.max(1, ...nodes.map(({ count }) => count));
  const strength = strengthOf(pairs);
  return {
    ...chartFrame(
      theme,
      pairs.map(({ first, second, both }) => `${first} · ${second}: ${both}`).join('; '),
    ),
    series: [
      {
        type: 'graph',
        layout: 'none',
        top: theme.fontSize * 3,
        bottom: theme.fontSize * 3,
        left: theme.fontSize * 4,
        right: theme.fontSize * 4,
        preserveAspect: true,
        emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.9 } },
        blur: { itemStyle: { opacity: 0.25 }, lineStyle: { opacity: 0.08 } },
        label: {
          show: true,
          position: 'bottom',
          distance: 2,
          ...labelStyle(theme, 'text'),
          textBorderColor: theme.surface,
          textBorderWidth: 3,
        },
        lineStyle: { color: theme.textMuted, opacity: 0.45 },
        data: nodes.map(({ word, count, point }) => ({
          name: word,
          x: point.x * 1_000 * aspect,
          y: point.y * 1_000,
          symbolSize: smallest + (largest - smallest) * Math.sqrt(count / most),
          itemStyle: { color: theme.primary, borderColor: theme.surface, borderWidth: 1.5 },
          link: { to: 'vocWords', words: [word] } satisfies ChartLink,
          tooltip: { formatter: () => tooltipLines(word, [[words.vocCount, formatCount(count)]]) },
        })),
        links: pairs.map((pair) => ({
          source: pair.first,
          target: pair.second,
          lineStyle: { width: thinnest + (thickest - thinnest) * strength(pair) },
          link: { to: 'vocWords', words: [pair.first, pair.second] } satisfies ChartLink,
          tooltip: {
            formatter: () =>
              tooltipLines(`${pair.first} · ${pair.second}`, [
                [words.together, formatCount(pair.both)],
                [words.lift, `×${pair.lift.toFixed(1)}`],
                ['G²', pair.logLikelihood.toFixed(1)],
              ]),
          },
        })),
      },
    ],
  };
}
