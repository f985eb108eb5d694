import { type StemShape, stemForms } from './conjugation.ts';
import { wordsInNim } from './general-words.ts';
import { final, finalOf } from './hangul-syllable.ts';
import { follows } from './predicate-forms.ts';

/**
 * What may follow a noun in one eojeol, by how much it says that a noun stands before it: a case
 * particle that only nouns take, the copula, a verb that makes a predicate of a noun (하다, 되다 …).
 */
export type TailKind = 'none' | 'particle' | 'copula' | 'light';

export interface NounTail {
  kind: TailKind;
  /** Tails of one group are one piece of evidence: 은 and 는, 하고 and 해서. */
  group: string;
}

interface Particle {
  text: string;
  /** What it wants before it: a final consonant, none, none or ㄹ (로), or anything. */
  after: 'consonant' | 'vowel' | 'vowelOrRieul' | 'consonantNotRieul' | 'any';
  group: string;
  /** What else may follow: anything (에서 + 는), only a topic or the like (와 + 는), or nothing. */
  open: 'wide' | 'narrow' | 'no';
}

function particles(
  after: Particle['after'],
  group: string,
  texts: string,
  open: Particle['open'] = 'no',
): Particle[] {
  return texts
    .split(' ')
    .map((text) => ({ text, after, group: group === '' ? text : group, open }));
}

/** 조사, with the agreement the final consonant asks for (한글 맞춤법·표준 문법). */
const firstParticles: readonly Particle[] = [
  ...particles('consonant', '은는', '은'),
  ...particles('vowel', '은는', '는'),
  ...particles('consonant', '이가', '이'),
  ...particles('vowel', '이가', '가'),
  ...particles('consonant', '을를', '을'),
  ...particles('vowel', '을를', '를'),
  ...particles('consonant', '과와', '과', 'narrow'),
  ...particles('vowel', '과와', '와', 'narrow'),
  ...particles('consonantNotRieul', '으로', '으로 으로서 으로써 으로부터', 'wide'),
  ...particles('vowelOrRieul', '으로', '로 로서 로써 로부터', 'wide'),
  ...particles('consonant', '이나', '이나 이나마'),
  ...particles('vowel', '이나', '나 나마'),
  ...particles('consonant', '이랑', '이랑', 'narrow'),
  ...particles('vowel', '이랑', '랑', 'narrow'),
  ...particles('consonant', '이라도', '이라도 이라든가 이라든지 이든 이든지 이건 이야 이야말로'),
  ...particles('vowel', '이라도', '라도 라든가 라든지 든 든지 야말로'),
  ...particles('consonant', '이란', '이란 이라는 이라고 이라면 이라서 이라니 이라며 이며 이라'),
  ...particles('vowel', '이란', '란 라는 라고 라면 라서 라니 라며 며 라'),
  ...particles('any', '에', '에 에는 에다 에다가', 'wide'),
  ...particles('any', '에서', '에서 서부터 에서부터', 'wide'),
  ...particles('any', '에게', '에게 에게서 한테 한테서 께 께서', 'wide'),
  ...particles('any', '의', '의'),
  ...particles('any', '도', '도'),
  ...particles('any', '만', '만 만이라도', 'wide'),
  ...particles('any', '까지', '까지 부터 보다 처럼 만큼 마다 조차 마저 밖에 대로 뿐 같이', 'wide'),
  ...particles('any', '하고', '하고', 'narrow'),
  ...particles('any', '들', '들', 'wide'),
  ...particles('any', '님', '님', 'wide'),
  ...particles('any', '요', '요'),
];

/** After a particle of joining (와는, 과도, 랑은): others would make two nouns of one (사랑 + 을). */
const narrowParticles: readonly Particle[] = [
  ...particles('vowel', '은는', '는'),
  ...particles('consonant', '은는', '은'),
  ...particles('any', '도', '도 만 의'),
];

const firstOf = byFirstLetter(firstParticles);
const narrowOf = byFirstLetter(narrowParticles);

function byFirstLetter(list: readonly Particle[]): ReadonlyMap<string, readonly Particle[]> {
  return Map.groupBy(list, (particle) => particle.text.slice(0, 1));
}

function agrees(after: Particle['after'], end: number): boolean {
  switch (after) {
    case 'any':
      return true;
    case 'consonant':
      return end !== final.none;
    case 'vowel':
      return end === final.none;
    case 'vowelOrRieul':
      return end === final.none || end === final.l;
    case 'consonantNotRieul':
      return end !== final.none && end !== final.l;
  }
}

interface Joint {
  shape: StemShape;
  form: string;
  kind: 'copula' | 'light';
  group: string;
}

function joints(
  kind: Joint['kind'],
  group: string,
  stem: string,
  stemKind: 'regular' | 'ㅂ',
): Joint[] {
  return stemForms(stem, stemKind).map(([shape, form]) => ({ shape, form, kind, group }));
}

const lightVerbs =
  '하 되 시키 당하 드리 받 있 없 나 못하 안하 안되 안나 중이 스러워하 해주 해보'.split(' ');
const jointsByForm: ReadonlyMap<string, readonly Joint[]> = Map.groupBy(
  [
    ...joints('copula', '이다', '이', 'regular'),
    ...lightVerbs.flatMap((stem) => joints('light', stem, stem, 'regular')),
    ...joints('light', '스럽다', '스럽', 'ㅂ'),
    ...joints('light', '롭다', '롭', 'ㅂ'),
    ...joints('light', '답다', '답', 'ㅂ'),
  ],
  (joint) => joint.form,
);

/** The copula without its 이, as it is left out after a vowel (영화다, 문제네요, 최고였어요, 별로예요). */
const afterVowel =
  /^(?:다|고|구|네요?|지만|지요?|죠|면|던데|거든요?|더라고요|더군요|군요?|구나|니까|인듯|예요|에요|였(?:다|는데|지만|고|어요?|습니다|네요?|음|던|으면|을)|여서|여도|야|ㅋ)$/;
const afterAny =
  /^(?:이?에요|이?예요|이여|임|입니당|인가요?|인지|인데도?|인듯|인거|일까요?|일뿐|이네요?)$/;

const memo = new Map<string, NounTail | null>();
const memoLimit = 100_000;

/**
 * What `tail` is after `noun`, with the agreement of the noun's last syllable. null when nothing in the
 * grammar of particles lets it stand there. An empty tail is of kind `none`.
 */
export function nounTailOf(noun: string, tail: string): NounTail | null {
  if (tail.length === 0) return { kind: 'none', group: '' };
  // 님 is courtesy after most nouns, and part of some.
  if (tail.startsWith('님') && (noun.length === 1 || wordsInNim.has(`${noun}님`))) return null;
  // Latin terms and digits agree as they are read aloud, which spelling does not tell: both forms pass.
  const end = finalOf(noun);
  if (end === null) return tailAfter(tail, final.none, false) ?? tailAfter(tail, final.n, false);
  return tailAfter(tail, end, noun.length === 1);
}

function tailAfter(tail: string, end: number, short: boolean): NounTail | null {
  const sounds = end === final.none ? 'v' : end === final.l ? 'l' : 'c';
  const key = `${sounds}${short ? '1' : '2'}${tail}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  if (memo.size >= memoLimit) memo.clear();
  const found = classify(tail, end, short);
  memo.set(key, found);
  return found;
}

function classify(tail: string, end: number, short: boolean): NounTail | null {
  const group = particleGroup(tail, end, firstOf);
  if (group !== null) return { kind: 'particle', group };
  const joint = jointOf(tail, end, short);
  if (joint !== null) return joint;
  if (short) return null;
  if (end === final.none && afterVowel.test(tail)) return { kind: 'copula', group: '이다' };
  if (afterAny.test(tail)) return { kind: 'copula', group: '이다' };
  return null;
}

/** The group of the first particle, when the whole tail is particles (and perhaps a copula) in a row. */
function particleGroup(
  tail: string,
  end: number,
  table: ReadonlyMap<string, readonly Particle[]>,
): string | null {
  for (const { text, after, group, open } of table.get(tail.slice(0, 1)) ?? []) {
    if (!tail.startsWith(text) || !agrees(after, end)) continue;
    const rest = tail.slice(text.length);
    if (rest.length === 0) return group;
    const newEnd = finalOf(text) ?? final.none;
    if (open === 'no') continue;
    const further = open === 'wide' ? firstOf : narrowOf;
    if (particleGroup(rest, newEnd, further) !== null) return group;
    if (open === 'wide' && jointOf(rest, newEnd, false)?.kind === 'copula') return group;
  }
  return null;
}

/** Light verbs and the copula need a word of two syllables: after one, anything could be read so. */
function jointOf(tail: string, end: number, short: boolean): NounTail | null {
  if (short && tail.length === 0) return null;
  for (let length = Math.min(3, tail.length); length > 0; length--) {
    for (const { shape, kind, group } of jointsByForm.get(tail.slice(0, length)) ?? []) {
      if (short && (kind === 'light' || end === final.none)) continue;
      if (follows(shape, tail.slice(length))) return { kind, group };
    }
  }
  return null;
}
