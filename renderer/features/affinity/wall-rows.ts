import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import type { VocRow } from '../../../core/contract/voc.contract.ts';

/** What the cursor may stand on among the requirements. */
export type WallRow =
  | { kind: 'new'; key: 'new' }
  | { kind: 'requirement'; key: string; requirement: RequirementRow; open: boolean }
  | { kind: 'evidence'; key: string; requirement: RequirementRow; voc: VocRow };

export interface WallColumn {
  /** The requirement of the first level. */
  id: number;
  rows: WallRow[];
}

/** Evidence of a requirement that is shown on the board; the rest is in the VOC room. */
export const mostLaidOpen = 15;

export const newRow: WallRow = { kind: 'new', key: 'new' };

/** A column for each requirement of the first level, with all below it and the evidence laid open. */
export function wallColumns(
  requirements: readonly RequirementRow[],
  evidence: ReadonlyMap<number, readonly VocRow[]>,
): WallColumn[] {
  const columns: WallColumn[] = [];
  for (const requirement of requirements) {
    if (requirement.level === 1) columns.push({ id: requirement.id, rows: [] });
    const laidOpen = evidence.get(requirement.id);
    columns.at(-1)?.rows.push(
      {
        kind: 'requirement',
        key: requirementKey(requirement.id),
        requirement,
        open: laidOpen !== undefined,
      },
      ...(laidOpen ?? []).map(
        (voc): WallRow => ({
          kind: 'evidence',
          key: `e${requirement.id} ${voc.id}`,
          requirement,
          voc,
        }),
      ),
    );
  }
  return columns;
}

export function requirementKey(id: number): string {
  return `r${id}`;
}

/** Where the cursor goes; stays where it is when there is nothing that way. null: off to the left. */
export function steppedKey(
  columns: readonly WallColumn[],
  key: string,
  step: 'up' | 'down' | 'left' | 'right' | 'first' | 'last',
  stopsAt: (row: WallRow) => boolean,
): string | null {
  const rows = [newRow, ...columns.flatMap((column) => column.rows)].filter(stopsAt);
  const at = rows.findIndex((row) => row.key === key);
  if (step === 'first') return rows[0]?.key ?? key;
  if (step === 'last') return rows.at(-1)?.key ?? key;
  if (step === 'up' || step === 'down') {
    return rows[at + (step === 'down' ? 1 : -1)]?.key ?? key;
  }
  const column = columns.findIndex(({ rows: held }) => held.some((row) => row.key === key));
  if (step === 'left' && column <= 0) return column === 0 ? newRow.key : null;
  const next = columns[column + (step === 'right' ? 1 : -1)];
  return next?.rows.find(stopsAt)?.key ?? key;
}
