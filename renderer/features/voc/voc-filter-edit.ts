import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { withPart } from '../../shared/voc/facet-filter.ts';

/** The filter with one value of a list part taken out. */
export function withoutValue(filter: VocFilter, part: ListPart, value: string | number): VocFilter {
  const rest = (filter[part] ?? []).filter((other) => other !== value);
  return withPart(filter, part, rest as VocFilter[typeof part]);
}

export const listParts = [
  'kinds',
  'statuses',
  'due',
  'severities',
  'channels',
  'branches',
  'regions',
  'products',
  'customerTypes',
  'owners',
  'months',
  'requirementIds',
] as const satisfies readonly (keyof VocFilter)[];
export type ListPart = (typeof listParts)[number];

/** What is remembered for the next visit: ids belong to one workspace and one errand. */
export function lastingParts(filter: VocFilter): VocFilter {
  const {
    requirementId: _r,
    requirementIds: _rs,
    importId: _i,
    waveId: _w,
    respondentId: _p,
    customerId: _c,
    extras: _e,
    ...lasting
  } = filter;
  return lasting;
}

/** The same filter always gives the same text, in whatever order its parts were set. */
export function filterKey(filter: VocFilter): string {
  const parts = Object.entries(filter).filter(([, value]) => value !== undefined);
  return JSON.stringify(parts.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
