import type { LineGroup, MatrixLines } from './matrix-lines.ts';
import type { GridWindow } from './use-grid-window.ts';

/** A group whose box begins in a row: it reaches over this one and those below it. */
export interface RowLead {
  readonly group: LineGroup;
  /** Drawn rows from here that belong to it. */
  readonly rowCount: number;
}

/** What stands left of the name of a row. */
export interface RowGroups {
  readonly leads: readonly RowLead[];
  /** Levels of groups that the row is in, whether their boxes begin here or above. */
  readonly level: number;
}

const alone: RowGroups = { leads: [], level: 0 };

/** By drawn row. A group that begins above the drawn rows begins anew in the first of them. */
export function rowGroupsOf(
  { rowGroups }: Pick<MatrixLines, 'rowGroups'>,
  { firstRow, endRow }: Pick<GridWindow, 'firstRow' | 'endRow'>,
): ReadonlyMap<number, RowGroups> {
  const rows = new Map<number, { leads: RowLead[]; level: number }>();
  for (const group of rowGroups) {
    const first = Math.max(group.firstLine, firstRow);
    const end = Math.min(group.firstLine + group.lineCount, endRow);
    for (let row = first; row < end; row += 1) {
      const known = rows.get(row) ?? { leads: [], level: 0 };
      known.level = Math.max(known.level, group.level);
      if (row === first) known.leads.push({ group, rowCount: end - first });
      rows.set(row, known);
    }
  }
  return rows;
}

export function groupsOfRow(rows: ReadonlyMap<number, RowGroups>, row: number): RowGroups {
  return rows.get(row) ?? alone;
}
