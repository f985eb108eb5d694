import { finalConsonantOf, withJosa } from './josa.ts';

/**
 * Sentence endings for the sample's voices. A template marks where a sentence ends and with what kind
 * of word, and the voice decides how it is said:
 *
 *   `~` verb stem        기다렸~   기다렸습니다 / 기다렸어요 / 기다렸음 …
 *   `^` adjective stem   불편하^   불편합니다 / 불편해요 / 불편함 …
 *   `=` noun             엉망=     엉망입니다 / 엉망이에요 / 엉망임 …
 *   `*` request in 주    알려 주*  알려 주세요 / 알려 주시기 바랍니다 …
 *
 * Covered: past stems (ㅆ), 있/없/겠, vowel stems, regular consonant stems, ㄹ stems, 르 stems, and
 * ㅂ-irregular adjectives. Other irregular stems (듣다, 낫다, 그렇다) are written out in the templates.
 */
export type Ending = '합니다' | '해요' | '하네요' | '함' | '한다';
export type RequestEnding =
  | '주세요'
  | '주시기 바랍니다'
  | '주시면 감사하겠습니다'
  | '주시면 좋겠습니다'
  | '주시면 좋겠어요'
  | '주셨으면 합니다'
  | '주셨으면 해요'
  | '주십시오'
  | '주실 수 있을까요?'
  | '주셔야죠'
  | '주시죠'
  | '줬으면 좋겠음'
  | '주시길'
  | '주면 좋겠습니다'
  | '주시면 고맙겠습니다';

type StemKind = 'verb' | 'adjective';

const hangulBase = 0xac00;
const finals = 28;
const vowels = 21;
/** Places of the finals used below. */
const final = { none: 0, nieun: 4, rieul: 8, rieulMieum: 10, mieum: 16, bieup: 17, ssang: 20 };
const bieupSiot = 18;
/** Places of the vowels used below: ㅏ ㅐ ㅓ ㅔ ㅕ ㅗ ㅘ ㅜ ㅝ ㅡ ㅣ. */
const vowel = { a: 0, ae: 1, eo: 4, e: 5, yeo: 6, o: 8, wa: 9, u: 13, wo: 14, eu: 18, i: 20 };

interface Syllable {
  lead: number;
  vowel: number;
  final: number;
}

function taken(syllable: string): Syllable {
  const offset = (syllable.codePointAt(0) ?? hangulBase) - hangulBase;
  return {
    lead: Math.floor(offset / (vowels * finals)),
    vowel: Math.floor(offset / finals) % vowels,
    final: offset % finals,
  };
}

function made({ lead, vowel: v, final: f }: Syllable): string {
  return String.fromCodePoint(hangulBase + (lead * vowels + v) * finals + f);
}

/** The stem with its last syllable's final replaced. */
function withFinal(stem: string, replacement: number): string {
  return stem.slice(0, -1) + made({ ...taken(stem.slice(-1)), final: replacement });
}

function isPastLike(f: number): boolean {
  return f === final.ssang || f === bieupSiot;
}

/** 고맙다, 아쉽다, 어렵다: ㅂ turns to 우 before a vowel. Verbs with ㅂ are regular. */
function isBieupIrregular(stem: string, kind: StemKind): boolean {
  return kind === 'adjective' && taken(stem.slice(-1)).final === final.bieup;
}

export function conjugate(stem: string, kind: StemKind, ending: Ending): string {
  const f = finalConsonantOf(stem);
  switch (ending) {
    case '합니다':
      return f === final.none || f === final.rieul
        ? `${withFinal(stem, final.bieup)}니다`
        : `${stem}습니다`;
    case '해요':
      return `${politeBase(stem, kind)}요`;
    case '하네요':
      return `${f === final.rieul ? withFinal(stem, final.none) : stem}네요`;
    case '함':
      return nominal(stem, kind);
    case '한다':
      return plain(stem, kind);
  }
}

function nominal(stem: string, kind: StemKind): string {
  const f = finalConsonantOf(stem);
  if (f === final.none) return withFinal(stem, final.mieum);
  if (f === final.rieul) return withFinal(stem, final.rieulMieum);
  return isBieupIrregular(stem, kind) ? `${withFinal(stem, final.none)}움` : `${stem}음`;
}

function plain(stem: string, kind: StemKind): string {
  const f = finalConsonantOf(stem);
  if (kind === 'adjective' || isPastLike(f)) return `${stem}다`;
  return f === final.none || f === final.rieul
    ? `${withFinal(stem, final.nieun)}다`
    : `${stem}는다`;
}

/** The stem with 아/어, contracted the way it is written. */
function politeBase(stem: string, kind: StemKind): string {
  if (isBieupIrregular(stem, kind)) return `${withFinal(stem, final.none)}워`;
  const last = taken(stem.slice(-1));
  if (last.final !== final.none) {
    const bright = last.vowel === vowel.a || last.vowel === vowel.o;
    return bright && !isPastLike(last.final) ? `${stem}아` : `${stem}어`;
  }
  if (stem.endsWith('하')) return `${stem.slice(0, -1)}해`;
  if (stem.endsWith('되')) return `${stem.slice(0, -1)}돼`;
  if (stem.endsWith('르')) return rieulDoubled(stem);
  return contracted(stem, last);
}

function contracted(stem: string, last: Syllable): string {
  const head = stem.slice(0, -1);
  switch (last.vowel) {
    case vowel.a:
    case vowel.eo:
    case vowel.ae:
    case vowel.e:
    case vowel.yeo:
      return stem;
    case vowel.o:
      return head + made({ ...last, vowel: vowel.wa });
    case vowel.u:
      return head + made({ ...last, vowel: vowel.wo });
    case vowel.i:
      return head + made({ ...last, vowel: vowel.yeo });
    case vowel.eu:
      return head + made({ ...last, vowel: isBright(head) ? vowel.a : vowel.eo });
    default:
      return `${stem}어`;
  }
}

/** 모르다 → 몰라, 서두르다 → 서둘러. */
function rieulDoubled(stem: string): string {
  const head = withFinal(stem.slice(0, -1), final.rieul);
  return head + (isBright(head) ? '라' : '러');
}

function isBright(head: string): boolean {
  const before = head.slice(-1);
  if (before === '') return false;
  const { vowel: v } = taken(before);
  return v === vowel.a || v === vowel.o;
}

/** A noun with 이다 in the given ending. */
export function copula(noun: string, ending: Ending): string {
  if (noun.endsWith('거')) return guess(noun, ending);
  const closed = finalConsonantOf(noun) !== 0;
  switch (ending) {
    case '합니다':
      return `${noun}입니다`;
    case '해요':
      return closed ? `${noun}이에요` : `${noun}예요`;
    case '하네요':
      return `${withJosa(noun, '이라').slice(0, -1)}네요`;
    case '함':
      return `${noun}임`;
    case '한다':
      return `${withJosa(noun, '이라').slice(0, -1)}다`;
  }
}

/** 갈 거다: contracted in the formal style, and never *거네요. */
function guess(noun: string, ending: Ending): string {
  if (ending === '합니다') return `${noun.slice(0, -1)}겁니다`;
  if (ending === '함') return `${noun}임`;
  return ending === '한다' ? `${noun}다` : `${noun}예요`;
}
