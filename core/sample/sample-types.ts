import type { ActionStatus } from '../contract/action.contract.ts';
import type { CsfStatus } from '../contract/csf.contract.ts';
import type { ComponentScore } from '../contract/csi.contract.ts';
import type { HowDirection } from '../contract/house.contract.ts';
import type { KanoClass } from '../contract/requirement.contract.ts';
import type { VocChannel, VocKind, VocStatus } from '../contract/voc.contract.ts';

/**
 * A whole workspace as plain objects. Ids are 1, 2, 3 … in the order of each list, so that lists refer
 * to one another by id and a writer can insert them as they stand. Dates are `YYYY-MM-DD`, times
 * `YYYY-MM-DDTHH:MM`, both local.
 */
export interface SampleDataset {
  branches: { name: string; region: string }[];
  waves: { name: string; surveyedOn: string }[];
  surveyItems: SampleSurveyItem[];
  segments: string[];
  respondents: SampleRespondent[];
  voc: SampleVoc[];
  requirements: SampleRequirement[];
  evidence: { requirementId: number; vocId: number }[];
  requirementItems: { requirementId: number; itemId: number }[];
  house: SampleHouse;
  csfs: SampleCsf[];
  actions: SampleAction[];
  index: SampleIndex;
}

export interface SampleSurveyItem {
  header: string;
  label: string;
  scaleMin: number;
  scaleMax: number;
  /** Asked the other way round; `answers` hold the value already turned, so that more is better. */
  reversed: boolean;
}

export interface SampleRespondent {
  waveId: number;
  key: string;
  branch: string;
  weight: number;
  /** In the order of `segments`. */
  segmentValues: string[];
  /** In the order of `surveyItems`; null for no answer. */
  answers: (number | null)[];
}

export interface SampleVoc {
  externalId: string;
  text: string;
  receivedAt: string;
  channel: VocChannel;
  kind: VocKind;
  status: VocStatus;
  branch: string;
  customerType: string;
  severity: number | null;
  product: string | null;
  owner: string | null;
  respondentId: number | null;
}

export interface SampleRequirement {
  /** null for the first level. Parents stand before their children. */
  parentId: number | null;
  name: string;
  description: string;
  /** 0-based place among its siblings. */
  position: number;
  createdOn: string;
  kano: KanoClass | null;
  /** A customer's words that stand for it, personal data hidden. */
  quote: { vocId: number; text: string } | null;
}

export interface SampleHouse {
  name: string;
  createdOn: string;
  whats: { requirementId: number; importance: number }[];
  hows: SampleHow[];
  /** A WHAT's or HOW's id is its place, from 1. */
  relations: { whatId: number; howId: number; strength: number }[];
}

export interface SampleHow {
  name: string;
  unit: string;
  direction: HowDirection;
  targetValue: string;
}

export interface SampleCsf {
  howId: number;
  status: CsfStatus;
  reason: string;
  kpi: string;
  owner: string;
  targetValue: string;
  /** Relative weight (0–1) and rank of the HOW in the house. */
  chosenWeight: number;
  chosenRank: number;
  chosenOn: string;
}

export interface SampleAction {
  csfId: number | null;
  title: string;
  description: string;
  owner: string;
  department: string;
  dueDate: string | null;
  status: ActionStatus;
  expectedEffect: string;
  completedOn: string | null;
  createdOn: string;
}

export interface SampleIndex {
  name: string;
  components: { name: string; weight: number; score: ComponentScore; itemIds: number[] }[];
}
