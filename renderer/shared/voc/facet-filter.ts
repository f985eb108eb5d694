import type { VocFacetName, VocFilter } from '../../../core/contract/voc.contract.ts';

/** The filter with one of its parts set; a part that asks for nothing is left out. */
export function withPart<Part extends keyof VocFilter>(
  filter: VocFilter,
  part: Part,
  value: VocFilter[Part],
): VocFilter {
  const next = { ...filter, [part]: value };
  if (asksForNothing(part, value)) delete next[part];
  return next;
}

function asksForNothing(part: keyof VocFilter, value: unknown): boolean {
  // Of these two, false asks for something as well: for the closed, for the not escalated.
  const isNo = value === false && part !== 'open' && part !== 'escalated';
  return (
    value === undefined || isNo || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

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

function extraFieldId(facet: VocFacetName): number | null {
  return facet.startsWith('extra:') ? Number(facet.slice('extra:'.length)) : null;
}
