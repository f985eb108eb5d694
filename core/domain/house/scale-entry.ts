import type { RelationScale } from './relation-scale.ts';
import { foldedSymbol, isNoneSign, numberOfEntry } from './scale-symbols.ts';

/** How relations are written on screen: as the symbols of the scale, or as its numbers. */
export const relationNotations = ['signs', 'numbers'] as const;
export type RelationNotation = (typeof relationNotations)[number];

/**
 * The value that a typed or pasted entry stands for on a scale: a level's number in any form Excel shows
 * it (`9.0`, `９`, `0,5`), its symbol or one that looks like it (`⊚`, `ㅇ`, `h` for `H`), and 0, a blank or
 * a lone dash for no relation. Null when it is none of these.
 *
 * A number is only ever a value, never the place of a level: what is pasted from Excel is taken at its
 * word. For single keys see `valueOfKey`.
 */
export function parseScaleEntry(entry: string, { levels }: RelationScale): number | null {
  if (isNoneSign(entry)) return 0;
  const number = numberOfEntry(entry);
  if (number !== null) {
    return number === 0 ? 0 : (levels.find(({ value }) => value === number)?.value ?? null);
  }
  const folded = foldedSymbol(entry);
  return levels.find(({ symbol }) => foldedSymbol(symbol) === folded)?.value ?? null;
}

/**
 * The digit that enters each level with one key, in the order of the levels. A level whose value is a
 * single digit has that digit. Any other has its place (1 for the strongest) or, where that digit is
 * another's, the next free one: 10/5/1 is entered with 2, 5 and 1. Nine levels at most: there is
 * always one.
 */
export function digitKeys({ levels }: RelationScale): string[] {
  const isDigit = (value: number) => Number.isInteger(value) && value >= 1 && value <= 9;
  const taken = new Set(levels.map(({ value }) => value).filter(isDigit));
  return levels.map(({ value }, place) => {
    if (isDigit(value)) return String(value);
    let digit = (place % 9) + 1;
    for (let tries = 0; taken.has(digit) && tries < 9; tries++) digit = (digit % 9) + 1;
    taken.add(digit);
    return String(digit);
  });
}

/**
 * What a single key enters into a cell: a digit of `digitKeys`, 0 or a dash for no relation, the one
 * character that a level's symbol is, or one that looks like it. Null for any other key.
 */
export function valueOfKey(key: string, scale: RelationScale): number | null {
  if ([...key].length !== 1 || key.trim() === '') return null;
  const digit = key.normalize('NFKC');
  if (/^[1-9]$/.test(digit)) return scale.levels[digitKeys(scale).indexOf(digit)]?.value ?? null;
  return parseScaleEntry(key, scale);
}

/**
 * What a cell shows and what copying it gives: the symbol or the number; blank for no relation. A value
 * that is no level of the scale is shown as its number.
 */
export function scaleText(
  value: number,
  { levels }: RelationScale,
  notation: RelationNotation,
): string {
  if (value === 0) return '';
  const symbol =
    notation === 'signs' ? levels.find((level) => level.value === value)?.symbol : undefined;
  return symbol ?? String(value);
}

/** Blank → strongest → … → weakest → blank: the strongest first, as workshops judge. */
export function nextValue(value: number, { levels }: RelationScale): number {
  if (value === 0) return levels[0]?.value ?? 0;
  return levels[levels.findIndex((level) => level.value === value) + 1]?.value ?? 0;
}
