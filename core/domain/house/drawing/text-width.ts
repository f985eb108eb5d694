/**
 * Width of a text in the unit of `size`, without a font at hand: advance widths of Pretendard, a little
 * rounded up. Other sans-serif faces with Hangul (Malgun Gothic, Apple SD Gothic Neo) differ by some
 * per cent. Never too narrow by more than that, so that measured text stays in its cell.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += advance(character);
  return width * size;
}

const narrow = new Set([...'iljI1.,:;\'|!·ft()[]{} r/"`-']);
const broad = new Set([...'mwMW%@…→↑←↓']);

function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x1100 && isHangul(code)) return 0.87;
  if (narrow.has(character)) return character === ' ' ? 0.26 : 0.36;
  if (broad.has(character)) return 0.92;
  if (code >= 0x2190) return 1;
  if (character >= 'A' && character <= 'Z') return 0.72;
  return 0.62;
}

function isHangul(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0x3130 && code <= 0x318f) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

/**
 * A text in at most `maxLines` lines (at least one) no wider than `width`. Korean breaks between
 * words (어절); only a word wider than a line is cut, between its characters. What does not fit ends in …
 */
export function wrapText(text: string, width: number, size: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (textWidth(joined, size) <= width) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = cutWord(word, width, size);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  lines.push(line);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = withEllipsis(kept[maxLines - 1] ?? '', width, size);
  return kept;
}

function cutWord(word: string, width: number, size: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function withEllipsis(line: string, width: number, size: number): string {
  const characters = [...line];
  while (characters.length > 0 && textWidth(`${characters.join('')}…`, size) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}
