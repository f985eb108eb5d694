import type { Explanation, Figure, Quantity } from '../contract/explanation.ts';
import type { Translate } from '../i18n/translate.ts';
import { workedNumber } from './explanation.ts';

/**
 * A figure as one reads it: `0.333333`, `[45, 39, 51]`, `M 12, O 3`; a null as –. Of more entries than
 * `mostEntries` the first ones and how many there are, which is `of` when the figure was cut before.
 */
export function figureText(
  value: Figure,
  mostEntries = Number.POSITIVE_INFINITY,
  of?: number,
): string {
  if (value === null) return '–';
  if (typeof value === 'number') return workedNumber(value);
  if (typeof value !== 'object') return String(value);
  const entries = isList(value)
    ? value.map((entry) => figureText(entry, mostEntries))
    : Object.entries(value).map(([name, inner]) => `${name} ${figureText(inner, mostEntries)}`);
  const shown = entries.slice(0, mostEntries);
  const whole = of ?? entries.length;
  const text = `${shown.join(', ')}${shown.length < whole ? `, … (${whole})` : ''}`;
  return isList(value) ? `[${text}]` : text;
}

/** `absolute = [45, 39, 51]`, and how many there are when only the first are shown. */
export function quantityText({ symbol, value, of }: Quantity, mostEntries?: number): string {
  return `${symbol} = ${figureText(value, mostEntries, of)}`;
}

/** `n = 211 · n_eff = 180.4 · 무응답 3`: the cases behind the figures, or nothing where there are none. */
export function sampleText(explanation: Explanation, translate: Translate): string {
  const { n, effectiveN, exclusions } = explanation;
  return [
    ...(n === null ? [] : [`n = ${workedNumber(n)}`]),
    ...(effectiveN === undefined || effectiveN === null
      ? []
      : [`n_eff = ${workedNumber(effectiveN)}`]),
    ...exclusions
      .filter(({ count }) => count > 0)
      .map(
        ({ reason, count }) =>
          `${translate(`explain:exclusions.${reason}`)} ${workedNumber(count)}`,
      ),
  ].join(' · ');
}

/** The whole derivation as lines of plain text, for a mail or a printed appendix. */
export function explanationLines(explanation: Explanation, translate: Translate): string[] {
  const { method, handling, inputs, steps, sources } = explanation;
  const sample = sampleText(explanation, translate);
  return [
    ...(sample === '' ? [] : [sample]),
    translate(`explain:missing.${handling.missing}`),
    translate(`explain:weights.${handling.weights}`),
    ...inputs.map((input) => quantityText(input)),
    ...steps.flatMap(({ id, formula, worked = [], results }, place) => [
      `${place + 1}. ${translate(`explain:steps.${method}.${id}`)}: ${formula}`,
      ...worked.map((line) => `   ${line}`),
      ...results.map((result) => `   ${quantityText(result)}`),
    ]),
    ...sources,
  ];
}

function isList(value: Figure): value is readonly Figure[] {
  return Array.isArray(value);
}
