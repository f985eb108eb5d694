/**
 * A block of cells as spreadsheets put it on the clipboard: rows end with CRLF or LF, cells are
 * parted by tabs, and a cell with a tab, line end or quote inside stands in quotes with its own
 * quotes doubled. The line end that Excel writes after the last row makes no row of its own.
 * Rows may differ in length; empty text gives no rows.
 */
export function parseClipboardBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = readCell(text, at);
    row.push(cell);
    if (text[end] === '\t') {
      at = end + 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function readCell(text: string, start: number): { cell: string; end: number } {
  return (text[start] === '"' ? readQuoted(text, start) : null) ?? readPlain(text, start);
}

function readPlain(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (end < text.length && !isCellEnd(text[end])) end += 1;
  return { cell: text.slice(start, end), end };
}

/** Null when the quote is not a wrapping one: it never closes, or closes inside the cell. */
function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      return end === text.length || isCellEnd(text[end]) ? { cell, end } : null;
    }
    cell += '"';
    at = quote + 2;
  }
}

function isCellEnd(character: string | undefined): boolean {
  return character === '\t' || character === '\n' || character === '\r';
}

/** Writes a block so that spreadsheets, and `parseClipboardBlock`, read the same cells back. */
export function formatClipboardBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteWhereNeeded).join('\t')).join('\r\n');
}

function quoteWhereNeeded(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
