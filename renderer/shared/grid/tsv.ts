/**
 * Tab-separated text as spreadsheets put it on the clipboard and take it from there. A cell with a
 * tab, a line break or a quote is quoted, and quotes within are doubled.
 */
export function tsvFromRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quotedCell).join('\t')).join('\r\n');
}

function quotedCell(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
