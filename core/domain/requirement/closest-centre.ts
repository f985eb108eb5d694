import { type Centre, tellingWords } from './group-centres.ts';
import type { TextVectors } from './text-vectors.ts';

export interface Assignment {
  /** −1 for none. */
  groupOf: Int16Array;
  similarityOf: Float32Array;
}

/** Below this a text has too little in common with a group's centre to be shown in it. */
const leastSimilarity = 0.25;

/** Which centres hold a keyword: entries `offsets[word]` to before `offsets[word + 1]`. */
interface HeldWords {
  offsets: Uint32Array;
  groups: Uint16Array;
  shares: Float64Array;
  /** 1 for one of the words the group is shown with. */
  tells: Uint8Array;
}

function heldWords(centres: readonly Centre[], wordCount: number): HeldWords {
  const entries = centres.flatMap((centre, group) => {
    const telling = new Set(tellingWords(centre));
    return centre.words.map(({ word, share }) => ({
      word,
      share,
      group,
      tells: telling.has(word),
    }));
  });
  entries.sort((a, b) => a.word - b.word || a.group - b.group);
  const offsets = new Uint32Array(wordCount + 1);
  for (const { word } of entries) offsets[word + 1] = (offsets[word + 1] ?? 0) + 1;
  for (let word = 0; word < wordCount; word++) {
    offsets[word + 1] = (offsets[word + 1] ?? 0) + (offsets[word] ?? 0);
  }
  return {
    offsets,
    groups: Uint16Array.from(entries, ({ group }) => group),
    shares: Float64Array.from(entries, ({ share }) => share),
    tells: Uint8Array.from(entries, ({ tells }) => (tells ? 1 : 0)),
  };
}

/**
 * Each text to the closest centre, of those that are shown with a word it holds, so that a person sees
 * why it is there; to none when even the closest is far. The first of centres equally close.
 */
export function assign(vectors: TextVectors, centres: readonly Centre[]): Assignment {
  const { corpus, weights, lengths } = vectors;
  const held = heldWords(centres, corpus.words.length);
  const groupOf = new Int16Array(corpus.size).fill(-1);
  const similarityOf = new Float32Array(corpus.size);
  const cosines = new Float64Array(centres.length);
  const told = new Uint8Array(centres.length);
  for (let text = 0; text < corpus.size; text++) {
    const length = lengths[text] ?? 0;
    if (length === 0) continue;
    const end = corpus.offsets[text + 1] ?? 0;
    cosines.fill(0);
    told.fill(0);
    for (let at = corpus.offsets[text] ?? 0; at < end; at++) {
      const word = corpus.wordIds[at] ?? 0;
      const last = held.offsets[word + 1] ?? 0;
      const share = (weights[word] ?? 0) / length;
      for (let entry = held.offsets[word] ?? 0; entry < last; entry++) {
        const group = held.groups[entry] ?? 0;
        cosines[group] = (cosines[group] ?? 0) + share * (held.shares[entry] ?? 0);
        if (held.tells[entry] === 1) told[group] = 1;
      }
    }
    let best = leastSimilarity;
    let closest = -1;
    for (let group = 0; group < cosines.length; group++) {
      const value = cosines[group] ?? 0;
      if (told[group] === 0 || value < best || (value === best && closest !== -1)) continue;
      best = value;
      closest = group;
    }
    if (closest === -1) continue;
    groupOf[text] = closest;
    similarityOf[text] = best;
  }
  return { groupOf, similarityOf };
}
