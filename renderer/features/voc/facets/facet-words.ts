import type { TFunction } from 'i18next';
import type { VocFacetName } from '../../../../core/contract/voc.contract.ts';

const codedGroups: Partial<Record<VocFacetName, string>> = {
  kind: 'kinds',
  status: 'statuses',
  channel: 'channels',
  due: 'dueStates',
};

/** A facet's value as people read it. */
export function facetValueWords(
  t: TFunction,
  facet: VocFacetName,
  value: string,
  label: string | null = null,
): string {
  if (facet === 'severity') return t(`voc:severities.${value === '0' ? 'none' : value}`);
  if (facet === 'requirement' && value === '') return t('voc:filters.unassigned');
  if (value === '') return t('voc:facets.blank');
  if (label !== null) return label;
  const group = codedGroups[facet];
  return group === undefined ? value : t(`voc:${group}.${value}`);
}
