import { generalWords, gluedAdverbs, shortNouns, wordsInNim } from './general-words.ts';
import type { Lexicon } from './lexicon.ts';
import { nounTailOf } from './noun-tails.ts';
import { predicateReadings } from './predicate-forms.ts';

/** A word found in an eojeol, in its dictionary form. */
export interface FoundWord {
  word: string;
  /** How it came to be, for those who judge the extraction. */
  kind: 'noun' | 'predicate' | 'latin' | 'general';
}

interface Piece extends FoundWord {
  /** Natural logarithm of how likely the piece is. */
  score: number;
}

/** Below this no piece is likely at all: what an unseen ending or tail counts as. */
const unseenShare = 1e-5;
const shortestUnspaced = 3;
const longestUnspaced = 20;
/** Each further piece of an unspaced eojeol must earn its keep. */
const joinCost = Math.log(1e-3);

/**
 * The content words of one chunk, in order, each once: the likeliest reading as one word with its tail,
 * and, for what was typed without spaces, the likeliest row of words. Empty when nothing known fits: a
 * word that the corpus does not bear out is left out rather than guessed.
 */
export function wordsOfChunk(
  chunk: string,
  lexicon: Lexicon,
  keeps: ReadonlySet<string> = noKeeps,
): FoundWord[] {
  const kept = keptWord(chunk, keeps);
  if (kept !== null) return [{ word: kept, kind: 'noun' }];
  if (chunk >= '가') return contentOf(readHangul(chunk, lexicon));
  const gap = chunk.indexOf(' ');
  const latin = chunk.slice(0, gap);
  const hangul = chunk.slice(gap + 1);
  const words: FoundWord[] = [];
  if (lexicon.latin.has(latin) && !generalWords.has(latin))
    words.push({ word: latin, kind: 'latin' });
  if (hangul !== '' && nounTailOf(latin, hangul) === null) {
    words.push(...contentOf(readHangul(hangul, lexicon)));
  }
  return words;
}

const noKeeps: ReadonlySet<string> = new Set();

/** The longest word that people want kept at the beginning of a chunk, with a tail a noun may have. */
function keptWord(chunk: string, keeps: ReadonlySet<string>): string | null {
  if (keeps.size === 0) return null;
  const joined = chunk.replace(' ', '');
  for (let end = joined.length; end > 0; end--) {
    const word = joined.slice(0, end);
    if (keeps.has(word) && nounTailOf(word, joined.slice(end)) !== null) return word;
  }
  return null;
}

function contentOf(found: readonly FoundWord[]): FoundWord[] {
  const seen = new Set<string>();
  return found.filter(({ word, kind }) => {
    if (kind === 'general' || seen.has(word)) return false;
    seen.add(word);
    return true;
  });
}

function readHangul(eojeol: string, lexicon: Lexicon): FoundWord[] {
  if (generalWords.has(eojeol)) return [];
  const whole = bestPiece(eojeol, lexicon);
  if (whole !== null) return [whole];
  if (eojeol.length < shortestUnspaced || eojeol.length > longestUnspaced) return [];
  return bestRow(eojeol, lexicon);
}

/** The likeliest way in which a text is one word with what hangs on it; null when there is none. */
function bestPiece(text: string, lexicon: Lexicon): Piece | null {
  let best: Piece | null = null;
  const consider = (piece: Piece) => {
    if (best === null || piece.score > best.score) best = piece;
  };
  for (const { word, general, ending } of predicateReadings(text)) {
    const share = lexicon.endingShares.get(ending) ?? unseenShare;
    const count = (lexicon.predicates.get(word) ?? 0) + 0.5;
    consider({ word, kind: general ? 'general' : 'predicate', score: Math.log(count * share) });
  }
  for (let end = 1; end <= text.length; end++) {
    const noun = text.slice(0, end);
    const count = lexicon.nouns.get(noun) ?? lexicon.roots.get(noun);
    if (count === undefined) continue;
    const tail = nounTailOf(noun, text.slice(end));
    if (tail === null) continue;
    const share = lexicon.tailShares.get(tail.group) ?? unseenShare;
    const score = Math.log(count * share);
    if (lexicon.nouns.has(noun)) consider({ ...nounOf(noun), score });
    else if (tail.group === '하') consider({ word: `${noun}하다`, kind: 'predicate', score });
  }
  return best;
}

function nounOf(noun: string): FoundWord {
  if (generalWords.has(noun)) return { word: noun, kind: 'general' };
  if (noun.length === 1) return { word: noun, kind: shortNouns.has(noun) ? 'noun' : 'general' };
  if (!noun.endsWith('님') || wordsInNim.has(noun)) return { word: noun, kind: 'noun' };
  const bare = noun.slice(0, -1);
  if (bare.length < 2) return { word: noun, kind: 'noun' };
  return generalWords.has(bare) ? { word: bare, kind: 'general' } : { word: bare, kind: 'noun' };
}

/** Viterbi over the cuts of an eojeol typed without spaces; empty when no row of words covers it. */
function bestRow(eojeol: string, lexicon: Lexicon): FoundWord[] {
  const reached: ({ score: number; from: number; piece: Piece } | null)[] = [];
  for (let to = 1; to <= eojeol.length; to++) {
    let best: { score: number; from: number; piece: Piece } | null = null;
    for (let from = 0; from < to; from++) {
      const before = from === 0 ? 0 : (reached[from - 1]?.score ?? Number.NEGATIVE_INFINITY);
      if (before === Number.NEGATIVE_INFINITY) continue;
      const piece = rowPiece(eojeol.slice(from, to), lexicon);
      if (piece === null) continue;
      const score = before + piece.score + joinCost;
      if (best === null || score > best.score) best = { score, from, piece };
    }
    reached.push(best);
  }
  const row: FoundWord[] = [];
  for (let at = eojeol.length; at > 0; ) {
    const step = reached[at - 1];
    if (step === null || step === undefined) return [];
    row.unshift(step.piece);
    at = step.from;
  }
  return row;
}

/** One syllable is too little to be taken for a word inside a row, but for the adverbs typed so. */
function rowPiece(text: string, lexicon: Lexicon): Piece | null {
  if (gluedAdverbs.has(text)) return { word: text, kind: 'general', score: Math.log(1) };
  if (text.length < 2) return null;
  if (generalWords.has(text)) return { word: text, kind: 'general', score: Math.log(1) };
  return bestPiece(text, lexicon);
}
