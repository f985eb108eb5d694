import {
  type CellBlock,
  type PastePlan,
  planPaste,
} from '../../../core/domain/house/block-paste.ts';
import {
  formatClipboardBlock,
  parseClipboardBlock,
} from '../../../core/domain/house/clipboard-block.ts';
import {
  parseScaleEntry,
  type RelationNotation,
  scaleText,
} from '../../../core/domain/house/scale-entry.ts';
import type { HouseEdit } from './house-edit.ts';
import { givingImportance, importanceOf, parseLineImportance } from './line-importance.ts';
import type { MatrixLines } from './matrix-lines.ts';
import {
  blockOf,
  importanceColumn,
  type MatrixSelection,
  selectedLines,
} from './matrix-selection.ts';
import { relationAt, type ShownHouse } from './shown-house.ts';

/** Why nothing of a block was pasted. Rows and columns count from 1, as people do. */
export type PasteRefusal =
  | { reason: 'outside'; rows: number; columns: number }
  | { reason: 'importanceAndRelations' }
  /** A collapsed group is in the way: it has no cells of its own. */
  | { reason: 'collapsed'; name: string }
  | {
      reason: 'invalid';
      zone: 'relations' | 'importance';
      faults: { whatName: string; howName: string; entry: string }[];
    };

export type Pasted =
  | { kind: 'nothing' }
  | { kind: 'refused'; refusal: PasteRefusal }
  | { kind: 'edit'; edit: HouseEdit; selection: MatrixSelection };

/** What is selected as tab-separated text, written as it is shown; null when there is nothing to copy. */
export function copiedText(
  house: ShownHouse,
  selection: MatrixSelection,
  notation: RelationNotation,
): string | null {
  const titles = selectedLines(selection);
  if (titles !== null) {
    const { first, last, side } = titles;
    const lines = side === 'what' ? house.lines.rows : house.lines.columns;
    const names = lines.slice(first, last + 1).map(({ name }) => name);
    return formatClipboardBlock(side === 'what' ? names.map((name) => [name]) : [names]);
  }
  const selected = blockOf(selection);
  if (selected === null) return null;
  const { top, bottom, left, right } = selected.block;
  const rows = [];
  for (let row = top; row <= bottom; row += 1) {
    const entries = [];
    for (let column = left; column <= right; column += 1) {
      entries.push(
        selected.zone === 'importance'
          ? importanceText(house, row)
          : scaleText(relationAt(house, row, column), house.view.scale, notation),
      );
    }
    rows.push(entries);
  }
  return formatClipboardBlock(rows);
}

function importanceText({ view, lines }: ShownHouse, row: number): string {
  const line = lines.rows[row];
  return line === undefined ? '' : String(importanceOf(view, line));
}

/** The one edit that pasting text over the selection makes, or why it makes none. */
export function pasteInto(house: ShownHouse, selection: MatrixSelection, text: string): Pasted {
  const selected = blockOf(selection);
  if (selected === null) return { kind: 'nothing' };
  const entries = parseClipboardBlock(text);
  return selected.zone === 'relations'
    ? pasteRelations(house, selected.block, entries)
    : pasteImportance(house, selected.block, entries);
}

function pasteRelations(house: ShownHouse, block: CellBlock, entries: string[][]): Pasted {
  const { view, lines } = house;
  const size = { rows: lines.rows.length, columns: lines.columns.length };
  const parse = (entry: string) => parseScaleEntry(entry, view.scale);
  const plan = planPaste<number>(entries, block, size, parse);
  if (plan.kind !== 'cells') return refusalOf(plan, lines, 'relations');
  const inTheWay = collapsedAmong(lines, plan.cells);
  if (inTheWay !== null) return collapsedRefusal(inTheWay);
  const cells = plan.cells.flatMap(({ row, column, value }) => {
    const what = lines.rows[row];
    const how = lines.columns[column];
    if (what === undefined || how === undefined) return [];
    return [{ whatId: what.id, howId: how.id, strength: value }];
  });
  return {
    kind: 'edit',
    edit: { kind: 'relations', input: { houseId: view.id, cells } },
    selection: spanOf(plan.cells, (column) => column),
  };
}

function pasteImportance(house: ShownHouse, block: CellBlock, entries: string[][]): Pasted {
  const { view, lines } = house;
  if (entries.some((row) => row.slice(1).some((entry) => entry.trim() !== ''))) {
    return { kind: 'refused', refusal: { reason: 'importanceAndRelations' } };
  }
  const size = { rows: lines.rows.length, columns: 1 };
  const column = { top: block.top, bottom: block.bottom, left: 0, right: 0 };
  const single = entries.map((row) => row.slice(0, 1));
  const parse = (entry: string, row: number) => {
    const line = lines.rows[row];
    return line === undefined ? null : parseLineImportance(view, line, entry);
  };
  const plan = planPaste(single, column, size, parse);
  if (plan.kind !== 'cells') return refusalOf(plan, lines, 'importance');
  const given = plan.cells.flatMap(({ row, value }) => {
    const line = lines.rows[row];
    return line === undefined ? [] : [{ line, importance: value }];
  });
  const edit = givingImportance(view, given);
  if (edit === null) return { kind: 'nothing' };
  return {
    kind: 'edit',
    edit,
    selection: spanOf(plan.cells, () => importanceColumn),
  };
}

function collapsedAmong(
  { rows, columns }: MatrixLines,
  cells: readonly { row: number; column: number }[],
): string | null {
  for (const { row, column } of cells) {
    const line = [rows[row], columns[column]].find((each) => each?.leaf === null);
    if (line !== undefined) return line.name;
  }
  return null;
}

function collapsedRefusal(name: string): Pasted {
  return { kind: 'refused', refusal: { reason: 'collapsed', name } };
}

function refusalOf<Value>(
  plan: Exclude<PastePlan<Value>, { kind: 'cells' }>,
  lines: MatrixLines,
  zone: 'relations' | 'importance',
): Pasted {
  if (plan.kind === 'empty') return { kind: 'nothing' };
  if (plan.kind === 'outside') {
    const { rows, columns } = plan;
    return { kind: 'refused', refusal: { reason: 'outside', rows, columns } };
  }
  const faults = plan.faults.map(({ row, column, entry }) => ({
    whatName: lines.rows[row]?.name ?? '',
    howName: zone === 'relations' ? (lines.columns[column]?.name ?? '') : '',
    entry,
  }));
  return { kind: 'refused', refusal: { reason: 'invalid', zone, faults } };
}

function spanOf(
  cells: readonly { row: number; column: number }[],
  columnOnScreen: (column: number) => number,
): MatrixSelection {
  const rows = cells.map((cell) => cell.row);
  const columns = cells.map((cell) => columnOnScreen(cell.column));
  return {
    // The upper left corner stays active, as in spreadsheets.
    active: { row: Math.min(...rows), column: Math.min(...columns) },
    anchor: { row: Math.max(...rows), column: Math.max(...columns) },
  };
}
