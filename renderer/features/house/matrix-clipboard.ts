import type { HouseView } from '../../../core/contract/house.contract.ts';
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
  parseImportanceEntry,
  parseRelationEntry,
  type RelationNotation,
  relationText,
} from '../../../core/domain/house/relation-entry.ts';
import type { HouseEdit } from './house-edit.ts';
import { blockOf, importanceColumn, type MatrixSelection } from './matrix-selection.ts';

/** Why nothing of a block was pasted. Rows and columns count from 1, as people do. */
export type PasteRefusal =
  | { reason: 'outside'; rows: number; columns: number }
  | { reason: 'importanceAndRelations' }
  | {
      reason: 'invalid';
      zone: 'relations' | 'importance';
      faults: { whatName: string; howName: string; entry: string }[];
    };

export type Pasted =
  | { kind: 'nothing' }
  | { kind: 'refused'; refusal: PasteRefusal }
  | { kind: 'edit'; edit: HouseEdit; selection: MatrixSelection };

/** The selected block as tab-separated text, written as it is shown; null when none is selected. */
export function copiedText(
  view: HouseView,
  selection: MatrixSelection,
  notation: RelationNotation,
): string | null {
  const selected = blockOf(selection);
  if (selected === null) return null;
  const { top, bottom, left, right } = selected.block;
  const rows = [];
  for (let row = top; row <= bottom; row += 1) {
    rows.push(
      selected.zone === 'importance'
        ? [String(view.whats[row]?.importance ?? '')]
        : (view.relations[row] ?? [])
            .slice(left, right + 1)
            .map((strength) => relationText(strength, notation)),
    );
  }
  return formatClipboardBlock(rows);
}

/** The one edit that pasting text over the selection makes, or why it makes none. */
export function pasteInto(view: HouseView, selection: MatrixSelection, text: string): Pasted {
  const selected = blockOf(selection);
  if (selected === null) return { kind: 'nothing' };
  const entries = parseClipboardBlock(text);
  return selected.zone === 'relations'
    ? pasteRelations(view, selected.block, entries)
    : pasteImportance(view, selected.block, entries);
}

function pasteRelations(view: HouseView, block: CellBlock, entries: string[][]): Pasted {
  const size = { rows: view.whats.length, columns: view.hows.length };
  const plan = planPaste<number>(entries, block, size, parseRelationEntry);
  if (plan.kind !== 'cells') return refusalOf(plan, view, 'relations');
  const cells = plan.cells.flatMap(({ row, column, value }) => {
    const what = view.whats[row];
    const how = view.hows[column];
    if (what === undefined || how === undefined) return [];
    return [{ whatId: what.whatId, howId: how.howId, strength: value }];
  });
  return {
    kind: 'edit',
    edit: { kind: 'relations', input: { houseId: view.id, cells } },
    selection: spanOf(plan.cells, (column) => column),
  };
}

function pasteImportance(view: HouseView, block: CellBlock, entries: string[][]): Pasted {
  if (entries.some((row) => row.slice(1).some((entry) => entry.trim() !== ''))) {
    return { kind: 'refused', refusal: { reason: 'importanceAndRelations' } };
  }
  const size = { rows: view.whats.length, columns: 1 };
  const column = { top: block.top, bottom: block.bottom, left: 0, right: 0 };
  const single = entries.map((row) => row.slice(0, 1));
  const plan = planPaste(single, column, size, parseImportanceEntry);
  if (plan.kind !== 'cells') return refusalOf(plan, view, 'importance');
  const values = plan.cells.flatMap(({ row, value }) => {
    const what = view.whats[row];
    return what === undefined ? [] : [{ whatId: what.whatId, importance: value }];
  });
  return {
    kind: 'edit',
    edit: { kind: 'importance', input: { houseId: view.id, values } },
    selection: spanOf(plan.cells, () => importanceColumn),
  };
}

function refusalOf<Value>(
  plan: Exclude<PastePlan<Value>, { kind: 'cells' }>,
  view: HouseView,
  zone: 'relations' | 'importance',
): Pasted {
  if (plan.kind === 'empty') return { kind: 'nothing' };
  if (plan.kind === 'outside') {
    const { rows, columns } = plan;
    return { kind: 'refused', refusal: { reason: 'outside', rows, columns } };
  }
  const faults = plan.faults.map(({ row, column, entry }) => ({
    whatName: view.whats[row]?.name ?? '',
    howName: zone === 'relations' ? (view.hows[column]?.name ?? '') : '',
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
