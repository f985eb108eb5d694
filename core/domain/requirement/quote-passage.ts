const longestQuote = 200;

/**
 * The first sentence of a text: to the first full stop, question or exclamation mark that ends a word,
 * or to the end of the line; at most 200 characters (code points), with `…` for what is left out.
 * Sentences of fewer than five characters (`네.`) take the next one along.
 */
export function firstSentenceOf(text: string): string {
  const line = text.trim();
  const end = /^[\s\S]{4,}?(?:[.!?。…](?=\s|$)|(?=\n)|$)/u.exec(line);
  return shortened((end?.[0] ?? line).replaceAll(/\s+/gu, ' ').trim());
}

/**
 * The part of `text` that says `passage`, white space apart (a marked passage may have been wrapped or
 * folded on screen); null when the text does not say it.
 */
export function passageIn(text: string, passage: string): string | null {
  const pattern = passage
    .trim()
    .split(/\s+/u)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  if (pattern === '') return null;
  const found = new RegExp(pattern, 'u').exec(text);
  return found === null ? null : found[0].replaceAll(/\s+/gu, ' ');
}

function shortened(sentence: string): string {
  const characters = Array.from(sentence);
  if (characters.length <= longestQuote) return sentence;
  return `${characters.slice(0, longestQuote).join('').trimEnd()}…`;
}
