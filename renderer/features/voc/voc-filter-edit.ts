import type { VocFilter } from '../../../core/contract/voc.contract.ts';

/** The filter with one of its parts set; a part that asks for nothing is left out. */
export function withPart<Part extends keyof VocFilter>(
  filter: VocFilter,
  part: Part,
  value: VocFilter[Part],
): VocFilter {
  const next = { ...filter, [part]: value };
  if (asksForNothing(value)) delete next[part];
  return next;
}

/** The filter with one value of a list part taken out. */
export function withoutValue(filter: VocFilter, part: ListPart, value: string | number): VocFilter {
  const rest = (filter[part] ?? []).filter((other) => other !== value);
  return withPart(filter, part, rest as VocFilter[typeof part]);
}

export const listParts = [
  'kinds',
  'channels',
  'statuses',
  'severities',
  'regions',
  'branches',
  'products',
  'customerTypes',
] as const satisfies readonly (keyof VocFilter)[];
export type ListPart = (typeof listParts)[number];

/** What is remembered for the next visit: ids belong to one workspace and one errand. */
export function lastingParts(filter: VocFilter): VocFilter {
  const { requirementId: _r, importId: _i, waveId: _w, respondentId: _p, ...lasting } = filter;
  return lasting;
}

function asksForNothing(value: unknown): boolean {
  return (
    value === undefined ||
    value === false ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}
