import { parseClipboardBlock } from '../../../core/domain/house/clipboard-block.ts';

/** Names in a typed line or a pasted block, row by row, without blanks: a column or a row of cells alike. */
export function namesOf(text: string): string[] {
  return parseClipboardBlock(text)
    .flat()
    .map((name) => name.replaceAll(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}
