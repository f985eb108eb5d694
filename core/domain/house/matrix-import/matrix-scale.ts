import { type RelationScale, scalePresetIds, scalePresets } from '../relation-scale.ts';
import { foldedSymbol, numberOfEntry } from '../scale-symbols.ts';
import { isRelation, relationSigns, wordValue } from './table-cells.ts';

/** Most levels a scale can have. */
const mostLevels = 9;
/** Of signs without numbers: more cannot be told apart. */
const mostSigns = 4;
const plainSymbols = ['★', '●', '◎', '○', '△'];

/** The scale that the entries of a matrix belong to, and whether it is one in use. */
export function scaleOfEntries(entries: readonly string[]): {
  scale: RelationScale;
  isKnown: boolean;
} {
  const numbers = new Set<number>();
  const symbols = new Set<string>();
  const words = new Map<string, number>();
  for (const entry of entries.filter(isRelation)) {
    const number = numberOfEntry(entry);
    const value = wordValue(entry);
    if (number !== null) numbers.add(number);
    else if (value !== null) words.set(entry.trim(), value);
    else symbols.add(foldedSymbol(entry));
  }
  const preset = scalePresetIds
    .map((id) => scalePresets[id])
    .find(
      ({ levels }) =>
        [...numbers].every((number) => levels.some(({ value }) => value === number)) &&
        [...symbols].every((sign) => levels.some(({ symbol }) => foldedSymbol(symbol) === sign)),
    );
  if (preset !== undefined && words.size === 0) return { scale: preset, isKnown: true };
  if (words.size > 0 && symbols.size === 0) {
    const levels = [...words]
      .map(([symbol, value]) => ({ symbol, value }))
      .toSorted((a, b) => b.value - a.value)
      .filter(({ value }, place, all) => all.findIndex((level) => level.value === value) === place);
    return { scale: { levels }, isKnown: true };
  }
  return { scale: ownScale(numbers, symbols), isKnown: false };
}

/** Place of a sign among those that templates use, strongest first. */
function signStrength(sign: string): number {
  const place = relationSigns.findIndex((known) => foldedSymbol(known) === sign);
  return place < 0 ? relationSigns.length : place;
}

/** Values strongest first; signs that no scale in use has are given values of 9/3/1 in their order. */
function ownScale(numbers: ReadonlySet<number>, symbols: ReadonlySet<string>): RelationScale {
  const values = [...numbers].toSorted((a, b) => b - a).slice(0, mostLevels);
  if (values.length > 0) {
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
  const signs = [...symbols]
    .toSorted((a, b) => signStrength(a) - signStrength(b))
    .slice(0, mostSigns);
  const usual = signs.length === mostSigns ? [9, 6, 3, 1] : [9, 3, 1];
  return { levels: signs.map((symbol, place) => ({ symbol, value: usual[place] ?? 1 })) };
}
