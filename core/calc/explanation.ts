import type {
  Explanation,
  ExplanationBody,
  ExplanationStep,
  Figure,
  ProfileStamp,
  Quantity,
  SampleHandling,
} from '../contract/explanation.ts';

const shownEntries = 50;

/**
 * A named value of an explanation; of a long list (or of an object with as many fields), the first 50
 * entries and how many there are. An intermediate number beyond what a double can hold is null.
 */
export function quantity(symbol: string, value: Figure): Quantity {
  const entries = entryCount(value);
  const shown = shortened(value);
  return entries > shownEntries ? { symbol, value: shown, of: entries } : { symbol, value: shown };
}

function entryCount(value: Figure): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

/** Fields of a result as quantities, under their own names. */
export function quantities(fields: { readonly [symbol: string]: Figure }): Quantity[] {
  return Object.entries(fields).map(([symbol, value]) => quantity(symbol, value));
}

function shortened(value: Figure): Figure {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.slice(0, shownEntries).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).slice(0, shownEntries);
  return Object.fromEntries(fields.map(([name, inner]) => [name, shortened(inner)]));
}

/** A number inside a worked line: up to six significant digits, a true minus sign, null as –. */
export function workedNumber(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const short = Number(value.toPrecision(6));
  return String(short).replaceAll('-', '−');
}

/** `5·9 + 3·0 + …`: the terms of a worked sum, shortened after eight. */
export function workedSum(terms: readonly string[]): string {
  return terms.length <= 8 ? terms.join(' + ') : `${terms.slice(0, 8).join(' + ')} + …`;
}

/** 0 → ₁: the place in a list as formulas count it. */
export function subscript(index: number): string {
  return String(index + 1).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? digit);
}

/** What a method says of one result, with the method itself and the profile that fixed its formula. */
export function explanationOf(
  { name: method, handling }: { name: string; handling: SampleHandling },
  body: ExplanationBody,
  profile: ProfileStamp | undefined,
): Explanation {
  const derived = { method, handling, ...body, steps: body.steps.map(withoutGaps) };
  if (profile === undefined) return derived;
  return { ...derived, profile, sources: [profile.source, ...body.sources] };
}

/** A worked line without its numbers (`gap = – − – = –`) says nothing: the step alone has to do. */
function withoutGaps(step: ExplanationStep): ExplanationStep {
  const { worked, ...rest } = step;
  const lines = worked?.filter((line) => !lacksNumber.test(line)) ?? [];
  return lines.length === 0 ? rest : { ...rest, worked: lines };
}

/** The dash that `workedNumber` puts for a null, standing alone and not inside a name or a range. */
const lacksNumber = /(^|[\s(·√])–([\s)·²,]|$)/;
