/**
 * Signs that stand for each other: what input methods, fonts and Excel offer in place of the first, and
 * what people type for want of it (the Korean letter ㅇ, a Latin o).
 */
const lookAlikes = [
  ['◎', '⊚', '◉', '⊙', '⦾', '⦿', '☉'],
  ['○', '◯', '〇', '⚪', 'ㅇ', 'ᄋ', 'o', 'O'],
  ['△', '▵', '∆', 'Δ', '⊿', 'δ'],
  ['●', '⚫', '⬤', '•', '∙'],
  ['▲', '▴'],
  ['×', '✕', '✖', '╳', '⨯', 'x', 'X'],
  ['□', '☐', '▢', 'ㅁ', 'ᄆ'],
  ['■', '◼', '▪'],
  ['◇', '⋄', '♢'],
  ['◆', '♦', '⬥'],
  ['★', '⭐'],
] as const;

const firstOf: ReadonlyMap<string, string> = new Map(
  lookAlikes.flatMap((alike) => alike.map((sign) => [sign, alike[0]] as const)),
);

/** Written for no relation. A lone dash is Excel's zero in its accounting format. */
const noneSigns: ReadonlySet<string> = new Set(['', '-', '–', '—', '−']);

/**
 * A symbol as it is compared: signs that look alike are one, and so are capitals and small letters, full
 * and half width.
 */
export function foldedSymbol(symbol: string): string {
  // Cells by the ten thousand: most hold one of these signs, or plain letters that nothing folds.
  const known = firstOf.get(symbol);
  if (known !== undefined) return known;
  if (isPlain(symbol)) return firstOf.get(symbol.trim()) ?? symbol.trim().toLowerCase();
  const given = symbol.trim().replaceAll('\uFE0F', '').replaceAll('\uFE0E', '').normalize('NFC');
  const plain = given.normalize('NFKC').trim();
  return firstOf.get(given) ?? firstOf.get(plain) ?? plain.toLowerCase();
}

/** Whether nothing but ASCII stands in it, which has one form only. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7e) return false;
  return true;
}

export function isNoneSign(entry: string): boolean {
  if (noneSigns.has(entry)) return true;
  if (isPlain(entry)) return noneSigns.has(entry.trim());
  return noneSigns.has(entry.normalize('NFKC').trim());
}

/**
 * The number an entry is, at least 0, as people and Excel write it: `9`, `９`, `9.0`, `0,5`, `.5`; null
 * for anything else, exponents and signs among them.
 */
export function numberOfEntry(entry: string): number | null {
  const text = (isPlain(entry) ? entry : entry.normalize('NFKC')).trim();
  return /^(\d{1,9}([.,]\d{0,20})?|[.,]\d{1,20})$/.test(text)
    ? Number(text.replace(',', '.'))
    : null;
}
