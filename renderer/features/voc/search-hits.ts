import { searchHits as hitsOf } from '../../../core/domain/voc/voc-search-match.ts';
import { parseSearch } from '../../../core/domain/voc/voc-search-query.ts';

export interface TextPiece {
  text: string;
  hit: boolean;
  /** Where the piece begins in the text. */
  start: number;
}

/** How much of the text stands before the first hit when a line is cut to show it. */
const lead = 8;

/** Cuts a text where the search occurs in it, found as the host finds it. */
export function searchHits(text: string, query: string): TextPiece[] {
  const search = parseSearch(query);
  const pieces: TextPiece[] = [];
  let end = 0;
  const cutTo = (to: number, hit: boolean) => {
    if (to > end) pieces.push({ text: text.slice(end, to), hit, start: end });
    end = to;
  };
  for (const { from, to } of search === null ? [] : hitsOf(search, text)) {
    cutTo(from, false);
    cutTo(to, true);
  }
  cutTo(text.length, false);
  return pieces;
}

/** One line of a text that begins shortly before its first hit, so that a narrow cell shows it. */
export function lineWithHit(text: string, query: string): TextPiece[] {
  const line = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const pieces = searchHits(line, query);
  const [before] = pieces;
  if (before === undefined || before.hit || pieces.length === 1) return pieces;
  if (before.text.length <= lead + 4) return pieces;
  return [{ ...before, text: `…${before.text.slice(-lead)}` }, ...pieces.slice(1)];
}
