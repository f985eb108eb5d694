import type { MatrixLayout } from '../../../contract/matrix-layout.ts';
import type { HouseModel, HouseNode, ModelHow, ModelWhat, RoofCell } from '../house-model.ts';
import { leavesOf, withCodes } from '../house-tree.ts';
import { normalizedRoof, parseRoofEntry } from '../roof.ts';
import { parseScaleEntry } from '../scale-entry.ts';
import { foldedSymbol } from '../scale-symbols.ts';
import { type ReadingProblem, SheetEntries } from '../workbook/sheet-entries.ts';
import { labelOf } from './recognize-matrix.ts';
import { range, type Table, textAt, widthOf } from './table-cells.ts';

/** An entry that did not become part of the house. */
export interface LeftOut {
  /** `computed`: the program computes its own; `head`: words that only name a part. */
  readonly kind: 'computed' | 'head' | 'notPlaced';
  readonly row: number;
  readonly column: number;
  readonly entry: string;
}

export interface MatrixReading {
  /** WHATs and HOWs have ids from 1 within this model. */
  readonly model: HouseModel;
  /** Entries of the house that cannot be what they should. */
  readonly problems: readonly ReadingProblem[];
  /** Every other entry of the table: nothing is dropped silently. */
  readonly leftOut: readonly LeftOut[];
}

/** Reads a table as a house by a layout, proposed by `recognizeMatrix` or corrected by a person. */
export function readMatrix(table: Table, layout: MatrixLayout, sheetName = ''): MatrixReading {
  const problems: ReadingProblem[] = [];
  const reader = new MatrixReader(
    table,
    layout,
    new SheetEntries({ name: sheetName, rows: table }, problems),
  );
  const model = reader.read();
  return { model, problems, leftOut: reader.leftOut() };
}

const figureLimits = { above: 0, to: 100 };
const ratingLimits = { from: 1, to: 5 };

class MatrixReader {
  readonly #table: Table;
  readonly #layout: MatrixLayout;
  readonly #entries: SheetEntries;
  readonly #width: number;
  /** Places of cells, row by row. */
  readonly #taken = new Set<number>();

  constructor(table: Table, layout: MatrixLayout, entries: SheetEntries) {
    this.#table = table;
    this.#width = widthOf(table);
    this.#layout = layout;
    this.#entries = entries;
  }

  read(): HouseModel {
    const layout = this.#layout;
    const ids = idsFrom(1);
    const competitors = this.#competitors();
    const whatLines = layout.whatRows.map((row) => ({
      place: row,
      name: this.#take(row, layout.whatNameColumn),
      groups: layout.whatGroupColumns.map((column) => this.#take(row, column)),
    }));
    const howLines = layout.howColumns.map((column) => ({
      place: column,
      name: this.#take(layout.howNameRow, column),
      groups: layout.howGroupRows.map((row) => this.#take(row, column)),
    }));
    const blank = competitors.map(() => null);
    const whatTree = treeFrom(whatLines, ids);
    const howTree = treeFrom(howLines, ids);
    const whats = withCodes(
      whatTree.map(({ node, place }) =>
        place === null
          ? { ...blankWhat, ...node, ratings: blank }
          : this.#what(node, place, competitors.length),
      ),
    );
    const hows = withCodes(
      howTree.map(({ node, place }) =>
        place === null
          ? { ...blankHow, ...node, ratings: blank }
          : this.#how(node, place, competitors.length),
      ),
    );
    const rowOf = placeById(whatTree);
    const columnOf = placeById(howTree);
    const title = layout.title === null ? '' : this.#take(layout.title.row, layout.title.column);
    return {
      name: title,
      scale: layout.scale,
      competitors,
      whats,
      hows,
      relations: leavesOf(whats).map((what) =>
        leavesOf(hows).map((how) =>
          this.#relation(rowOf.get(what.id) ?? 0, columnOf.get(how.id) ?? 0),
        ),
      ),
      roof: this.#roof(columnOf),
    };
  }

  /** Entries that nothing was made of, from left to right and down. */
  leftOut(): LeftOut[] {
    const layout = this.#layout;
    const firstRow = layout.whatRows[0] ?? 0;
    const heads = new Set([layout.whatNameColumn, ...layout.whatGroupColumns]);
    const columns = range(0, this.#width);
    return this.#table.flatMap((_, row) =>
      columns.flatMap((column): LeftOut[] => {
        const entry = textAt(this.#table, row, column);
        if (entry === '' || this.#taken.has(row * this.#width + column)) return [];
        const isComputed =
          layout.computedRows.includes(row) || layout.computedColumns.includes(column);
        const isLabel = column < (layout.howColumns[0] ?? 0) && this.#isReadRow(row);
        const isHead = row < firstRow && (heads.has(column) || this.#isReadColumn(column));
        const kind = isComputed ? 'computed' : isLabel || isHead ? 'head' : 'notPlaced';
        return [{ kind, row, column, entry }];
      }),
    );
  }

  #isReadRow(row: number): boolean {
    const {
      directionRow,
      unitRow,
      targetValueRow,
      difficultyRow,
      ownRatingRow,
      ratingRows,
      howNameRow,
      roof,
    } = this.#layout;
    const rows = [
      howNameRow,
      directionRow,
      unitRow,
      targetValueRow,
      difficultyRow,
      ownRatingRow,
      ...ratingRows,
    ];
    return rows.includes(row) || (roof?.rows.includes(row) ?? false);
  }

  #isReadColumn(column: number): boolean {
    const {
      importanceColumn,
      kanoColumn,
      currentColumn,
      targetColumn,
      salesPointColumn,
      ratingColumns,
    } = this.#layout;
    return [
      importanceColumn,
      kanoColumn,
      currentColumn,
      targetColumn,
      salesPointColumn,
      ...ratingColumns,
    ].includes(column);
  }

  #take(row: number, column: number): string {
    this.#taken.add(row * this.#width + column);
    return textAt(this.#table, row, column);
  }

  #number(
    row: number | null,
    column: number | null,
    limits: { above?: number; from?: number; to: number },
  ): number | null {
    if (row === null || column === null) return null;
    this.#take(row, column);
    return this.#entries.number(column, row, limits, null);
  }

  #what(node: HouseNode, row: number, competitors: number): ModelWhat {
    const {
      importanceColumn,
      kanoColumn,
      currentColumn,
      targetColumn,
      salesPointColumn,
      ratingColumns,
    } = this.#layout;
    if (kanoColumn !== null) this.#take(row, kanoColumn);
    return {
      ...node,
      importance: this.#number(row, importanceColumn, figureLimits),
      current: this.#number(row, currentColumn, figureLimits),
      target: this.#number(row, targetColumn, figureLimits),
      salesPoint: this.#number(row, salesPointColumn, { above: 0, to: 10 }),
      kano: kanoColumn === null ? null : this.#entries.kano(kanoColumn, row, null),
      ratings: range(0, competitors).map((place) =>
        this.#number(row, ratingColumns[place] ?? null, ratingLimits),
      ),
    };
  }

  #how(node: HouseNode, column: number, competitors: number): ModelHow {
    const { unitRow, directionRow, targetValueRow, difficultyRow, ownRatingRow, ratingRows } =
      this.#layout;
    const words = (row: number | null) => (row === null ? '' : this.#take(row, column));
    if (directionRow !== null) this.#take(directionRow, column);
    return {
      ...node,
      unit: words(unitRow),
      direction: directionRow === null ? 'up' : this.#entries.direction(column, directionRow, 'up'),
      targetValue: words(targetValueRow),
      difficulty: this.#number(difficultyRow, column, ratingLimits),
      ownRating: this.#number(ownRatingRow, column, ratingLimits),
      ratings: range(0, competitors).map((place) =>
        this.#number(ratingRows[place] ?? null, column, ratingLimits),
      ),
    };
  }

  #relation(row: number, column: number): number {
    const value = parseScaleEntry(this.#take(row, column), this.#layout.scale);
    if (value === null) this.#entries.refuse('relationNotInScale', column, row);
    return value ?? 0;
  }

  /** By the heads of their columns, or the labels of their rows where customers were not asked. */
  #competitors(): string[] {
    const { ratingColumns, ratingRows, whatRows, howColumns } = this.#layout;
    const above = range(0, whatRows[0] ?? 0).toReversed();
    const columnNames = ratingColumns.map(
      (column) =>
        above.map((row) => textAt(this.#table, row, column)).find((text) => text !== '') ?? '',
    );
    const rowNames = ratingRows.map((row) => labelOf(this.#table, { columns: howColumns }, row));
    return range(0, Math.max(columnNames.length, rowNames.length)).map(
      (place) => columnNames[place] || rowNames[place] || String(place + 1),
    );
  }

  #roof(columnOf: ReadonlyMap<number, number>): RoofCell[] {
    const { roof, howColumns, howNameRow } = this.#layout;
    if (roof === null) return [];
    const idOf = new Map([...columnOf].map(([id, column]) => [column, id]));
    const byName = new Map(
      howColumns.map((column) => [foldedSymbol(textAt(this.#table, howNameRow, column)), column]),
    );
    const cells = roof.rows.flatMap((row, up) =>
      howColumns.flatMap((column, place): RoofCell[] => {
        const entry = this.#take(row, column);
        if (entry === '') return [];
        const other =
          roof.kind === 'table'
            ? byName.get(foldedSymbol(labelOf(this.#table, { columns: howColumns }, row)))
            : howColumns[roof.kind === 'leftTriangle' ? place + up + 1 : place - up - 1];
        const howId = idOf.get(column);
        const otherHowId = idOf.get(other ?? -1);
        const strength = parseRoofEntry(entry);
        if (strength === null) this.#entries.refuse('roofSignUnknown', column, row);
        else if (howId === undefined || otherHowId === undefined || howId === otherHowId) {
          this.#entries.refuse('notRead', column, row);
        } else if (strength !== 0) return [{ howId, otherHowId, strength }];
        return [];
      }),
    );
    return normalizedRoof(cells);
  }
}

interface Line {
  readonly place: number;
  readonly name: string;
  /** Blank where the group of the line before goes on. */
  readonly groups: readonly string[];
}

interface TreeEntry {
  readonly node: HouseNode;
  /** null for a group. */
  readonly place: number | null;
}

/** Lines below their groups; a merged group's name stands in its first line only, or in each. */
function treeFrom(lines: readonly Line[], nextId: () => number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  let open: { id: number; name: string }[] = [];
  for (const { place, name, groups } of lines) {
    const path: { id: number; name: string }[] = [];
    let isNew = false;
    for (const [level, text] of groups.entries()) {
      const known = open[level];
      const goesOn = !isNew && known !== undefined && (text === '' || text === known.name);
      if (goesOn) {
        path.push(known);
        continue;
      }
      isNew = true;
      if (text === '') continue;
      const group = { id: nextId(), name: text };
      entries.push({
        node: { ...group, parentId: path.at(-1)?.id ?? null, code: '' },
        place: null,
      });
      path.push(group);
    }
    open = path;
    const node = { id: nextId(), parentId: path.at(-1)?.id ?? null, code: '', name };
    entries.push({ node, place });
  }
  return entries;
}

function idsFrom(first: number): () => number {
  let next = first - 1;
  return () => {
    next += 1;
    return next;
  };
}

function placeById(tree: readonly TreeEntry[]): Map<number, number> {
  return new Map(
    tree.flatMap(({ node, place }) => (place === null ? [] : [[node.id, place] as const])),
  );
}

const blankWhat = { importance: null, current: null, target: null, salesPoint: null, kano: null };
const blankHow = {
  unit: '',
  direction: 'up' as const,
  targetValue: '',
  difficulty: null,
  ownRating: null,
};
