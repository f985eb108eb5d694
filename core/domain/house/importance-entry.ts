/**
 * An importance as typed or pasted: above 0 up to 100, a comma or a point before decimals. Null
 * when it is not one; blank is not one, for every WHAT weighs something.
 */
export function parseImportanceEntry(entry: string): number | null {
  const value = parseGroupImportanceEntry(entry);
  return value !== null && value <= 100 ? value : null;
}

/** The same for a group, whose WHATs together may have more than 100. `1,000` may mean two things: none. */
export function parseGroupImportanceEntry(entry: string): number | null {
  const text = entry.normalize('NFKC').trim();
  if (!/^\d{1,5}([.,]\d+)?$/.test(text) || /^\d{1,3},\d{3}$/.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return value > 0 ? value : null;
}
