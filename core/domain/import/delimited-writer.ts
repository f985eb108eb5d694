/** One line of RFC 4180 CSV without its line end; cells are quoted where they must be. */
export function csvLine(cells: readonly string[]): string {
  // A lone empty cell left unquoted would read back as a blank line, which is no row at all.
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map(csvCell).join(',');
}

function csvCell(cell: string): string {
  return /^\s|[",\r\n]|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
