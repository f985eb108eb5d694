import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';

const gold = new URL('../../../shared/gold/statistics/', import.meta.url);
const present = existsSync(gold);
if (!present) console.info('skipped: the gold cases (../shared/gold) are not on this computer');

function rowsOf(name: string): string[][] {
  const [, ...lines] = readFileSync(new URL(name, gold), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.replaceAll('"', '').split(','));
}

function outputOf(method: string, input: unknown): Record<string, unknown> {
  const result = runCalc(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.message} (${result.error.path})`);
  return result.output as Record<string, unknown>;
}

describe.skipIf(!present)('gold cases of statistics', () => {
  const expected = () =>
    JSON.parse(readFileSync(new URL('expected.json', gold), 'utf8')) as {
      cronbach_alpha_attitude: number;
      plant_growth_anova: Record<'F' | 'df1' | 'df2' | 'p' | 'SSB' | 'SSW', number>;
      tolerance: number;
    };

  it('alpha › attitude', () => {
    const { cronbach_alpha_attitude, tolerance } = expected();
    const { alpha, n } = outputOf('alpha', {
      items: rowsOf('attitude.csv').map((row) => row.map(Number)),
    });
    expect(n).toBe(30);
    expect(Math.abs(Number(alpha) - cronbach_alpha_attitude)).toBeLessThanOrEqual(tolerance);
  });

  it('anova › PlantGrowth', () => {
    const { plant_growth_anova, tolerance } = expected();
    const rows = rowsOf('plant-growth.csv');
    const groups = ['ctrl', 'trt1', 'trt2'].map((name) =>
      rows.filter(([, group]) => group === name).map(([weight]) => Number(weight)),
    );
    const { f, df1, df2, p, ssBetween, ssWithin } = outputOf('anova', { groups });
    const figures = { F: f, df1, df2, p, SSB: ssBetween, SSW: ssWithin };
    for (const [name, figure] of Object.entries(figures)) {
      const wanted = plant_growth_anova[name as keyof typeof plant_growth_anova];
      expect(Math.abs(Number(figure) - wanted), name).toBeLessThanOrEqual(tolerance);
    }
  });
});
