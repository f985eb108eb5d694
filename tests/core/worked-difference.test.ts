import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { workedDifference } from '../../core/calc/worked-difference.ts';

describe('a worked difference', () => {
  it('shows the digits that the difference is made of', () => {
    expect(workedDifference(5.5, 4.5)).toBe('5.5 − 4.5');
    expect(workedDifference(3.0036945980636394, 3)).toBe('3.0036946 − 3');
    expect(workedDifference(1_000_000.47895, 1_000_000)).toBe('1000000.47895 − 1000000');
    expect(workedDifference(1 / 3, 0.2)).toBe('0.3333333 − 0.2');
  });

  it('puts a negative number behind a minus sign in brackets', () => {
    expect(workedDifference(0.25, -0.25)).toBe('0.25 − (−0.25)');
    expect(workedDifference(-2, 1e-7)).toBe('−2 − 1e−7');
  });

  it('has a dash for what is not there, and does not mind equals and extremes', () => {
    expect(workedDifference(null, 2)).toBe('– − 2');
    expect(workedDifference(2, 2)).toBe('2 − 2');
    expect(workedDifference(1e308, -1e308)).toBe('1e+308 − (−1e+308)');
  });

  it.each([
    [
      'ahp',
      {
        matrix: [
          [1, 3, 5.0001],
          [1 / 3, 1, 5 / 3],
          [1 / 5.0001, 0.6, 1],
        ],
      },
    ],
    ['welch', { a: [1e6, 1e6 + 1, 1e6 + 2], b: [1e6 + 0.25, 1e6 + 2, 1e6 + 1] }],
    ['paired-t', { a: [1e6, 1e6 + 1, 1e6 + 2], b: [1e6 + 0.25, 1e6 + 2, 1e6 + 1] }],
    ['nps-compare', { a: [10, 8, 2], b: [0, 0, 9] }],
    ['nps', { scores: [10, 10, 0, 8, 7, 6, 9] }],
    ['servqual', { expectation: [[5], [7]], perception: [[4], [3]] }],
  ])('%s › its derivation can be redone with the numbers that it shows', (method, input) => {
    const result = runCalc(method, input, { explain: true });
    if (!result.ok || !result.output.explanation) throw new Error(JSON.stringify(result));
    const lines = result.output.explanation.steps
      .flatMap((step) => step.worked ?? [])
      .map((line) => line.replaceAll('−', '-'))
      .flatMap((line) => {
        const number = String.raw`\(?(-?[\d.]+(?:e[-+]?\d+)?)\)?`;
        const shape = new RegExp(`= \\(?${number} - ${number}(?: ÷ ([\\d.]+))? = (-?[\\d.e+-]+)$`);
        const found = shape.exec(line);
        return found === null ? [] : [found.slice(1).map((text) => Number(text ?? 1))];
      });
    expect(lines.length).toBeGreaterThan(0);
    for (const [a = 0, b = 0, divisor = 1, shown = 0] of lines) {
      expect(Math.abs((a - b) / divisor - shown)).toBeLessThanOrEqual(1e-5 * Math.abs(shown));
    }
  });
});
