/**
 * Substring search over overlapping two-character grams.
 *
 * A text is cut at white space; each word of length n yields its n − 1 two-character grams in order
 * and then its last character alone. That single closing character does three things: a one-character
 * query matches every gram or closing character that begins with it, no phrase can run from one word
 * into the next by chance, and a phrase of several words can still be asked for, by asking for the
 * closing characters between them. A substring of two or more characters is thus exactly a phrase of
 * its grams.
 */

/**
 * What the FTS5 tokenizer cannot hold inside a token: white space, control characters and the
 * Mongolian vowel separator. They part words here too, so that both see the same words. A source of
 * a regular expression (flag u).
 */
export const separators = '[\\s\\p{Cc}\\u180e]+';
const separator = new RegExp(separators, 'u');

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

/** The ASCII signs in their full width, as Korean keyboards and CP949 files write them (ＡＳ, １０％). */
const fullWidth = /[！-～]/gu;
const fullWidthDistance = 0xfee0;

/**
 * One spelling for what reads the same: NFC Hangul, ASCII in half width, lower-case letters. Anything
 * wider (NFKC) would turn the single consonants that people type into others. Total and pure.
 */
export function normalizeForSearch(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - fullWidthDistance))
    .toLowerCase()
    .replaceAll(foldable, (letter) => folded[letter] ?? letter);
}

/** The words of a normalized text. */
export function wordsOf(normalized: string): string[] {
  return normalized.split(separator).filter((word) => word.length > 0);
}

/** The grams of a whole text, separated by spaces: what the index stores. */
export function gramsOf(text: string): string {
  return plainGramsOf(text) ?? gramsOfAny(text);
}

function gramsOfAny(text: string): string {
  const grams: string[] = [];
  for (const word of wordsOf(normalizeForSearch(text))) {
    // Code points, so that an emoji is one character and not half of one.
    const characters = Array.from(word);
    for (let i = 0; i < characters.length - 1; i++) {
      grams.push(`${characters[i]}${characters[i + 1]}`);
    }
    grams.push(characters.at(-1) ?? '');
  }
  return grams.join(' ');
}

/** A text gives at most three characters for each of its own. Longer ones are rare and go the long way. */
const longestPlainText = 20_000;
/** Scratch of `plainGramsOf`: written anew at every call and read before the next. */
const plainGrams = new Uint16Array(longestPlainText * 3);
const space = 0x20;
/** From here to the next letter case, in ASCII. */
const caseDistance = 0x20;

/**
 * The same for a text in which every character is its own spelling, capitals of ASCII apart: one pass
 * without a list of strings, almost five times as fast over what nearly all texts are. Of a million texts
 * that is three seconds and a half. null: some character is not so plain.
 */
function plainGramsOf(text: string): string | null {
  if (text.length > longestPlainText) return null;
  let length = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === space || (code >= 0x09 && code <= 0x0d)) {
      if (inWord) plainGrams[length++] = space;
      inWord = false;
      continue;
    }
    if (!isPlain(code)) return null;
    const isCapital = code >= 0x41 && code <= 0x5a;
    const letter = isCapital ? code + caseDistance : code;
    if (inWord) {
      plainGrams[length++] = letter;
      plainGrams[length++] = space;
    }
    plainGrams[length++] = letter;
    inWord = true;
  }
  if (!inWord && length > 0) length--;
  return stringOf(plainGrams.subarray(0, length));
}

/**
 * Whether a character is its own spelling (`normalizeForSearch`), capitals of ASCII apart: Hangul
 * syllables, visible ASCII, single consonants and vowels, Chinese characters, typographic marks.
 */
export function isPlain(code: number): boolean {
  if (code >= 0xac00) return code <= 0xd7a3;
  if (code <= 0x7e) return code > space;
  if (code >= 0x4e00) return code <= 0x9fff;
  return (code >= 0x3131 && code <= 0x318e && code !== hangulFiller) || isTypographic(code);
}

/** Looks like nothing and is a letter: left to the long way, whatever becomes of it there. */
const hangulFiller = 0x3164;

/** Dashes, quotation marks, bullets and the ellipsis. */
function isTypographic(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027;
}

/** Few enough to be handed to one call. */
const unitsAtOnce = 8_192;

function stringOf(units: Uint16Array): string {
  let text = '';
  for (let from = 0; from < units.length; from += unitsAtOnce) {
    const piece = units.subarray(from, from + unitsAtOnce);
    text += Reflect.apply(String.fromCharCode, null, piece);
  }
  return text;
}
