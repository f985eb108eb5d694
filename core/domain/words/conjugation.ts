import { final, lastSyllableOf, vowel, withLastSyllable } from './hangul-syllable.ts';

/**
 * What can stand before an ending. The letters stand for the first sound of the ending:
 * K before a consonant (늦고), U before 으 (늦으면, 기다리면), N, L, M, B for endings that melt into the
 * stem as a final ㄴ, ㄹ, ㅁ or ㅂ (늦은, 기다릴, 느림, 느립니다), A before 아/어 (늦어, 느려), S for
 * the past ㅆ (늦었, 느렸). D is a ㄹ stem without its ㄹ (드는, 드세요).
 */
export type StemShape = 'K' | 'U' | 'N' | 'L' | 'M' | 'B' | 'A' | 'S' | 'D';

/** regular also covers stems in ㄹ, in ㅡ and in a vowel that contracts: their spelling says so. */
export type StemKind = 'regular' | 'ㅂ' | 'ㄷ' | 'ㅅ' | 'ㅎ' | '르';

export type StemForm = readonly [shape: StemShape, form: string];

/**
 * All shapes of a predicate's stem (the dictionary form without 다), after the school grammar of
 * conjugation (국립국어원, 한글 맞춤법 제15–18항·제34–40항). Pure; a stem that does not end in Hangul
 * has none.
 */
export function stemForms(stem: string, kind: StemKind): StemForm[] {
  const last = lastSyllableOf(stem);
  if (last === null) return [];
  if (stem.endsWith('하')) return formsOfHa(stem);
  switch (kind) {
    case 'ㅂ':
      return formsOfBieup(stem);
    case 'ㄷ':
      return consonantForms(stem, withLastSyllable(stem, { final: final.l }));
    case 'ㅅ':
      return consonantForms(stem, withLastSyllable(stem, { final: final.none }));
    case 'ㅎ':
      return formsOfHieut(stem);
    case '르':
      return [...vowelForms(stem), ...harmonyForms(doubledRieul(stem))];
    case 'regular':
      return regularForms(stem, last.final);
  }
}

function regularForms(stem: string, end: number): StemForm[] {
  if (end === final.none) return [...vowelForms(stem), ...contractedForms(stem)];
  if (end === final.l) return formsOfRieul(stem);
  return consonantForms(stem, stem);
}

/** Before a vowel the stem may look different (듣고, 들으면; 낫고, 나으면). */
function consonantForms(stem: string, beforeVowel: string): StemForm[] {
  return [
    ['K', stem],
    ['U', `${beforeVowel}으`],
    ['N', `${beforeVowel}은`],
    ['L', `${beforeVowel}을`],
    ['M', `${beforeVowel}음`],
    ...harmonyForms(beforeVowel, stem),
  ];
}

function formsOfRieul(stem: string): StemForm[] {
  const bare = withLastSyllable(stem, { final: final.none });
  return [
    ['K', stem],
    ['U', stem],
    ['D', bare],
    ['N', withLastSyllable(stem, { final: final.n })],
    ['L', stem],
    ['B', withLastSyllable(stem, { final: final.b })],
    ['M', `${stem}음`],
    ['M', withLastSyllable(stem, { final: 10 })],
    ...harmonyForms(stem),
  ];
}

function vowelForms(stem: string): StemForm[] {
  return [
    ['K', stem],
    ['U', stem],
    ['N', withLastSyllable(stem, { final: final.n })],
    ['L', withLastSyllable(stem, { final: final.l })],
    ['M', withLastSyllable(stem, { final: final.m })],
    ['B', withLastSyllable(stem, { final: final.b })],
  ];
}

function formsOfHa(stem: string): StemForm[] {
  const hae = withLastSyllable(stem, { vowel: vowel.ae });
  return [
    ...vowelForms(stem),
    ['A', hae],
    ['A', `${stem}여`],
    ['S', withLastSyllable(hae, { final: final.ss })],
    ['S', `${stem}였`],
  ];
}

function formsOfBieup(stem: string): StemForm[] {
  const bare = withLastSyllable(stem, { final: final.none });
  const open = stem === '돕' || stem === '곱' ? '와' : '워';
  return [
    ['K', stem],
    ...vowelForms(`${bare}우`).filter(([shape]) => shape !== 'K' && shape !== 'B'),
    ['A', bare + open],
    ['S', withLastSyllable(bare + open, { final: final.ss })],
  ];
}

function formsOfHieut(stem: string): StemForm[] {
  const bare = withLastSyllable(stem, { final: final.none });
  const last = lastSyllableOf(bare);
  const bright = last?.vowel === vowel.ya || last?.vowel === vowel.a ? vowel.ae : vowel.e;
  const open = withLastSyllable(bare, { vowel: bright });
  return [
    ...vowelForms(bare).filter(([shape]) => shape !== 'K' && shape !== 'B'),
    ['K', stem],
    ['A', open],
    ['S', withLastSyllable(open, { final: final.ss })],
  ];
}

/** 빠르 → 빨라, 흐르 → 흘러: the base of which the vowel is chosen as before 르. */
function doubledRieul(stem: string): string {
  const before = withLastSyllable(stem.slice(0, -1), { final: final.l });
  return `${before}르`;
}

/** 아 after ㅏ and ㅗ, 어 after all others. */
function harmonyForms(base: string, deciding = base): StemForm[] {
  if (base.endsWith('르')) return droppedEu(base);
  const last = lastSyllableOf(deciding);
  const bright = last?.vowel === vowel.a || last?.vowel === vowel.o || last?.vowel === vowel.ya;
  const open = `${base}${bright ? '아' : '어'}`;
  return [
    ['A', open],
    ['S', withLastSyllable(open, { final: final.ss })],
  ];
}

/** 쓰 → 써, 바쁘 → 바빠: ㅡ gives way to the vowel the syllable before asks for. */
function droppedEu(stem: string): StemForm[] {
  const before = lastSyllableOf(stem.slice(0, -1));
  const bright = before?.vowel === vowel.a || before?.vowel === vowel.o;
  const open = withLastSyllable(stem, { vowel: bright ? vowel.a : vowel.eo });
  return [
    ['A', open],
    ['S', withLastSyllable(open, { final: final.ss })],
  ];
}

const contractions: ReadonlyMap<number, number> = new Map([
  [vowel.o, vowel.wa],
  [vowel.u, vowel.wo],
  [vowel.i, vowel.yeo],
  [vowel.oe, vowel.oae],
]);
const absorbing: ReadonlySet<number> = new Set([
  vowel.a,
  vowel.ae,
  vowel.eo,
  vowel.e,
  vowel.yeo,
  vowel.ye,
]);

function contractedForms(stem: string): StemForm[] {
  const last = lastSyllableOf(stem);
  if (last === null) return [];
  if (last.vowel === vowel.eu) return droppedEu(stem);
  const melted = absorbing.has(last.vowel) ? last.vowel : contractions.get(last.vowel);
  const forms = last.vowel === vowel.a ? [] : harmonyForms(stem);
  if (melted === undefined) return forms;
  const open = withLastSyllable(stem, { vowel: melted });
  return [...forms, ['A', open], ['S', withLastSyllable(open, { final: final.ss })]];
}
