import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DrawRunner } from '../../core/calc/draw-plan.ts';
import { worded } from '../../core/calc/explanation-words.ts';
import { calcInputSchema, calcMethods, drawShareOf } from '../../core/calc/run-calc.ts';
import { translatorOver } from '../../core/i18n/translate.ts';
import ko from '../../resources/locales/ko/explain.json' with { type: 'json' };
import { calcArbitraries, calcExamples, exampleOf } from '../support/all-calc-examples.ts';
import { answerFaults } from '../support/calc-answer-faults.ts';

/** The draws of a task in so many parts, the last part first, as workers may end in any order. */
function inShares(count: number): DrawRunner {
  return async (method, task) => {
    const bounds = Array.from({ length: count + 1 }, (_, i) =>
      Math.round((task.draws * i) / count),
    );
    const parts = bounds.slice(1).map((end, i) => {
      const first = bounds[i] ?? 0;
      return { first, figures: () => drawShareOf(method, task, { first, count: end - first }) };
    });
    const drawn = parts
      .toReversed()
      .map(({ first, figures }) => ({ first, figures: figures() }))
      .sort((a, b) => a.first - b.first);
    return Float64Array.from(drawn.flatMap(({ figures }) => [...figures]));
  };
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(value)) deepFreeze(inner);
  Object.freeze(value);
}

describe.each(calcMethods.map((method) => [method.name, method] as const))('%s', (name, method) => {
  it('computes and derives its example', () => {
    const answer = method.calculate(exampleOf(name), { explain: true });

    expect(answer).toMatchObject({ ok: true, output: { explanation: { method: name } } });
    expect(answerFaults(answer)).toEqual([]);
  });

  it('writes its formulas in symbols, which need no translation', () => {
    const answer = method.calculate(exampleOf(name), { explain: true });
    const steps = (answer.ok && answer.output.explanation?.steps) || [];
    const prose =
      /\b(?:the|of|over|and|or|else|with|where|from|mean of|mean range|number)\b|[a-z]{2,} [a-z]{2,} [a-z]{2,}/;

    expect(steps.length).toBeGreaterThan(0);
    expect(
      steps.filter(({ formula }) => prose.test(formula)).map(({ formula }) => formula),
    ).toEqual([]);
  });

  it('gives the same figures with and without the derivation', () => {
    const plain = method.calculate(exampleOf(name));
    const explained = method.calculate(exampleOf(name), { explain: true });
    if (!plain.ok || !explained.ok) throw new Error('refused');
    const { explanation: _, ...figures } = explained.output;

    expect(figures).toEqual(plain.output);
  });

  it('leaves its input untouched and needs nothing but JSON', () => {
    const input = structuredClone(exampleOf(name));
    deepFreeze(input);

    expect(JSON.parse(JSON.stringify(input))).toEqual(input);
    expect(method.calculate(input, { explain: true }).ok).toBe(true);
  });

  it('has a JSON Schema that describes every field', () => {
    const schema = calcInputSchema(name);
    if (!schema.ok) throw new Error('no schema');
    const { type, properties } = schema.output as {
      type: string;
      properties: Record<string, object>;
    };

    expect(type).toBe('object');
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(exampleOf(name))));
  });

  it('tells its derivation in words, none of them a key', () => {
    const answer = method.calculate(exampleOf(name), { explain: true });
    if (!answer.ok || answer.output.explanation === undefined) throw new Error('refused');
    const { steps, exclusions, handling } = worded(
      answer.output.explanation,
      translatorOver({ explain: ko }),
    );
    const words = [
      ...steps.map(({ title }) => title),
      ...exclusions.map((exclusion) => exclusion.words),
      ...Object.values(handling.words),
    ];

    for (const text of words) expect(text).not.toMatch(/^explain:/);
  });

  it.each([1, 3])('is the same with its draws in %i shares', async (count) => {
    const whole = method.calculate(exampleOf(name), { explain: true });
    const shared = await method.calculateWith(inShares(count), exampleOf(name), { explain: true });

    expect(shared).toEqual(whole);
  });

  it('answers every valid input with finite figures, explained, or with a refusal', () => {
    const inputs = calcArbitraries.get(name);
    if (inputs === undefined) throw new Error(`no arbitrary inputs for ${name}`);

    fc.assert(
      fc.property(inputs, (input) => {
        expect(answerFaults(method.calculate(input, { explain: true }))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the examples', () => {
  it('are for methods that there are', () => {
    const names = calcMethods.map(({ name }) => name);

    expect([...calcExamples.keys()].toSorted()).toEqual(names.toSorted());
    expect([...calcArbitraries.keys()].toSorted()).toEqual(names.toSorted());
  });
});
