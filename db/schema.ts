import type { ColumnType, Generated } from 'kysely';
import type { ActionStatus } from '../core/contract/action.contract.ts';
import type { CsfStatus } from '../core/contract/csf.contract.ts';
import type { ComponentScore } from '../core/contract/csi.contract.ts';
import type { ContactChannel, ContactPreference } from '../core/contract/customer.contract.ts';
import type { KanoClass } from '../core/contract/requirement.contract.ts';
import type { VocChannel, VocKind, VocStatus } from '../core/contract/voc.contract.ts';
import type { HouseSchema } from './house-schema.ts';

/** What is kept of a VOC, whether it stands in the list or was merged into another. */
interface VocColumns {
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
  customer_id: number | null;
  due_on: string | null;
  replied_at: string | null;
  closed_at: string | null;
  reply_note: string;
  handling_satisfaction: number | null;
  escalated_at: string | null;
  anonymised_at: string | null;
  created_at: string;
  updated_at: string;
}

type HandlingColumn =
  | 'customer_id'
  | 'due_on'
  | 'replied_at'
  | 'closed_at'
  | 'reply_note'
  | 'handling_satisfaction'
  | 'escalated_at'
  | 'anonymised_at';

/** A row may be inserted without these columns: the table has a value for each. */
type Defaulted<Columns, Name extends keyof Columns> = Omit<Columns, Name> & {
  [Column in Name]: ColumnType<Columns[Column], Columns[Column] | undefined>;
};

/** The tables as Kysely sees them; the migrations are the truth. */
export interface WorkspaceSchema extends HouseSchema {
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
    merged_count: ColumnType<number, number | undefined>;
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
  voc: { id: Generated<number> } & Defaulted<VocColumns, HandlingColumn>;
  merged_voc: VocColumns & {
    id: number;
    survivor_id: number;
    similarity: number;
    merged_at: string;
  };
  merged_voc_extra: { voc_id: number; field_id: number; value: string };
  merged_voc_requirement: {
    voc_id: number;
    requirement_id: number;
    created_at: string;
    given: number;
  };
  merged_voc_history: {
    id: number;
    voc_id: number;
    at: string;
    actor: string;
    kind: string;
    before: string | null;
    after: string | null;
  };
  merged_voc_reference: {
    voc_id: number;
    kind: 'contact' | 'quote' | 'merged' | 'distinct';
    target_id: number;
  };
  distinct_voc: { first_id: number; second_id: number };
  due_rule: {
    id: Generated<number>;
    name: string;
    days: number;
    working_days: number;
    channel: VocChannel | null;
    kind: VocKind | null;
    min_severity: number | null;
    position: number;
  };
  escalation_policy: { id: number; automatic: number; days_after_due: number };
  voc_history: {
    id: Generated<number>;
    voc_id: number;
    at: string;
    actor: string;
    kind: string;
    before: string | null;
    after: string | null;
  };
  import_template: {
    id: Generated<number>;
    purpose: 'voc' | 'survey';
    name: string;
    mapping: string;
    options: string;
    created_at: string;
  };
  saved_view: {
    id: Generated<number>;
    name: string;
    filter: string;
    sort: string;
    columns: string;
    position: number;
    created_at: string;
  };
  word_rule: {
    id: Generated<number>;
    kind: 'stop' | 'synonym' | 'keep';
    word: string;
    stands_for: string | null;
  };
  unmask_log: {
    id: Generated<number>;
    at: string;
    actor: string;
    purpose: string;
    scope: 'voc' | 'copy' | 'export' | 'customer';
    voc_id: number | null;
    customer_id: number | null;
    count: number;
  };
  retention_rule: {
    id: number;
    months: number;
    action: 'anonymise' | 'purge';
    closed_only: number;
  };
  retention_log: {
    id: Generated<number>;
    at: string;
    actor: string;
    action: 'anonymise' | 'purge';
    cut_off: string;
    count: number;
  };
  customer: {
    id: Generated<number>;
    code: string;
    name: string;
    type: string;
    phone: string;
    email: string;
    preference: ContactPreference;
    note: string;
    created_at: string;
  };
  contact: {
    id: Generated<number>;
    customer_id: number;
    voc_id: number | null;
    at: string;
    channel: ContactChannel;
    purpose: string;
    note: string;
    actor: string;
    override_reason: string;
  };
  contact_policy: { id: number; max_contacts: number; window_days: number; quiet_days: number };
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
    kano: ColumnType<KanoClass | null, KanoClass | null | undefined>;
    weight: ColumnType<number | null, number | null | undefined>;
    quote_voc_id: ColumnType<number | null, number | null | undefined>;
    quote: ColumnType<string, string | undefined>;
  };
  requirement_voc: { requirement_id: number; voc_id: number; created_at: string };
  requirement_item: { requirement_id: number; item_id: number };
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
