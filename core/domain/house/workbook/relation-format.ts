import type { RelationScale } from '../relation-scale.ts';

/**
 * A number format that shows the two strongest levels as their symbols. Excel allows two conditions in a
 * format; the levels below are shown by rules of the sheet (`DescribedSheet.symbols`), which reach every
 * level but which some programs leave out: there a weak relation shows as its number, never as another's
 * symbol.
 */
export function relationFormat({ levels }: RelationScale): string {
  const parts = levels.slice(0, 2).map(({ value, symbol }) => `[=${value}]${quotedSymbol(symbol)}`);
  return [...parts, 'General'].join(';');
}

/** A symbol as a number format that shows nothing else. */
export function quotedSymbol(symbol: string): string {
  return `"${symbol.replaceAll('"', '')}"`;
}
