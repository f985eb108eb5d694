import type { ProfileStamp } from '../domain/profile/formula-profile.ts';

/**
 * How a figure came about, as data: a screen opens it under the figure, a report prints it and
 * `csm calc --explain` writes it. Words are keys into the locales (`explain:…`); formulas are plain
 * text that reads the same in every language.
 */
export interface Explanation extends ExplanationBody {
  method: string;
  handling: SampleHandling;
  /** The published or company's formula that was applied, if any. */
  profile?: ProfileStamp;
}

/** What one method says of one result. */
export interface ExplanationBody {
  /** Where the formula is published, as one would cite it. */
  sources: readonly string[];
  /** What went in: numbers where there are few, sizes where there are many. */
  inputs: readonly Quantity[];
  /** Cases behind the figures after all exclusions; null where the input is no sample. */
  n: number | null;
  /** Kish's (Σw)²/Σw²; left out where the method takes no weights. */
  effectiveN?: number | null;
  exclusions: readonly Exclusion[];
  /** In the order of computation; every figure of the result is a result of one of them. */
  steps: readonly ExplanationStep[];
}

export interface ExplanationStep {
  /** Its words stand at `explain:steps.<method>.<id>`. */
  id: string;
  /** e.g. `absoluteⱼ = Σᵢ wᵢ·rᵢⱼ` */
  formula: string;
  /** The formula with this result's numbers in it, for the first few cases. */
  worked?: readonly string[];
  results: readonly Quantity[];
}

export type Figure =
  | number
  | string
  | boolean
  | null
  | readonly Figure[]
  | { readonly [name: string]: Figure };

export interface Quantity {
  /** As in the formula or, for a figure of the result, the name of its field. */
  symbol: string;
  value: Figure;
  /** How many entries there are when `value` shows only the first of them. */
  of?: number;
}

export interface Exclusion {
  /** Its words stand at `explain:exclusions.<reason>`. */
  reason: string;
  count: number;
}

/** What a method does with answers that are not there; words at `explain:missing`. */
export type MissingRule =
  /** The input is judgements or counts, not a sample with gaps. */
  | 'notASample'
  /** A missing value is refused; the caller leaves it out and says so. */
  | 'refused'
  /** A missing value leaves the respondent out of that one item or score. */
  | 'perItem'
  /** A respondent's own mean is taken over the items answered. */
  | 'respondentMean'
  /** A respondent with any missing value is left out. */
  | 'completeCases'
  /** Refused, unless the input asks for complete cases with `missing: "complete-cases"`. */
  | 'completeCasesOnRequest';

/** What a method does with respondent weights; words at `explain:weights`. */
export type WeightRule =
  | 'notASample'
  | 'none'
  | 'weightedMean'
  | 'weightedShare'
  | 'weightedCovariance';

export interface SampleHandling {
  missing: MissingRule;
  weights: WeightRule;
}

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
