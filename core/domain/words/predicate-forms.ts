import { type StemForm, type StemShape, stemForms } from './conjugation.ts';
import { isEnding, linksOf } from './predicate-endings.ts';
import {
  auxiliaryPredicates,
  contentPredicates,
  generalPredicates,
  type PredicateStem,
} from './predicate-stems.ts';

/** What a conjugated word is a form of. */
export interface PredicateReading {
  /** Dictionary form, with 다. */
  word: string;
  /** Too general to be a keyword (하다, 있다, 같다 …). */
  general: boolean;
  /** What follows the stem, as written: the ending and what hangs on it. */
  ending: string;
  shape: StemShape;
}

interface FormEntry {
  word: string;
  general: boolean;
  shape: StemShape;
}

type FormTable = ReadonlyMap<string, readonly FormEntry[]>;

function tableOf(
  stems: readonly PredicateStem[],
  general: boolean,
  into = new Map<string, FormEntry[]>(),
) {
  for (const { stem, kind } of stems) {
    for (const [shape, form] of stemForms(stem, kind)) {
      const entries = into.get(form);
      const entry = { word: `${stem}다`, general, shape };
      if (entries === undefined) into.set(form, [entry]);
      else entries.push(entry);
    }
  }
  return into;
}

const auxiliaryForms: FormTable = tableOf(auxiliaryPredicates(), true);
const predicateForms: FormTable = tableOf(
  contentPredicates(),
  false,
  tableOf(generalPredicates(), true),
);

const longestWord = 14;
const auxiliaryMemo = new Map<string, boolean>();
const memoLimit = 50_000;

/** Whether a text is one form of an auxiliary predicate, or a chain of them (주셨으면, 보고싶네요). */
function isAuxiliaryChain(text: string): boolean {
  if (text.length === 0 || text.length > longestWord) return false;
  const known = auxiliaryMemo.get(text);
  if (known !== undefined) return known;
  if (auxiliaryMemo.size >= memoLimit) auxiliaryMemo.clear();
  const found = readingsIn(auxiliaryForms, text, true).length > 0;
  auxiliaryMemo.set(text, found);
  return found;
}

/**
 * Every way in which a word is a form of a listed predicate, with or without auxiliaries after it.
 * Empty when it is none.
 */
export function predicateReadings(word: string): PredicateReading[] {
  // One syllable (산, 건, 는) is too many things at once.
  if (word.length < 2 || word.length > longestWord) return [];
  return readingsIn(predicateForms, word, false);
}

function readingsIn(table: FormTable, text: string, first: boolean): PredicateReading[] {
  const readings: PredicateReading[] = [];
  for (let end = text.length; end > 0; end--) {
    const entries = table.get(text.slice(0, end));
    if (entries === undefined) continue;
    const ending = text.slice(end);
    if (!first && bareEndings.has(text.slice(0, end))) continue;
    for (const { word, general, shape } of entries) {
      if (!follows(shape, ending)) continue;
      readings.push({ word, general, ending, shape });
      if (first) return readings;
    }
    // The longest stem form that fits is meant: 돌아왔다 is 돌아오다, not 돌다.
    if (readings.length > 0) break;
  }
  if (readings.some(({ general }) => general)) return readings.filter(({ general }) => general);
  return readings;
}

/** Auxiliaries of one syllable that are typed onto a stem (해줘, 가봐). */
const shortAuxiliaries: ReadonlySet<string> = new Set(
  '줘 봐 본 볼 준 줄 둔 둘 놔 진 질 짐'.split(' '),
);

/** Whether a stem of this shape can go on with `tail`: an ending, or a link and an auxiliary. */
export function follows(shape: StemShape, tail: string): boolean {
  // A bare stem is no word: 늦 alone is nothing, 늦은 and 늦어 are.
  if (tail.length === 0 && (shape === 'K' || shape === 'U' || shape === 'D')) return false;
  if (tail.length === 0 && (shape === 'S' || shape === 'B')) return false;
  if (isEnding(shape, tail)) return true;
  if ((shape === 'U' || shape === 'D') && isHonorific(tail)) return true;
  return linksOf(shape).some((link) => {
    const rest = tail.slice(link.length);
    if (link === '' && rest.length === 1 && !shortAuxiliaries.has(rest)) return false;
    return tail.startsWith(link) && isAuxiliaryChain(rest);
  });
}

/** 시 makes a stem of its own, which conjugates on (하시는데, 주셨으면, 오실). */
const honorificForms: readonly StemForm[] = [
  ...stemForms('시', 'regular'),
  ['A', '셔'],
  ['S', '셨'],
];

function isHonorific(tail: string): boolean {
  return honorificForms.some(
    ([shape, form]) => tail.startsWith(form) && follows(shape, tail.slice(form.length)),
  );
}

/** Syllables that are endings far more often than forms of 늘다, 걸다, 들다 … */
const bareEndings: ReadonlySet<string> = new Set(
  '는 은 을 던 다 라 고 지 시 니 네 나 거 느 더 드 건'.split(' '),
);
