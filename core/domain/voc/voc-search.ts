/**
 * Substring search over overlapping two-character grams.
 *
 * A text is cut at white space; each word of length n yields its n − 1 two-character grams in order
 * and then its last character alone. That single closing character does two things: a one-character
 * query matches every gram or closing character that begins with it, and no phrase can run from one
 * word into the next. A substring of two or more characters is thus exactly a phrase of its grams.
 */

/**
 * What the FTS5 tokenizer cannot hold inside a token: white space, control characters and the
 * Mongolian vowel separator. They part words here too, so that both see the same words.
 */
const separators = /[\s\p{Cc}\u180e]+/u;

/**
 * Letters that the tokenizer folds although they are lower-case already (final sigma, long s, the
 * Greek letter variants, micro sign) and code points it cannot tell from U+FFFD. Folding them here
 * keeps a scan of normalized text and the index of one mind.
 */
const folded: Readonly<Record<string, string>> = {
  '\u00b5': 'μ',
  '\u017f': 's',
  '\u0345': 'ι',
  '\u03c2': 'σ',
  '\u03d0': 'β',
  '\u03d1': 'θ',
  '\u03d5': 'φ',
  '\u03d6': 'π',
  '\u03f0': 'κ',
  '\u03f1': 'ρ',
  '\u03f5': 'ε',
  '\u1e9b': 'ṡ',
  '\ufffe': '\ufffd',
  '\uffff': '\ufffd',
};
const foldable = new RegExp(`[${Object.keys(folded).join('')}]`, 'gu');

/** Characters as code points, so that an emoji is one character and not half of one. */
function charactersOf(word: string): string[] {
  return Array.from(word);
}

function wordsOf(text: string): string[] {
  return normalizeForSearch(text)
    .split(separators)
    .filter((word) => word.length > 0);
}

/** One spelling for what looks the same: NFC Hangul, lower-case letters. Total and pure. */
export function normalizeForSearch(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(foldable, (letter) => folded[letter] ?? letter);
}

/** The grams of a whole text, separated by spaces: what the index stores. */
export function gramsOf(text: string): string {
  const grams: string[] = [];
  for (const word of wordsOf(text)) {
    const characters = charactersOf(word);
    for (let i = 0; i < characters.length - 1; i++) {
      grams.push(`${characters[i]}${characters[i + 1]}`);
    }
    grams.push(characters.at(-1) ?? '');
  }
  return grams.join(' ');
}

/**
 * The FTS5 expression that finds texts holding every word of `query` as a substring.
 * null when the query holds no word: the caller then filters nothing.
 */
export function searchExpression(query: string): string | null {
  const words = wordsOf(query);
  if (words.length === 0) return null;
  return words.map(wordExpression).join(' AND ');
}

function wordExpression(word: string): string {
  const characters = charactersOf(word);
  if (characters.length === 1) return `${quoted(word)} *`;
  const grams: string[] = [];
  for (let i = 0; i < characters.length - 1; i++) {
    grams.push(`${characters[i]}${characters[i + 1]}`);
  }
  return quoted(grams.join(' '));
}

function quoted(phrase: string): string {
  return `"${phrase.replaceAll('"', '""')}"`;
}
