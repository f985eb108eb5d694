import type { KanoClass } from '../../../../core/contract/requirement.contract.ts';
import { kanoClasses } from '../../../../core/contract/requirement.contract.ts';
import { numberOfEntry } from '../../../../core/domain/house/scale-symbols.ts';

/** A number in a range as typed or pasted; a blank is null, anything else undefined. */
export function numberEntry(
  entry: string,
  range: { above: number; upTo: number } | { from: number; upTo: number },
): number | null | undefined {
  if (entry === '' || entry === '–' || entry === '-') return null;
  const value = numberOfEntry(entry);
  if (value === null || value > range.upTo) return undefined;
  return ('above' in range ? value > range.above : value >= range.from) ? value : undefined;
}

/** Reads a number of a range as the change that it makes; null for an entry that is none. */
export function numberReader<Change>(
  range: Parameters<typeof numberEntry>[1],
  changeOf: (value: number | null) => Change,
): (entry: string) => Change | null {
  return (entry) => {
    const value = numberEntry(entry, range);
    return value === undefined ? null : changeOf(value);
  };
}

/** The entry after this one, from the last to the first; the first after any other. */
export function entryAfter(entry: string, order: readonly string[]): string {
  return order[(order.indexOf(entry) + 1) % order.length] ?? '';
}

/** As it is put into an editor and copied. */
export function entryOf(value: number | null): string {
  return value === null ? '' : String(value);
}

/** The same keys while the keyboard is in Hangul. */
const hangulKeys: Readonly<Record<string, KanoClass>> = {
  ㅡ: 'M',
  ㅐ: 'O',
  ㅁ: 'A',
  ㅑ: 'I',
  ㄱ: 'R',
  ㅂ: 'Q',
};

/** Words of Kano surveys, by their first syllable. */
const words: readonly (readonly [RegExp, KanoClass])[] = [
  [/^(당연|must|basic)/i, 'M'],
  [/^(일원|one|perf|linear)/i, 'O'],
  [/^(매력|attr|excit|delight)/i, 'A'],
  [/^(무관심|indif)/i, 'I'],
  [/^(역|rev)/i, 'R'],
  [/^(회의|의심|quest|skept)/i, 'Q'],
];

/** A Kano class as its letter, the Korean letter on the same key, or its name; undefined for none of these. */
export function kanoEntry(entry: string): KanoClass | null | undefined {
  if (entry === '' || entry === '–' || entry === '-') return null;
  const letter = entry.normalize('NFKC').toUpperCase();
  return (
    kanoClasses.find((known) => known === letter) ??
    hangulKeys[entry.normalize('NFKC')] ??
    hangulKeys[entry] ??
    words.find(([pattern]) => pattern.test(entry))?.[1]
  );
}
