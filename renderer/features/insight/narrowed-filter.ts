import type { VocFacetName, VocFilter } from '../../../core/contract/voc.contract.ts';
import { withChosen } from '../../shared/voc/facet-filter.ts';

/** The filter for exactly the VOC that a bar of this facet counts. */
export function withFacetValue(filter: VocFilter, facet: VocFacetName, value: string): VocFilter {
  // The filter's word for a severity nobody judged is 0.
  return withChosen(filter, facet, [facet === 'severity' && value === '' ? '0' : value]);
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
