export interface TextPiece {
  text: string;
  /** Not in the other text. */
  differs: boolean;
}

/** Longer texts are compared by their first words: enough to see what differs. */
const wordsCompared = 600;

/**
 * One text in pieces, those marked that the other does not have, word by word (longest common
 * subsequence of words; white space belongs to the word before it). Joined, the pieces are the text.
 */
export function differencesFrom(other: string, text: string): TextPiece[] {
  const ours = wordsOf(text);
  const theirs = wordsOf(other).slice(0, wordsCompared).map(bare);
  const compared = ours.slice(0, wordsCompared);
  const common = commonWords(compared.map(bare), theirs);
  const pieces: TextPiece[] = [];
  for (const [place, word] of ours.entries()) {
    const differs = place < compared.length && !common.has(place);
    const last = pieces.at(-1);
    if (last?.differs === differs) last.text += word;
    else pieces.push({ text: word, differs });
  }
  return pieces;
}

function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*/gu) ?? (text === '' ? [] : [text]);
}

function bare(word: string): string {
  return word.trim().normalize('NFC');
}

/** Places in `ours` of a longest common subsequence. */
function commonWords(ours: readonly string[], theirs: readonly string[]): Set<number> {
  const width = theirs.length + 1;
  const lengths = new Uint16Array((ours.length + 1) * width);
  for (let i = ours.length - 1; i >= 0; i--) {
    for (let j = theirs.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        ours[i] === theirs[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const common = new Set<number>();
  let i = 0;
  let j = 0;
  while (i < ours.length && j < theirs.length) {
    if (ours[i] === theirs[j]) {
      common.add(i++);
      j++;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return common;
}
