import type { CellObject } from 'write-excel-file/node';
import type { MatrixBlock, MatrixHow } from '../../../../core/reports/report-document.ts';
import { addressOf, columnName, look, type SheetCell, type SheetPage } from './sheet-page.ts';

const importanceColumn = 2;
const firstHowColumn = 4;

/**
 * The house as a live worksheet: change an importance or a relation and weights and ranks follow.
 * The results stand beside the formulas as the application computed them.
 */
export function writeMatrix(page: SheetPage, block: MatrixBlock): void {
  page.addParagraph(block.labels.legend, look.muted);
  page.addParagraph(block.source, look.muted);
  const headRow = page.add(headCells(block));
  page.frozen = { rows: headRow, columns: firstHowColumn };
  for (const [i, what] of block.whats.entries()) page.add(whatCells(block, i, what));
  writeFeet(page, block, headRow);
  setWidths(page, block);
}

function headCells({ labels, hows }: MatrixBlock): SheetCell[] {
  const label = (value: string): SheetCell => ({ ...look.head, value, type: String });
  return [
    { ...look.head, height: 130 },
    label(labels.what),
    label(labels.importance),
    label(labels.vocCount),
    ...hows.map((how) => ({
      ...look.head,
      ...tintOf(how),
      value: how.name,
      type: String,
      textRotation: 90,
      align: 'center' as const,
    })),
  ];
}

function whatCells(block: MatrixBlock, i: number, what: MatrixBlock['whats'][number]): SheetCell[] {
  return [
    { ...look.cell, value: what.code, type: String },
    { ...look.cell, value: what.name, type: String, wrap: true },
    { ...look.cell, value: what.importance, type: Number, format: '0.##' },
    { ...look.cell, value: what.vocCount, type: Number, format: '#,##0' },
    ...block.hows.map((how, j) => strengthCell(how, block.strengths[i]?.[j] ?? 0)),
  ];
}

function strengthCell(how: MatrixHow, strength: number): SheetCell {
  const style: CellObject = { ...look.cell, ...tintOf(how), align: 'center' };
  // An empty cell is easier to read than a 0 and means the same to SUMPRODUCT.
  if (strength === 0) return style;
  return {
    ...style,
    value: strength,
    type: Number,
    format: '0',
    ...(strength === 9 ? { fontWeight: 'bold' as const } : {}),
  };
}

function writeFeet(page: SheetPage, block: MatrixBlock, headRow: number): void {
  const { labels, hows } = block;
  const first = headRow + 1;
  const last = headRow + block.whats.length;
  const absoluteRow = last + 1;
  const importance = `${pinned(importanceColumn, first)}:${pinned(importanceColumn, last)}`;
  const lastColumn = firstHowColumn + hows.length - 1;
  const absolutes = `${pinned(firstHowColumn, absoluteRow)}:${pinned(lastColumn, absoluteRow)}`;
  const at = (j: number, row: number) => addressOf(firstHowColumn + j, row);
  writeFoot(page, block, labels.absolute, '#,##0.0#', (how, j) => ({
    formula: `SUMPRODUCT(${importance},${at(j, first)}:${at(j, last)})`,
    result: how.absolute,
  }));
  writeFoot(page, block, labels.relative, '0.0%', (how, j) => ({
    formula: `IF(SUM(${absolutes})=0,0,${at(j, absoluteRow)}/SUM(${absolutes}))`,
    result: how.relative ?? 0,
  }));
  writeFoot(page, block, labels.rank, '0', (how, j) => ({
    formula: `RANK(${at(j, absoluteRow)},${absolutes})`,
    result: how.rank,
  }));
  writeWords(page, block, labels.direction, (how) => how.direction);
  writeWords(page, block, labels.target, (how) => [how.targetValue, how.unit].join(' ').trim());
  writeWords(page, block, labels.chosen, (how) => (how.chosen ? '●' : ''));
}

/** An address that stays when the formula is copied, e.g. `$C$6`. */
function pinned(column: number, row: number): string {
  return `$${columnName(column)}$${row}`;
}

function writeFoot(
  page: SheetPage,
  { hows }: MatrixBlock,
  label: string,
  format: string,
  cellOf: (how: MatrixHow, j: number) => { formula: string; result: number },
): void {
  const cells = hows.map((how, j) => ({ how, ...cellOf(how, j) }));
  const row = page.add([
    ...footLabel(label),
    ...cells.map(({ how, formula }) => ({
      ...look.cell,
      ...tintOf(how),
      value: formula,
      type: 'Formula' as const,
      format,
      align: 'center' as const,
      fontWeight: 'bold' as const,
    })),
  ]);
  for (const [j, { result }] of cells.entries()) {
    page.results.set(addressOf(firstHowColumn + j, row), result);
  }
}

function writeWords(
  page: SheetPage,
  { hows }: MatrixBlock,
  label: string,
  text: (how: MatrixHow) => string,
): void {
  page.add([
    ...footLabel(label),
    ...hows.map((how) => ({
      ...look.cell,
      ...tintOf(how),
      value: text(how),
      type: String,
      align: 'center' as const,
      wrap: true,
    })),
  ]);
}

function footLabel(label: string): SheetCell[] {
  const cell: CellObject = { ...look.cell, fontWeight: 'bold' };
  return [cell, { ...cell, value: label, type: String }, cell, cell];
}

function tintOf(how: MatrixHow): CellObject {
  return how.chosen ? look.chosen : {};
}

function setWidths(page: SheetPage, block: MatrixBlock): void {
  for (const [column, width] of [7, 34, 9, 9].entries()) page.widen(column, width);
  for (const j of block.hows.keys()) page.widen(firstHowColumn + j, 8);
}
