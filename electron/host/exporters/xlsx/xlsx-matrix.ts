import type { CellObject } from 'write-excel-file/node';
import type { MatrixBlock, MatrixHow } from '../../../../core/reports/report-document.ts';
import { addressOf, columnName, look, type SheetCell, type SheetPage } from './sheet-page.ts';

const importanceColumn = 2;
const weightColumn = 3;

/** A column of weights stands beside importance where they differ. */
function firstHowColumn({ hasWeights }: MatrixBlock): number {
  return hasWeights ? 5 : 4;
}

/** What multiplies the relations: importance, the weight made of it, or its share of the row. */
function multiplierColumn(block: MatrixBlock): number {
  if (block.isNormalized) return firstHowColumn(block) + block.hows.length;
  return block.hasWeights ? weightColumn : importanceColumn;
}

/**
 * The house as a live worksheet: change an importance or a relation and weights and ranks follow.
 * The results stand beside the formulas as the application computed them.
 */
export function writeMatrix(page: SheetPage, block: MatrixBlock): void {
  page.addParagraph(block.labels.legend, look.muted);
  page.addParagraph(block.source, look.muted);
  const headRow = page.add(headCells(block));
  page.frozen = { rows: headRow, columns: firstHowColumn(block) };
  for (const [i, what] of block.whats.entries()) writeWhat(page, block, i, what);
  writeFeet(page, block, headRow);
  setWidths(page, block);
}

function headCells({ labels, hows, hasWeights, isNormalized }: MatrixBlock): SheetCell[] {
  const label = (value: string): SheetCell => ({ ...look.head, value, type: String });
  return [
    { ...look.head, height: 130 },
    label(labels.what),
    label(labels.importance),
    ...(hasWeights ? [label(labels.weight)] : []),
    label(labels.vocCount),
    ...hows.map((how) => ({
      ...look.head,
      ...tintOf(how),
      value: how.name,
      type: String,
      textRotation: 90,
      align: 'center' as const,
    })),
    ...(isNormalized ? [label(labels.share)] : []),
  ];
}

function writeWhat(
  page: SheetPage,
  block: MatrixBlock,
  i: number,
  what: MatrixBlock['whats'][number],
): void {
  const strengths = block.strengths[i] ?? [];
  const strongest = block.levels[0]?.value;
  const figure = { ...look.cell, type: 'Formula' as const, format: '0.0##' };
  const row = page.rows.length + 1;
  const first = firstHowColumn(block);
  const relations = `${addressOf(first, row)}:${addressOf(first + block.hows.length - 1, row)}`;
  const weightAt = addressOf(block.hasWeights ? weightColumn : importanceColumn, row);
  // Plan and Kano class make a factor of the row: importance can still be changed on the sheet.
  const factor = what.importance === 0 ? 0 : what.weight / what.importance;
  const sum = strengths.reduce((total, strength) => total + strength, 0);
  page.add([
    { ...look.cell, value: what.code, type: String },
    { ...look.cell, value: what.name, type: String, wrap: true },
    { ...look.cell, value: what.importance, type: Number, format: '0.##' },
    ...(block.hasWeights
      ? [{ ...figure, value: `${addressOf(importanceColumn, row)}*${factor}` }]
      : []),
    { ...look.cell, value: what.vocCount, type: Number, format: '#,##0' },
    ...block.hows.map((how, j) => strengthCell(how, strengths[j] ?? 0, strongest)),
    ...(block.isNormalized
      ? [{ ...figure, value: `IF(SUM(${relations})=0,0,${weightAt}/SUM(${relations}))` }]
      : []),
  ]);
  if (block.hasWeights) page.results.set(addressOf(weightColumn, row), what.weight);
  if (block.isNormalized) {
    const share = sum === 0 ? 0 : what.weight / sum;
    page.results.set(addressOf(multiplierColumn(block), row), share);
  }
}

function strengthCell(how: MatrixHow, strength: number, strongest: number | undefined): SheetCell {
  const style: CellObject = { ...look.cell, ...tintOf(how), align: 'center' };
  // An empty cell is easier to read than a 0 and means the same to SUMPRODUCT.
  if (strength === 0) return style;
  return {
    ...style,
    value: strength,
    type: Number,
    format: '0.##',
    ...(strength === strongest ? { fontWeight: 'bold' as const } : {}),
  };
}

function writeFeet(page: SheetPage, block: MatrixBlock, headRow: number): void {
  const { labels, hows } = block;
  const first = headRow + 1;
  const last = headRow + block.whats.length;
  const absoluteRow = last + 1;
  const multiplier = multiplierColumn(block);
  const weights = `${pinned(multiplier, first)}:${pinned(multiplier, last)}`;
  const firstHow = firstHowColumn(block);
  const lastColumn = firstHow + hows.length - 1;
  const absolutes = `${pinned(firstHow, absoluteRow)}:${pinned(lastColumn, absoluteRow)}`;
  const at = (j: number, row: number) => addressOf(firstHow + j, row);
  writeFoot(page, block, labels.absolute, '#,##0.0#', (how, j) => ({
    formula: `SUMPRODUCT(${weights},${at(j, first)}:${at(j, last)})`,
    result: how.absolute,
  }));
  writeFoot(page, block, labels.relative, '0.0%', (how, j) => ({
    formula: `IF(SUM(${absolutes})=0,0,${at(j, absoluteRow)}/SUM(${absolutes}))`,
    result: how.relative ?? 0,
  }));
  writeFoot(page, block, labels.rank, '0', (how, j) => ({
    // RANK compares to the last bit; equal sums added in another order must stay equal.
    formula: `1+SUMPRODUCT(--(${absolutes}-${at(j, absoluteRow)}>MAX(${absolutes})*1E-12))`,
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
  block: MatrixBlock,
  label: string,
  format: string,
  cellOf: (how: MatrixHow, j: number) => { formula: string; result: number },
): void {
  const cells = block.hows.map((how, j) => ({ how, ...cellOf(how, j) }));
  const row = page.add([
    ...footLabel(block, label),
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
    page.results.set(addressOf(firstHowColumn(block) + j, row), result);
  }
}

function writeWords(
  page: SheetPage,
  block: MatrixBlock,
  label: string,
  text: (how: MatrixHow) => string,
): void {
  page.add([
    ...footLabel(block, label),
    ...block.hows.map((how) => ({
      ...look.cell,
      ...tintOf(how),
      value: text(how),
      type: String,
      align: 'center' as const,
      wrap: true,
    })),
  ]);
}

function footLabel(block: MatrixBlock, label: string): SheetCell[] {
  const cell: CellObject = { ...look.cell, fontWeight: 'bold' };
  const blank = Array.from({ length: firstHowColumn(block) - 2 }, () => cell);
  return [cell, { ...cell, value: label, type: String }, ...blank];
}

function tintOf(how: MatrixHow): CellObject {
  return how.chosen ? look.chosen : {};
}

function setWidths(page: SheetPage, block: MatrixBlock): void {
  const sides = [7, 34, ...Array.from({ length: firstHowColumn(block) - 2 }, () => 9)];
  for (const [column, width] of sides.entries()) page.widen(column, width);
  for (const j of block.hows.keys()) page.widen(firstHowColumn(block) + j, 8);
  if (block.isNormalized) page.widen(multiplierColumn(block), 10);
}
