import { type KeywordCorpus, textCounts } from './keyword-corpus.ts';
import { type Theme, themesOf } from './theme-words.ts';

export interface AffinityOptions {
  /** Groups at most; fewer when there are not so many that hold together. */
  maxGroups: number;
  /** Called now and then with the share of the work that is done, 0 to 1. */
  onProgress?: (share: number) => void;
}

export interface SuggestedGroup {
  /** Keywords that hold it together, strongest first; at most four. */
  words: string[];
  size: number;
  /** Mean cosine between its texts and its centre, 0 to 1. */
  similarity: number;
}

export interface AffinitySuggestion {
  /** Largest first. */
  groups: SuggestedGroup[];
  /** Group of each text; −1 for none. */
  groupOf: Int16Array;
  /** Cosine of each text to the centre of its group; 0 for none. */
  similarityOf: Float32Array;
}

/** Below this a text has too little in common with a group's centre to be shown in it. */
const leastSimilarity = 0.25;
const rounds = 3;
/** A centre is its heaviest keywords; the many light ones only blur it. */
const centreWords = 40;
const shownWords = 4;
/** A keyword this much lighter than the heaviest tells a person nothing about the group. */
const leastShown = 0.2;
/** Two centres closer than this are one group. */
const sameGroup = 0.72;

/**
 * Groups texts that share keywords, for a person to judge: an affinity diagram's first draft.
 *
 * 1. Candidates are frequent keywords and pairs that belong together (`themesOf`); a group described
 *    by its frequent words is the idea of Beil, Ester & Xu (2002), "Frequent Term-Based Text
 *    Clustering", KDD '02.
 * 2. The greedy method for weighted coverage (Nemhauser, Wolsey & Fisher 1978, Mathematical
 *    Programming 14) takes, again and again, the candidate that tells most about the texts not yet
 *    covered: how many there are × the information of its keywords (ln of inverse frequency). So a
 *    rare pair of thirty texts comes before a word that is everywhere.
 * 3. A few rounds of spherical k-means (Dhillon & Modha 2001, Machine Learning 42) from these groups,
 *    on tf-idf vectors of unit length, let each text go where it is closest, and texts that are close
 *    to nothing (cosine < 0.25) to none. Groups whose centres have become alike are united.
 *
 * Every text is in at most one group. The same texts in the same order give the same groups; nothing is
 * drawn by lot. Time is linear in the keywords of all texts: a million texts take about two seconds.
 * Without keywords, or with fewer than three texts alike, there are no groups.
 */
export function suggestAffinityGroups(
  corpus: KeywordCorpus,
  { maxGroups, onProgress = () => {} }: AffinityOptions,
): AffinitySuggestion {
  const minSize = Math.max(3, Math.ceil(corpus.size / 1000));
  const counts = textCounts(corpus);
  const vectors = new TextVectors(corpus, counts);
  const themes = themesOf(corpus, counts, minSize);
  onProgress(0.3);
  const seeds = chooseThemes(corpus, themes, { maxGroups, minSize });
  onProgress(0.5);
  let groupOf: Int16Array = seeds.groupOf;
  let centres: Centre[] = [];
  for (let round = 0; round < rounds; round++) {
    centres = unite(centresOf(vectors, groupOf, seeds.count));
    groupOf = assign(vectors, centres).groupOf;
    onProgress(0.5 + (0.4 * (round + 1)) / rounds);
  }
  return ranked(corpus, centres, assign(vectors, centres), minSize);
}

/** tf-idf over keywords that occur or not: each text a vector of unit length. */
class TextVectors {
  readonly corpus: KeywordCorpus;
  /** ln(N ÷ texts with the word); 0 for words in a single text, which say nothing of others. */
  readonly weights: Float64Array;

  constructor(corpus: KeywordCorpus, counts: Uint32Array) {
    this.corpus = corpus;
    this.weights = Float64Array.from(counts, (count) =>
      count < 2 ? 0 : Math.log(corpus.size / count),
    );
  }

  /** Calls `visit` with each keyword of a text and its share of the unit vector. */
  each(text: number, visit: (word: number, share: number) => void): void {
    const { offsets, wordIds } = this.corpus;
    const [start, end] = [offsets[text] ?? 0, offsets[text + 1] ?? 0];
    let squares = 0;
    for (let at = start; at < end; at++) squares += (this.weights[wordIds[at] ?? 0] ?? 0) ** 2;
    if (squares === 0) return;
    const length = Math.sqrt(squares);
    for (let at = start; at < end; at++) {
      const word = wordIds[at] ?? 0;
      visit(word, (this.weights[word] ?? 0) / length);
    }
  }
}

/** Texts by keyword, for those that themes are made of. */
function textsByWord(corpus: KeywordCorpus, themes: readonly Theme[]): Map<number, number[]> {
  const texts = new Map<number, number[]>();
  for (const { words } of themes) for (const word of words) texts.set(word, []);
  for (let text = 0; text < corpus.size; text++) {
    const end = corpus.offsets[text + 1] ?? 0;
    for (let at = corpus.offsets[text] ?? 0; at < end; at++) {
      texts.get(corpus.wordIds[at] ?? 0)?.push(text);
    }
  }
  return texts;
}

/**
 * The themes that cover most, each with the texts no theme before it took. What a theme still has to
 * give only shrinks, so the last known figure is an upper bound and few have to be counted again.
 */
function chooseThemes(
  corpus: KeywordCorpus,
  themes: readonly Theme[],
  { maxGroups, minSize }: { maxGroups: number; minSize: number },
): { groupOf: Int16Array; count: number } {
  const groupOf = new Int16Array(corpus.size).fill(-1);
  const byWord = textsByWord(corpus, themes);
  const open = themes.map((theme, order) => ({
    theme,
    order,
    bound: theme.weight * Math.min(...theme.words.map((word) => byWord.get(word)?.length ?? 0)),
  }));
  open.sort((a, b) => b.bound - a.bound || a.order - b.order);
  let count = 0;
  while (count < maxGroups) {
    let best: { texts: number[]; gain: number; place: number } | null = null;
    for (const [place, candidate] of open.entries()) {
      if (best !== null && candidate.bound <= best.gain) break;
      const texts = uncovered(candidate.theme, byWord, groupOf);
      candidate.bound = texts.length < minSize ? 0 : candidate.theme.weight * texts.length;
      if (candidate.bound > (best?.gain ?? 0)) best = { texts, gain: candidate.bound, place };
    }
    if (best === null) break;
    for (const text of best.texts) groupOf[text] = count;
    open.splice(best.place, 1);
    open.sort((a, b) => b.bound - a.bound || a.order - b.order);
    count++;
  }
  return { groupOf, count };
}

/** The texts with every keyword of the theme that no group has yet. */
function uncovered(
  { words }: Theme,
  byWord: ReadonlyMap<number, readonly number[]>,
  groupOf: Int16Array,
): number[] {
  const [first = [], second] = words.map((word) => byWord.get(word) ?? []);
  const free = (texts: readonly number[]) => texts.filter((text) => groupOf[text] === -1);
  if (second === undefined) return free(first);
  const both: number[] = [];
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const [a = 0, b = 0] = [first[i], second[j]];
    if (a === b && groupOf[a] === -1) both.push(a);
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return both;
}

/** A unit vector over the heaviest keywords of a group, heaviest first. */
interface Centre {
  words: { word: number; share: number }[];
  size: number;
}

function centresOf(vectors: TextVectors, groupOf: Int16Array, count: number): Centre[] {
  const sums = Array.from({ length: count }, () => new Map<number, number>());
  const sizes = new Uint32Array(count);
  for (const [text, group] of groupOf.entries()) {
    const sum = sums[group];
    if (sum === undefined) continue;
    sizes[group] = (sizes[group] ?? 0) + 1;
    vectors.each(text, (word, share) => sum.set(word, (sum.get(word) ?? 0) + share));
  }
  return sums.map((sum, group) => ({ words: unitVector(sum), size: sizes[group] ?? 0 }));
}

function unitVector(sum: ReadonlyMap<number, number>): Centre['words'] {
  const heaviest = [...sum]
    .filter(([, share]) => share > 0)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, centreWords);
  const length = Math.sqrt(heaviest.reduce((total, [, share]) => total + share ** 2, 0));
  return heaviest.map(([word, share]) => ({ word, share: share / length }));
}

/** Puts centres that have become alike together, the larger one first. */
function unite(centres: readonly Centre[]): Centre[] {
  const kept: Centre[] = [];
  const bySize = centres
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.size - a.size);
  for (const centre of bySize) {
    const like = kept.findIndex((other) => cosine(other, centre) >= sameGroup);
    const other = kept[like];
    if (other === undefined) kept.push(centre);
    else kept[like] = together(other, centre);
  }
  return kept;
}

function together(a: Centre, b: Centre): Centre {
  const sum = new Map<number, number>();
  for (const { words, size } of [a, b]) {
    for (const { word, share } of words) sum.set(word, (sum.get(word) ?? 0) + share * size);
  }
  return { words: unitVector(sum), size: a.size + b.size };
}

function cosine(a: Centre, b: Centre): number {
  const shares = new Map(a.words.map(({ word, share }) => [word, share]));
  return b.words.reduce((sum, { word, share }) => sum + share * (shares.get(word) ?? 0), 0);
}

interface Assignment {
  groupOf: Int16Array;
  similarityOf: Float32Array;
}

interface HeldWord {
  group: number;
  share: number;
  /** One of the words the group is shown with. */
  tells: boolean;
}

function groupsByWord(centres: readonly Centre[]): Map<number, HeldWord[]> {
  const byWord = new Map<number, HeldWord[]>();
  for (const [group, centre] of centres.entries()) {
    const telling = new Set(tellingWords(centre));
    for (const { word, share } of centre.words) {
      const held = byWord.get(word) ?? [];
      held.push({ group, share, tells: telling.has(word) });
      byWord.set(word, held);
    }
  }
  return byWord;
}

/**
 * Each text to the closest centre, of those that are shown with a word it holds, so that a person sees
 * why it is there; to none when even the closest is far.
 */
function assign(vectors: TextVectors, centres: readonly Centre[]): Assignment {
  const { size } = vectors.corpus;
  const byWord = groupsByWord(centres);
  const groupOf = new Int16Array(size).fill(-1);
  const similarityOf = new Float32Array(size);
  const cosines = new Float64Array(centres.length);
  const told = new Uint8Array(centres.length);
  for (let text = 0; text < size; text++) {
    cosines.fill(0);
    told.fill(0);
    vectors.each(text, (word, share) => {
      for (const at of byWord.get(word) ?? []) {
        cosines[at.group] = (cosines[at.group] ?? 0) + share * at.share;
        if (at.tells) told[at.group] = 1;
      }
    });
    let best = leastSimilarity;
    for (const [group, value] of cosines.entries()) {
      if (told[group] === 0 || value < best || (value === best && groupOf[text] !== -1)) continue;
      best = value;
      groupOf[text] = group;
      similarityOf[text] = value;
    }
  }
  return { groupOf, similarityOf };
}

/** Groups that are too small are given up; the others are numbered, the largest first. */
function ranked(
  corpus: KeywordCorpus,
  centres: readonly Centre[],
  { groupOf, similarityOf }: Assignment,
  minSize: number,
): AffinitySuggestion {
  const tallies = centres.map((centre, group) => ({ centre, group, size: 0, sum: 0 }));
  for (const [text, group] of groupOf.entries()) {
    const tally = tallies[group];
    if (tally === undefined) continue;
    tally.size++;
    tally.sum += similarityOf[text] ?? 0;
  }
  const kept = tallies
    .filter(({ size }) => size >= minSize)
    .sort((a, b) => b.size - a.size || a.group - b.group);
  const numbers = new Int16Array(centres.length).fill(-1);
  for (const [number, { group }] of kept.entries()) numbers[group] = number;
  for (const [text, group] of groupOf.entries()) {
    const number = group === -1 ? -1 : (numbers[group] ?? -1);
    groupOf[text] = number;
    if (number === -1) similarityOf[text] = 0;
  }
  return {
    groups: kept.map(({ centre, size, sum }) => ({
      words: tellingWords(centre).map((word) => corpus.words[word] ?? ''),
      size,
      similarity: sum / size,
    })),
    groupOf,
    similarityOf,
  };
}

function tellingWords({ words }: Centre): number[] {
  const heaviest = words[0]?.share ?? 0;
  return words
    .slice(0, shownWords)
    .filter(({ share }) => share >= heaviest * leastShown)
    .map(({ word }) => word);
}
