import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';

const gold = new URL('../../../shared/gold/', import.meta.url);
const present = existsSync(gold);
if (!present) console.info('skipped: the gold cases (../shared/gold) are not on this computer');

function goldText(name: string): string {
  return readFileSync(new URL(name, gold), 'utf8');
}

function outputOf(method: string, input: unknown): Record<string, unknown> {
  const result = runCalc(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.message} (${result.error.path})`);
  return result.output as Record<string, unknown>;
}

describe.skipIf(!present)('gold cases', () => {
  it.each(['coffee-maker', 'drip-coffee'])('house › %s', (name) => {
    const { input, expected, tolerance } = JSON.parse(goldText(`house/${name}.json`)) as {
      input: unknown;
      expected: Record<string, number[]>;
      tolerance: number;
    };
    const output = outputOf('house', input);
    for (const [field, values] of Object.entries(expected)) {
      const actual = output[field] as number[];
      expect(actual).toHaveLength(values.length);
      for (const [j, value] of values.entries()) {
        expect(Math.abs((actual[j] ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  it('composite-index › the PCSI of A병원', () => {
    const { expected, tolerance } = JSON.parse(goldText('composite-index/expected.json')) as {
      expected: Record<string, number>[];
      tolerance: number;
    };
    const figures = expected[0] ?? {};
    const rows = goldText('composite-index/two-hospitals.csv')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','))
      .filter((cells) => cells[0] === 'A병원')
      .map((cells) => cells.slice(2).map(Number));
    const scale = { score: 'mean-0-100', scaleMin: 1, scaleMax: 5 };
    const output = outputOf('composite-index', {
      components: [
        { ...scale, name: '전반', weight: 0.5, items: rows.map((row) => row.slice(8, 9)) },
        { ...scale, name: '요소', weight: 0.3, items: rows.map((row) => row.slice(0, 6)) },
        { ...scale, name: '사회', weight: 0.2, items: rows.map((row) => row.slice(6, 8)) },
      ],
    });
    const components = output.components as { score: number }[];
    const pairs = [
      [output.index, figures.PCSI_composite],
      [components[0]?.score, figures.overall_satisfaction],
      [components[1]?.score, figures.element_satisfaction],
      [components[2]?.score, figures.social_satisfaction],
      [output.n, figures.n],
    ];
    for (const [actual, wanted] of pairs) {
      expect(Math.abs(Number(actual) - Number(wanted))).toBeLessThanOrEqual(tolerance);
    }
  });
});
