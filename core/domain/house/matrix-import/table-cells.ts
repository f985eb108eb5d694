import { foldedSymbol, isNoneSign, numberOfEntry } from '../scale-symbols.ts';

/** Texts of a sheet by row and column. */
export type Table = readonly (readonly string[])[];

export function textAt(table: Table, row: number, column: number): string {
  return (table[row]?.[column] ?? '').trim();
}

export function widthOf(table: Table): number {
  return table.reduce((width, row) => Math.max(width, row.length), 0);
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Signs of templates, strongest first; Θ and Ο are those of the widespread English ones. */
export const relationSigns = ['★', '●', '◎', 'Θ', '■', '◆', '○', 'Ο', '□', '◇', '▲', '△', '×'];
const foldedSigns = new Set(relationSigns.map((sign) => foldedSymbol(sign)));
const relationWords: ReadonlyMap<string, number> = new Map([
  ['h', 9],
  ['m', 3],
  ['l', 1],
  ['강', 9],
  ['중', 3],
  ['약', 1],
  ['상', 9],
  ['하', 1],
]);

export function isSign(text: string): boolean {
  return foldedSigns.has(foldedSymbol(text));
}

/** Weights that letters and words stand for: H/M/L, 강/중/약, 상/중/하. */
export function wordValue(text: string): number | null {
  return relationWords.get(foldedSymbol(text)) ?? null;
}

/** Strongest that a relation is taken to be; more is a percentage or a weight. */
const strongestNumber = 10;

/** Whether a cell can hold a relation: blank, a sign, or a small number. */
export function canBeRelation(text: string): boolean {
  if (text === '' || isNoneSign(text) || isSign(text) || wordValue(text) !== null) return true;
  const number = numberOfEntry(text);
  return number !== null && number <= strongestNumber;
}

/** Whether it holds one. */
export function isRelation(text: string): boolean {
  return text !== '' && canBeRelation(text) && !isNoneSign(text) && numberOfEntry(text) !== 0;
}

/** Words rather than numbers, signs or codes such as 1.2. */
export function isName(text: string): boolean {
  return [...text].length >= 2 && /\p{L}{2}|\p{L}.*\p{L}/u.test(text) && !/^[\d.\s-]+$/.test(text);
}

export function isCode(text: string): boolean {
  return /^[A-Za-z]?\d+([.-]\d+)*\.?$/.test(text);
}

/** Whether a line is of one kind: a few odd cells are to be told of, and do not make it another. */
export function areMostly(texts: readonly string[], fits: (text: string) => boolean): boolean {
  return shareOf(texts, fits) >= leastShare;
}

const leastShare = 2 / 3;

/** 0 to 1; 0 where nothing stands. */
export function shareOf(texts: readonly string[], fits: (text: string) => boolean): number {
  const filled = texts.filter((text) => text !== '');
  return filled.length === 0 ? 0 : filled.filter(fits).length / filled.length;
}
