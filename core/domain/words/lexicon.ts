import { Beginnings } from './boundary-scores.ts';
import type { EojeolCounter } from './eojeol-counter.ts';
import {
  generalWords,
  gluedDependents,
  gluedDeterminers,
  serviceNouns,
  shortNouns,
} from './general-words.ts';
import { nounTailOf } from './noun-tails.ts';
import { type PredicateReading, predicateReadings } from './predicate-forms.ts';

export interface LearnOptions {
  /** A word must be seen so often in a place where only a noun can stand. */
  minCount: number;
  /** … and with so many different kinds of particle. */
  minGroups: number;
  /** Cohesion below which a beginning does not hold together as one word. */
  minCohesion: number;
  /** Branching entropy (nats) below which a word is taken to go on. */
  minBranching: number;
}

const learnDefaults: LearnOptions = {
  minCount: 4,
  minGroups: 3,
  minCohesion: 0.02,
  minBranching: 0.6,
};

/** What a corpus taught: which words there are, and how often each is met where nothing else can be. */
export interface Lexicon {
  /** Nouns with the number of eojeols that speak for them. */
  nouns: ReadonlyMap<string, number>;
  /** Roots that only 하다 follows (훌륭하다): no nouns, but adjectives with them. */
  roots: ReadonlyMap<string, number>;
  /** Latin terms that are frequent enough. */
  latin: ReadonlySet<string>;
  /** Listed predicates (dictionary form) with the number of their forms that nothing else explains. */
  predicates: ReadonlyMap<string, number>;
  /** Share of each group of particles among the tails of nouns; '' for no tail. */
  tailShares: ReadonlyMap<string, number>;
  /** Share of each ending among the forms of predicates. */
  endingShares: ReadonlyMap<string, number>;
}

interface NounEvidence {
  count: number;
  groups: Map<string, number>;
  /** Distinct forms of 하다 after it. */
  forms: Set<string>;
}

/** Groups that endings of predicates look like, and that prove no noun by themselves. */
const weakGroups: ReadonlySet<string> = new Set([
  '요',
  '나',
  '님',
  '있',
  '없',
  '받',
  '이다',
  '도',
  '만',
  '이나',
  '라도',
  '이라도',
  '든',
  '이란',
  '드리',
  '못하',
  '중이',
  '안나',
  '안되',
  '안하',
  '들',
  '같이',
  '해보',
  '해주',
  '하고',
]);

/**
 * Learns the words of a corpus from its eojeols.
 *
 * An eojeol is read as a noun and what may follow it (particles, copula, 하다 and the like, all with
 * agreement). The reading with the shortest noun speaks for that noun: 속도가 can be nothing but
 * 속도 + 가, for 도가 is no particle. A beginning that is met often, before several kinds of particle,
 * that holds together and goes on freely is a noun; where an eojeol can be read in several ways
 * (속도: 속 + 도, or 속도), the counts of both decide later. Forms of listed predicates speak for no
 * noun.
 *
 * Deterministic: depends on the counts alone, not on the order of the texts. O(distinct eojeols).
 * An empty corpus gives an empty lexicon.
 */
export function learnLexicon(
  counter: EojeolCounter,
  options: LearnOptions = learnDefaults,
): Lexicon {
  const evidence = new Map<string, NounEvidence>();
  const predicates = new Map<string, number>();
  const endings = new Map<string, number>();
  const latin = new Map<string, number>();
  const eojeols: [string, number][] = [];
  for (const [id, chunk] of counter.chunks.entries()) {
    const count = counter.counts[id] ?? 0;
    if (count === 0) continue;
    if (chunk < '가') {
      addTo(latin, chunk.slice(0, chunk.indexOf(' ')), count);
      continue;
    }
    eojeols.push([chunk, count]);
    if (generalWords.has(chunk)) continue;
    const readings = predicateReadings(chunk);
    if (readings.length === 0) speakForNoun(chunk, count, evidence);
    else if (shortestNounSplit(chunk) === null) {
      countReadings(readings, count, predicates, endings);
    }
  }
  const nouns = acceptedNouns(evidence, eojeols, options);
  return {
    nouns,
    roots: rootsOf(evidence, nouns, options),
    latin: frequentLatin(latin, options.minCount),
    predicates,
    tailShares: tailSharesOf(evidence, nouns),
    endingShares: sharesOf(endings),
  };
}

/** A form of one predicate only speaks for it; one of several speaks for none of them. */
function countReadings(
  readings: readonly PredicateReading[],
  count: number,
  predicates: Map<string, number>,
  endings: Map<string, number>,
): void {
  const [first, ...others] = readings;
  if (first === undefined || others.some(({ word }) => word !== first.word)) return;
  addTo(predicates, first.word, count);
  addTo(endings, first.ending, count);
}

/** Where the noun ends that is shortest and leaves a tail; null when no tail is possible. */
function shortestNounSplit(eojeol: string): number | null {
  for (let end = 1; end < eojeol.length; end++) {
    const tail = nounTailOf(eojeol.slice(0, end), eojeol.slice(end));
    if (tail !== null) return end;
  }
  return null;
}

function speakForNoun(eojeol: string, count: number, evidence: Map<string, NounEvidence>): void {
  const end = shortestNounSplit(eojeol);
  if (end === null) return;
  const noun = eojeol.slice(0, end);
  const tail = nounTailOf(noun, eojeol.slice(end));
  if (tail === null) return;
  let known = evidence.get(noun);
  if (known === undefined) {
    known = { count: 0, groups: new Map(), forms: new Set() };
    evidence.set(noun, known);
  }
  known.count += count;
  addTo(known.groups, tail.group, count);
  if (tail.group === '하') known.forms.add(eojeol.slice(end));
}

function acceptedNouns(
  evidence: ReadonlyMap<string, NounEvidence>,
  eojeols: readonly [string, number][],
  options: LearnOptions,
): Map<string, number> {
  const bare = new Map(eojeols);
  const enough = new Map<string, number>();
  for (const [noun, { count, groups }] of evidence) {
    if (generalWords.has(noun) || serviceNouns.has(noun)) enough.set(noun, count);
    else if (count < options.minCount) continue;
    else if (pointsFor(groups, bare.get(noun) ?? 0, options) >= options.minGroups)
      enough.set(noun, count);
  }
  for (const noun of [...serviceNouns, ...shortNouns]) {
    if (!enough.has(noun)) enough.set(noun, evidence.get(noun)?.count ?? 1);
  }
  const beginnings = new Beginnings(eojeols, new Set(enough.keys()));
  for (const noun of [...enough.keys()]) {
    if (generalWords.has(noun) || serviceNouns.has(noun)) continue;
    const { cohesion, branching } = beginnings.scoreOf(noun);
    if (cohesion < options.minCohesion || branching < options.minBranching) enough.delete(noun);
  }
  for (const noun of [...enough.keys()]) {
    if (!serviceNouns.has(noun) && isGlued(noun, enough)) enough.delete(noun);
  }
  return enough;
}

/** Two words typed as one, of which the corpus knows the noun (이영화, 영화중, 슬픈영화): no new word. */
function isGlued(word: string, nouns: ReadonlyMap<string, number>): boolean {
  for (let cut = 1; cut < word.length; cut++) {
    const head = word.slice(0, cut);
    const rest = word.slice(cut);
    const pointed = gluedDeterminers.has(head) || isModifier(head);
    if (pointed && (generalWords.has(rest) || (rest.length >= 2 && nouns.has(rest)))) return true;
    if (head.length >= 2 && gluedDependents.has(rest) && nouns.has(head)) return true;
  }
  return false;
}

/** An adnominal form (슬픈, 재밌는, 만든). */
function isModifier(word: string): boolean {
  return predicateReadings(word).some(
    ({ shape, ending }) => ((shape === 'N' || shape === 'L') && ending === '') || ending === '는',
  );
}

/**
 * Kinds of particle that speak for a noun: one point each (하다 and 되다 are one kind each), half a point
 * for those that endings look like, one more for being met alone as often as asked. Nothing without a
 * particle that only nouns take.
 */
function pointsFor(
  groups: ReadonlyMap<string, number>,
  bare: number,
  { minCount }: LearnOptions,
): number {
  let strong = 0;
  let weak = 0;
  for (const group of groups.keys()) {
    if (weakGroups.has(group)) weak += 1;
    else strong += 1;
  }
  return strong === 0 ? 0 : strong + weak / 2 + (bare >= minCount ? 1 : 0);
}

/** Forms of 하다 a root must be met in: one alone (못한, 가득히 …) may be anything. */
const minForms = 3;

function rootsOf(
  evidence: ReadonlyMap<string, NounEvidence>,
  nouns: ReadonlyMap<string, number>,
  { minCount }: LearnOptions,
): Map<string, number> {
  const roots = new Map<string, number>();
  for (const [root, { groups, forms }] of evidence) {
    const count = groups.get('하') ?? 0;
    if (root.length < 2 || nouns.has(root) || generalWords.has(root)) continue;
    if (count >= minCount && forms.size >= minForms) roots.set(root, count);
  }
  return roots;
}

function frequentLatin(counts: ReadonlyMap<string, number>, minCount: number): Set<string> {
  const frequent = new Set<string>();
  for (const [term, count] of counts) {
    if (term.length >= 2 && count >= minCount) frequent.add(term);
  }
  return frequent;
}

/** Share of eojeols that are a bare noun; bare ones prove nothing, so it cannot be counted. */
const bareShare = 0.3;

function tailSharesOf(
  evidence: ReadonlyMap<string, NounEvidence>,
  nouns: ReadonlyMap<string, number>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const noun of nouns.keys()) {
    for (const [group, count] of evidence.get(noun)?.groups ?? []) addTo(counts, group, count);
  }
  const shares = new Map<string, number>([['', bareShare]]);
  for (const [group, share] of sharesOf(counts)) shares.set(group, share * (1 - bareShare));
  return shares;
}

function sharesOf(counts: ReadonlyMap<string, number>): Map<string, number> {
  let total = 0;
  for (const count of counts.values()) total += count;
  return new Map([...counts].map(([key, count]) => [key, count / total]));
}

function addTo(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
