import type { ReportRow, TableBlock } from '../../../../core/reports/report-document.ts';
import { alignmentOf, cellText } from '../cell-text.ts';
import type { PdfCanvas } from './pdf-canvas.ts';
import { ink, styles, type TextStyle } from './pdf-style.ts';
import { widestWord } from './pdf-text.ts';

const paddingX = 4;
const paddingY = 3.5;

interface PrintedColumn {
  title: string[];
  x: number;
  width: number;
  align: 'left' | 'right';
}

interface PrintedRow {
  cells: { lines: string[]; style: TextStyle }[];
  /** Leading cells that say the same as in the row above. */
  repeated: number;
}

/** What a table needs at least to begin on a page: title, head and a row. */
export function tableStartHeight(block: TableBlock): number {
  const title = block.title === '' ? 0 : styles.blockTitle.lineHeight + 4;
  return title + 3 * styles.tableHead.lineHeight + 3 * styles.cell.lineHeight;
}

/**
 * A table with thin rules whose head repeats on every page. A row that fits on one page is never
 * broken; a longer one goes on line by line.
 */
export function drawTable(canvas: PdfCanvas, block: TableBlock, continued: string): void {
  const shown = block.columns.map((column, place) => ({ column, place }));
  const printed = shown.filter(({ column }) => column.only !== 'workbook');
  const texts = block.rows.map((row) =>
    printed.map(({ column, place }) => cellText(row.cells[place] ?? null, column.kind)),
  );
  const columns = layoutColumns(
    canvas,
    printed.map(({ column }) => column),
    texts,
  );
  canvas.ensure(tableStartHeight(block));
  drawTitle(canvas, block.title);
  const table = new PrintedTable(canvas, columns, `${block.title} ${continued}`.trim());
  table.drawHead();
  for (const [index, row] of block.rows.entries()) {
    const above = texts[index - 1];
    const own = texts[index] ?? [];
    const repeated = above === undefined ? 0 : sameStart(own, above, block.groupColumns ?? 0);
    table.drawRow(
      printedRow(
        canvas,
        row,
        printed.map(({ place }) => place),
        own,
        columns,
        repeated,
      ),
    );
  }
  canvas.rule(canvas.left, canvas.right, canvas.y, ink.muted, 0.6);
  if (block.source !== '') {
    canvas.y += 4;
    canvas.paragraph(block.source, styles.source, 'Note');
  }
}

export function drawTitle(canvas: PdfCanvas, title: string): void {
  if (title === '') return;
  canvas.paragraph(title, styles.blockTitle, 'H3');
  canvas.y += 4;
}

class PrintedTable {
  readonly #canvas: PdfCanvas;
  readonly #columns: PrintedColumn[];
  readonly #continuedTitle: string;
  readonly #element;
  #atPageTop = true;

  constructor(canvas: PdfCanvas, columns: PrintedColumn[], continuedTitle: string) {
    this.#canvas = canvas;
    this.#columns = columns;
    this.#continuedTitle = continuedTitle;
    this.#element = canvas.element('Table');
  }

  drawHead(): void {
    const canvas = this.#canvas;
    const lineCount = Math.max(...this.#columns.map(({ title }) => title.length));
    const height = lineCount * styles.tableHead.lineHeight + 2 * paddingY;
    const row = canvas.element('TR', this.#element);
    for (const column of this.#columns) {
      // Heads stand on the rule, whatever their number of lines.
      const top = canvas.y + height - paddingY - column.title.length * styles.tableHead.lineHeight;
      canvas.mark(canvas.element('TH', row), 'TH', () => {
        canvas.lines(column.title, anchorOf(column), top, styles.tableHead, column.align);
      });
    }
    canvas.y += height;
    canvas.rule(canvas.left, canvas.right, canvas.y, ink.strongRule, 0.8);
  }

  drawRow(row: PrintedRow): void {
    const canvas = this.#canvas;
    const lineCount = Math.max(1, ...row.cells.map(({ lines }) => lines.length));
    const { lineHeight } = styles.cell;
    const height = lineCount * lineHeight + 2 * paddingY;
    const mayBreak = height > canvas.fullHeight - 80;
    if (!mayBreak && canvas.y + height > canvas.bottom) this.#continueOnNextPage();
    const element = canvas.element('TR', this.#element);
    let from = 0;
    while (from < lineCount) {
      const room = Math.floor((canvas.bottom - canvas.y - 2 * paddingY) / lineHeight);
      if (room < 1) {
        this.#continueOnNextPage();
        continue;
      }
      const to = Math.min(lineCount, from + room);
      this.#drawLines(row, from, to, element);
      from = to;
      if (from < lineCount) this.#continueOnNextPage();
    }
    canvas.rule(canvas.left, canvas.right, canvas.y, ink.rule, 0.4);
  }

  #drawLines(
    row: PrintedRow,
    from: number,
    to: number,
    element: ReturnType<PdfCanvas['element']>,
  ): void {
    const canvas = this.#canvas;
    for (const [place, column] of this.#columns.entries()) {
      const cell = row.cells[place];
      // What is said above need not be said again, but on a new page it must.
      if (cell === undefined || (place < row.repeated && !this.#atPageTop)) continue;
      canvas.mark(canvas.element('TD', element), 'TD', () => {
        const lines = cell.lines.slice(from, to);
        canvas.lines(lines, anchorOf(column), canvas.y + paddingY, cell.style, column.align);
      });
    }
    canvas.y += (to - from) * styles.cell.lineHeight + 2 * paddingY;
    this.#atPageTop = false;
  }

  #continueOnNextPage(): void {
    this.#canvas.addPage();
    this.#canvas.paragraph(this.#continuedTitle, styles.caption, 'P');
    this.#canvas.y += 2;
    this.drawHead();
    this.#atPageTop = true;
  }
}

function anchorOf(column: PrintedColumn): number {
  return column.align === 'left' ? column.x : column.x + column.width;
}

function printedRow(
  canvas: PdfCanvas,
  row: ReportRow,
  places: readonly number[],
  texts: readonly string[],
  columns: readonly PrintedColumn[],
  repeated: number,
): PrintedRow {
  const cells = texts.map((text, index) => {
    const style = cellStyle(row, places[index] ?? index);
    return { lines: canvas.wrap(text, columns[index]?.width ?? 0, style), style };
  });
  return { cells, repeated };
}

/** How many of the first `most` texts equal those above, counted from the first on. */
function sameStart(own: readonly string[], above: readonly string[], most: number): number {
  const differs = own.findIndex((text, index) => text !== above[index]);
  return Math.min(most, differs === -1 ? own.length : differs);
}

function cellStyle(row: ReportRow, place: number): TextStyle {
  if (row.alertCells?.includes(place)) return { ...styles.cell, color: ink.alert };
  return row.tone === 'muted' ? { ...styles.cell, color: ink.faint } : styles.cell;
}

/** Columns across the page: wide as asked for, but never narrower than their widest word. */
function layoutColumns(
  canvas: PdfCanvas,
  columns: readonly { title: string; width: number; kind: TableBlock['columns'][number]['kind'] }[],
  texts: readonly string[][],
): PrintedColumn[] {
  const minimums = columns.map((column, place) => {
    const head = widestWord(column.title, styles.tableHead, canvas.measure);
    const cells = texts.map((row) => {
      const text = row[place] ?? '';
      // Figures never wrap; words may, but not within one.
      const whole = alignmentOf(column.kind) === 'right' || column.kind === 'date';
      return whole
        ? canvas.measure(text, styles.cell)
        : Math.min(90, widestWord(text, styles.cell, canvas.measure));
    });
    // Half a point for rounding, or the widest cell would wrap.
    return Math.max(head, ...cells) + 2 * paddingX + 0.5;
  });
  const widths = shareWidth(
    canvas.width,
    columns.map((column) => column.width),
    minimums,
  );
  let x = canvas.left;
  return columns.map((column, place) => {
    const whole = widths[place] ?? 0;
    // The outer columns stand flush with the page's margins.
    const before = place === 0 ? 0 : paddingX;
    const after = place === columns.length - 1 ? 0 : paddingX;
    const inner = { x: x + before, width: whole - before - after };
    x += whole;
    return {
      title: canvas.wrap(column.title, inner.width, styles.tableHead),
      align: alignmentOf(column.kind),
      ...inner,
    };
  });
}

/**
 * Shares `total` by `wishes` so that none gets less than its minimum. When even the minimums do not
 * fit, everybody gives way in proportion.
 */
export function shareWidth(
  total: number,
  wishes: readonly number[],
  minimums: readonly number[],
): number[] {
  const needed = minimums.reduce((sum, minimum) => sum + minimum, 0);
  if (needed >= total) return minimums.map((minimum) => (minimum / needed) * total);
  const fixed = new Set<number>();
  for (;;) {
    const free = total - [...fixed].reduce((sum, place) => sum + (minimums[place] ?? 0), 0);
    const wished = wishes.reduce((sum, wish, place) => (fixed.has(place) ? sum : sum + wish), 0);
    const widthOf = (place: number) => ((wishes[place] ?? 0) / wished) * free;
    const short = wishes.findIndex(
      (_wish, place) => !fixed.has(place) && widthOf(place) < (minimums[place] ?? 0),
    );
    if (short === -1) {
      return wishes.map((_wish, place) =>
        fixed.has(place) ? (minimums[place] ?? 0) : widthOf(place),
      );
    }
    fixed.add(short);
  }
}
