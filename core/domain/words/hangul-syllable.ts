/** Precomposed Hangul syllables: 0xAC00 + (initial · 21 + vowel) · 28 + final, after the Unicode standard, ch. 3.12. */
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const finals = 28;
const vowels = 21;

/** Places of finals that endings are made with. */
export const final = { none: 0, n: 4, l: 8, m: 16, b: 17, ss: 20, h: 27 } as const;

/** Places of vowels that contract with an ending or decide which one follows. */
export const vowel = {
  a: 0,
  ae: 1,
  ya: 2,
  eo: 4,
  e: 5,
  yeo: 6,
  ye: 7,
  o: 8,
  wa: 9,
  oae: 10,
  oe: 11,
  u: 13,
  wo: 14,
  eu: 18,
  i: 20,
} as const;

export interface Syllable {
  initial: number;
  vowel: number;
  final: number;
}

function isSyllable(code: number): boolean {
  return code >= firstSyllable && code <= lastSyllable;
}

/** The final consonant (받침) of the last syllable; null when the text does not end in a syllable. */
export function finalOf(text: string): number | null {
  const code = text.charCodeAt(text.length - 1);
  return isSyllable(code) ? (code - firstSyllable) % finals : null;
}

/** Parts of the last syllable; null when the text does not end in one. */
export function lastSyllableOf(text: string): Syllable | null {
  const code = text.charCodeAt(text.length - 1);
  if (!isSyllable(code)) return null;
  const place = code - firstSyllable;
  return {
    initial: Math.floor(place / (finals * vowels)),
    vowel: Math.floor(place / finals) % vowels,
    final: place % finals,
  };
}

/** The text with parts of its last syllable replaced; as it was when it does not end in a syllable. */
export function withLastSyllable(text: string, parts: Partial<Syllable>): string {
  const last = lastSyllableOf(text);
  if (last === null) return text;
  const { initial, vowel: middle, final: end } = { ...last, ...parts };
  const code = firstSyllable + (initial * vowels + middle) * finals + end;
  return text.slice(0, -1) + String.fromCharCode(code);
}
