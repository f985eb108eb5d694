import type { TFunction } from 'i18next';
import type { VocFacetName, VocFacetValue } from '../../../core/contract/voc.contract.ts';

const codes: Partial<Record<VocFacetName, string>> = {
  kind: 'kinds',
  status: 'statuses',
  channel: 'channels',
  due: 'dueStates',
};

/** A facet's value as people read it. */
export function facetValueText(
  t: TFunction,
  facet: VocFacetName,
  { value, label }: Pick<VocFacetValue, 'value' | 'label'>,
): string {
  if (facet === 'severity') return t(`voc:severities.${value === '' ? 'none' : value}`);
  if (facet === 'requirement' && value === '') return t('voc:filters.unassigned');
  if (value === '') return t('voc:facets.blank');
  const group = codes[facet];
  return label ?? (group === undefined ? value : t(`voc:${group}.${value}`));
}
