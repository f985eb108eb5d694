import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { goldMatrix, goldPresent, goldRows } from '../support/gold-data.ts';

if (!goldPresent) console.info('skipped: the gold cases (../shared/gold) are not on this computer');

const gold = new URL('../../../shared/gold/', import.meta.url);

function goldCase(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, gold), 'utf8'));
}

function outputOf(method: string, input: unknown): Record<string, unknown> {
  const result = runCalc(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.message} (${result.error.path})`);
  return result.output as Record<string, unknown>;
}

function expectWithin(actual: unknown, expected: number | undefined, tolerance: number): void {
  expect(Math.abs(Number(actual) - Number(expected))).toBeLessThanOrEqual(tolerance);
}

describe.skipIf(!goldPresent)('gold cases of survey methods', () => {
  it('nps › one half, one third, one sixth', () => {
    const { input, expected, tolerance } = goldCase('nps/half-third-sixth.json') as {
      input: unknown;
      expected: Record<string, number>;
      tolerance: number;
    };
    const output = outputOf('nps', input);
    for (const [field, value] of Object.entries(expected)) {
      expectWithin(output[field], value, tolerance);
    }
  });

  it('wilson and box › 15 of 148', () => {
    const { wilson_15_of_148: bounds, tolerance } = goldCase('statistics/expected.json') as {
      wilson_15_of_148: [number, number];
      tolerance: number;
    };
    const scores = Array.from({ length: 148 }, (_, i) => (i < 15 ? 5 : 3));
    const outputs = [
      outputOf('wilson', { successes: 15, n: 148 }),
      outputOf('box', { scores, scaleMin: 1, scaleMax: 5, top: 2 }),
    ];
    for (const { ci95 } of outputs) {
      for (const [end, bound] of bounds.entries()) {
        expectWithin((ci95 as number[])[end], bound, tolerance);
      }
    }
  });

  it('composite-index › the mean over all items of A병원, on 0–100', () => {
    const { expected, tolerance } = goldCase('composite-index/expected.json') as {
      expected: Record<string, number>[];
      tolerance: number;
    };
    const units = goldRows('composite-index/two-hospitals.csv').map(({ unit }) => unit);
    const questions = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'];
    const items = goldMatrix('composite-index/two-hospitals.csv', questions).filter(
      (_, row) => units[row] === 'A병원',
    );
    const { index } = outputOf('composite-index', {
      components: [
        { name: '전체', weight: 1, score: 'mean-0-100', scaleMin: 1, scaleMax: 5, items },
      ],
    });
    expectWithin(index, expected[0]?.mean_0_100, tolerance);
    expectWithin(1 + Number(index) / 25, expected[0]?.mean_1_5, tolerance);
  });
});
