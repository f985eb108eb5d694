import type { HouseModel, ModelHow, ModelWhat } from '../house-model.ts';
import { leavesOf, withCodes } from '../house-tree.ts';
import { parseScaleEntry } from '../scale-entry.ts';
import { factsMark, houseMark, idsOfKey } from './house-sheet-plan.ts';
import { readRoofSheet } from './read-roof-sheet.ts';
import { type ReadLine, type ReadTree, readTree } from './read-tree.ts';
import { type ReadingProblem, SheetEntries } from './sheet-entries.ts';
import type { TableSheet } from './workbook-description.ts';

export interface HouseReading {
  /**
   * The house as the workbook has it. New WHATs and HOWs have ids below 0. Compare it with the house as
   * it is (`diffHouses`) before taking it over: what is not in the workbook any more is removed.
   */
  readonly model: HouseModel;
  readonly problems: readonly ReadingProblem[];
}

/** Which house a workbook was made from; null for one that this program did not make. */
export function houseKeyOf(sheets: readonly TableSheet[]): string | null {
  const facts = sheets.find(({ rows }) => rows[0]?.[0] === factsMark);
  return facts?.rows.find(([name]) => name === 'house')?.[1] ?? null;
}

/**
 * Reads a workbook of `describeHouseWorkbook` back, after a person changed it: cells, names and order,
 * rows and columns put in or taken out, sorted sheets. `before` is the house as it is now: its scale
 * counts, and whatever cannot be read stays as it is there, each with its problem. Computed columns and
 * codes are not read. null when no sheet bears the marks of a house: such a table is for
 * `recognizeMatrix`.
 */
export function readHouseWorkbook(
  sheets: readonly TableSheet[],
  before: HouseModel,
): HouseReading | null {
  const problems: ReadingProblem[] = [];
  for (const sheet of sheets) {
    const keyRow = sheet.rows.findIndex(([mark]) => mark === houseMark);
    if (keyRow < 0) continue;
    const reader = new HouseSheetReader(new SheetEntries(sheet, problems), keyRow, before);
    const house = reader.read();
    const roof = readRoofSheet(sheets, house.hows, before, problems);
    return { model: { ...house, roof }, problems };
  }
  return null;
}

const levelLimits = { above: 0, to: 100 };
/** As competitors are rated on both sides, and difficulty is judged. */
const ratingLimits = { from: 1, to: 5 };

class HouseSheetReader {
  readonly #entries: SheetEntries;
  readonly #keyRow: number;
  readonly #before: HouseModel;
  /** Places of the keyed columns and rows. */
  readonly #columns: ReadonlyMap<string, number>;
  readonly #rows: ReadonlyMap<string, number>;
  readonly #whatRows: readonly number[];
  readonly #howColumns: readonly number[];

  constructor(entries: SheetEntries, keyRow: number, before: HouseModel) {
    this.#entries = entries;
    this.#keyRow = keyRow;
    this.#before = before;
    const { rows } = entries.sheet;
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    const columnKeys = Array.from({ length: width }, (_, column) => entries.at(column, keyRow));
    const rowKeys = rows.map((_, row) => (row > keyRow ? entries.at(0, row) : ''));
    this.#columns = firstPlaces(columnKeys);
    this.#rows = firstPlaces(rowKeys);
    // What a person put in between belongs to them, before and after the first and last too.
    this.#whatRows = between(rowKeys, 'what', ['group:', 'code', 'name', 'direction'], rows.length);
    this.#howColumns = between(
      columnKeys,
      'how',
      ['group:', 'code', 'name', 'kano', 'importance'],
      width,
    );
  }

  read(): HouseModel {
    const before = this.#before;
    const whats = this.#readWhatTree();
    const hows = this.#readHowTree();
    this.#tellMissing();
    this.#tellNotRead();
    const competitors = this.#readCompetitors();
    const whatNodes = withCodes(whats.nodes.map((node) => this.#what(node, whats.lines)));
    const howNodes = withCodes(hows.nodes.map((node) => this.#how(node, hows.lines)));
    const title = this.#entries.at(1, this.#keyRow - 2);
    return {
      name: title === '' ? before.name : title,
      scale: before.scale,
      competitors,
      whats: whatNodes,
      hows: howNodes,
      relations: this.#readRelations(whats.lines, hows.lines, whatNodes, howNodes),
      roof: [],
    };
  }

  #readWhatTree(): ReadTree<ModelWhat> {
    const nameColumn = this.#columns.get('name') ?? 0;
    const groupColumns = this.#levels(this.#columns);
    return readTree<ModelWhat>({
      side: 'what',
      entries: this.#entries,
      places: this.#whatRows,
      before: this.#before.whats,
      keyAt: (row) => this.#entries.at(0, row),
      nameCell: (row) => ({ column: nameColumn, row }),
      groupCells: (row) => groupColumns.map((column) => ({ column, row })),
      hasEntries: (row) =>
        this.#entries.sheet.rows[row]?.some((text) => text.trim() !== '') ?? false,
    });
  }

  #readHowTree(): ReadTree<ModelHow> {
    const nameRow = this.#rows.get('name') ?? 0;
    const groupRows = this.#levels(this.#rows);
    const { rows } = this.#entries.sheet;
    return readTree<ModelHow>({
      side: 'how',
      entries: this.#entries,
      places: this.#howColumns,
      before: this.#before.hows,
      keyAt: (column) => this.#entries.at(column, this.#keyRow),
      nameCell: (column) => ({ column, row: nameRow }),
      groupCells: (column) => groupRows.map((row) => ({ column, row })),
      hasEntries: (column) =>
        rows.some((row, place) => place > this.#keyRow && (row[column] ?? '').trim() !== ''),
    });
  }

  #levels(places: ReadonlyMap<string, number>): number[] {
    const found: number[] = [];
    for (let level = 0; places.has(`group:${level}`); level++) {
      found.push(places.get(`group:${level}`) ?? 0);
    }
    return found;
  }

  #what(
    { id, parentId, name, before, isLeaf }: ReadTree<ModelWhat>['nodes'][number],
    lines: readonly ReadLine<ModelWhat>[],
  ): ModelWhat {
    const blank = this.#before.competitors.map(() => null);
    const base: ModelWhat = before ?? {
      id,
      parentId,
      code: '',
      name,
      importance: null,
      current: null,
      target: null,
      salesPoint: null,
      kano: null,
      ratings: blank,
    };
    const line = lines.find((candidate) => candidate.id === id);
    if (!isLeaf || line === undefined) return { ...base, parentId, name };
    const row = line.place;
    const number = (
      key: string,
      limits: { above?: number; from?: number; to: number },
      own: number | null,
    ) => {
      const column = this.#columns.get(key);
      return column === undefined ? own : this.#entries.number(column, row, limits, own);
    };
    const kanoColumn = this.#columns.get('kano');
    return {
      ...base,
      parentId,
      name,
      importance: number('importance', { above: 0, to: 100 }, base.importance),
      current: number('current', levelLimits, base.current),
      target: number('target', levelLimits, base.target),
      salesPoint: number('salesPoint', { above: 0, to: 10 }, base.salesPoint),
      kano: kanoColumn === undefined ? base.kano : this.#entries.kano(kanoColumn, row, base.kano),
      ratings: base.ratings.map((own, place) => number(`rating:${place}`, ratingLimits, own)),
    };
  }

  #how(
    { id, parentId, name, before, isLeaf }: ReadTree<ModelHow>['nodes'][number],
    lines: readonly ReadLine<ModelHow>[],
  ): ModelHow {
    const base: ModelHow = before ?? {
      id,
      parentId,
      code: '',
      name,
      unit: '',
      direction: 'up',
      targetValue: '',
      difficulty: null,
      ownRating: null,
      ratings: this.#before.competitors.map(() => null),
    };
    const line = lines.find((candidate) => candidate.id === id);
    if (!isLeaf || line === undefined) return { ...base, parentId, name };
    const column = line.place;
    const words = (key: string, own: string) => {
      const row = this.#rows.get(key);
      return row === undefined ? own : this.#entries.words(column, row, own);
    };
    const number = (key: string, own: number | null) => {
      const row = this.#rows.get(key);
      return row === undefined ? own : this.#entries.number(column, row, ratingLimits, own);
    };
    const directionRow = this.#rows.get('direction');
    return {
      ...base,
      parentId,
      name,
      unit: words('unit', base.unit),
      direction:
        directionRow === undefined
          ? base.direction
          : this.#entries.direction(column, directionRow, base.direction),
      targetValue: words('targetValue', base.targetValue),
      difficulty: number('difficulty', base.difficulty),
      ownRating: number('ownRating', base.ownRating),
      ratings: base.ratings.map((own, place) => number(`rating:${place}`, own)),
    };
  }

  /** In the order that the trees have now; a cell that cannot be read stays as it was. */
  #readRelations(
    whats: readonly ReadLine<ModelWhat>[],
    hows: readonly ReadLine<ModelHow>[],
    whatNodes: readonly ModelWhat[],
    howNodes: readonly ModelHow[],
  ): number[][] {
    const rowOf = new Map(whats.map(({ id, place }) => [id, place]));
    const columnOf = new Map(hows.map(({ id, place }) => [id, place]));
    const earlier = this.#earlierRelations();
    return leavesOf(whatNodes).map((what) =>
      leavesOf(howNodes).map((how) => {
        const row = rowOf.get(what.id) ?? 0;
        const column = columnOf.get(how.id) ?? 0;
        const value = parseScaleEntry(this.#entries.at(column, row), this.#before.scale);
        if (value !== null) return value;
        this.#entries.refuse('relationNotInScale', column, row);
        return earlier(what.id, how.id);
      }),
    );
  }

  #earlierRelations(): (whatId: number, howId: number) => number {
    const { whats, hows, relations } = this.#before;
    const rowOf = new Map(leavesOf(whats).map(({ id }, row) => [id, row]));
    const columnOf = new Map(leavesOf(hows).map(({ id }, column) => [id, column]));
    return (whatId, howId) => relations[rowOf.get(whatId) ?? -1]?.[columnOf.get(howId) ?? -1] ?? 0;
  }

  /** Competitors are named in both directions: the first new name counts. */
  #readCompetitors(): string[] {
    const nameRow = this.#keyRow + 1;
    return this.#before.competitors.map((own, place) => {
      const column = this.#columns.get(`rating:${place}`);
      const row = this.#rows.get(`rating:${place}`);
      const names = [
        column === undefined ? null : { column, row: nameRow },
        row === undefined ? null : { column: 1, row },
      ].filter((cell) => cell !== null);
      const renamed = names.filter(({ column: x, row: y }) => {
        const text = this.#entries.at(x, y);
        return text !== '' && text !== own;
      });
      const [first, second] = renamed;
      if (first === undefined) return own;
      const name = this.#entries.at(first.column, first.row);
      if (second !== undefined && this.#entries.at(second.column, second.row) !== name) {
        this.#entries.refuse('twoNames', second.column, second.row);
      }
      return name;
    });
  }

  #tellMissing(): void {
    const ratings = this.#before.competitors.map((_, place) => `rating:${place}`);
    for (const key of [
      'name',
      'kano',
      'importance',
      'current',
      'target',
      'salesPoint',
      ...ratings,
    ]) {
      if (!this.#columns.has(key)) this.#entries.missing(key);
    }
    const rows = [
      'name',
      'direction',
      'unit',
      'targetValue',
      'difficulty',
      'ownRating',
      ...ratings,
    ];
    for (const key of rows) if (!this.#rows.has(key)) this.#entries.missing(key);
  }

  /** Rows below the house and columns beside it that a person put in. */
  #tellNotRead(): void {
    const { rows } = this.#entries.sheet;
    const readColumns = new Set([0, ...this.#columns.values(), ...this.#howColumns]);
    const readRows = new Set([...this.#rows.values(), ...this.#whatRows]);
    for (const [row, texts] of rows.entries()) {
      if (row <= this.#keyRow) continue;
      for (const [column, entry] of texts.entries()) {
        if (entry.trim() === '' || column === 0) continue;
        if (!readColumns.has(column) || !readRows.has(row))
          this.#entries.refuse('notRead', column, row);
      }
    }
  }
}

/** The first place of each key; copies of it are not it. */
function firstPlaces(keys: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [place, key] of keys.entries()) {
    if (key !== '' && !places.has(key)) places.set(key, place);
  }
  return places;
}

/** From after the last of the keys that stand before to before the first that is neither. */
function between(
  keys: readonly string[],
  side: 'what' | 'how',
  heads: readonly string[],
  end: number,
): number[] {
  const isHead = (key: string) =>
    heads.some((head) => key === head || (head.endsWith(':') && key.startsWith(head)));
  const isLine = (key: string) => idsOfKey(side, key) !== null;
  let from = 0;
  for (const [place, key] of keys.entries()) if (isHead(key)) from = place + 1;
  const after = keys.findIndex((key, place) => place >= from && key !== '' && !isLine(key));
  const to = after < 0 ? end : after;
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
