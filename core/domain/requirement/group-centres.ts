import type { TextVectors } from './text-vectors.ts';

/** A unit vector over the heaviest keywords of a group, heaviest first. */
export interface Centre {
  words: { word: number; share: number }[];
  size: number;
}

/** A centre is its heaviest keywords; the many light ones only blur it. */
const centreWords = 40;
const shownWords = 4;
/** A keyword this much lighter than the heaviest tells a person nothing about the group. */
const leastShown = 0.2;
/** Two centres closer than this are one group. */
const sameGroup = 0.72;

/** `groupOf`: group of each text, from 0 to before `count`; −1 for none. */
export function centresOf(vectors: TextVectors, groupOf: Int16Array, count: number): Centre[] {
  const { places, offsets } = textsByGroup(groupOf, count);
  const { corpus, weights, lengths } = vectors;
  const sums = new Float64Array(corpus.words.length);
  return Array.from({ length: count }, (_, group) => {
    const texts = places.subarray(offsets[group], offsets[group + 1]);
    const met: number[] = [];
    for (const text of texts) {
      const length = lengths[text] ?? 0;
      if (length === 0) continue;
      const end = corpus.offsets[text + 1] ?? 0;
      for (let at = corpus.offsets[text] ?? 0; at < end; at++) {
        const word = corpus.wordIds[at] ?? 0;
        const share = (weights[word] ?? 0) / length;
        if (share === 0) continue;
        const sum = sums[word] ?? 0;
        if (sum === 0) met.push(word);
        sums[word] = sum + share;
      }
    }
    const words = unitVector(met.map((word) => ({ word, share: sums[word] ?? 0 })));
    for (const word of met) sums[word] = 0;
    return { words, size: texts.length };
  });
}

/** The texts of each group in their order: `places[offsets[g]]` to `places[offsets[g + 1] − 1]`. */
function textsByGroup(groupOf: Int16Array, count: number) {
  const offsets = new Uint32Array(count + 1);
  for (const group of groupOf) {
    if (group >= 0) offsets[group + 1] = (offsets[group + 1] ?? 0) + 1;
  }
  for (let group = 0; group < count; group++) {
    offsets[group + 1] = (offsets[group + 1] ?? 0) + (offsets[group] ?? 0);
  }
  const places = new Uint32Array(offsets[count] ?? 0);
  const filled = offsets.slice();
  for (let text = 0; text < groupOf.length; text++) {
    const group = groupOf[text] ?? -1;
    if (group < 0) continue;
    const place = filled[group] ?? 0;
    places[place] = text;
    filled[group] = place + 1;
  }
  return { places, offsets };
}

function unitVector(sums: Centre['words']): Centre['words'] {
  const heaviest = sums
    .toSorted((a, b) => b.share - a.share || a.word - b.word)
    .slice(0, centreWords);
  const length = Math.sqrt(heaviest.reduce((total, { share }) => total + share ** 2, 0));
  return heaviest.map(({ word, share }) => ({ word, share: share / length }));
}

/** Puts centres that have become alike together, the larger one first. */
export function unite(centres: readonly Centre[]): Centre[] {
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
  const words = unitVector([...sum].map(([word, share]) => ({ word, share })));
  return { words, size: a.size + b.size };
}

function cosine(a: Centre, b: Centre): number {
  const shares = new Map(a.words.map(({ word, share }) => [word, share]));
  return b.words.reduce((sum, { word, share }) => sum + share * (shares.get(word) ?? 0), 0);
}

/** The words a group is shown with, heaviest first. */
export function tellingWords({ words }: Centre): number[] {
  const heaviest = words[0]?.share ?? 0;
  return words
    .slice(0, shownWords)
    .filter(({ share }) => share >= heaviest * leastShown)
    .map(({ word }) => word);
}
