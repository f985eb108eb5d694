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

/** The cells of text that a spreadsheet put on the clipboard; the line break at its end is no row. */
export function rowsFromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (match === null) return rowsOfPlainText(text);
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\t') {
      if (cell.lastIndex === text.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}

/** A lone quote somewhere: text that no spreadsheet wrote is cut at its tabs and line breaks. */
function rowsOfPlainText(text: string): string[][] {
  return text
    .replace(/(\r\n|\n|\r)$/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.split('\t'));
}
