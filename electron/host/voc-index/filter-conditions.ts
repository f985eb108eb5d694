import type { VocFacetName, VocFilter } from '../../../core/contract/voc.contract.ts';
import { IdSet } from '../../../db/id-set.ts';
import type { VocCriteria } from '../../../db/voc-conditions.ts';
import { facetCodes, type PlainFacet, valuesOf } from './column-facets.ts';
import { type Condition, marked, unmarked } from './filter-pass.ts';
import type { IndexState } from './index-state.ts';

/** Every part of a filter but its search, as conditions over the columns. */
export function columnConditions(
  state: IndexState,
  { filter, today, keywordIds }: VocCriteria,
): Condition[] {
  const conditions: (Condition | null)[] = [
    ...facetConditions(state, filter, today),
    ...(filter.extras ?? []).map((extra) => extraCondition(state, extra)),
    ...dayConditions(state, filter),
    ...markConditions(state, filter),
    ...evidenceConditions(state, filter),
    keywordIds === null ? null : within(state, keywordIds),
  ];
  return conditions.filter((condition) => condition !== null);
}

/** 1 at the place of each of `ids` that can be a VOC. */
export function maskOf(ids: Iterable<number>, capacity: number): Uint8Array {
  const mask = new Uint8Array(capacity);
  if (ids instanceof IdSet) ids.markIn(mask);
  else for (const id of ids) if (id < capacity) mask[id] = 1;
  return mask;
}

function facetConditions(
  state: IndexState,
  filter: VocFilter,
  today: string,
): (Condition | null)[] {
  const chosen = {
    channel: filter.channels,
    kind: filter.kinds,
    status: filter.statuses,
    severity: filter.severities?.map((severity) => (severity === 0 ? '' : String(severity))),
    branch: filter.branches,
    region: filter.regions,
    product: filter.products,
    customerType: filter.customerTypes,
    owner: filter.owners,
    due: filter.due,
    month: filter.months,
  } satisfies Record<PlainFacet, readonly string[] | undefined>;
  return (Object.keys(chosen) as PlainFacet[]).map((facet) => {
    const values = chosen[facet];
    if (values === undefined || values.length === 0) return null;
    const { columns, regions } = state;
    return chosenCondition(facet, facetCodes(facet, { columns, regions, today }), values);
  });
}

function extraCondition(
  state: IndexState,
  { fieldId, values }: { fieldId: number; values: readonly string[] },
): Condition {
  const { codes, dictionary } = state.extras.of(fieldId, state.columns.capacity);
  return chosenCondition(`extra:${fieldId}`, { codes, values: valuesOf(dictionary) }, values);
}

function chosenCondition(
  facet: VocFacetName,
  { codes, values }: { codes: Uint8Array | Uint32Array; values: readonly string[] },
  chosen: readonly string[],
): Condition {
  const wanted = new Set<string>(chosen);
  return { facet, codes, allowed: Uint8Array.from(values, (value) => (wanted.has(value) ? 1 : 0)) };
}

function dayConditions({ columns }: IndexState, filter: VocFilter): Condition[] {
  const { receivedFrom: from, receivedTo: to } = filter;
  if (from === undefined && to === undefined) return [];
  const days = columns.dictionaries.day;
  const allowed = days.table(new Uint8Array(days.size), (day) =>
    day !== null && (from === undefined || day >= from) && (to === undefined || day <= to) ? 1 : 0,
  );
  return [{ facet: null, codes: columns.codes.day, allowed }];
}

function markConditions(state: IndexState, filter: VocFilter): Condition[] {
  const { columns } = state;
  const conditions: Condition[] = [];
  if (filter.open !== undefined) {
    const statuses = columns.dictionaries.status;
    const allowed = statuses.table(new Uint8Array(statuses.size), (status) =>
      (status !== 'closed') === filter.open ? 1 : 0,
    );
    conditions.push({ facet: null, codes: columns.codes.status, allowed });
  }
  if (filter.escalated !== undefined) {
    const allowed = filter.escalated ? marked : unmarked;
    conditions.push({ facet: null, codes: columns.escalated, allowed });
  }
  if (filter.customerId !== undefined)
    conditions.push(equal(columns.customerId, filter.customerId));
  if (filter.importId !== undefined) conditions.push(equal(columns.importId, filter.importId));
  if (filter.respondentId !== undefined) {
    conditions.push(equal(columns.respondentId, filter.respondentId));
  }
  if (filter.waveId !== undefined) {
    const respondents = new Set(state.respondentsOf(filter.waveId));
    const codes = Uint8Array.from(columns.respondentId, (id) => (respondents.has(id) ? 1 : 0));
    conditions.push({ facet: null, codes, allowed: marked });
  }
  return conditions;
}

function evidenceConditions(state: IndexState, filter: VocFilter): Condition[] {
  const { evidence } = state;
  const holding = (requirementIds: readonly number[], facet: VocFacetName | null): Condition => {
    const mask = new Uint8Array(state.columns.capacity);
    for (const requirementId of requirementIds) {
      for (const id of evidence.idsOf(requirementId)) mask[id] = 1;
    }
    return { facet, codes: mask, allowed: marked };
  };
  const conditions: Condition[] = [];
  if (filter.requirementId !== undefined) {
    conditions.push(holding(evidence.branchOf(filter.requirementId), null));
  }
  if (filter.requirementIds !== undefined && filter.requirementIds.length > 0) {
    conditions.push(holding(filter.requirementIds, 'requirement'));
  }
  if (filter.unassigned === true) {
    const codes = evidence.assigned(state.columns.capacity);
    conditions.push({ facet: 'requirement', codes, allowed: unmarked });
  }
  return conditions;
}

function within(state: IndexState, ids: Iterable<number>): Condition {
  return { facet: null, codes: maskOf(ids, state.columns.capacity), allowed: marked };
}

function equal(column: Uint32Array, wanted: number): Condition {
  const codes = new Uint8Array(column.length);
  for (let id = 1; id < column.length; id++) codes[id] = column[id] === wanted ? 1 : 0;
  return { facet: null, codes, allowed: marked };
}
