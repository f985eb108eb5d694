import type { VocFacetName } from '../../../core/contract/voc.contract.ts';
import { type FacetCodes, facetCodes, valuesOf } from './column-facets.ts';
import { maskOf } from './filter-conditions.ts';
import type { CrossCounts, FacetCounts } from './index-messages.ts';
import type { IndexState } from './index-state.ts';

interface ValueCount {
  value: string;
  count: number;
}

export interface CountOptions {
  /** The VOC to count. */
  ids: Uint32Array;
  today: string;
  limit: number;
}

/** Counts of one facet over the VOC of `ids`, the most frequent first (months: oldest first). */
export function countFacet(
  state: IndexState,
  facet: VocFacetName,
  { ids, today, limit }: CountOptions,
): FacetCounts {
  const counts =
    facet === 'requirement'
      ? requirementCounts(state, ids)
      : codeCounts(codesOfFacet(state, facet, today), ids);
  const found = counts.filter(({ count }) => count > 0);
  if (facet === 'month') {
    // The latest, when there is room for some only.
    const months = found.toSorted((one, other) => (one.value < other.value ? -1 : 1));
    return shown(facet, months.slice(-limit), months.slice(0, -limit));
  }
  const values = found.toSorted(byFrequency);
  return shown(facet, values.slice(0, limit), values.slice(limit));
}

/** Two facets against each other over the VOC of `ids`; each with its `limit` most frequent values. */
export function crossCounts(
  state: IndexState,
  facets: { rows: VocFacetName; columns: VocFacetName },
  { ids, today, limit }: CountOptions,
): Omit<CrossCounts, 'total'> {
  const [rows, columns] = [facets.rows, facets.columns].map((facet) => {
    const { values } = countFacet(state, facet, { ids, today, limit });
    return { values, places: placesOf(state, facet, today, values) };
  });
  if (rows === undefined || columns === undefined) throw new Error('there are two facets');
  const counts = rows.values.map(() => columns.values.map(() => 0));
  for (const id of ids) {
    for (const row of rows.places(id)) {
      const line = counts[row];
      if (line === undefined) continue;
      for (const column of columns.places(id)) {
        if (line[column] !== undefined) line[column]++;
      }
    }
  }
  return { rows: rows.values, columns: columns.values, counts };
}

function codesOfFacet(
  state: IndexState,
  facet: Exclude<VocFacetName, 'requirement'>,
  today: string,
): FacetCodes {
  const { columns, regions } = state;
  if (!isExtra(facet)) return facetCodes(facet, { columns, regions, today });
  const fieldId = Number(facet.slice('extra:'.length));
  const { codes, dictionary } = state.extras.of(fieldId, columns.capacity);
  return { codes, values: valuesOf(dictionary) };
}

function isExtra(facet: VocFacetName): facet is `extra:${number}` {
  return facet.startsWith('extra:');
}

function codeCounts({ codes, values }: FacetCodes, ids: Uint32Array): ValueCount[] {
  const counts = new Uint32Array(values.length);
  for (let place = 0; place < ids.length; place++) {
    const code = codes[ids[place] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  // Several codes of one value: the days of a month, the branches of a region.
  const byValue = new Map<string, number>();
  for (const [code, value] of values.entries()) {
    const count = counts[code] ?? 0;
    if (count > 0) byValue.set(value, (byValue.get(value) ?? 0) + count);
  }
  return Array.from(byValue, ([value, count]) => ({ value, count }));
}

/** A VOC counts for each requirement it is evidence for, and for '' when it is for none. */
function requirementCounts({ evidence, columns }: IndexState, ids: Uint32Array): ValueCount[] {
  const mask = maskOf(ids, columns.capacity);
  const counts = evidence.requirementIds().map((requirementId) => {
    let count = 0;
    for (const id of evidence.idsOf(requirementId)) count += mask[id] ?? 0;
    return { value: String(requirementId), count };
  });
  const assigned = evidence.assigned(columns.capacity);
  let none = 0;
  for (const id of ids) if (assigned[id] !== 1) none++;
  return [...counts, { value: '', count: none }];
}

/** Says at which of `values` a VOC counts: one place or none, of requirements any number. */
function placesOf(
  state: IndexState,
  facet: VocFacetName,
  today: string,
  values: readonly ValueCount[],
): (id: number) => readonly number[] {
  const placeOf = new Map(values.map(({ value }, place) => [value, place]));
  if (facet === 'requirement') return requirementPlaces(state, placeOf);
  const { codes, values: valueOfCode } = codesOfFacet(state, facet, today);
  const byCode = valueOfCode.map((value) => {
    const place = placeOf.get(value);
    return place === undefined ? [] : [place];
  });
  return (id) => byCode[codes[id] ?? 0] ?? [];
}

function requirementPlaces(
  { evidence, columns }: IndexState,
  placeOf: ReadonlyMap<string, number>,
): (id: number) => readonly number[] {
  const places = new Map<number, number[]>();
  for (const [value, place] of placeOf) {
    if (value === '') continue;
    for (const id of evidence.idsOf(Number(value))) {
      const known = places.get(id);
      if (known === undefined) places.set(id, [place]);
      else known.push(place);
    }
  }
  const none = placeOf.get('');
  const assigned = evidence.assigned(columns.capacity);
  const noneOnly = none === undefined ? [] : [none];
  return (id) => (assigned[id] === 1 ? (places.get(id) ?? []) : noneOnly);
}

function byFrequency(one: ValueCount, other: ValueCount): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}

function shown(
  facet: VocFacetName,
  values: ValueCount[],
  rest: readonly ValueCount[],
): FacetCounts {
  const count = rest.reduce((sum, value) => sum + value.count, 0);
  return { facet, values, others: { values: rest.length, count } };
}
