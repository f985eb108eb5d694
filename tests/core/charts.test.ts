import { describe, expect, it } from 'vitest';
import { chartLinkOf } from '../../core/charts/chart-link.ts';
import {
  chartTextFrom,
  formatCount,
  formatDifference,
  formatScore,
  formatShare,
} from '../../core/charts/chart-text.ts';
import { darkChartTheme, lightChartTheme } from '../../core/charts/chart-theme.ts';
import { bestFirst, csiByGroupOption } from '../../core/charts/csi-by-group.option.ts';
import { csiByWaveOption } from '../../core/charts/csi-by-wave.option.ts';
import {
  countToReach,
  howWeightsOption,
  rankedHows,
} from '../../core/charts/how-weights.option.ts';
import { itemScoresOption } from '../../core/charts/item-scores.option.ts';
import { vocByMonthOption } from '../../core/charts/voc-by-month.option.ts';
import { vocKinds } from '../../core/contract/voc.contract.ts';
import { howWeightsOf } from '../../core/reports/house-weights.ts';
import { exampleHouse, exampleReportData } from '../support/report-data-builder.ts';

const text = chartTextFrom((key) => key);
const data = exampleReportData();
const index = data.indexes[0]!;

interface Mark {
  name?: string;
  value: unknown;
  link?: unknown;
}

/** The marks of the series of a type, as ECharts is given them. */
function marksOf(option: { series?: unknown }, type: string): Mark[][] {
  const series = option.series as { type: string; data: Mark[] }[];
  return series.filter((entry) => entry.type === type).map((entry) => entry.data);
}

describe('chart figures in words', () => {
  it.each([
    [3.67, '+3.7'],
    [-0.44, '−0.4'],
    [0.04, '0.0'],
    [-0.04, '0.0'],
  ])('writes the difference %d as %s', (difference, expected) => {
    expect(formatDifference(difference)).toBe(expected);
  });

  it('separates thousands and writes shares as percent', () => {
    expect([formatCount(3000), formatCount(1_234_567), formatCount(12)]).toEqual([
      '3,000',
      '1,234,567',
      '12',
    ]);
    expect(formatShare(0.125)).toBe('12.5%');
  });

  it('writes a share and the same share of 100 alike, whatever noise a sum has left in them', () => {
    expect(formatShare(0.0625)).toBe('6.3%');
    expect(formatShare(0.062499999999999986)).toBe('6.3%');
    expect(formatScore(6.249999999999998)).toBe('6.3');
    expect(formatShare(0.0624)).toBe('6.2%');
  });
});

describe('CSI by wave', () => {
  it('shows every wave with its value and walks to it', () => {
    const [marks] = marksOf(csiByWaveOption(index.wavePoints, text, lightChartTheme), 'line');
    expect(marks?.map(({ value }) => value)).toEqual([66.24, 69.91]);
    expect(marks?.map((mark) => chartLinkOf(mark))).toEqual([
      { to: 'wave', waveId: 1 },
      { to: 'wave', waveId: 2 },
    ]);
  });

  it('draws a whisker only where there is an interval, and leaves a gap where there is no figure', () => {
    const points = index.wavePoints.map((point, place) =>
      place === 0 ? { ...point, index: null, ci95: null, standardError: null } : point,
    );
    const option = csiByWaveOption(points, text, lightChartTheme);
    expect(marksOf(option, 'custom')[0]).toHaveLength(1);
    expect(marksOf(option, 'line')[0]?.[0]?.value).toBeNull();
  });

  it('keeps whiskers and scores within the axis', () => {
    const { yAxis } = csiByWaveOption(index.wavePoints, text, lightChartTheme);
    const { min, max } = yAxis as { min: number; max: number };
    expect(min).toBeLessThanOrEqual(66.24 - 1.77);
    expect(max).toBeGreaterThanOrEqual(69.91 + 1.77);
  });

  it('draws nothing for no waves', () => {
    expect(marksOf(csiByWaveOption([], text, darkChartTheme), 'line')).toEqual([[]]);
  });
});

describe('CSI by group', () => {
  const points = index.cuts.find((cut) => cut.by === 'branch')!.points;

  it('sorts the best first and groups without a figure last', () => {
    const sorted = bestFirst(points).map((point) => point.index);
    const figures = sorted.filter((figure) => figure !== null);
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
    expect(sorted.at(-1)).toBeNull();
  });

  it('walks from a bar to its group', () => {
    const [bars] = marksOf(csiByGroupOption(points, text, lightChartTheme), 'bar');
    expect(chartLinkOf(bars?.[0])).toEqual({ to: 'group', group: bestFirst(points)[0]?.group });
  });
});

describe('item scores', () => {
  it('puts the lowest latest score first and walks to item and wave', () => {
    const option = itemScoresOption(index.items, index.wavePoints, text, lightChartTheme);
    const [earlier, later] = marksOf(option, 'scatter');
    const scores = later?.map(({ value }) => (value as number[])[0] ?? 0) ?? [];
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(earlier).toHaveLength(index.items.length);
    expect(chartLinkOf(later?.[0])).toMatchObject({ to: 'item', waveId: 2 });
  });

  it('compares nothing when there is one wave', () => {
    const option = itemScoresOption(
      index.items,
      index.wavePoints.slice(0, 1),
      text,
      lightChartTheme,
    );
    expect(marksOf(option, 'scatter')).toHaveLength(1);
  });
});

describe('VOC by month', () => {
  it('stacks to the totals it shows', () => {
    const option = vocByMonthOption(data.overview.vocByMonth, text, lightChartTheme);
    const stacks = marksOf(option, 'bar');
    const [totals] = marksOf(option, 'scatter');
    const sums = stacks[0]?.map((_bar, month) =>
      stacks.reduce((sum, bars) => sum + Number(bars[month]?.value), 0),
    );
    expect(totals).toEqual(sums);
  });

  it('leaves out kinds that never occur', () => {
    const option = vocByMonthOption(
      [{ month: '2026-01', kind: 'praise', count: 3 }],
      text,
      lightChartTheme,
    );
    expect(marksOf(option, 'bar')).toHaveLength(1);
  });
});

describe('Pareto of HOW weights', () => {
  const hows = howWeightsOf(exampleHouse());

  it('accumulates to the whole', () => {
    expect(rankedHows(hows).at(-1)?.cumulativeWeight).toBeCloseTo(1, 12);
  });

  it.each([
    [[0.5, 0.3, 0.2], 0.8, 2],
    [[0.5, 0.3, 0.2], 0.81, 3],
    [[0, 0, 0], 0.8, 0],
    [[], 0.8, 0],
  ])('of %j it takes to reach %d: %d', (weights, share, expected) => {
    const ranked = rankedHows(
      weights.map((relativeWeight, i) => ({
        howId: i + 1,
        name: '',
        relativeWeight,
        rank: i + 1,
        csfId: null,
      })),
    );
    expect(countToReach(ranked, share)).toBe(expected);
  });

  it('gives every HOW one bar, in the colour of chosen or not', () => {
    const [chosen, others] = marksOf(howWeightsOption(hows, text, lightChartTheme), 'bar');
    const shown = (marks: Mark[] | undefined) =>
      marks?.filter(({ value }) => value !== null).length;
    expect(shown(chosen)).toBe(4);
    expect(shown(others)).toBe(10);
  });
});

describe('chart theme', () => {
  it.each([lightChartTheme, darkChartTheme])(
    '$name tells every kind of VOC by a colour of its own',
    (theme) => {
      expect(new Set(vocKinds.map((kind) => theme.vocKinds[kind])).size).toBe(vocKinds.length);
    },
  );
});
