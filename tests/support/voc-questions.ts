import { type VocFilter, type VocSort, vocSortFields } from '../../core/contract/voc.contract.ts';
import type { RawDatabase } from '../../db/connection.ts';

/** What somebody may ask of the list: where the page begins is said apart. */
export interface VocQuestion {
  name: string;
  filter: VocFilter;
  sort: VocSort;
}

const newestFirst: VocSort = { field: 'receivedAt', direction: 'desc' };

/**
 * Searches as people type them, cut out of the texts of this very workspace: syllables, parts of words
 * of two to five characters, two words, phrases, a word without another, initials. Frequent and rare
 * as they come.
 */
export function searchesOf(raw: RawDatabase, texts: number): string[] {
  const last = Number(raw.prepare('SELECT max(id) FROM voc').pluck().get());
  const textOf = raw.prepare('SELECT text FROM voc WHERE id >= ? LIMIT 1').pluck();
  const searches = new Set<string>();
  for (let place = 0; place < texts; place++) {
    // A large odd step, so that the texts lie all over the table.
    const text = String(textOf.get(1 + ((place * 7_919_993) % last)));
    const words = text.split(/\s+/).filter((word) => /^[가-힣A-Za-z]{2,}$/.test(word));
    const [first = '서비스', second = '상담'] = words;
    const cut = (length: number) => first.slice(0, Math.min(length, first.length));
    const asked = [
      cut(1),
      cut(2),
      cut(3),
      cut(5),
      `${cut(2)} ${second.slice(0, 2)}`,
      `"${first} ${second}"`,
      `${cut(2)} -${second.slice(0, 2)}`,
      initialsOf(cut(2)),
    ];
    searches.add(asked[place % asked.length] ?? first);
  }
  return [...searches];
}

/** 환불 → ㅎㅂ; what is no syllable stays. */
function initialsOf(word: string): string {
  const consonants = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
  return Array.from(word, (character) => {
    const place = Math.floor((character.charCodeAt(0) - 0xac00) / 588);
    return consonants[place] ?? character;
  }).join('');
}

/** Filters of one part and of several, from what the workspace holds. */
export function filtersOf(raw: RawDatabase): VocFilter[] {
  const some = (column: string) =>
    raw
      .prepare(`SELECT DISTINCT ${column} FROM voc WHERE ${column} IS NOT NULL LIMIT 2`)
      .pluck()
      .all() as string[];
  const [branches, products, owners, types] = [
    some('branch'),
    some('product'),
    some('owner'),
    some('customer_type'),
  ];
  return [
    { kinds: ['complaint'] },
    { channels: ['phone', 'web'] },
    { severities: [5] },
    { branches },
    { products: products.slice(0, 1) },
    { owners: owners.slice(0, 1) },
    { customerTypes: types.slice(0, 1) },
    { receivedFrom: '2026-01-01', receivedTo: '2026-01-31' },
    { months: ['2025-03', '2026-03'] },
    { open: true, due: ['overdue'] },
    { unassigned: true },
    { branches: branches.slice(0, 1), kinds: ['complaint'], severities: [4, 5] },
    { owners, products, channels: ['app'] },
  ];
}

function sortsOf(): VocSort[] {
  return vocSortFields.flatMap((field) => [
    { field, direction: 'asc' as const },
    { field, direction: 'desc' as const },
  ]);
}

export function questionsOf(raw: RawDatabase, searches: readonly string[]): VocQuestion[] {
  const searched = searches.map((search) => ({
    name: search,
    filter: { search },
    sort: newestFirst,
  }));
  const filtered = filtersOf(raw).map((filter) => ({
    name: JSON.stringify(filter),
    filter,
    sort: newestFirst,
  }));
  const sorted = sortsOf().map((sort) => ({
    name: `${sort.field} ${sort.direction}`,
    filter: {},
    sort,
  }));
  const mixed = filtersOf(raw).map((filter, place) => {
    const search = searches[(place * 5) % searches.length] ?? '';
    const sort = sortsOf()[(place * 3) % sortsOf().length] ?? newestFirst;
    return { name: `${search} ${JSON.stringify(filter)}`, filter: { ...filter, search }, sort };
  });
  return [...searched, ...filtered, ...sorted, ...mixed];
}
