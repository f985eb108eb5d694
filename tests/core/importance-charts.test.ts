import { describe, expect, it } from 'vitest';
import { lightChartTheme } from '../../core/charts/chart-theme.ts';
import { importanceDotsOption } from '../../core/charts/importance-dots.option.ts';
import { kanoPlaneOption } from '../../core/charts/kano-plane.option.ts';

const words = {
  better: '만족 계수',
  worse: '불만족 계수',
  respondents: '응답자',
  categories: { M: '당연적', O: '일원적', A: '매력적', I: '무관심', R: '역', Q: '회의적' },
};
const point = (whatId: number, better: number, worse: number) => ({
  whatId,
  number: String(whatId),
  name: `요구 ${whatId}`,
  category: 'O' as const,
  better,
  worse,
  n: 30,
});
interface Mark {
  value: number[];
  label: { show: boolean; formatter: string };
}
const marksOf = (option: ReturnType<typeof kanoPlaneOption>): Mark[] => {
  const series = [option.series].flat().at(-1);
  return (series as unknown as { data: Mark[] }).data;
};

describe('the plane of better and worse', () => {
  it('puts what displeases most to the right and what pleases most on top', () => {
    const [mark] = marksOf(kanoPlaneOption([point(1, 0.8, -0.3)], words, lightChartTheme));
    expect(mark?.value).toEqual([0.3, 0.8]);
    expect(mark?.label).toMatchObject({ show: true, formatter: '1 요구 1' });
  });

  it('labels marks that lie on each other once, with all their numbers', () => {
    const points = [point(1, 0.8, -0.3), point(2, 0.2, -0.9), point(3, 0.79, -0.31)];
    const labels = marksOf(kanoPlaneOption(points, words, lightChartTheme))
      .filter(({ label }) => label.show)
      .map(({ label }) => label.formatter);
    expect(labels).toEqual(['1, 3', '2 요구 2']);
  });

  it('tells its figures in words to those who do not see it', () => {
    const option = kanoPlaneOption([point(1, 0.8, -0.3)], words, lightChartTheme);
    expect(option.aria).toMatchObject({
      label: { description: '요구 1: 일원적, 만족 계수 0.80, 불만족 계수 -0.30' },
    });
  });
});

describe('importances as marks in a row', () => {
  it('draws no mark where a source says nothing', () => {
    const option = importanceDotsOption(
      ['가', '나'],
      [
        { name: '직접', shares: [60, 40], inUse: true },
        { name: 'AHP', shares: [null, 100], inUse: false },
      ],
      { inUse: '사용 중' },
      lightChartTheme,
    );
    const [spans, direct, ahp] = [option.series].flat() as unknown as { data: unknown[] }[];
    expect(spans?.data).toEqual([[1, 40, 100]]);
    expect(direct?.data).toHaveLength(2);
    expect(ahp?.data).toHaveLength(1);
  });
});
