import type { Generated } from 'kysely';
import type {
  HouseNormalization,
  HouseWeighting,
  HowDirection,
  ImportanceSource,
  RoofReading,
  RoofStrength,
} from '../core/contract/house.contract.ts';
import type { KanoClass } from '../core/contract/requirement.contract.ts';
import type {
  AgendaEvent,
  Consensus,
  VoteSubject,
  WorkshopStatus,
} from '../core/contract/workshop.contract.ts';

/** Tables of houses, of who judges in them and of the workshops about them. */
export interface HouseSchema {
  house: {
    id: Generated<number>;
    name: string;
    position: number;
    created_at: string;
    scale: Generated<string>;
    normalization: Generated<HouseNormalization>;
    weighting: Generated<HouseWeighting>;
    roof_reading: Generated<RoofReading>;
    kano_adjusted: Generated<number>;
    importance_source: Generated<ImportanceSource>;
    cascaded_from: Generated<number | null>;
    branched_from: Generated<number | null>;
    branched_round: Generated<number | null>;
  };
  what: {
    id: Generated<number>;
    house_id: number;
    parent_id: Generated<number | null>;
    is_group: Generated<number>;
    position: number;
    requirement_id: Generated<number | null>;
    source_how_id: Generated<number | null>;
    name: Generated<string>;
    kano: Generated<KanoClass | null>;
    importance: Generated<number>;
    current_level: Generated<number | null>;
    target_level: Generated<number | null>;
    sales_point: Generated<number>;
  };
  how: {
    id: Generated<number>;
    house_id: number;
    name: string;
    unit: string;
    direction: HowDirection;
    target_value: string;
    position: number;
    parent_id: Generated<number | null>;
    is_group: Generated<number>;
    owner: Generated<string>;
    difficulty: Generated<number | null>;
    own_rating: Generated<number | null>;
  };
  house_cell: { what_id: number; how_id: number; value: number; note: Generated<string> };
  roof_cell: { how_id: number; other_how_id: number; strength: RoofStrength };
  competitor: { id: Generated<number>; house_id: number; name: string; position: number };
  what_rating: { what_id: number; competitor_id: number; value: number };
  how_rating: { how_id: number; competitor_id: number; value: number };
  participant: {
    id: Generated<number>;
    house_id: number;
    name: string;
    team: Generated<string>;
    weight: Generated<number>;
    position: number;
  };
  comparison: {
    id: Generated<number>;
    house_id: number;
    participant_id: number | null;
    what_id: number;
    other_what_id: number;
    ratio: number;
  };
  importance_value: { what_id: number; source: ImportanceSource; value: number };
  kano_answer: {
    id: Generated<number>;
    what_id: number;
    respondent: string;
    functional: number;
    dysfunctional: number;
  };
  workshop: {
    id: Generated<number>;
    house_id: number;
    name: string;
    held_on: string;
    place: Generated<string>;
    facilitator: Generated<string>;
    goal: Generated<string>;
    status: Generated<WorkshopStatus>;
    conclusion: Generated<string>;
  };
  agenda_item: {
    id: Generated<number>;
    workshop_id: number;
    name: string;
    minutes: number;
    position: number;
  };
  agenda_log: {
    id: Generated<number>;
    agenda_item_id: number;
    act: AgendaEvent['act'];
    at: number;
  };
  attendance: { workshop_id: number; participant_id: number };
  vote_round: {
    id: Generated<number>;
    workshop_id: number;
    number: number;
    subject: VoteSubject;
    what_ids: string;
    how_ids: string;
    cells: string | null;
    opened_at: string;
    closed_at: Generated<string | null>;
  };
  vote: { round_id: number; participant_id: number; what_id: number; scores: string };
  ballot_log: { round_id: number; participant_id: number; what_id: number; scores: string };
  decision: {
    id: Generated<number>;
    workshop_id: number;
    round_id: Generated<number | null>;
    what_id: number | null;
    how_id: number | null;
    subject: Generated<string>;
    outcome: Generated<string>;
    before: number | null;
    after: number | null;
    reason: Generated<string>;
    consensus: Generated<Consensus>;
    at: string;
  };
  house_round: {
    id: Generated<number>;
    house_id: number;
    name: string;
    reason: Generated<string>;
    author: Generated<string>;
    at: string;
    model: string;
  };
  stability_log: {
    house_id: number;
    options: string;
    top_k: number | null;
    fingerprint: string | null;
    counts: Uint8Array | null;
  };
  csf_item: { csf_id: number; item_id: number };
}
