import { chunksOf } from './chunks.ts';
import { wordsOfChunk } from './eojeol-reading.ts';
import type { Lexicon } from './lexicon.ts';
import type { WordRules } from './word-rules.ts';

/**
 * The keywords of a text in the order they first come, each once, after the rules of people. Pure: the
 * same text, lexicon and rules give the same words. No word is ever empty.
 */
export function keywordsOf(text: string, lexicon: Lexicon, rules: WordRules): string[] {
  const words = new Set<string>();
  for (const { latin, hangul } of chunksOf(text)) {
    const chunk = latin === '' ? hangul : `${latin} ${hangul}`;
    for (const word of keywordsOfChunk(chunk, lexicon, rules.keeps)) {
      const kept = rules.apply(word);
      if (kept !== null) words.add(kept);
    }
  }
  return [...words];
}

/** The words of one chunk before stop words and synonyms, for those who keep them per chunk. */
export function keywordsOfChunk(
  chunk: string,
  lexicon: Lexicon,
  keeps: ReadonlySet<string>,
): string[] {
  return wordsOfChunk(chunk, lexicon, keeps).map(({ word }) => word);
}
