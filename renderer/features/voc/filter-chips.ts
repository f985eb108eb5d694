import type { TFunction } from 'i18next';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { type ListPart, listParts, withoutValue, withPart } from './voc-filter-edit.ts';

export interface FilterChip {
  key: string;
  label: string;
  /** The filter with this chip taken away. */
  without: VocFilter;
}

/** Names of what a filter knows by number only. */
export interface FilterNames {
  requirement: string | undefined;
  import: string | undefined;
  wave: string | undefined;
}

/** What a filter asks for, one chip for each thing that can be taken away by itself. */
export function filterChips(filter: VocFilter, names: FilterNames, t: TFunction): FilterChip[] {
  const chips: FilterChip[] = [];
  const add = (part: keyof VocFilter, label: string) =>
    chips.push({ key: part, label, without: withPart(filter, part, undefined) });
  if (filter.search) add('search', t('voc:chips.search', { search: filter.search }));
  for (const part of listParts) {
    for (const value of filter[part] ?? []) {
      chips.push({
        key: `${part}-${value}`,
        label: t('voc:chips.field', {
          field: t(`voc:fields.${fieldNames[part]}`),
          value: wordsOf(part, value, t),
        }),
        without: withoutValue(filter, part, value),
      });
    }
  }
  if (filter.receivedFrom) add('receivedFrom', t('voc:chips.from', { date: filter.receivedFrom }));
  if (filter.receivedTo) add('receivedTo', t('voc:chips.to', { date: filter.receivedTo }));
  if (filter.unassigned) add('unassigned', t('voc:filters.unassigned'));
  if (filter.requirementId !== undefined) {
    const name = names.requirement ?? `#${filter.requirementId}`;
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
  return chips;
}

const fieldNames: Record<ListPart, string> = {
  kinds: 'kind',
  channels: 'channel',
  statuses: 'status',
  severities: 'severity',
  regions: 'region',
  branches: 'branch',
  products: 'product',
  customerTypes: 'customerType',
};

function wordsOf(part: ListPart, value: string | number, t: TFunction): string {
  const isCoded = part === 'kinds' || part === 'channels' || part === 'statuses';
  return isCoded ? t(`voc:${part}.${value}`) : String(value);
}
