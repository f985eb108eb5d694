import {
  type VocFilter,
  vocChannels,
  vocKinds,
  vocStatuses,
} from '../../../core/contract/voc.contract.ts';
import type { VocPatch } from './grid/cell-edit.ts';

export type BulkField =
  | 'kind'
  | 'channel'
  | 'status'
  | 'severity'
  | 'branch'
  | 'product'
  | 'customerType'
  | 'owner'
  | 'dueOn';

/** What the form asks for: an entry for what shall be set, a name for what shall be emptied. */
export function bulkPatch(
  entries: Partial<Record<BulkField, string>>,
  cleared: readonly BulkField[],
): VocPatch {
  const patch: VocPatch = {};
  const kind = vocKinds.find((known) => known === entries.kind);
  const channel = vocChannels.find((known) => known === entries.channel);
  const status = vocStatuses.find((known) => known === entries.status);
  if (kind !== undefined) patch.kind = kind;
  if (channel !== undefined) patch.channel = channel;
  if (status !== undefined) patch.status = status;
  if (entries.severity) patch.severity = Number(entries.severity);
  if (entries.dueOn) patch.dueOn = entries.dueOn;
  for (const field of ['branch', 'product', 'customerType', 'owner'] as const) {
    const name = entries[field]?.trim() ?? '';
    if (name !== '') patch[field] = name;
  }
  for (const field of cleared) {
    if (field !== 'kind' && field !== 'channel' && field !== 'status') patch[field] = null;
  }
  return patch;
}

/**
 * The filter of those among `filter` that are already as `patch` wants them; null where no filter
 * tells, because a due date or what is asked for already narrows the same property.
 */
export function countUnchanged(filter: VocFilter, patch: VocPatch): VocFilter | null {
  const next: VocFilter = { ...filter };
  for (const [field, value] of Object.entries(patch)) {
    const part = partOfField[field as BulkField];
    if (part === undefined || filter[part] !== undefined) return null;
    Object.assign(next, { [part]: [value ?? (part === 'severities' ? 0 : '')] });
  }
  return Object.keys(patch).length === 0 ? null : next;
}

const partOfField: Partial<
  Record<
    BulkField,
    | 'kinds'
    | 'channels'
    | 'statuses'
    | 'severities'
    | 'branches'
    | 'products'
    | 'customerTypes'
    | 'owners'
  >
> = {
  kind: 'kinds',
  channel: 'channels',
  status: 'statuses',
  severity: 'severities',
  branch: 'branches',
  product: 'products',
  customerType: 'customerTypes',
  owner: 'owners',
};
