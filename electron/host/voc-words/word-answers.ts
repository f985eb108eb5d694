import type {
  KeywordRanking,
  RisingWords,
  WordPairs,
  WordTrend,
} from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { dateOfDay, dayNumber, mondayOf } from '../../../core/domain/voc/calendar-days.ts';
import { isPartial, wholeDays } from '../../../core/domain/voc/whole-days.ts';
import type { KeywordIndex } from '../../../core/domain/words/keyword-index.ts';
import { wordChanges } from '../../../core/domain/words/rising-words.ts';
import { type PairCounts, significantPairs } from '../../../core/domain/words/word-pairs.ts';
import type { OfAll } from './word-messages.ts';

/** A weekend at the edge of a month is a fifteenth of it. */
const monthSlack = 2;
const surfacesShown = 4;
/** Pairs are sought among the most frequent words: a table of all would be mostly empty. */
const wordsPaired = 200;

export function keywordRanking(
  index: KeywordIndex,
  places: Uint32Array,
  limit: number,
): OfAll<KeywordRanking> {
  const counts = index.documentCounts(places);
  const top = index.topWords(counts, limit);
  const surfaces = index.surfacesOf(
    top.map(({ word }) => word),
    surfacesShown,
  );
  return {
    total: places.length,
    words: top.map(({ word, count }) => ({
      word,
      count,
      share: count / places.length,
      surfaces: surfaces.get(word) ?? [],
    })),
    others: counts.reduce((found, count) => found + (count > 0 ? 1 : 0), 0) - top.length,
  };
}

interface Period {
  from: string;
  to: string;
}

export function risingWords(
  index: KeywordIndex,
  places: Uint32Array,
  { period, baseline, limit }: { period: Period; baseline: Period; limit: number },
): OfAll<RisingWords> {
  const inPeriod = placesWithin(index, places, period);
  const inBaseline = placesWithin(index, places, baseline);
  const now = index.documentCounts(inPeriod);
  const before = index.documentCounts(inBaseline);
  const changes = wordChanges(
    index.words.map((word, i) => ({ word, period: now[i] ?? 0, baseline: before[i] ?? 0 })),
    inPeriod.length,
    inBaseline.length,
  );
  return {
    periodTotal: inPeriod.length,
    baselineTotal: inBaseline.length,
    tested: changes.length,
    words: changes.slice(0, limit),
  };
}

function placesWithin(index: KeywordIndex, places: Uint32Array, { from, to }: Period): Uint32Array {
  const first = dayNumber(from);
  const last = dayNumber(to);
  const { days } = index.texts;
  return places.filter((place) => {
    const day = days[place] ?? 0;
    return day >= first && day <= last;
  });
}

interface TrendQuestion {
  words: readonly string[];
  unit: 'week' | 'month';
  filter: VocFilter;
  today: string;
}

export function wordTrend(
  index: KeywordIndex,
  places: Uint32Array,
  { words, unit, filter, today }: TrendQuestion,
): OfAll<WordTrend> {
  const { days } = index.texts;
  const periods = periodsOver(days, places, unit);
  const countsOf = (some: Uint32Array) => {
    const counts = periods.starts.map(() => 0);
    for (const place of some) {
      const i = periods.placeOf(days[place] ?? 0);
      counts[i] = (counts[i] ?? 0) + 1;
    }
    return counts;
  };
  const totals = countsOf(places);
  const whole = wholeDays({
    ...filter,
    known: knownDays(days),
    today,
    slack: unit === 'month' ? monthSlack : 0,
  });
  const named = periods.starts.map((from, i) => ({
    from: dateOfDay(from),
    to: dateOfDay(periods.endOf(i)),
  }));
  return {
    periods: named.map((period, i) => ({
      ...period,
      total: totals[i] ?? 0,
      partial: isPartial(period, whole),
    })),
    series: words.map((word) => ({ word, counts: countsOf(index.placesWith(word, places)) })),
  };
}

function knownDays(days: Int32Array): { first: string; last: string } | null {
  if (days.length === 0) return null;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { first: dateOfDay(first), last: dateOfDay(last) };
}

interface Periods {
  /** First days, without gaps. */
  starts: number[];
  endOf(i: number): number;
  placeOf(day: number): number;
}

function periodsOver(days: Int32Array, places: Uint32Array, unit: 'week' | 'month'): Periods {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const day = days[place] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (places.length === 0) return { starts: [], endOf: () => 0, placeOf: () => 0 };
  return unit === 'week' ? weeksBetween(first, last) : monthsBetween(first, last);
}

function weeksBetween(first: number, last: number): Periods {
  const start = mondayOf(first);
  const starts: number[] = [];
  for (let day = start; day <= last; day += 7) starts.push(day);
  return {
    starts,
    endOf: (i) => start + i * 7 + 6,
    placeOf: (day) => Math.floor((day - start) / 7),
  };
}

function monthsBetween(first: number, last: number): Periods {
  const numberOf = (day: number) => {
    const date = dateOfDay(day);
    return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  };
  const firstMonth = numberOf(first);
  const startOf = (month: number) => {
    const text = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    return dayNumber(text);
  };
  const count = numberOf(last) - firstMonth + 1;
  const starts = Array.from({ length: count }, (_, i) => startOf(firstMonth + i));
  return {
    starts,
    endOf: (i) => startOf(firstMonth + i + 1) - 1,
    placeOf: (day) => numberOf(day) - firstMonth,
  };
}

export function wordPairs(
  index: KeywordIndex,
  places: Uint32Array,
  limit: number,
): OfAll<WordPairs> {
  const top = index.topWords(index.documentCounts(places), wordsPaired);
  const both = index.pairCounts(
    top.map(({ word }) => word),
    places,
  );
  const pairs: PairCounts[] = [];
  for (const [i, first] of top.entries()) {
    for (const [offset, second] of top.slice(i + 1).entries()) {
      const count = both[i]?.[i + 1 + offset] ?? 0;
      if (count === 0) continue;
      pairs.push({
        first: first.word,
        second: second.word,
        both: count,
        firstCount: first.count,
        secondCount: second.count,
      });
    }
  }
  const significant = significantPairs(pairs, places.length);
  return {
    total: places.length,
    words: top.length,
    pairs: significant.slice(0, limit).map(({ p: _, ...pair }) => pair),
  };
}
