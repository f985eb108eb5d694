import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import type { Explanation } from '../../core/contract/explanation.ts';
import en from '../../resources/locales/en/explain.json' with { type: 'json' };
import ko from '../../resources/locales/ko/explain.json' with { type: 'json' };
import { judgementArbitraries } from '../support/calc-arbitraries/judgement.ts';
import { judgementExamples } from '../support/calc-examples/judgement.ts';

const group = judgementExamples['ahp-group'] as { matrices: number[][][] };
const kanoCounts = { counts: { M: 4, O: 2, A: 1, I: 0, R: 0, Q: 0 } };

const explained: [string, object][] = [
  ...Object.entries(judgementExamples),
  ['ahp', { matrix: [[1]] }],
  ['ahp-group', { ...group, method: 'aip-arithmetic' }],
  ['ahp-group', { ...group, method: 'aip-geometric' }],
  ['kano', kanoCounts],
];

/** Every number anywhere inside is finite: what JSON can say. */
function expectFinite(value: unknown) {
  if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
  if (typeof value === 'string') expect(value).not.toMatch(/NaN|Infinity|undefined/);
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) expectFinite(inner);
}

describe('methods of judgement', () => {
  it.each(explained)(
    '%s › shows every figure of its answer as the result of a step (case %#)',
    (method, input) => {
      const result = runCalc(method, input, { explain: true });
      if (!result.ok) throw new Error(result.error.message);
      const { explanation, ...output } = result.output as { explanation: Explanation };
      const shown = new Map(
        explanation.steps
          .flatMap((step) => step.results)
          .map(({ symbol, value }) => [symbol, value]),
      );
      for (const [field, figure] of Object.entries(output)) {
        if (field !== 'notes') expect(shown.get(field), field).toEqual(figure);
      }
      expect(explanation.sources.length).toBeGreaterThan(0);
      for (const { id } of explanation.steps) {
        for (const words of [ko.steps, en.steps] as Record<string, Record<string, string>>[]) {
          expect(words[method]?.[id], id).toBeTypeOf('string');
        }
      }
    },
  );

  it.each(Object.entries(judgementArbitraries))(
    '%s › answers any input its schema allows with finite figures or with an error that says where',
    (method, inputs) => {
      fc.assert(
        fc.property(inputs, (input) => {
          const result = runCalc(method, input, { explain: true });
          if (result.ok) expectFinite(result.output);
          else expect(result.error).toMatchObject({ code: 'calc.tooLarge', path: '' });
        }),
        { numRuns: 300 },
      );
    },
  );
});
