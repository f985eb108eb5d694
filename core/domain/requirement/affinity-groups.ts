import { type Assignment, assign } from './closest-centre.ts';
import { type Centre, centresOf, tellingWords, unite } from './group-centres.ts';
import { type KeywordCorpus, textCounts } from './keyword-corpus.ts';
import { TextVectors } from './text-vectors.ts';
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

const rounds = 3;

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
 * drawn by lot. Time is linear in the keywords of all texts: a million texts take some five seconds.
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
  const seeds = chooseThemes(corpus, counts, { themes, maxGroups, minSize });
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

/** Texts by keyword, ascending, for those that themes are made of; covered texts leave their lists. */
class OpenTexts {
  readonly #lists = new Map<number, Uint32Array>();
  readonly #groupOf: Int16Array;

  constructor(
    corpus: KeywordCorpus,
    counts: Uint32Array,
    { themes, groupOf }: { themes: readonly Theme[]; groupOf: Int16Array },
  ) {
    this.#groupOf = groupOf;
    const lists: (Uint32Array | undefined)[] = corpus.words.map(() => undefined);
    for (const { words } of themes) {
      for (const word of words) lists[word] ??= new Uint32Array(counts[word] ?? 0);
    }
    const filled = new Uint32Array(corpus.words.length);
    for (let text = 0; text < corpus.size; text++) {
      const end = corpus.offsets[text + 1] ?? 0;
      for (let at = corpus.offsets[text] ?? 0; at < end; at++) {
        const word = corpus.wordIds[at] ?? 0;
        const list = lists[word];
        if (list === undefined) continue;
        const place = filled[word] ?? 0;
        list[place] = text;
        filled[word] = place + 1;
      }
    }
    for (const [word, list] of lists.entries()) if (list !== undefined) this.#lists.set(word, list);
  }

  /** How many texts hold each of the words, or more. */
  mostWith(words: readonly number[]): number {
    return Math.min(...words.map((word) => this.#lists.get(word)?.length ?? 0));
  }

  /** The texts with every keyword of the theme that no group has yet. */
  uncovered({ words }: Theme): Uint32Array {
    const [first = none, second] = words.map((word) => this.#open(word));
    return second === undefined ? first : intersection(first, second);
  }

  /** What is covered stays so: it is passed over once and never looked at again. */
  #open(word: number): Uint32Array {
    const list = this.#lists.get(word) ?? none;
    let length = 0;
    for (let at = 0; at < list.length; at++) {
      const text = list[at] ?? 0;
      if (this.#groupOf[text] === -1) list[length++] = text;
    }
    const open = list.subarray(0, length);
    this.#lists.set(word, open);
    return open;
  }
}

const none = new Uint32Array();

function intersection(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(Math.min(one.length, other.length));
  let length = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const a = one[i] ?? 0;
    const b = other[j] ?? 0;
    if (a === b) both[length++] = a;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return both.subarray(0, length);
}

/**
 * The themes that cover most, each with the texts no theme before it took. What a theme still has to
 * give only shrinks, so the last known figure is an upper bound and few have to be counted again.
 */
function chooseThemes(
  corpus: KeywordCorpus,
  counts: Uint32Array,
  wanted: { themes: readonly Theme[]; maxGroups: number; minSize: number },
): { groupOf: Int16Array; count: number } {
  const { themes, maxGroups, minSize } = wanted;
  const groupOf = new Int16Array(corpus.size).fill(-1);
  const openTexts = new OpenTexts(corpus, counts, { themes, groupOf });
  const open = themes.map((theme, order) => ({
    theme,
    order,
    bound: theme.weight * openTexts.mostWith(theme.words),
  }));
  open.sort((a, b) => b.bound - a.bound || a.order - b.order);
  let count = 0;
  while (count < maxGroups) {
    let best: { gain: number; place: number; theme: Theme } | null = null;
    for (const [place, candidate] of open.entries()) {
      if (best !== null && candidate.bound <= best.gain) break;
      const { length } = openTexts.uncovered(candidate.theme);
      candidate.bound = length < minSize ? 0 : candidate.theme.weight * length;
      if (candidate.bound > (best?.gain ?? 0)) {
        best = { gain: candidate.bound, place, theme: candidate.theme };
      }
    }
    if (best === null) break;
    for (const text of openTexts.uncovered(best.theme)) groupOf[text] = count;
    open.splice(best.place, 1);
    open.sort((a, b) => b.bound - a.bound || a.order - b.order);
    count++;
  }
  return { groupOf, count };
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
