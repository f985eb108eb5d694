import type { AppError } from '../../../../core/contract/app-error.ts';
import type { VocListRow } from '../../../../core/contract/voc.contract.ts';
import type { VocColumn } from '../voc-columns.tsx';
import type { ParsedCell, VocPatch } from './cell-edit.ts';

/** What a pasted cell does to the cell it is pasted onto. */
export type PasteEffect =
  | { kind: 'changes'; after: string }
  /** It is there already, or an empty cell was pasted onto one that cannot be empty. */
  | { kind: 'stays' }
  | { kind: 'refused'; text: string; reason: string }
  /** The column takes nothing, or the block is narrower here. */
  | { kind: 'skipped' };

export interface PasteCell {
  /** As it stands in the list now. */
  before: string;
  effect: PasteEffect;
}

export interface PasteRow {
  id: number;
  cells: PasteCell[];
}

export interface PastePlan {
  columns: readonly VocColumn[];
  rows: PasteRow[];
  changes: { ids: number[]; patch: VocPatch }[];
  /** Cells that become something else. */
  taken: number;
  /** Cells that already are what is pasted. */
  same: number;
  refused: number;
  /** Names of the columns pasted onto that take nothing. */
  skipped: string[];
  /** Rows and columns of the block that lie beyond the list's edges. */
  beyond: { rows: number; columns: number };
}

/** The most rows pasted at once. */
export const mostPastedRows = 2000;

/** What a block from a spreadsheet would do to the rows and columns it is pasted onto. */
export function pastePlan(
  block: readonly (readonly string[])[],
  rows: readonly VocListRow[],
  columns: readonly VocColumn[],
  wordsFor: (refusal: AppError) => string,
): PastePlan {
  const width = Math.max(0, ...block.map((line) => line.length));
  const onto = columns.slice(0, width);
  const plan: PastePlan = {
    columns: onto,
    rows: [],
    changes: [],
    taken: 0,
    same: 0,
    refused: 0,
    skipped: onto.filter(({ edit }) => edit === undefined).map(({ header }) => header),
    beyond: {
      rows: Math.max(0, block.length - rows.length),
      columns: Math.max(0, width - onto.length),
    },
  };
  for (const [index, row] of rows.slice(0, block.length).entries()) {
    let patch: VocPatch = {};
    const cells = onto.map((column, place): PasteCell => {
      const pasted = pastedOnto(row, column, block[index]?.[place], wordsFor);
      if (pasted.effect.kind === 'changes') plan.taken += 1;
      if (pasted.effect.kind === 'stays') plan.same += 1;
      if (pasted.effect.kind === 'refused') plan.refused += 1;
      patch = { ...patch, ...pasted.patch };
      return { before: column.text(row), effect: pasted.effect };
    });
    plan.rows.push({ id: row.id, cells });
    if (Object.keys(patch).length > 0) plan.changes.push({ ids: [row.id], patch });
  }
  return plan;
}

function pastedOnto(
  row: VocListRow,
  column: VocColumn,
  text: string | undefined,
  wordsFor: (refusal: AppError) => string,
): { effect: PasteEffect; patch?: VocPatch } {
  const { edit } = column;
  if (text === undefined || edit === undefined) return { effect: { kind: 'skipped' } };
  const parsed = text.trim() === '' ? clearedCell(column) : edit.parse(text);
  if (parsed === null) return { effect: { kind: 'stays' } };
  if ('refusal' in parsed) return { effect: { kind: 'refused', text, reason: parsed.refusal } };
  const { patch } = parsed;
  const refusal = edit.refusal?.(row, patch) ?? null;
  if (refusal !== null) return { effect: { kind: 'refused', text, reason: wordsFor(refusal) } };
  const after = { ...row, ...patch };
  if (edit.value(after) === edit.value(row)) return { effect: { kind: 'stays' } };
  return { effect: { kind: 'changes', after: column.text(after) }, patch };
}

/** An empty cell empties; one that cannot be empty stays as it is. */
function clearedCell({ edit }: VocColumn): ParsedCell | null {
  return edit?.cleared == null ? null : { patch: edit.cleared };
}
