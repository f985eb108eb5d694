import { firstSentenceOf } from './quote-passage.ts';

export interface NamePhrase {
  text: string;
  /** How many of the texts say it. */
  count: number;
}

const mostWords = 5;
const shortest = 4;
const longest = 40;

/**
 * Names for a requirement in the customers' own words: phrases of two to five words that several of
 * `texts` say literally, and the shortest sentence that says most of `keywords`. Best first.
 *
 * A phrase is worth the texts that say it × its length in words; one that is part of a better phrase
 * said as often is left out. Phrases stay within a sentence. Deterministic; empty for no texts.
 */
export function namePhrases(
  texts: readonly string[],
  keywords: readonly string[],
  most = 6,
): NamePhrase[] {
  const sayings = sayingsOf(texts);
  const ranked = [...sayings]
    .map(([text, said]) => ({ text, count: said.size, words: text.split(' ').length }))
    .filter(({ count, text }) => count >= 2 && text.length >= shortest && text.length <= longest)
    .sort((a, b) => b.count * b.words - a.count * a.words || compare(a.text, b.text));
  const chosen: NamePhrase[] = [];
  for (const { text, count } of ranked) {
    if (chosen.length >= most - 1) break;
    const isPart = chosen.some(
      (other) => ` ${other.text} `.includes(` ${text} `) || ` ${text} `.includes(` ${other.text} `),
    );
    if (!isPart) chosen.push({ text, count });
  }
  const sentence = tellingSentence(texts, keywords);
  if (sentence === null || chosen.some(({ text }) => text === sentence)) return chosen;
  return [...chosen, { text: sentence, count: 1 }];
}

/** Each phrase with the numbers of the texts that say it. */
function sayingsOf(texts: readonly string[]): Map<string, Set<number>> {
  const sayings = new Map<string, Set<number>>();
  for (const [number, text] of texts.entries()) {
    for (const sentence of text.split(/[.!?。…\n]+/u)) {
      const words = sentence.split(/\s+/u).map(withoutMarks).filter(Boolean);
      for (let from = 0; from < words.length; from++) {
        for (let to = from + 2; to <= Math.min(words.length, from + mostWords); to++) {
          const phrase = words.slice(from, to).join(' ');
          const said = sayings.get(phrase) ?? new Set();
          sayings.set(phrase, said.add(number));
        }
      }
    }
  }
  return sayings;
}

/** The first sentence of some text that holds most keywords; of these the shortest. */
function tellingSentence(texts: readonly string[], keywords: readonly string[]): string | null {
  const held = (sentence: string) => keywords.filter((word) => sentence.includes(word)).length;
  const sentences = texts
    .map((text) => withoutMarks(firstSentenceOf(text)))
    .filter((sentence) => sentence.length >= shortest && sentence.length <= longest)
    .map((sentence) => ({ sentence, held: held(sentence) }))
    .sort(
      (a, b) =>
        b.held - a.held || a.sentence.length - b.sentence.length || compare(a.sentence, b.sentence),
    );
  return sentences[0]?.sentence ?? null;
}

/** Quotation marks, brackets and full stops at either end are no part of a name. */
function withoutMarks(text: string): string {
  return text.replaceAll(/^[\s"'“”‘’()[\]·,:;~-]+|[\s"'“”‘’()[\]·,:;~.!?…-]+$/gu, '');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
