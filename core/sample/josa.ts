/**
 * Korean particles that depend on how the word before them ends (받침).
 * Digits are read aloud the Sino-Korean way, Latin letters by their Korean names, so that
 * "TV를", "3이" and "AS가" come out as people say them.
 */

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const finalsPerVowel = 28;
/** Place of ㄹ among the finals of a Hangul syllable. */
const rieul = 8;

/** 0 no final consonant, 8 ㄹ, any other number another final. */
const digitFinals = [21, 8, 0, 16, 0, 0, 1, 8, 8, 0];
/** Letter names ending in a consonant: 엘, 엠, 엔, 알. */
const letterFinals: Readonly<Record<string, number>> = { l: 8, m: 16, n: 4, r: 8 };

/** The final consonant of the last sounded character; 0 when there is none. */
export function finalConsonantOf(word: string): number {
  const spoken = word.replace(/[)\]"'”’\s.]+$/u, '');
  const last = Array.from(spoken).at(-1);
  if (last === undefined) return 0;
  const code = last.codePointAt(0) ?? 0;
  if (code >= firstSyllable && code <= lastSyllable) return (code - firstSyllable) % finalsPerVowel;
  if (/[0-9]/.test(last)) return digitFinals[Number(last)] ?? 0;
  return letterFinals[last.toLowerCase()] ?? 0;
}

const pairs = {
  이: ['이', '가'],
  은: ['은', '는'],
  을: ['을', '를'],
  과: ['과', '와'],
  이나: ['이나', '나'],
  이라: ['이라', '라'],
  이랑: ['이랑', '랑'],
  으로: ['으로', '로'],
} as const;

/** Particles by their form after a consonant. */
type Josa = keyof typeof pairs;

export function isJosa(name: string): name is Josa {
  return Object.hasOwn(pairs, name);
}

/** The word with the particle that fits: `withJosa('TV', '을')` is `TV를`; ㄹ takes 로, as in 서울로. */
export function withJosa(word: string, josa: Josa): string {
  const final = finalConsonantOf(word);
  const [afterConsonant, afterVowel] = pairs[josa];
  const soft = final === 0 || (josa === '으로' && final === rieul);
  return word + (soft ? afterVowel : afterConsonant);
}
