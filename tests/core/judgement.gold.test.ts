import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { goldPresent, goldRows } from '../support/gold-data.ts';

if (!goldPresent) console.info('skipped: the gold cases (../shared/gold) are not on this computer');

type Figures = Record<string, string | number | number[]>;

interface GoldCase {
  input: object;
  expected: Figures;
  tolerance: number;
}

function goldCase(name: string): GoldCase {
  const url = new URL(`../../../shared/gold/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as GoldCase;
}

function outputOf(method: string, input: object): Record<string, unknown> {
  const result = runCalc(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.message} (${result.error.path})`);
  return result.output as Record<string, unknown>;
}

/** v < 0: the first is |v| times as important as the second; v > 0: the second is v times so. */
const ratioOf = (cell: string | undefined) => (Number(cell) < 0 ? -Number(cell) : 1 / Number(cell));

const attributes = ['cult', 'fam', 'house', 'jobs', 'trans'];

function cityMatrices(): number[][][] {
  return goldRows('ahp/city200_pairwise.csv').map((row) =>
    attributes.map((own, i) =>
      attributes.map((other, j) => {
        if (i === j) return 1;
        return i < j ? ratioOf(row[`${own}_${other}`]) : 1 / ratioOf(row[`${other}_${own}`]);
      }),
    ),
  );
}

describe.skipIf(!goldPresent)('gold cases of judgement', () => {
  it.each([
    ['ahp', 'ahp/choose-a-leader'],
    ['ahp', 'ahp/saaty-2008-drinks'],
    ['kano', 'kano/excellent-service'],
    ['kano', 'kano/service-app'],
    ['house', 'house/coffee-maker'],
    ['house', 'house/drip-coffee'],
  ])('%s › %s', (method, name) => {
    const { input, expected, tolerance } = goldCase(name);
    const output = outputOf(method, input);
    for (const [field, wanted] of Object.entries(expected)) {
      if (typeof wanted === 'string') {
        expect(output[field]).toBe(wanted);
        continue;
      }
      const actual = [output[field]].flat();
      const figures = [wanted].flat();
      expect(actual).toHaveLength(figures.length);
      for (const [i, figure] of figures.entries()) {
        expect(Math.abs(Number(actual[i]) - figure)).toBeLessThanOrEqual(tolerance);
      }
    }
  });
});

describe.skipIf(!goldPresent)(
  'city200: 200 simulated decision makers of the R package ahpsurvey',
  () => {
    /*
     * README of ahpsurvey 0.2 (F. Cho): aggregated priorities by row geometric means, joined by the
     * geometric mean and not renormalised. They fix how the file is coded, whichever method comes after.
     */
    it('is decoded as its package does: the published priorities come out', () => {
      const rowMeans = cityMatrices().map((matrix) => {
        const means = matrix.map((row) => row.reduce((p, value) => p * value, 1) ** (1 / 5));
        const total = means.reduce((sum, mean) => sum + mean, 0);
        return means.map((mean) => mean / total);
      });
      const published = [0.1526556, 0.44012225, 0.07217919, 0.283416, 0.03911341];
      for (const [i, figure] of published.entries()) {
        const logs = rowMeans.reduce((sum, means) => sum + Math.log(means[i] ?? 1), 0);
        expect(Math.exp(logs / rowMeans.length)).toBeCloseTo(figure, 8);
      }
    });

    /* Figures: numpy 2.4, eigenvectors of each matrix by LAPACK. */
    it('holds 133 members whose judgements are consistent enough (CR ≤ 0.1), and a mean CR of 0.0895', () => {
      const { members } = outputOf('ahp-group', {
        matrices: cityMatrices(),
        method: 'aip-arithmetic',
      }) as { members: { consistencyRatio: number }[] };
      const ratios = members.map((member) => member.consistencyRatio);
      expect(ratios.filter((ratio) => ratio <= 0.1)).toHaveLength(133);
      expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / 200).toBeCloseTo(0.08950269214067, 12);
      expect(Math.max(...ratios)).toBeCloseTo(0.246838004417562, 12);
      expect(Math.min(...ratios)).toBeCloseTo(0.00704171499467388, 12);
    });
  },
);
