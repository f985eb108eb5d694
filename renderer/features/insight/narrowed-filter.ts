import type { VocFacetName, VocFilter } from '../../../core/contract/voc.contract.ts';

const listParts = {
  channel: 'channels',
  kind: 'kinds',
  status: 'statuses',
  branch: 'branches',
  region: 'regions',
  product: 'products',
  customerType: 'customerTypes',
  owner: 'owners',
  due: 'due',
  month: 'months',
} as const;

/** The filter for exactly the VOC that a bar of this facet counts. */
export function withFacetValue(filter: VocFilter, facet: VocFacetName, value: string): VocFilter {
  if (facet === 'severity') return { ...filter, severities: [value === '' ? 0 : Number(value)] };
  if (facet === 'requirement') {
    const { requirementIds: _, unassigned: __, ...rest } = filter;
    return value === ''
      ? { ...rest, unassigned: true }
      : { ...rest, requirementIds: [Number(value)] };
  }
  if (facet.startsWith('extra:')) {
    const fieldId = Number(facet.slice('extra:'.length));
    const others = (filter.extras ?? []).filter((extra) => extra.fieldId !== fieldId);
    return { ...filter, extras: [...others, { fieldId, values: [value] }] };
  }
  return { ...filter, [listParts[facet as keyof typeof listParts]]: [value] };
}

/** The filter cut to a period; both know their ends as days that belong to them. */
export function withinPeriod(filter: VocFilter, from: string, to: string): VocFilter {
  const first = filter.receivedFrom ?? from;
  const last = filter.receivedTo ?? to;
  return {
    ...filter,
    receivedFrom: first > from ? first : from,
    receivedTo: last < to ? last : to,
  };
}

/** Words hold no spaces; several of them must all be there. */
export function withWords(filter: VocFilter, ...words: readonly string[]): VocFilter {
  return { ...filter, keyword: words.join(' ') };
}
