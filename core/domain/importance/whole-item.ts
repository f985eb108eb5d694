/** Words by which questions about the whole are known, the surest first. */
const wholeWords = [
  /(전반|종합|전체).*만족|overall.*satisf/i,
  /전반|종합|전체|overall/i,
  /만족|satisf/i,
];

/**
 * The item that most likely asks how content people are with all: by its words, among those that measure
 * no requirement if there are any; the last one when words tell nothing. Null for no items.
 */
export function likelyWholeItem<
  Item extends { label: string; header: string; requirementIds: readonly number[] },
>(items: readonly Item[]): Item | null {
  const unlinked = items.filter(({ requirementIds }) => requirementIds.length === 0);
  const candidates = unlinked.length > 0 ? unlinked : items;
  for (const words of wholeWords) {
    const found = candidates.find(({ label, header }) => words.test(label) || words.test(header));
    if (found !== undefined) return found;
  }
  return candidates.at(-1) ?? null;
}
