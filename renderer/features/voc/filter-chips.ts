import type { TFunction } from 'i18next';
import type { VocFacetName, VocFilter } from '../../../core/contract/voc.contract.ts';
import { withPart } from '../../shared/voc/facet-filter.ts';
import { facetValueWords } from './facets/facet-words.ts';
import { type ListPart, listParts, withoutValue } from './voc-filter-edit.ts';

export interface FilterChip {
  key: string;
  label: string;
  /** The filter with this chip taken away. */
  without: VocFilter;
}

/** Names of what a filter knows by number only. */
export interface FilterNames {
  requirement: (id: number) => string | undefined;
  field: (id: number) => string | undefined;
  import: string | undefined;
  wave: string | undefined;
  customer: string | undefined;
}

/** What a filter asks for, one chip for each thing that can be taken away by itself. */
export function filterChips(filter: VocFilter, names: FilterNames, t: TFunction): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (part: keyof VocFilter, label: string) =>
    chips.push({ key: part, label, without: withPart(filter, part, undefined) });
  const valued = (field: string, value: string) => t('voc:chips.field', { field, value });
  if (filter.search) add('search', t('voc:chips.search', { search: filter.search }));
  if (filter.keyword) add('keyword', t('voc:chips.keyword', { word: filter.keyword }));
  if (filter.receivedFrom) add('receivedFrom', t('voc:chips.from', { date: filter.receivedFrom }));
  if (filter.receivedTo) add('receivedTo', t('voc:chips.to', { date: filter.receivedTo }));
  if (filter.open !== undefined) add('open', t(filter.open ? 'voc:chips.open' : 'voc:chips.done'));
  if (filter.escalated !== undefined) {
    add('escalated', t(filter.escalated ? 'voc:chips.escalated' : 'voc:chips.notEscalated'));
  }
  for (const part of listParts) {
    const facet = facetOfPart[part];
    for (const value of filter[part] ?? []) {
      const label = facet === 'requirement' ? names.requirement(Number(value)) : undefined;
      const words = facetValueWords(t, facet, String(value), label ?? fallback(facet, value));
      chips.push({
        key: `${part}-${value}`,
        label: valued(t(`voc:facets.${facet}`), words),
        without: withoutValue(filter, part, value),
      });
    }
  }
  for (const { fieldId, values } of filter.extras ?? []) {
    const others = (filter.extras ?? []).filter((extra) => extra.fieldId !== fieldId);
    for (const value of values) {
      const rest = values.filter((other) => other !== value);
      const own = rest.length === 0 ? [] : [{ fieldId, values: rest }];
      chips.push({
        key: `extra-${fieldId}-${value}`,
        label: valued(
          names.field(fieldId) ?? `#${fieldId}`,
          value === '' ? t('voc:facets.blank') : value,
        ),
        without: withPart(filter, 'extras', [...others, ...own]),
      });
    }
  }
  if (filter.unassigned) add('unassigned', t('voc:filters.unassigned'));
  if (filter.requirementId !== undefined) {
    const name = names.requirement(filter.requirementId) ?? `#${filter.requirementId}`;
    add('requirementId', t('voc:chips.requirement', { name }));
  }
  if (filter.importId !== undefined) {
    add('importId', t('voc:chips.import', { name: names.import ?? `#${filter.importId}` }));
  }
  if (filter.waveId !== undefined) {
    add('waveId', t('voc:chips.wave', { name: names.wave ?? `#${filter.waveId}` }));
  }
  if (filter.respondentId !== undefined) {
    add('respondentId', t('voc:chips.respondent', { id: filter.respondentId }));
  }
  if (filter.customerId !== undefined) {
    add('customerId', t('voc:chips.customer', { name: names.customer ?? `#${filter.customerId}` }));
  }
  return chips;
}

const facetOfPart = {
  kinds: 'kind',
  channels: 'channel',
  statuses: 'status',
  severities: 'severity',
  due: 'due',
  regions: 'region',
  branches: 'branch',
  products: 'product',
  customerTypes: 'customerType',
  owners: 'owner',
  months: 'month',
  requirementIds: 'requirement',
} as const satisfies Record<ListPart, VocFacetName>;

/** A requirement that is gone is still known by its number. */
function fallback(facet: VocFacetName, value: string | number): string | null {
  return facet === 'requirement' ? `#${value}` : null;
}
