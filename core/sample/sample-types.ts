import type { ActionStatus } from '../contract/action.contract.ts';
import type { CsfStatus } from '../contract/csf.contract.ts';
import type { ComponentScore } from '../contract/csi.contract.ts';
import type { HowDirection, RoofStrength } from '../contract/house.contract.ts';
import type { KanoClass } from '../contract/requirement.contract.ts';
import type { RoundHead, RoundModel } from '../contract/round.contract.ts';
import type { VocChannel, VocKind, VocStatus } from '../contract/voc.contract.ts';
import type { AgendaEvent, DecisionRow, VoteSubject } from '../contract/workshop.contract.ts';

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
  nextHouse: SampleNextHouse;
  judgement: SampleJudgement;
  workshop: SampleWorkshop;
  round: SampleRound;
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

/** A row or column of the house, or a group of them with its name, in display order. */
export interface SampleHouseNode {
  id: number;
  parentId: number | null;
  group: string | null;
}

/** A leaf WHAT's or HOW's id is its place, from 1; groups are numbered after them. */
export interface SampleHouse {
  name: string;
  createdOn: string;
  competitors: string[];
  whatNodes: SampleHouseNode[];
  howNodes: SampleHouseNode[];
  whats: SampleWhat[];
  hows: SampleHow[];
  relations: { whatId: number; howId: number; strength: number }[];
  roof: { howId: number; otherHowId: number; strength: RoofStrength }[];
  notes: { whatId: number; howId: number; note: string }[];
}

export interface SampleWhat {
  requirementId: number;
  importance: number;
  current: number;
  target: number;
  salesPoint: number;
  /** In the order of the competitors, 1 to 5. */
  ratings: number[];
}

export interface SampleHow {
  name: string;
  unit: string;
  direction: HowDirection;
  targetValue: string;
  owner: string;
  difficulty: number;
  ownRating: number;
  ratings: number[];
}

/** The house of the process: chosen HOWs of the first one are its WHATs. Places from 0. */
export interface SampleNextHouse {
  name: string;
  createdOn: string;
  whats: { sourceHowId: number; name: string; importance: number; share: number }[];
  hows: Pick<SampleHow, 'name' | 'unit' | 'direction' | 'targetValue' | 'owner'>[];
  relations: { what: number; how: number; strength: number }[];
}

/** Who judges in the house and what they, and customers, answered. */
export interface SampleJudgement {
  participants: { name: string; team: string }[];
  /** `participantId` null: the judgement of the house itself. The smaller id of the two WHATs first. */
  comparisons: {
    participantId: number | null;
    whatId: number;
    otherWhatId: number;
    ratio: number;
  }[];
  /** What the participants' comparisons say together, in % by leaf WHAT. */
  groupWeights: number[];
  kanoAnswers: {
    whatId: number;
    respondent: string;
    functional: number;
    dysfunctional: number;
  }[];
}

export interface SampleWorkshop {
  name: string;
  heldOn: string;
  place: string;
  facilitator: string;
  goal: string;
  conclusion: string;
  agenda: { name: string; minutes: number }[];
  /** Items by their place from 1. */
  agendaEvents: AgendaEvent[];
  rounds: {
    subject: VoteSubject;
    whatIds: number[];
    /** Empty for importance. */
    howIds: number[];
    openedAt: string;
    closedAt: string;
  }[];
  votes: {
    roundId: number;
    participantId: number;
    whatId: number;
    howId: number | null;
    value: number;
  }[];
  decisions: Omit<DecisionRow, 'id'>[];
}

/** A house as it was kept. */
export interface SampleRound extends Pick<RoundHead, 'name' | 'reason' | 'author' | 'at'> {
  model: RoundModel;
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
  /** Survey items that tell whether it gets better. */
  itemIds: number[];
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
