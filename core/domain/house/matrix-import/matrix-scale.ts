import { type RelationScale, scalePresetIds, scalePresets } from '../relation-scale.ts';
import { parseScaleEntry } from '../scale-entry.ts';
import { foldedSymbol, isNoneSign, numberOfEntry } from '../scale-symbols.ts';
import { isRelation, relationSigns, wordValue } from './table-cells.ts';

/** Most levels a scale can have. */
const mostLevels = 9;
/** Of signs without numbers: more cannot be told apart. */
const mostSigns = 4;
const plainSymbols = ['★', '●', '◎', '○', '△'];

/** Of all entries: where more cannot be read, the scale is another one. */
const mostOdd = 0.25;
/** An entry that is repeated more often, and in more than `rareShare` of the cells, is no slip. */
const mostRepeats = 2;
const rareShare = 0.03;

export interface ScaleFound {
  readonly scale: RelationScale;
  /** Whether it is one in use. */
  readonly isKnown: boolean;
  /** Of all that is written in the cells, what is on no level of the scale: 0 to 1. */
  readonly oddShare: number;
}

/**
 * The scale that most entries of a matrix belong to. A few that do not are slips to be told of: they neither
 * add a level nor choose another scale.
 */
export function scaleOfEntries(entries: readonly string[]): ScaleFound {
  const written = entries.filter((entry) => !isNoneSign(entry) && numberOfEntry(entry) !== 0);
  const tally = tallyOf(written.filter(isRelation));
  const found = wordScale(tally) ?? presetScale(tally) ?? ownScale(tally);
  const odd = written.filter((entry) => parseScaleEntry(entry, found.scale) === null).length;
  return { ...found, oddShare: written.length === 0 ? 0 : odd / written.length };
}

/** How often each number, sign and word stands in the cells. */
interface Tally {
  readonly numbers: ReadonlyMap<number, number>;
  /** As `foldedSymbol` has them. */
  readonly signs: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly total: number;
}

function tallyOf(relations: readonly string[]): Tally {
  const numbers = new Map<number, number>();
  const signs = new Map<string, number>();
  const words = new Map<string, number>();
  for (const entry of relations) {
    const number = numberOfEntry(entry);
    if (number !== null) count(numbers, number);
    else if (wordValue(entry) !== null) count(words, entry.trim());
    else count(signs, foldedSymbol(entry));
  }
  return { numbers, signs, words, total: relations.length };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sumOf(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, times) => sum + times, 0);
}

type KnownOrOwn = Omit<ScaleFound, 'oddShare'>;

/** H/M/L, 강/중/약 and the like; null where words are the exception. */
function wordScale({ signs, words, total }: Tally): KnownOrOwn | null {
  if (words.size === 0) return null;
  if (sumOf(words) <= sumOf(signs) || sumOf(words) < total * mostOdd) return null;
  const levels = [...words]
    .toSorted(([, often], [, seldom]) => seldom - often)
    .map(([symbol]) => ({ symbol, value: wordValue(symbol) ?? 1 }))
    .filter(({ value }, place, all) => all.findIndex((level) => level.value === value) === place)
    .toSorted((a, b) => b.value - a.value);
  return { scale: { levels }, isKnown: true };
}

/** The scale in use that leaves the fewest entries over; null where that are too many. */
function presetScale(tally: Tally): KnownOrOwn | null {
  const candidates = scalePresetIds
    .map((id) => ({ scale: scalePresets[id], over: leftOver(tally, scalePresets[id]) }))
    .filter(({ over }) => areSlips(over, tally.total))
    .map(({ scale, over }) => ({ scale, over: sumOf(over) }));
  // What is on no scale in use speaks for none of them.
  const nowhere = Math.min(...candidates.map(({ over }) => over));
  const [best] = candidates.toSorted(
    (a, b) => costOf(a.scale, a.over - nowhere) - costOf(b.scale, b.over - nowhere),
  );
  return best === undefined ? null : { scale: best.scale, isKnown: true };
}

/** One odd cell weighs less than the level that a larger scale has for it, two weigh more. */
function costOf({ levels }: RelationScale, over: number): number {
  return 1.5 * levels.length + over ** 2;
}

function leftOver({ numbers, signs, words }: Tally, { levels }: RelationScale) {
  const values = new Set(levels.map(({ value }) => value));
  const symbols = new Set(levels.map(({ symbol }) => foldedSymbol(symbol)));
  return new Map<string | number, number>([
    ...[...numbers].filter(([number]) => !values.has(number)),
    ...[...signs].filter(([sign]) => !symbols.has(sign)),
    ...words,
  ]);
}

function areSlips(over: ReadonlyMap<unknown, number>, total: number): boolean {
  const mostTimes = Math.max(mostRepeats, total * rareShare);
  return sumOf(over) <= total * mostOdd && [...over.values()].every((times) => times <= mostTimes);
}

/** Place of a sign among those that templates use, strongest first. */
function signStrength(sign: string): number {
  const place = relationSigns.findIndex((known) => foldedSymbol(known) === sign);
  return place < 0 ? relationSigns.length : place;
}

/** Values strongest first; signs that no scale in use has are given values of 9/3/1 in their order. */
function ownScale(tally: Tally): KnownOrOwn {
  const isOfNumbers = sumOf(tally.numbers) >= sumOf(tally.signs) && tally.numbers.size > 0;
  return { scale: isOfNumbers ? scaleOfNumbers(tally) : scaleOfSigns(tally), isKnown: false };
}

function scaleOfNumbers({ numbers, total }: Tally): RelationScale {
  const whole = [...numbers].filter(([value]) => Number.isInteger(value));
  const isOfWhole = sumOf(new Map(whole)) >= total * (1 - mostOdd);
  const values = [...numbers]
    .filter(([value, times]) => {
      if (times > 1) return true;
      return times / total >= (isOfWhole && !Number.isInteger(value) ? mostOdd : rareShare);
    })
    .toSorted(([, often], [, seldom]) => seldom - often)
    .slice(0, mostLevels)
    .map(([value]) => value)
    .toSorted((a, b) => b - a);
  const shift = Math.max(0, plainSymbols.length - values.length);
  return {
    levels: values.map((value, place) => ({
      value,
      symbol:
        values.length > plainSymbols.length
          ? String(value)
          : (plainSymbols[place + shift] ?? String(value)),
    })),
  };
}

/** Of all signs: one that stands in fewer cells, and only once, is a slip. */
const loneSignShare = 0.1;

function scaleOfSigns({ signs, total }: Tally): RelationScale {
  const symbols = [...signs]
    .filter(([, times]) => times > 1 || times / total >= loneSignShare)
    .toSorted(([, often], [, seldom]) => seldom - often)
    .slice(0, mostSigns)
    .map(([sign]) => sign)
    .toSorted((a, b) => signStrength(a) - signStrength(b));
  const usual = symbols.length === mostSigns ? [9, 6, 3, 1] : [9, 3, 1];
  return { levels: symbols.map((symbol, place) => ({ symbol, value: usual[place] ?? 1 })) };
}
