import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { controlChartCalc } from '../../core/calc/methods/control-chart.calc.ts';

const gold = new URL('../../../shared/gold/control-charts/', import.meta.url);
const present = existsSync(gold);
if (!present) console.info('skipped: the gold control charts are not on this computer');

function rowsOf(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(new URL(name, gold), 'utf8').trim().split(/\r?\n/);
  const fields = head.replaceAll('"', '').split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(fields.map((field, i) => [field, cells[i] ?? '']));
  });
}

interface Expected {
  center: number;
  lower: number;
  upper: number;
  outOfControl: number[];
}

describe.skipIf(!present)('gold control charts', () => {
  it.each([
    ['p_orangejuice', 'p', 'orangejuice.csv', 'D'],
    ['u_pcmanufact', 'u', 'pcmanufact.csv', 'x'],
  ])('%s', (name, type, file, field) => {
    const all = JSON.parse(readFileSync(new URL('expected.json', gold), 'utf8'));
    const expected = all[name] as Expected;
    const rows = rowsOf(file).filter(({ trial }) => trial === undefined || trial === 'TRUE');
    const counts = rows.map((row) => Number(row[field]));
    const sizes = rows.map((row) => Number(row.size));
    const result = controlChartCalc.calculate({ type, counts, sizes });
    if (!result.ok) throw new Error(result.error.message);
    const chart = result.output as {
      center: number;
      lower: number[];
      upper: number[];
      outOfControl: number[];
    };
    const near = (actual: number, wanted: number) =>
      expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(all.tolerance);
    near(chart.center, expected.center);
    for (const limit of chart.lower) near(limit, expected.lower);
    for (const limit of chart.upper) near(limit, expected.upper);
    expect(chart.upper).toHaveLength(rows.length);
    expect(chart.outOfControl).toEqual(expected.outOfControl);
  });

  it('finds groups 38 and 39 among all 40 of the piston rings, and a run that ends at 40', () => {
    const diameters = rowsOf('pistonrings.csv').map(({ diameter }) => Number(diameter));
    const groups = Array.from({ length: 40 }, (_, g) => diameters.slice(5 * g, 5 * g + 5));
    expect(controlChartCalc.calculate({ type: 'xbar-r', groups })).toMatchObject({
      ok: true,
      output: {
        center: expect.closeTo(74.003605, 9),
        outOfControl: [38, 39],
        runs: [40],
        range: {
          center: expect.closeTo(0.023425, 9),
          upper: expect.closeTo(0.049532142473871964, 9),
        },
      },
    });
  });

  it('finds batch 4 among the viscosities, in the trial and in all', () => {
    const rows = rowsOf('viscosity.csv');
    const chartOf = (some: Record<string, string>[]) =>
      controlChartCalc.calculate({
        type: 'xmr',
        values: some.map(({ viscosity }) => Number(viscosity)),
      });
    expect(chartOf(rows.filter(({ trial }) => trial === 'TRUE'))).toMatchObject({
      output: { center: expect.closeTo(34.088, 9), outOfControl: [4] },
    });
    expect(chartOf(rows)).toMatchObject({
      output: {
        center: expect.closeTo(34.23828571428571, 9),
        range: { center: expect.closeTo(0.5135294117647057, 9) },
        outOfControl: [4],
      },
    });
  });
});
