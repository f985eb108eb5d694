import type { VocListRow } from '../../../../core/contract/voc.contract.ts';
import type { VocColumn } from '../voc-columns.tsx';
import type { VocPatch } from './cell-edit.ts';

export interface PasteCell {
  /** As it was on the clipboard. */
  text: string;
  /** Why it cannot be taken; null where it can, or where the column takes nothing at all. */
  refusal: string | null;
}

export interface PasteRow {
  id: number;
  cells: PasteCell[];
}

export interface PastePlan {
  columns: readonly VocColumn[];
  rows: PasteRow[];
  changes: { ids: number[]; patch: VocPatch }[];
  /** Cells that would be written. */
  taken: number;
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
): PastePlan {
  const width = Math.max(0, ...block.map((line) => line.length));
  const onto = columns.slice(0, width);
  const plan: PastePlan = {
    columns: onto,
    rows: [],
    changes: [],
    taken: 0,
    refused: 0,
    skipped: onto.filter(({ edit }) => edit === undefined).map(({ header }) => header),
    beyond: {
      rows: Math.max(0, block.length - rows.length),
      columns: Math.max(0, width - onto.length),
    },
  };
  for (const [index, row] of rows.slice(0, block.length).entries()) {
    const line = block[index] ?? [];
    let patch: VocPatch = {};
    const cells = onto.map((column, place): PasteCell => {
      const text = line[place];
      if (text === undefined || column.edit === undefined)
        return { text: text ?? '', refusal: null };
      const parsed = text.trim() === '' ? clearedCell(column) : column.edit.parse(text);
      if (parsed === null) return { text, refusal: null };
      if ('refusal' in parsed) {
        plan.refused += 1;
        return { text, refusal: parsed.refusal };
      }
      patch = { ...patch, ...parsed.patch };
      plan.taken += 1;
      return { text, refusal: null };
    });
    plan.rows.push({ id: row.id, cells });
    if (Object.keys(patch).length > 0) plan.changes.push({ ids: [row.id], patch });
  }
  return plan;
}

/** An empty cell empties; one that cannot be empty stays as it is. */
function clearedCell({ edit }: VocColumn) {
  return edit?.cleared == null ? null : { patch: edit.cleared };
}
