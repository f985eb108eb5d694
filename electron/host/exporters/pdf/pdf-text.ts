import type { TextStyle } from './pdf-style.ts';

/** Width of a text in pt. */
export type Measure = (text: string, style: TextStyle) => number;

/**
 * Cuts a text into lines no wider than `width`. Korean breaks between words (어절) like a printed
 * book; only a word wider than the line is cut, between its characters. Line breaks in the text are
 * kept. An empty text is one empty line.
 */
export function wrapText(
  text: string,
  width: number,
  style: TextStyle,
  measure: Measure,
): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, style, measure));
}

function wrapParagraph(
  paragraph: string,
  width: number,
  style: TextStyle,
  measure: Measure,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (measure(joined, style) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(word, width, style, measure);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

/** A word in pieces that fit; at least one character each, however narrow the line. */
function cutWord(word: string, width: number, style: TextStyle, measure: Measure): string[] {
  if (measure(word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measure(piece + character, style) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The widest word: what a column must at least offer if no word shall be cut. */
export function widestWord(text: string, style: TextStyle, measure: Measure): number {
  return text.split(/\s+/).reduce((widest, word) => Math.max(widest, measure(word, style)), 0);
}

/** One line that ends in … when the text is wider than `width`. */
export function ellipsize(text: string, width: number, style: TextStyle, measure: Measure): string {
  if (measure(text, style) <= width) return text;
  const characters = [...text];
  let count = characters.length;
  while (count > 0 && measure(`${characters.slice(0, count).join('')}…`, style) > width) count--;
  return `${characters.slice(0, count).join('').trimEnd()}…`;
}
