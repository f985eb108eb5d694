import {
  formatClipboardBlock,
  parseClipboardBlock,
} from '../../../../core/domain/house/clipboard-block.ts';
import type { BandField, BandWrite } from './band-field.ts';
import type { BandBlock, BandPlace, BandSize } from './band-selection.ts';

/** A band as rows and columns of the screen. */
export interface BandTable<Line, Figures, Change> {
  size: BandSize;
  figures: Figures;
  at: (place: BandPlace) => { line: Line; field: BandField<Line, Figures, Change> } | null;
}

/** The block as spreadsheets take it: entries, and figures as they are shown. */
export function copiedBlock<Line, Figures, Change>(
  table: BandTable<Line, Figures, Change>,
  block: BandBlock,
): string {
  const rows = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    const cells = [];
    for (let column = block.left; column <= block.right; column += 1) {
      const cell = table.at({ row, column });
      cells.push(
        cell === null
          ? ''
          : (cell.field.input?.entry(cell.line) ?? cell.field.text(cell.line, table.figures)),
      );
    }
    rows.push(cells);
  }
  return formatClipboardBlock(rows);
}

export interface BandFault extends BandPlace {
  entry: string;
}

export type BandPaste<Line, Change> =
  | { kind: 'nothing' }
  | { kind: 'writes'; writes: BandWrite<Line, Change>[]; block: BandBlock }
  /** The block reaches over the edge by so many rows and columns. */
  | { kind: 'outside'; rows: number; columns: number }
  /** It begins among fields of one zone and reaches into another's. */
  | { kind: 'otherZone' }
  | { kind: 'invalid'; faults: BandFault[] };

/**
 * What pasting text over a block writes: all or nothing. It repeats where the selection is a whole multiple
 * of it, and computed figures in its way are left as they are, so that a copied plan can be pasted back.
 */
export function pastedBlock<Line, Figures, Change>(
  table: BandTable<Line, Figures, Change>,
  selected: BandBlock,
  text: string,
): BandPaste<Line, Change> {
  const entries = parseClipboardBlock(text);
  const width = Math.max(0, ...entries.map((row) => row.length));
  if (entries.length === 0 || width === 0) return { kind: 'nothing' };
  const block = pasteArea(selected, entries.length, width);
  const writes: BandWrite<Line, Change>[] = [];
  const faults: BandFault[] = [];
  const zones = new Set<string>();
  let rowsOutside = 0;
  let columnsOutside = 0;
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) {
      const entry =
        entries[(row - block.top) % entries.length]?.[(column - block.left) % width] ?? '';
      const cell = table.at({ row, column });
      if (cell === null) {
        if (entry.trim() === '') continue;
        rowsOutside = Math.max(rowsOutside, row - table.size.rows + 1);
        columnsOutside = Math.max(columnsOutside, column - table.size.columns + 1);
        continue;
      }
      if (cell.field.input === null || cell.field.input.entry(cell.line) === null) continue;
      zones.add(cell.field.zone);
      const change = cell.field.input.read(entry.trim());
      if (change === null) faults.push({ row, column, entry });
      else writes.push({ line: cell.line, change });
    }
  }
  if (rowsOutside > 0 || columnsOutside > 0) {
    return {
      kind: 'outside',
      rows: Math.max(0, rowsOutside),
      columns: Math.max(0, columnsOutside),
    };
  }
  if (zones.size > 1) return { kind: 'otherZone' };
  if (faults.length > 0) return { kind: 'invalid', faults };
  return writes.length === 0 ? { kind: 'nothing' } : { kind: 'writes', writes, block };
}

function pasteArea(selected: BandBlock, height: number, width: number): BandBlock {
  const rows = selected.bottom - selected.top + 1;
  const columns = selected.right - selected.left + 1;
  const repeats = rows % height === 0 && columns % width === 0;
  return {
    top: selected.top,
    left: selected.left,
    bottom: selected.top + (repeats ? rows : height) - 1,
    right: selected.left + (repeats ? columns : width) - 1,
  };
}

/** What the entries of one edge of the block make of all of it; null where one cannot be taken. */
export function filledBlock<Line, Figures, Change>(
  table: BandTable<Line, Figures, Change>,
  block: BandBlock,
  way: 'down' | 'right',
): BandWrite<Line, Change>[] {
  const writes: BandWrite<Line, Change>[] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) {
      const source = way === 'down' ? { row: block.top, column } : { row, column: block.left };
      const cell = table.at({ row, column });
      const from = table.at(source);
      const entry = from?.field.input?.entry(from.line) ?? null;
      if (cell === null || entry === null || cell.field.input === null) continue;
      const now = cell.field.input.entry(cell.line);
      const change = now === null || now === entry ? null : cell.field.input.read(entry);
      if (change !== null) writes.push({ line: cell.line, change });
    }
  }
  return writes;
}

/** The same entry in every cell of the block that takes it. */
export function writtenBlock<Line, Figures, Change>(
  table: BandTable<Line, Figures, Change>,
  block: BandBlock,
  entry: string,
): BandWrite<Line, Change>[] {
  const writes: BandWrite<Line, Change>[] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) {
      const cell = table.at({ row, column });
      const now = cell?.field.input?.entry(cell.line) ?? null;
      if (cell === null || now === null || now === entry) continue;
      const change = cell.field.input?.read(entry) ?? null;
      if (change !== null) writes.push({ line: cell.line, change });
    }
  }
  return writes;
}
