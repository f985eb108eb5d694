import type { RelationScale } from '../domain/house/relation-scale.ts';
import type { HowStability } from '../domain/importance/csf-stability.ts';
import type { AgendaItemStatus } from '../domain/workshop/agenda-timer.ts';
import type { Concordance } from '../domain/workshop/concordance.ts';

/** Everything the minutes of a workshop say. Plain data, so that it can go to a worker. */
export interface MinutesData {
  workshopName: string;
  houseName: string;
  /** `YYYY-MM-DD`, local. */
  heldOn: string;
  /** `HH:MM`, local; blank while not known. */
  startedAt: string;
  endedAt: string;
  facilitator: string;
  place: string;
  goal: string;
  /** What was agreed in the end. */
  conclusion: string;
  participants: MinutesParticipant[];
  agenda: MinutesAgendaItem[];
  decisions: MinutesDecision[];
  /** The scale that relations were scored with. */
  scale: RelationScale;
  /** Contested cells by round, those first on which most ranks depend. */
  contested: MinutesContestedCell[];
  /** Over the scores of participants who finished, before the discussion; null when not computed. */
  concordance: Pick<Concordance, 'w' | 'p' | 'raters' | 'items'> | null;
  csfs: MinutesCsf[];
}

export interface MinutesParticipant {
  name: string;
  role: string;
  /** Cells scored, and cells there were; null for one who did not score. */
  scored: number | null;
  cells: number;
}

export interface MinutesAgendaItem {
  title: string;
  status: AgendaItemStatus;
  plannedMinutes: number;
  /** `HH:MM`, local; blank while not known. */
  startedAt: string;
  finishedAt: string;
  /** In milliseconds, without pauses. */
  spent: number;
}

export interface MinutesDecision {
  subject: string;
  decision: string;
  reason: string;
  /** `HH:MM`, local. */
  decidedAt: string;
}

export interface MinutesContestedCell {
  what: string;
  how: string;
  /** Votes of the first round: values of levels, van der Eijk's A. */
  lowest: number;
  highest: number;
  agreementBefore: number | null;
  /** Of a second round; null without one. */
  agreementAfter: number | null;
  /** What was decided or agreed on in the end; null when left open. */
  decided: number | null;
  settledBy: 'decision' | 'votes' | null;
  reason: string;
}

export interface MinutesCsf {
  rank: number | null;
  name: string;
  /** Relative weight, a fraction. */
  weight: number | null;
  kpi: string;
  targetValue: string;
  owner: string;
  reason: string;
  stability: Pick<HowStability, 'topK' | 'topPercent' | 'variants'> | null;
}
