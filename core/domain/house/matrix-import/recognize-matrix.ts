import type {
  LayoutFinding,
  MatrixLayout,
  MatrixProposal,
  RoofLayout,
} from '../../../contract/matrix-layout.ts';
import { parseRoofEntry } from '../roof.ts';
import { foldedSymbol } from '../scale-symbols.ts';
import { footMeaning, type HeadMeaning, sideMeaning } from './head-words.ts';
import { findBlock, type MatrixBlock } from './matrix-block.ts';
import { scaleOfEntries } from './matrix-scale.ts';
import {
  areMostly,
  canBeRelation,
  isCode,
  isName,
  range,
  shareOf,
  type Table,
  textAt,
  widthOf,
} from './table-cells.ts';

/**
 * Finds a House of Quality in a sheet laid out as QFD templates are: names of WHATs down the left (their
 * groups before them, merged cells with the text in the first), importance beside them, names of HOWs
 * across the top (groups above), 9/3/1 or signs between, the roof as a triangle above, plan and competitors
 * at the right, units, targets, difficulty and technical ratings below. A proposal to be corrected: read
 * the table with `readMatrix`, which also says of every other entry that it was left out.
 *
 * null when there is no block of relations under a row and beside a column of names.
 */
export function recognizeMatrix(table: Table): MatrixProposal | null {
  const block = findBlock(table);
  if (block === null || block.filled === 0) return null;
  const side = sideColumns(table, block);
  const foot = footRows(table, block);
  const entries = block.rows.flatMap((row) =>
    block.columns.map((column) => textAt(table, row, column)),
  );
  const { scale, isKnown, oddShare } = scaleOfEntries(entries);
  const relationShare = shareOf(entries, canBeRelation);
  const roof = findRoof(table, block);
  const layout: MatrixLayout = {
    title: findTitle(table, block),
    whatRows: block.rows,
    whatNameColumn: block.nameColumn,
    whatGroupColumns: groupColumns(table, block),
    howColumns: block.columns,
    howNameRow: block.headRow,
    howGroupRows: groupRows(table, block, roof?.layout ?? null),
    scale,
    importanceColumn: side.importance.column,
    kanoColumn: side.kano,
    currentColumn: side.current,
    targetColumn: side.target,
    salesPointColumn: side.salesPoint,
    ratingColumns: side.ratings,
    ...foot,
    roof: roof?.layout ?? null,
    computedColumns: side.computed,
    computedRows: foot.computedRows,
  };
  const findings: LayoutFinding[] = [
    {
      part: 'matrix',
      reason: 'block',
      confidence: lessSure(blockConfidence(block), 1 - relationShare),
    },
    { part: 'importance', ...side.importance.finding },
    isKnown
      ? { part: 'scale', reason: 'knownScale', confidence: lessSure(0.95, oddShare) }
      : { part: 'scale', reason: 'ownScale', confidence: lessSure(0.4, oddShare) },
    ...(roof === null ? [] : [roof.finding]),
    ...ratingFinding('whatRatings', side.ratings),
    ...ratingFinding('howRatings', foot.ratingRows),
  ];
  const confidence = Math.min(...findings.slice(0, 3).map((finding) => finding.confidence));
  return { layout, findings, confidence };
}

function ratingFinding(
  part: 'whatRatings' | 'howRatings',
  found: readonly number[],
): LayoutFinding[] {
  return found.length === 0 ? [] : [{ part, reason: 'onlyNumbers', confidence: 0.6 }];
}

/** Odd cells speak against what a part was taken for, twice as much as their share. */
function lessSure(confidence: number, oddShare: number): number {
  return Math.round(100 * confidence * Math.max(0, 1 - 2 * oddShare)) / 100;
}

/** A full matrix is a table of ratings as likely as a house; a single relation proves little. */
function blockConfidence({ filled, rows, columns }: MatrixBlock): number {
  const share = filled / (rows.length * columns.length);
  const size = Math.min(1, filled / 6);
  return Math.round(100 * size * (share > 0.9 ? 0.6 : 0.95)) / 100;
}

interface SideColumns {
  readonly importance: { column: number | null; finding: Omit<LayoutFinding, 'part'> };
  readonly kano: number | null;
  readonly current: number | null;
  readonly target: number | null;
  readonly salesPoint: number | null;
  readonly ratings: readonly number[];
  readonly computed: readonly number[];
}

function sideColumns(table: Table, block: MatrixBlock): SideColumns {
  const firstHow = block.columns[0] ?? 0;
  const lastHow = block.columns.at(-1) ?? 0;
  const found = new Map<HeadMeaning, number>();
  const ratings: number[] = [];
  const computed: number[] = [];
  const unnamed: number[] = [];
  const beside = [
    ...range(block.nameColumn + 1, firstHow),
    ...range(lastHow + 1, widthOf(table)),
    ...range(0, block.nameColumn),
  ];
  for (const column of beside) {
    const texts = block.rows.map((row) => textAt(table, row, column));
    const filled = texts.filter((text) => text !== '');
    if (filled.length === 0) continue;
    const head = headOf(table, block, column);
    const meaning = sideMeaning(head);
    const isComputed = ['improvementRatio', 'absoluteWeight', 'relativeWeight', 'rank'];
    if (meaning !== null && (isComputed.includes(meaning) || meaning === 'code')) {
      computed.push(column);
    } else if (areMostly(filled, isCode) && column < block.nameColumn) {
      computed.push(column);
    } else if (meaning === 'kano' || areMostly(filled, isKano)) {
      if (!found.has('kano')) found.set('kano', column);
    } else if (shareOf(filled, isNumber) > (meaning === null ? leastNumbers : 0.5)) {
      if (meaning !== null && !found.has(meaning)) found.set(meaning, column);
      else if (column > lastHow) ratings.push(column);
      else unnamed.push(column);
    }
  }
  const [guess] = unnamed;
  const named = found.get('importance');
  const sureOf = (column: number, confidence: number) => {
    const texts = block.rows.map((row) => textAt(table, row, column));
    return lessSure(confidence, 1 - shareOf(texts, isNumber));
  };
  const importance =
    named !== undefined
      ? { column: named, finding: { reason: 'named' as const, confidence: sureOf(named, 0.95) } }
      : guess !== undefined
        ? {
            column: guess,
            finding: { reason: 'onlyNumbers' as const, confidence: sureOf(guess, 0.6) },
          }
        : { column: null, finding: { reason: 'notFound' as const, confidence: 0.3 } };
  return {
    importance,
    kano: found.get('kano') ?? null,
    current: found.get('current') ?? null,
    target: found.get('target') ?? null,
    salesPoint: found.get('salesPoint') ?? null,
    ratings,
    computed,
  };
}

/** The lowest text above the WHATs in a column: heads are merged over several rows. */
function headOf(table: Table, { rows }: MatrixBlock, column: number): string {
  const above = range(0, rows[0] ?? 0).toReversed();
  return above.map((row) => textAt(table, row, column)).find((text) => text !== '') ?? '';
}

function isNumber(text: string): boolean {
  return /^-?\d+([.,]\d+)?%?$/.test(text.normalize('NFKC'));
}

/** Of a column without a head that tells; with one, more than half are enough. */
const leastNumbers = 0.66;

function isKano(text: string): boolean {
  return /^[MOAIRQ]$/i.test(text);
}

/** Signs that can stand for a direction; ○ and ◎ for a target to be met. */
const directionSign = /^[↑↓⬆⬇▲▼△▽◎○]$/;

type FootRows = Pick<
  MatrixLayout,
  | 'directionRow'
  | 'unitRow'
  | 'targetValueRow'
  | 'difficultyRow'
  | 'ownRatingRow'
  | 'ratingRows'
  | 'computedRows'
>;

function footRows(table: Table, block: MatrixBlock): FootRows {
  const found = new Map<HeadMeaning, number>();
  const ratingRows: number[] = [];
  const computedRows: number[] = [];
  const firstWhat = block.rows[0] ?? 0;
  const rows = [
    ...range(block.headRow + 1, firstWhat),
    ...range((block.rows.at(-1) ?? 0) + 1, table.length),
    ...range(0, block.headRow),
  ];
  for (const row of rows) {
    const filled = block.columns
      .map((column) => textAt(table, row, column))
      .filter((text) => text !== '');
    if (filled.length === 0) continue;
    const label = labelOf(table, block, row);
    const meaning = footMeaning(label);
    const isComputed = ['rank', 'relativeWeight', 'absoluteWeight', 'code'];
    if (meaning !== null && isComputed.includes(meaning)) computedRows.push(row);
    else if (row > block.headRow && areMostly(filled, (text) => directionSign.test(text))) {
      if (!found.has('direction')) found.set('direction', row);
    } else if (meaning !== null && !found.has(meaning)) found.set(meaning, row);
    else if (row > firstWhat && areMostly(filled, isNumber)) ratingRows.push(row);
    else if (areMostly(filled, isCode) && row < firstWhat) computedRows.push(row);
  }
  return {
    directionRow: found.get('direction') ?? null,
    unitRow: found.get('unit') ?? null,
    targetValueRow: found.get('targetValue') ?? null,
    difficultyRow: found.get('difficulty') ?? null,
    ownRatingRow: found.get('own') ?? null,
    ratingRows,
    computedRows,
  };
}

/** What stands before the HOWs in a row, nearest first. */
export function labelOf(table: Table, block: Pick<MatrixBlock, 'columns'>, row: number): string {
  const before = range(0, block.columns[0] ?? 0).toReversed();
  return before.map((column) => textAt(table, row, column)).find((text) => text !== '') ?? '';
}

/** Columns before the names that hold words, from the outermost; at most two. */
function groupColumns(table: Table, { nameColumn, rows }: MatrixBlock): number[] {
  return range(0, nameColumn)
    .filter((column) => {
      const texts = rows.map((row) => textAt(table, row, column)).filter((text) => text !== '');
      return texts.length > 0 && !areMostly(texts, isCode) && !areMostly(texts, isNumber);
    })
    .slice(-2);
}

/** Rows of names above those of the HOWs, nearest first until one has none; at most two. */
function groupRows(table: Table, block: MatrixBlock, roof: RoofLayout | null): number[] {
  const rows: number[] = [];
  const names = new Set(block.columns.map((column) => textAt(table, block.headRow, column)));
  for (const row of range(0, block.headRow).toReversed()) {
    if (rows.length === 2 || roof?.rows.includes(row) === true) break;
    const texts = block.columns.map((column) => textAt(table, row, column));
    const groups = texts.filter(isName);
    const isLabelled = footMeaning(labelOf(table, block, row)) !== null;
    if (groups.length === 0 || isLabelled) continue;
    // A caption over the whole matrix is no group.
    if (groups.length === 1 && /품질\s*(특성|요소)|quality|how|기술/i.test(groups[0] ?? ''))
      continue;
    if (groups.some((text) => names.has(text))) break;
    rows.unshift(row);
  }
  return rows;
}

function findRoof(
  table: Table,
  block: MatrixBlock,
): { layout: RoofLayout; finding: LayoutFinding } | null {
  const names = new Map(
    block.columns.map((column) => [foldedSymbol(textAt(table, block.headRow, column)), column]),
  );
  const named = range(0, block.headRow).filter(
    (row) => names.has(foldedSymbol(labelOf(table, block, row))) && hasSigns(table, block, row),
  );
  if (named.length > 0) {
    const finding = { part: 'roof', reason: 'rowsNamedLikeHows', confidence: 0.9 } as const;
    return { layout: { kind: 'table', rows: named }, finding };
  }
  const signed = range(0, block.headRow).filter((row) => hasSigns(table, block, row));
  const [top] = signed;
  if (top === undefined) return null;
  // Names of groups may stand between the roof and the heads: its foot is its lowest row of signs.
  const rows = range(top, (signed.at(-1) ?? top) + 1).toReversed();
  const fitsLeft = signsFit(table, block, rows, (place, distance) => place + distance);
  const fitsRight = signsFit(table, block, rows, (place, distance) => place - distance);
  if (!fitsLeft && !fitsRight) return null;
  const isSure = fitsLeft !== fitsRight;
  return {
    layout: { kind: fitsLeft ? 'leftTriangle' : 'rightTriangle', rows },
    finding: {
      part: 'roof',
      reason: isSure ? 'triangle' : 'triangleEitherWay',
      confidence: isSure ? 0.7 : 0.35,
    },
  };
}

/** A row of signs, `+` or `−` among them, over the HOWs. */
function hasSigns(table: Table, { columns }: MatrixBlock, row: number): boolean {
  const texts = columns.map((column) => textAt(table, row, column)).filter((text) => text !== '');
  return areMostly(texts, (text) => parseRoofEntry(text) !== null && !/^[↑↓]$/.test(text));
}

function signsFit(
  table: Table,
  { columns }: MatrixBlock,
  rows: readonly number[],
  otherOf: (place: number, distance: number) => number,
): boolean {
  return rows.every((row, up) =>
    columns.every((column, place) => {
      if (textAt(table, row, column) === '') return true;
      return columns[otherOf(place, up + 1)] !== undefined;
    }),
  );
}

/** The first words of the sheet, when nothing else stands in their row. */
function findTitle(table: Table, { headRow }: MatrixBlock): MatrixLayout['title'] {
  for (const row of range(0, headRow)) {
    const filled = range(0, widthOf(table)).filter((column) => textAt(table, row, column) !== '');
    const [column] = filled;
    if (column === undefined) continue;
    return filled.length === 1 && isName(textAt(table, row, column)) ? { row, column } : null;
  }
  return null;
}
