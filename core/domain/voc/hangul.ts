/** The consonants a syllable can begin with, in the order in which Unicode counts them. */
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** Pairs of consonants that Korean keyboards join when no vowel comes: ㄱㅅ arrives as ㄳ. */
const joined: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const syllablesPerInitial = 588;

/** True for a consonant that a syllable can begin with, written alone (ㅎ). */
export function isInitial(character: string): boolean {
  return character !== '' && initials.includes(character);
}

/** The two consonants of a joined pair (ㅄ), null for every other character. */
export function partedConsonants(character: string): string | null {
  return joined[character] ?? null;
}

/** The first and the last syllable that begin with `initial`: 하 and 힣 for ㅎ. */
export function syllablesOf(initial: string): { first: string; last: string } {
  const first = firstSyllable + initials.indexOf(initial) * syllablesPerInitial;
  return {
    first: String.fromCharCode(first),
    last: String.fromCharCode(first + syllablesPerInitial - 1),
  };
}

export const initialCount = initials.length;

/** Place of each consonant written alone (U+3131 to U+314E) among the initials, -1 for what begins no syllable. */
const placeOfLone = Int8Array.from({ length: 0x314e - 0x3131 + 1 }, (_, place) =>
  initials.indexOf(String.fromCharCode(0x3131 + place)),
);

/**
 * Which initial (0 for ㄱ to 18 for ㅎ) the UTF-16 unit stands for: a syllable for what it begins with,
 * a consonant alone for itself. -1 for every other unit, consonants that begin nothing (ㄳ) among them.
 */
export function initialOf(unit: number): number {
  if (unit >= firstSyllable) return unit <= lastSyllable ? initialOfSyllable(unit) : -1;
  return placeOfLone[unit - 0x3131] ?? -1;
}

function initialOfSyllable(unit: number): number {
  return Math.trunc((unit - firstSyllable) / syllablesPerInitial);
}
