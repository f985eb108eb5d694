import type {
  ColumnKind,
  ReportCell,
  ReportColumn,
  ReportLabels,
  ReportRow,
  TableBlock,
} from '../../../../core/reports/report-document.ts';
import { alignmentOf } from '../cell-text.ts';
import { displayWidth, formatOf, look, type SheetCell, type SheetPage } from './sheet-page.ts';

/** In points; Excel draws no row taller than the second. */
const lineHeight = 15;
const tallestRow = 409;

/** A column of the worksheet; an interval becomes two of them, so that both ends are figures. */
interface SheetColumn {
  title: string;
  kind: ColumnKind;
  width: number;
  /** Place in the block's columns. */
  place: number;
  end: 0 | 1 | null;
}

/** Writes a table and tells the number of its head row. */
export function writeTable(page: SheetPage, block: TableBlock, labels: ReportLabels): number {
  const columns = block.columns.flatMap((column, place) => sheetColumns(column, place, labels));
  if (block.title !== '') page.addText(block.title, look.heading);
  const headRow = page.add(columns.map((column) => headCell(column)));
  for (const [index, column] of columns.entries()) page.widen(index, column.width);
  for (const row of block.rows) page.add(bodyCells(row, columns, page.widths));
  if (block.source !== '') page.addParagraph(block.source, look.muted);
  return headRow;
}

/** How many leading columns tell a row's name, to be kept in sight. */
export function namingColumns(block: TableBlock): number {
  const shown = block.columns.filter((column) => column.only !== 'print');
  return shown.findIndex((column) => column.kind === 'text') + 1;
}

function sheetColumns(column: ReportColumn, place: number, labels: ReportLabels): SheetColumn[] {
  if (column.only === 'print') return [];
  const { title, kind } = column;
  if (kind !== 'interval') {
    return [{ title, kind, width: widthOf(column), place, end: null }];
  }
  return [
    { title: `${title} ${labels.intervalLow}`, kind, width: 11, place, end: 0 },
    { title: `${title} ${labels.intervalHigh}`, kind, width: 11, place, end: 1 },
  ];
}

function widthOf(column: ReportColumn): number {
  if (column.kind === 'date') return 12;
  if (column.kind === 'text') return column.width * 1.3;
  return Math.max(9, Math.min(14, displayWidth(column.title) + 2));
}

function headCell(column: SheetColumn): SheetCell {
  const align = alignmentOf(column.kind);
  const indent = align === 'left' ? { indent: 1 } : {};
  return { ...look.head, value: column.title, type: String, align, ...indent };
}

/** Cells of a row, tall enough for the longest text: not every program fits rows by itself. */
function bodyCells(
  row: ReportRow,
  columns: readonly SheetColumn[],
  widths: readonly number[],
): SheetCell[] {
  const lines = columns.map((column, index) => {
    const value = row.cells[column.place];
    if (column.kind !== 'text' || typeof value !== 'string') return 1;
    const width = Math.max(1, (widths[index] ?? column.width) - 2);
    return value
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / width)), 0);
  });
  const height = Math.min(tallestRow, Math.max(1, ...lines) * lineHeight);
  return columns.map((column, index) => {
    const cell = bodyCell(row, column);
    return index === 0 ? { ...cell, height } : cell;
  });
}

function bodyCell(row: ReportRow, column: SheetColumn): SheetCell {
  const value = row.cells[column.place] ?? null;
  const alert = row.alertCells?.includes(column.place) ?? false;
  const style = {
    ...look.cell,
    ...(alert ? look.alert : {}),
    ...(row.tone === 'muted' ? { textColor: look.muted.textColor } : {}),
  };
  return {
    ...style,
    ...valueCell(column.end === null ? value : endOf(value, column.end), column.kind),
  };
}

function endOf(value: ReportCell, end: 0 | 1): ReportCell {
  return typeof value === 'object' && value !== null ? value[end] : null;
}

/** A value as what it is: text, figure or date. */
export function valueCell(value: ReportCell, kind: ColumnKind): NonNullable<SheetCell> {
  if (value === null || value === '' || typeof value === 'object') return {};
  const format = formatOf(kind);
  const formatted = format === undefined ? {} : { format };
  if (typeof value === 'number') {
    return { value, type: Number, align: 'right', ...formatted };
  }
  if (kind === 'date')
    return { value: dateOf(value), type: Date, align: 'left', indent: 1, ...formatted };
  // Indented, or words would touch the figures of the column before.
  return { value, type: String, align: 'left', indent: 1, wrap: kind === 'text' };
}

/** A calendar day has no time zone: the writer takes dates as UTC. */
function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
