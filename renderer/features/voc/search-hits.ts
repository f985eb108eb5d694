import { normalizeForSearch } from '../../../core/domain/voc/voc-search.ts';

export interface TextPiece {
  text: string;
  hit: boolean;
  /** Where the piece begins in the text. */
  start: number;
}

/** How much of the text stands before the first hit when a line is cut to show it. */
const lead = 8;

/** Cuts a text where words of the search occur in it, found as the host finds them. */
export function searchHits(text: string, search: string): TextPiece[] {
  const words = normalizeForSearch(search).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [{ text, hit: false, start: 0 }];
  const pattern = new RegExp(words.toSorted(longerFirst).map(escaped).join('|'), 'giu');
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) {
      pieces.push({ text: text.slice(end, match.index), hit: false, start: end });
    }
    pieces.push({ text: match[0], hit: true, start: match.index });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false, start: end });
  return pieces;
}

/** One line of a text that begins shortly before its first hit, so that a narrow cell shows it. */
export function lineWithHit(text: string, search: string): TextPiece[] {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const pieces = searchHits(line, search);
  const [before] = pieces;
  if (before === undefined || before.hit || pieces.length === 1) return pieces;
  if (before.text.length <= lead + 4) return pieces;
  return [{ ...before, text: `…${before.text.slice(-lead)}` }, ...pieces.slice(1)];
}

function longerFirst(a: string, b: string): number {
  return b.length - a.length;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
