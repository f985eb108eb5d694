import { DelimitedReader } from './delimited-reader.ts';

export const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const recordsLookedAt = 50;

/**
 * The separator under which the first records agree best on their number of cells, quotes respected.
 * A separator that the header row does not hold is none. When no candidate is (one column only), the
 * answer is the one that occurs least, so that no text is cut at its commas.
 *
 * `text`: the beginning of the file; a last, incomplete line does no harm.
 */
export function guessDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; agreement: number; columns: number } | null = null;
  for (const delimiter of delimiters) {
    const widths = recordWidths(text, delimiter);
    const columns = widths[0] ?? 0;
    if (columns < 2) continue;
    const agreement = widths.filter((width) => width === columns).length / widths.length;
    const isBetter =
      best === null ||
      agreement > best.agreement ||
      (agreement === best.agreement && columns > best.columns);
    if (isBetter) best = { delimiter, agreement, columns };
  }
  return best?.delimiter ?? leastUsed(text);
}

function recordWidths(text: string, delimiter: Delimiter): number[] {
  const reader = new DelimitedReader(delimiter);
  const widths: number[] = [];
  try {
    for (const { cells } of reader.push(text)) widths.push(cells.length);
    if (widths.length < recordsLookedAt) {
      for (const { cells } of reader.end()) widths.push(cells.length);
    }
  } catch {
    // A quotation mark left open: cut by the end of the sample, or not meant as one. The records
    // before it still tell the width.
  }
  return widths.slice(0, recordsLookedAt);
}

function leastUsed(text: string): Delimiter {
  const uses = (delimiter: Delimiter) => text.split(delimiter).length - 1;
  return delimiters.reduce((least, next) => (uses(next) < uses(least) ? next : least));
}
