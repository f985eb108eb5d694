import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellGridOption } from '../../core/charts/cell-grid.option.ts';
import { chartLinkOf } from '../../core/charts/chart-link.ts';
import { pictureChartTheme, pictureOption } from '../../core/charts/chart-picture.option.ts';
import { darkChartTheme, lightChartTheme } from '../../core/charts/chart-theme.ts';
import { keywordBarsOption } from '../../core/charts/keyword-bars.option.ts';
import { weeklyVocOption } from '../../core/charts/weekly-voc.option.ts';
import { wordNetwork, wordNetworkOption } from '../../core/charts/word-network.option.ts';
import { wordTrendOption } from '../../core/charts/word-trend.option.ts';
import type { WordPairLine, WordTrend } from '../../core/contract/insight.contract.ts';
import { weeklyVoc } from '../../core/domain/voc/weekly-voc.ts';
import { isPartial, wholeDays } from '../../core/domain/voc/whole-days.ts';
import { networkLayout } from '../../core/domain/words/network-layout.ts';
import { pairMatrix } from '../../core/domain/words/pair-matrix.ts';

const pair = (first: string, second: string, logLikelihood: number): WordPairLine => ({
  first,
  second,
  both: 10,
  firstCount: first === '환불' ? 400 : 100,
  secondCount: 100,
  expected: 5,
  lift: 2,
  logLikelihood,
  q: 0.01,
});
const pairs = [pair('환불', '지연', 400), pair('환불', '요청', 100), pair('기사', '친절', 100)];
const words = { vocCount: '건수', together: '함께', lift: '향상도' };

interface SeriesData {
  type: string;
  data: unknown[];
  links?: { lineStyle: { width: number }; link: unknown }[];
}
const seriesOf = (option: { series?: unknown }) => option.series as SeriesData[];

describe('the places of a network', () => {
  const networks = fc.integer({ min: 2, max: 40 }).chain((nodes) =>
    fc.record({
      nodes: fc.constant(nodes),
      edges: fc.array(
        fc.record({
          first: fc.nat(nodes - 1),
          second: fc.nat(nodes - 1),
          strength: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { maxLength: 60 },
      ),
    }),
  );

  it('lie in the square, fill it, and are the same each time', () => {
    fc.assert(
      fc.property(networks, ({ nodes, edges }) => {
        const points = networkLayout(nodes, edges);
        expect(points).toEqual(networkLayout(nodes, edges));
        expect(points).toHaveLength(nodes);
        for (const { x, y } of points) {
          for (const at of [x, y]) expect(at >= 0 && at <= 1).toBe(true);
        }
        expect(Math.max(...points.map(({ x }) => x))).toBeCloseTo(1, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('of words that belong together are nearer than of others', () => {
    const edges = [
      { first: 0, second: 1, strength: 1 },
      { first: 1, second: 2, strength: 1 },
      { first: 3, second: 4, strength: 1 },
    ];
    const points = networkLayout(6, edges);
    const apart = (a: number, b: number) =>
      Math.hypot(
        (points[a]?.x ?? 0) - (points[b]?.x ?? 0),
        (points[a]?.y ?? 0) - (points[b]?.y ?? 0),
      );
    expect(apart(0, 1)).toBeLessThan(apart(0, 3));
    expect(apart(3, 4)).toBeLessThan(apart(2, 4));
  });

  it('of no node are none, and of one is the middle', () => {
    expect(networkLayout(0, [])).toEqual([]);
    expect(networkLayout(1, [])).toEqual([{ x: 0.5, y: 0.5 }]);
  });
});

describe('the network of words', () => {
  const [series] = seriesOf(wordNetworkOption(wordNetwork(pairs), words, lightChartTheme));
  const nodes = series?.data as { name: string; symbolSize: number; link: unknown }[];

  it('has each word once, larger the more VOC hold it', () => {
    expect(nodes.map(({ name }) => name).toSorted()).toEqual(
      ['기사', '요청', '지연', '친절', '환불'].toSorted(),
    );
    const largest = nodes.toSorted((a, b) => b.symbolSize - a.symbolSize)[0];
    expect(largest?.name).toBe('환불');
  });

  it('draws the strongest pair thickest, and every mark leads to its VOC', () => {
    const widths = (series?.links ?? []).map(({ lineStyle }) => lineStyle.width);
    expect(widths[0]).toBeGreaterThan(widths[1] ?? 99);
    expect(widths[1]).toBe(widths[2]);
    expect(chartLinkOf(series?.links?.[0])).toEqual({ to: 'vocWords', words: ['환불', '지연'] });
    expect(chartLinkOf(nodes.find(({ name }) => name === '기사'))).toEqual({
      to: 'vocWords',
      words: ['기사'],
    });
  });
});

describe('the matrix of pairs', () => {
  it('sets the words that hang together against each other, either way round', () => {
    const { words: names, pairOf, shadeOf } = pairMatrix(pairs);
    expect(names.slice(0, 2).toSorted()).toEqual(['지연', '환불']);
    expect(pairOf('지연', '환불')).toBe(pairs[0]);
    expect(pairOf('지연', '친절')).toBeUndefined();
    expect(pairs.map(shadeOf)).toEqual([1, 0.5, 0.5]);
    expect(pairMatrix([]).words).toEqual([]);
  });
});

describe('periods that are not whole', () => {
  const known = { first: '2026-01-07', last: '2026-03-10' };
  const today = '2026-03-20';

  it('begin before the first VOC or end after the last, after yesterday or outside the filter', () => {
    const days = wholeDays({ known, today });
    expect(days).toEqual({ from: '2026-01-07', to: '2026-03-10' });
    expect(isPartial({ from: '2026-01-05', to: '2026-01-11' }, days)).toBe(true);
    expect(isPartial({ from: '2026-01-12', to: '2026-01-18' }, days)).toBe(false);
    expect(isPartial({ from: '2026-03-09', to: '2026-03-15' }, days)).toBe(true);
    const narrowed = { known, today: '2026-02-10', receivedFrom: '2026-02-01' };
    expect(wholeDays(narrowed)).toEqual({ from: '2026-02-01', to: '2026-02-09' });
    expect(wholeDays({ known: null, today }).to).toBe('2026-03-19');
    expect(wholeDays({ known, today, slack: 2 })).toEqual({ from: '2026-01-05', to: '2026-03-12' });
    expect(wholeDays({ known, today: '2026-03-11', slack: 2 }).to).toBe('2026-03-10');
  });

  const trend: WordTrend = {
    sample: null,
    periods: [
      { from: '2026-01-01', to: '2026-01-31', total: 10, partial: true },
      { from: '2026-02-01', to: '2026-02-28', total: 20, partial: false },
      { from: '2026-03-01', to: '2026-03-31', total: 20, partial: false },
      { from: '2026-04-01', to: '2026-04-30', total: 4, partial: true },
    ],
    series: [{ word: '환불', counts: [1, 5, 4, 2] }],
  };

  it('are hollow on a dashed line of the trend, and no part of the full one', () => {
    const [whole, fringe] = seriesOf(wordTrendOption(trend, 'count', lightChartTheme));
    const valuesOf = (series: SeriesData | undefined) =>
      series?.data.map((point) =>
        typeof point === 'object' && point !== null && 'value' in point ? point.value : point,
      );
    expect(valuesOf(whole)).toEqual(['-', 5, 4, '-']);
    expect(valuesOf(fringe)).toEqual([1, 5, 4, 2]);
    expect(fringe).toMatchObject({ lineStyle: { type: 'dashed' } });
    expect(fringe?.data[0]).toMatchObject({ itemStyle: { color: lightChartTheme.surface } });
    expect(fringe?.data[1]).toMatchObject({ symbol: 'none' });
    expect(chartLinkOf(fringe?.data[3])).toMatchObject({ word: '환불', from: '2026-04-01' });
  });

  it('are off the weekly chart, of which every signal is marked', () => {
    const week = (i: number, count: number) => {
      const from = new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10);
      const to = new Date(Date.UTC(2026, 0, 11 + 7 * i)).toISOString().slice(0, 10);
      return { from, to, count };
    };
    const counted = [60, 44, 60, 44, 60, 44, 60, 95, 44, 50].map((count, i) => week(i, count));
    const weekly = weeklyVoc({
      counted,
      whole: null,
      wholeDays: { from: '2026-01-05', to: '2026-03-10' },
      lastDay: '2026-03-10',
    });
    expect(weekly.weeks.map(({ partial }) => partial)).toEqual([...Array(9).fill(false), true]);
    expect(weekly.signals.map(({ week: at, kind }) => [at, kind])).toEqual([[7, 'above']]);
    const labels = {
      value: '값',
      center: '중심선',
      limits: '한계',
      signal: '신호',
      partial: '일부',
    };
    const drawn = seriesOf(weeklyVocOption(weekly, labels, darkChartTheme))[3];
    expect(drawn).toMatchObject({ showAllSymbol: true });
    expect(drawn?.data[7]).toMatchObject({ itemStyle: { color: darkChartTheme.worse } });
  });
});

describe('a chart as a picture', () => {
  const bars = keywordBarsOption(
    [{ word: '환불', count: 30, share: 0.3, rising: true }],
    { count: '건수' },
    pictureChartTheme,
  );

  it('has its title above it, on white, with the chart moved down', () => {
    const made = pictureOption(bars, { title: '낱말', note: 'VOC 100건' }, pictureChartTheme);
    expect(made).toMatchObject({
      backgroundColor: '#ffffff',
      animation: false,
      title: { text: '낱말', subtext: 'VOC 100건' },
      tooltip: { show: false },
    });
    const top = (option: { grid?: unknown }) => (option.grid as { top: number }).top;
    expect(top(made)).toBeGreaterThan(top(bars) + 40);
  });

  it('of a network keeps it clear of the title', () => {
    const network = wordNetworkOption(wordNetwork(pairs), words, pictureChartTheme);
    const made = pictureOption(network, { title: '네트워크', note: '' }, pictureChartTheme);
    expect(seriesOf(made)[0]).toMatchObject({ type: 'graph', top: expect.any(Number) });
    expect((seriesOf(made)[0] as unknown as { top: number }).top).toBeGreaterThan(60);
  });

  it('marks words that rise, and leaves empty cells of a matrix out', () => {
    expect(bars).toMatchObject({ yAxis: { data: ['환불 ▲'] } });
    const grid = cellGridOption(
      {
        rows: ['a', 'b'],
        columns: ['a', 'b'],
        cells: [
          [null, { text: '3', shade: 1 }],
          [null, null],
        ],
      },
      lightChartTheme,
    );
    expect(seriesOf(grid)[0]?.data).toEqual([[1, 0]]);
  });
});
