import {
  type VocFacetName,
  type VocFacetValue,
  type VocFilter,
  vocChannels,
  vocDueStates,
  vocKinds,
  vocStatuses,
} from '../../../../core/contract/voc.contract.ts';
import { withPart } from '../voc-filter-edit.ts';

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

/** The values of a facet that the filter asks for, as the facet names them. */
export function chosenValues(filter: VocFilter, facet: VocFacetName): string[] {
  if (facet === 'severity') return (filter.severities ?? []).map(String);
  if (facet === 'requirement') {
    const ids = (filter.requirementIds ?? []).map(String);
    return filter.unassigned === true ? ['', ...ids] : ids;
  }
  const fieldId = extraFieldId(facet);
  if (fieldId !== null) {
    return filter.extras?.find((extra) => extra.fieldId === fieldId)?.values ?? [];
  }
  return [...(filter[listParts[facet as keyof typeof listParts]] ?? [])];
}

/** The filter asking for exactly these values of a facet; for none it asks nothing of it. */
export function withChosen(
  filter: VocFilter,
  facet: VocFacetName,
  values: readonly string[],
): VocFilter {
  if (facet === 'severity') return withPart(filter, 'severities', values.map(Number));
  if (facet === 'requirement') {
    const ids = values.filter((value) => value !== '').map(Number);
    // One cannot ask for VOC without a requirement and for those of one at once.
    const isNew = values.includes('') && filter.unassigned !== true;
    const unassigned = values.includes('') && (isNew || ids.length === 0);
    const cleared = withPart(filter, 'unassigned', unassigned || undefined);
    return withPart(cleared, 'requirementIds', unassigned ? undefined : ids);
  }
  const fieldId = extraFieldId(facet);
  if (fieldId !== null) {
    const others = (filter.extras ?? []).filter((extra) => extra.fieldId !== fieldId);
    const own = values.length === 0 ? [] : [{ fieldId, values: [...values] }];
    return withPart(filter, 'extras', [...others, ...own]);
  }
  const part = listParts[facet as keyof typeof listParts];
  return withPart(filter, part, [...values] as VocFilter[typeof part]);
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

function extraFieldId(facet: VocFacetName): number | null {
  return facet.startsWith('extra:') ? Number(facet.slice('extra:'.length)) : null;
}

export function hasFixedValues(facet: VocFacetName): boolean {
  return fixedValues[facet] !== undefined;
}
