import type { CalcOutput, CalcResult } from '../../core/calc/calc-method.ts';
import { quantity } from '../../core/calc/explanation.ts';
import type { Figure } from '../../core/contract/explanation.ts';
import en from '../../resources/locales/en/explain.json' with { type: 'json' };
import ko from '../../resources/locales/ko/explain.json' with { type: 'json' };

/** What stands beside the figures of an answer. */
const besides = new Set(['notes', 'profile', 'explanation']);

/**
 * What is wrong with an answer of `csm calc --explain`, whatever the method: a refusal says in a code
 * and one sentence what and where; a result holds finite numbers only, explains every null and derives
 * every figure in words of both languages. An empty list is a sound answer.
 */
export function answerFaults(answer: CalcResult): string[] {
  return answer.ok ? resultFaults(answer.output) : refusalFaults(answer.error);
}

function refusalFaults({ code, path, message }: { code: string; path: string; message: string }) {
  return [
    ...(/^[a-z]+\.[A-Za-z]+$/.test(code) ? [] : [`the code is "${code}"`]),
    ...(/^([\w-]+|\[\d+\])?(\.[^.]+|\[\d+\])*$/u.test(path) ? [] : [`the path is "${path}"`]),
    ...(/^\S.*\.$/u.test(message) ? [] : [`no sentence: "${message}"`]),
    ...(/undefined|\[object|Infinity/.test(message) ? [`not plain: "${message}"`] : []),
  ];
}

function resultFaults(output: CalcOutput): string[] {
  const { explanation: _, ...figures } = output;
  const faults = nonFinite(output, '');
  const { notes } = figures as { notes?: unknown };
  const explained = Array.isArray(notes) && notes.length > 0;
  const nulls = fieldsOf(figures).flatMap(([field, value]) => nullsIn(value, field));
  if (nulls.length > 0 && !explained) faults.push(`${nulls[0]} is null without a note`);
  if (notes !== undefined && !explained) faults.push('notes is there and empty');
  return [...faults, ...derivationFaults(output)];
}

function derivationFaults({ explanation, ...figures }: CalcOutput): string[] {
  if (explanation === undefined) return ['there is no explanation'];
  const { method, handling, sources, steps, exclusions, n } = explanation;
  const results = steps.flatMap((step) => step.results);
  const underived = fieldsOf(figures).filter(([field, value]) => {
    const shown = JSON.stringify(quantity(field, value));
    return !results.some((result) => JSON.stringify(result) === shown);
  });
  return [
    ...underived.map(([field]) => `${field} is the result of no step`),
    ...(sources.length > 0 && sources.every((source) => source.length > 10) ? [] : ['no source']),
    ...(n === null || (Number.isInteger(n) && n >= 0) ? [] : [`n is ${n}`]),
    ...steps.filter(({ formula }) => formula.trim() === '').map(({ id }) => `${id} has no formula`),
    ...exclusions
      .filter(({ count }) => !Number.isInteger(count) || count < 0)
      .map(({ reason, count }) => `${count} excluded: ${reason}`),
    ...wordFaults([
      ['missing', handling.missing],
      ['weights', handling.weights],
      ...exclusions.map(({ reason }) => ['exclusions', reason]),
      ...steps.map(({ id }) => ['steps', method, id]),
    ]),
  ];
}

/** Every key must lead to words in both languages, and to different ones. */
function wordFaults(keys: readonly (readonly string[])[]): string[] {
  return keys.flatMap((key) => {
    const [korean, english] = [wordAt(ko, key), wordAt(en, key)];
    const name = key.join('.');
    if (korean === null || english === null) return [`explain:${name} has no words`];
    return korean === english ? [`explain:${name} is the same in both languages`] : [];
  });
}

function wordAt(tree: unknown, key: readonly string[]): string | null {
  let node = tree;
  for (const step of key) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return null;
    node = Reflect.get(node, step);
  }
  return typeof node === 'string' && node !== '' ? node : null;
}

function fieldsOf(figures: object): [string, Figure][] {
  return Object.entries(figures).filter(([field]) => !besides.has(field));
}

function nonFinite(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  return innersOf(value, path).flatMap(([inner, at]) => nonFinite(inner, at));
}

function nullsIn(value: unknown, path: string): string[] {
  if (value === null) return [path];
  return innersOf(value, path).flatMap(([inner, at]) => nullsIn(inner, at));
}

function innersOf(value: unknown, path: string): [unknown, string][] {
  if (Array.isArray(value)) return value.map((inner, i) => [inner, `${path}[${i}]`]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, inner]) => [inner, `${path}.${name}`]);
}
