const shownSamples = 3;
const longestSample = 40;

/** A few different values of a column, to recognise it by. */
export function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const values = new Set<string>();
  for (const row of rows) {
    const value = (row[column] ?? '').replace(/\s+/gu, ' ').trim();
    if (value !== '') values.add(value);
    if (values.size === shownSamples) break;
  }
  return [...values].map((value) =>
    value.length > longestSample ? `${value.slice(0, longestSample)}…` : value,
  );
}
