import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { CellBlock } from '../../../core/domain/house/block-paste.ts';
import { groupImportance, sharedImportance } from '../../../core/domain/house/group-importance.ts';
import {
  parseGroupImportanceEntry,
  parseImportanceEntry,
} from '../../../core/domain/house/importance-entry.ts';
import type { HouseEdit } from './house-edit.ts';
import type { WhatLine } from './matrix-lines.ts';
import type { ShownHouse } from './shown-house.ts';

type ImportanceValues = Extract<HouseEdit, { kind: 'importance' }>['input']['values'];

/** Of the WHATs that a line stands for, in their order: itself, or those of a collapsed group. */
export function leafImportances(
  { whats }: Pick<HouseView, 'whats'>,
  { firstLeaf, leafCount }: Pick<WhatLine, 'firstLeaf' | 'leafCount'>,
): number[] {
  return whats.slice(firstLeaf, firstLeaf + leafCount).map(({ importance }) => importance);
}

/** What a WHAT was given; of a collapsed group, what its WHATs were given together. */
export function importanceOf(view: Pick<HouseView, 'whats'>, line: WhatLine): number {
  return line.leaf?.importance ?? groupImportance(leafImportances(view, line)) ?? 0;
}

/** An importance as typed or pasted into a line; null when the line cannot have it. */
export function parseLineImportance(
  view: Pick<HouseView, 'whats'>,
  line: WhatLine,
  entry: string,
): number | null {
  if (line.leaf !== null) return parseImportanceEntry(entry);
  const importance = parseGroupImportanceEntry(entry);
  if (importance === null) return null;
  return sharedImportance(leafImportances(view, line), importance) === null ? null : importance;
}

/**
 * The edit that gives lines an importance: to a WHAT as it is, to the WHATs of a collapsed group its share.
 * null when nothing would change. A group that cannot be given so much is left as it is.
 */
export function givingImportance(
  view: HouseView,
  given: readonly { line: WhatLine; importance: number }[],
): HouseEdit | null {
  const values = given.flatMap(({ line, importance }) => leafValues(view, line, importance));
  return importanceEdit(view, values);
}

/** Values that the house has already are left out; null when none is left. */
export function importanceEdit(view: HouseView, values: ImportanceValues): HouseEdit | null {
  const known = new Map(view.whats.map(({ whatId, importance }) => [whatId, importance]));
  const changed = values.filter(({ whatId, importance }) => known.get(whatId) !== importance);
  if (changed.length === 0) return null;
  return { kind: 'importance', input: { houseId: view.id, values: changed } };
}

function leafValues(view: HouseView, line: WhatLine, importance: number): ImportanceValues {
  if (line.leaf !== null) {
    return parseImportanceEntry(String(importance)) === null
      ? []
      : [{ whatId: line.id, importance }];
  }
  const shares = sharedImportance(leafImportances(view, line), importance) ?? [];
  return shares.flatMap((share, at) => {
    const what = view.whats[line.firstLeaf + at];
    return what === undefined ? [] : [{ whatId: what.whatId, importance: share }];
  });
}

/** What Ctrl+D, Ctrl+R and Ctrl+Enter do to a selected block of importance; null for nothing. */
export function fillingImportance(
  { view, lines }: ShownHouse,
  block: CellBlock,
  active: { row: number },
  from: 'above' | 'left' | 'active',
): HouseEdit | null {
  if (from === 'left') return null;
  const above = block.top === block.bottom ? block.top - 1 : block.top;
  const source = lines.rows[from === 'active' ? active.row : above];
  if (source === undefined) return null;
  const importance = importanceOf(view, source);
  const rows = lines.rows.slice(block.top, block.bottom + 1);
  return givingImportance(
    view,
    rows.map((line) => ({ line, importance })),
  );
}
