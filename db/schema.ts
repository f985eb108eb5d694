import type { ColumnType, Generated } from 'kysely';
import type { ActionStatus } from '../core/contract/action.contract.ts';
import type { CsfStatus } from '../core/contract/csf.contract.ts';
import type { ComponentScore } from '../core/contract/csi.contract.ts';
import type { HowDirection } from '../core/contract/house.contract.ts';
import type { VocChannel, VocKind, VocStatus } from '../core/contract/voc.contract.ts';

/** The tables as Kysely sees them; the migrations are the truth. */
export interface WorkspaceSchema {
  workspace: { id: number; name: string; sample: number; created_at: string };
  branch: { id: Generated<number>; name: string; region: ColumnType<string, string | undefined> };
  import_batch: {
    id: Generated<number>;
    purpose: 'voc' | 'survey';
    file_name: string;
    file_sha256: string;
    encoding: string | null;
    sheet: string | null;
    read_count: number;
    imported_count: number;
    duplicate_count: number;
    rejected_count: number;
    wave_id: number | null;
    imported_at: string;
  };
  import_mapping: {
    id: Generated<number>;
    purpose: 'voc' | 'survey';
    signature: string;
    used_at: string;
  };
  import_mapping_column: {
    mapping_id: number;
    header: string;
    target: string;
    label: string | null;
    scale_min: number | null;
    scale_max: number | null;
    reversed: number | null;
  };
  import_mapping_default: { mapping_id: number; field: string; value: string };
  wave: { id: Generated<number>; name: string; surveyed_on: string; created_at: string };
  survey_item: {
    id: Generated<number>;
    header: string;
    label: string;
    scale_min: number;
    scale_max: number;
    reversed: number;
    position: number;
  };
  segment: { id: Generated<number>; name: string };
  respondent: {
    id: Generated<number>;
    wave_id: number;
    respondent_key: string;
    branch: string | null;
    weight: number;
  };
  respondent_segment: { respondent_id: number; segment_id: number; value: string };
  wave_item: { wave_id: number; item_id: number };
  answer: { respondent_id: number; item_id: number; value: number };
  voc: {
    id: Generated<number>;
    external_id: string | null;
    text: string;
    received_at: string;
    channel: VocChannel;
    kind: VocKind;
    status: VocStatus;
    branch: string | null;
    customer_type: string | null;
    severity: number | null;
    product: string | null;
    owner: string | null;
    import_id: number | null;
    respondent_id: number | null;
    created_at: string;
    updated_at: string;
  };
  voc_search: { rowid: number; voc_search: string };
  extra_field: { id: Generated<number>; name: string };
  voc_extra: { voc_id: number; field_id: number; value: string };
  respondent_extra: { respondent_id: number; field_id: number; value: string };
  requirement: {
    id: Generated<number>;
    parent_id: number | null;
    name: string;
    description: string;
    position: number;
    created_at: string;
  };
  requirement_voc: { requirement_id: number; voc_id: number; created_at: string };
  requirement_item: { requirement_id: number; item_id: number };
  house: { id: Generated<number>; name: string; position: number; created_at: string };
  house_what: { house_id: number; requirement_id: number; importance: number; position: number };
  how: {
    id: Generated<number>;
    house_id: number;
    name: string;
    unit: string;
    direction: HowDirection;
    target_value: string;
    position: number;
  };
  relation: { house_id: number; requirement_id: number; how_id: number; strength: 1 | 3 | 9 };
  csf: {
    id: Generated<number>;
    house_id: number;
    how_id: number;
    status: CsfStatus;
    reason: string;
    kpi: string;
    owner: string;
    target_value: string;
    chosen_weight: number;
    chosen_rank: number;
    chosen_at: string;
  };
  action: {
    id: Generated<number>;
    csf_id: number | null;
    title: string;
    description: string;
    owner: string;
    department: string;
    due_date: string | null;
    status: ActionStatus;
    expected_effect: string;
    completed_on: string | null;
    created_at: string;
  };
  csi_index: { id: Generated<number>; name: string; version: number; created_at: string };
  csi_component: {
    id: Generated<number>;
    index_id: number;
    name: string;
    weight: number;
    score: ComponentScore;
    position: number;
  };
  csi_component_item: { component_id: number; item_id: number; position: number };
}
