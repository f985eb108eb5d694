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

/** Which formula made a result, kept with the result: enough to redo it when the profile has moved on. */
export interface ProfileStamp {
  id: string;
  version: string;
  name: { ko: string; en: string };
  /** Where the formula is published. */
  source: string;
  /** The method of `csm calc` that it fixes. */
  method: string;
  parameters: object;
}
