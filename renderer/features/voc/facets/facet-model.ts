import {
  type VocFacetName,
  type VocFacetValue,
  vocChannels,
  vocDueStates,
  vocKinds,
  vocStatuses,
} from '../../../../core/contract/voc.contract.ts';

/** Facets of every VOC in the order of the panel; the period stands apart. */
export const panelFacets = [
  'kind',
  'status',
  'due',
  'severity',
  'channel',
  'branch',
  'region',
  'product',
  'customerType',
  'owner',
  'requirement',
] as const satisfies readonly VocFacetName[];

/** Values that are always listed, in their own order, so that a list never changes under the pointer. */
const fixedValues: Partial<Record<VocFacetName, readonly string[]>> = {
  kind: vocKinds,
  status: vocStatuses,
  severity: ['5', '4', '3', '2', '1', '0'],
  channel: vocChannels,
  due: vocDueStates,
};

export interface ShownValue {
  value: string;
  label: string | null;
  /** null while it is not counted. */
  count: number | null;
  chosen: boolean;
}

export function toggledValues(chosen: readonly string[], value: string): string[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}

/**
 * What a facet lists: the fixed values, or those that were counted; and what the filter asks for
 * although no VOC holds it any more, so that it can be seen and taken away.
 */
export function shownValues(
  facet: VocFacetName,
  counted: readonly VocFacetValue[] | undefined,
  chosen: readonly string[],
): ShownValue[] {
  const counts = new Map((counted ?? []).map((entry) => [facetKey(facet, entry.value), entry]));
  const values = fixedValues[facet] ?? [...counts.keys()];
  const missing = chosen.filter((value) => !values.includes(value));
  return [...missing, ...values].map((value) => ({
    value,
    label: counts.get(value)?.label ?? null,
    count: counts.get(value)?.count ?? (counted === undefined ? null : 0),
    chosen: chosen.includes(value),
  }));
}

/** Nobody judged it: the filter's word for it is 0. */
function facetKey(facet: VocFacetName, value: string): string {
  return facet === 'severity' && value === '' ? '0' : value;
}

export function hasFixedValues(facet: VocFacetName): boolean {
  return fixedValues[facet] !== undefined;
}
