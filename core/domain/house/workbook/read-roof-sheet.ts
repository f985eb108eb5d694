import type { HouseModel, ModelHow, RoofCell } from '../house-model.ts';
import { leavesOf } from '../house-tree.ts';
import { normalizedRoof, parseRoofEntry, roofLookup } from '../roof.ts';
import { idsOfKey, roofMark } from './house-sheet-plan.ts';
import { type ReadingProblem, SheetEntries } from './sheet-entries.ts';
import type { TableSheet } from './workbook-description.ts';

/** The roof as its sheet has it; pairs that are not on the sheet stay as they were. */
export function readRoofSheet(
  sheets: readonly TableSheet[],
  hows: readonly ModelHow[],
  before: HouseModel,
  problems: ReadingProblem[],
): RoofCell[] {
  const leaves = new Set(leavesOf(hows).map(({ id }) => id));
  const kept = before.roof.filter((cell) => leaves.has(cell.howId) && leaves.has(cell.otherHowId));
  const sheet = sheets.find(({ rows }) => rows.some(([mark]) => mark === roofMark));
  if (sheet === undefined) {
    problems.push({ reason: 'missing', sheet: '', cell: '', entry: 'roof' });
    return normalizedRoof(kept);
  }
  const entries = new SheetEntries(sheet, problems);
  const pairs = readPairs(entries, leaves, roofLookup(before.roof));
  const onSheet = new Set(pairs.map(({ howId, otherHowId }) => pairKey(howId, otherHowId)));
  const untouched = kept.filter(
    ({ howId, otherHowId }) => !onSheet.has(pairKey(howId, otherHowId)),
  );
  const filled = pairs.flatMap(({ howId, otherHowId, value }) =>
    value === 0 ? [] : [{ howId, otherHowId, strength: value }],
  );
  return normalizedRoof([...untouched, ...filled]);
}

type RoofValue = NonNullable<ReturnType<typeof parseRoofEntry>>;

interface PairRead {
  readonly howId: number;
  readonly otherHowId: number;
  readonly value: RoofValue;
}

function readPairs(
  entries: SheetEntries,
  leaves: ReadonlySet<number>,
  earlier: (howId: number, otherHowId: number) => RoofValue,
): PairRead[] {
  const { rows } = entries.sheet;
  const keyRow = rows.findIndex(([mark]) => mark === roofMark);
  const rowOf = placesOf(
    rows.map((_, row) => (row > keyRow ? entries.at(0, row) : '')),
    leaves,
  );
  const columnOf = placesOf(rows[keyRow] ?? [], leaves);
  tellNotRead(entries, keyRow, new Set(rowOf.values()), new Set(columnOf.values()));
  const ids = [...rowOf.keys()];
  return ids.flatMap((howId, at) =>
    ids.slice(at + 1).flatMap((otherHowId) => {
      const cells = [
        [columnOf.get(otherHowId), rowOf.get(howId)],
        [columnOf.get(howId), rowOf.get(otherHowId)],
      ].flatMap(([column, row]) =>
        column === undefined || row === undefined ? [] : [{ column, row }],
      );
      if (cells.length === 0) return [];
      const value = readPair(entries, cells, earlier(howId, otherHowId));
      return [{ howId, otherHowId, value }];
    }),
  );
}

/** Either cell of a pair may hold it. */
function readPair(
  entries: SheetEntries,
  cells: readonly { column: number; row: number }[],
  before: RoofValue,
): RoofValue {
  let found: RoofValue | null = null;
  for (const { column, row } of cells) {
    const entry = entries.at(column, row);
    if (entry === '') continue;
    const value = parseRoofEntry(entry);
    if (value === null) {
      entries.refuse('roofSignUnknown', column, row);
      return before;
    }
    if (found !== null && found !== value) {
      entries.refuse('roofContradicts', column, row);
      return before;
    }
    found = value;
  }
  return found ?? 0;
}

function placesOf(keys: readonly string[], leaves: ReadonlySet<number>): Map<number, number> {
  const places = new Map<number, number>();
  for (const [place, key] of keys.entries()) {
    const id = idsOfKey('how', key)?.at(-1);
    if (id !== undefined && leaves.has(id) && !places.has(id)) places.set(id, place);
  }
  return places;
}

/** Signs in rows and columns of no HOW, and on the diagonal. */
function tellNotRead(
  entries: SheetEntries,
  keyRow: number,
  rowsRead: ReadonlySet<number>,
  columnsRead: ReadonlySet<number>,
): void {
  for (const [row, texts] of entries.sheet.rows.entries()) {
    if (row <= keyRow + 1) continue;
    const hasKey = idsOfKey('how', entries.at(0, row)) !== null;
    for (const [column, entry] of texts.entries()) {
      if (column < 2 || entry.trim() === '') continue;
      const isDiagonal = entries.at(0, row) === entries.at(column, keyRow) && hasKey;
      if (isDiagonal || !rowsRead.has(row) || !columnsRead.has(column)) {
        entries.refuse('notRead', column, row);
      }
    }
  }
}

function pairKey(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
