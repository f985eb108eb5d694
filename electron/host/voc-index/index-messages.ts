import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import type {
  HandlingGroup,
  HandlingQueue,
  HandlingSummary,
} from '../../../core/contract/handling.contract.ts';
import type {
  VocChoices,
  VocFacetName,
  VocPeriodCount,
  VocSort,
} from '../../../core/contract/voc.contract.ts';
import type { Overview } from '../../../core/contract/workspace.contract.ts';
import type { VocChange } from '../../../db/voc-change-log.ts';
import type { VocCriteria } from '../../../db/voc-conditions.ts';
import type { PageRange } from '../../../db/voc-search-page.ts';
import type { PeriodUnit } from './voc-periods.ts';

/** What the thread is asked. Facets and figures are counted from memory, the rest also by SQL. */
export type IndexQuestion =
  | { kind: 'page'; criteria: VocCriteria; sort: VocSort; range: PageRange }
  | { kind: 'count'; criteria: VocCriteria }
  | { kind: 'ids'; criteria: VocCriteria }
  | { kind: 'facets'; criteria: VocCriteria; facets: readonly VocFacetName[]; limit: number }
  | {
      kind: 'cross';
      criteria: VocCriteria;
      rows: VocFacetName;
      columns: VocFacetName;
      limit: number;
    }
  | { kind: 'periods'; criteria: VocCriteria; unit: PeriodUnit }
  | { kind: 'handling'; criteria: VocCriteria; by: HandlingGroup }
  | { kind: 'queue'; me: string | null; mineOnly: boolean; today: string }
  /** Of each set of requirements, how many distinct VOC are evidence for any of it. */
  | { kind: 'behind'; requirementSets: readonly (readonly number[])[] }
  | { kind: 'choices' }
  | { kind: 'extraFields' }
  | { kind: 'figures'; today: string };

export interface FacetCounts {
  facet: VocFacetName;
  values: { value: string; count: number }[];
  others: { values: number; count: number };
}

export interface CrossCounts {
  rows: { value: string; count: number }[];
  columns: { value: string; count: number }[];
  counts: number[][];
  total: number;
}

export type VocFigures = Pick<Overview, 'voc' | 'vocByMonth'>;

export interface IndexAnswers {
  page: Uint32Array;
  count: number;
  ids: Uint32Array;
  facets: { facets: FacetCounts[]; total: number };
  cross: CrossCounts;
  periods: { periods: VocPeriodCount[]; total: number };
  handling: Omit<HandlingSummary, 'elapsedMs'>;
  queue: HandlingQueue['views'];
  behind: number[];
  choices: VocChoices;
  extraFields: { id: number; name: string }[];
  figures: VocFigures;
}

export type QuestionKind = IndexQuestion['kind'];
export type QuestionOf<K extends QuestionKind> = Extract<IndexQuestion, { kind: K }>;

export type ToIndex =
  | { kind: 'ask'; number: number; question: IndexQuestion }
  /** Sent after the commit and before anything that must see it. */
  | { kind: 'changed'; change: VocChange };

export type FromIndex =
  /** The columns hold every VOC; told once. */
  | { kind: 'loaded' }
  | { kind: 'answer'; number: number; answer: IndexAnswers[QuestionKind] }
  | { kind: 'refused'; number: number; error: ErrorPayload };
