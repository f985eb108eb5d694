/** How strengths are written on screen: the signs of the QFD literature, or their numbers. */
export const relationNotations = ['signs', 'numbers'] as const;
export type RelationNotation = (typeof relationNotations)[number];

const signOf: Readonly<Record<number, string>> = { 0: '', 1: '△', 3: '○', 9: '◎' };

/**
 * Signs people write for a strength: the three of the 9/3/1 scale and those that Korean input
 * methods, Excel sheets and fonts offer in their place. A lone dash is Excel's zero in its
 * accounting format.
 */
const strengthOfSign: ReadonlyMap<string, number> = new Map<string, number>([
  ['◎', 9],
  ['⊚', 9],
  ['○', 3],
  ['◯', 3],
  ['〇', 3],
  ['△', 1],
  ['▵', 1],
  ['-', 0],
  ['–', 0],
  ['', 0],
]);

const strengths: readonly number[] = [0, 1, 3, 9];

/**
 * The strength that an entry stands for: `9 3 1 0` in any form Excel shows them (`9.0`, `９`), the
 * signs `◎ ○ △`, and blank for none. Null when it is not a strength.
 */
export function parseRelationEntry(entry: string): number | null {
  const text = entry.normalize('NFKC').trim();
  const sign = strengthOfSign.get(entry.trim()) ?? strengthOfSign.get(text);
  if (sign !== undefined) return sign;
  if (!/^\d(\.0+)?$/.test(text)) return null;
  const value = Number(text);
  return strengths.find((strength) => strength === value) ?? null;
}

/** What a cell shows and what copying it gives; no relation is blank in both notations. */
export function relationText(strength: number, notation: RelationNotation): string {
  if (notation === 'signs') return signOf[strength] ?? String(strength);
  return strength === 0 ? '' : String(strength);
}

/**
 * An importance as typed or pasted: above 0 up to 100, a comma or a point before decimals. Null
 * when it is not one; blank is not one, for every WHAT weighs something.
 */
export function parseImportanceEntry(entry: string): number | null {
  const text = entry.normalize('NFKC').trim();
  if (!/^\d{1,3}([.,]\d+)?$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return value > 0 && value <= 100 ? value : null;
}
