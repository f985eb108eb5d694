import type { MatrixBlock, MatrixHow } from '../../../../core/reports/report-document.ts';
import { cellText } from '../cell-text.ts';
import type { PdfCanvas } from './pdf-canvas.ts';
import { ink, styles, type TextStyle } from './pdf-style.ts';
import { ellipsize } from './pdf-text.ts';

const codeWidth = 30;
const nameWidth = 168;
const numberWidth = 38;
const tallestHead = 124;
const tallestRow = 19;
const lowestRow = 14.5;
const narrowestCell = 24;
const widestCell = 42;

const cellStyle: TextStyle = { ...styles.cell, size: 8, lineHeight: 11 };
const headStyle: TextStyle = { ...styles.tableHead, color: ink.text, lineHeight: 10 };
const footStyle: TextStyle = { ...styles.cell, size: 7.5, lineHeight: 10.5 };

/** Names, importance, the weight where it is another, and the count of VOC. */
function sideWidth({ hasWeights }: MatrixBlock): number {
  return codeWidth + nameWidth + (hasWeights ? 3 : 2) * numberWidth;
}

/** Signs that Pretendard has, and ◎, which is drawn; others are told by their value. */
const printedSigns = new Set(['◎', '○', '△', '●', '□', '■', '▲', '◇', '◆']);

interface FootRow {
  label: string;
  text: (how: MatrixHow) => string;
  strong: boolean;
}

/**
 * The house lying on its side. As many HOWs as fit stand across one page, further ones on pages of
 * their own; heads repeat wherever it goes on.
 */
export function drawMatrix(canvas: PdfCanvas, block: MatrixBlock, continued: string): void {
  const perPage = Math.max(1, Math.floor((canvas.width - sideWidth(block)) / narrowestCell));
  const pages = Math.ceil(block.hows.length / perPage);
  const balanced = Math.ceil(block.hows.length / pages);
  for (let first = 0; first < block.hows.length; first += balanced) {
    if (first > 0) canvas.addPage();
    new PrintedMatrix(canvas, block, first, first + balanced, continued).draw();
  }
  canvas.y += 6;
  canvas.paragraph(block.labels.legend, styles.source, 'Note');
  canvas.paragraph(block.source, styles.source, 'Note');
}

class PrintedMatrix {
  readonly #canvas: PdfCanvas;
  readonly #block: MatrixBlock;
  readonly #first: number;
  readonly #hows: MatrixHow[];
  readonly #cell: number;
  readonly #continued: string;
  readonly #headHeight: number;
  readonly #rowHeight: number;
  readonly #element;

  constructor(
    canvas: PdfCanvas,
    block: MatrixBlock,
    first: number,
    end: number,
    continued: string,
  ) {
    this.#canvas = canvas;
    this.#block = block;
    this.#first = first;
    this.#hows = block.hows.slice(first, end);
    const free = (canvas.width - sideWidth(block)) / this.#hows.length;
    this.#cell = Math.min(widestCell, Math.max(narrowestCell, free));
    this.#continued = continued;
    this.#headHeight = this.#heightOfNames();
    this.#rowHeight = this.#heightOfRows();
    this.#element = canvas.element('Table');
  }

  /** As tall as the longest name, up to a limit. */
  #heightOfNames(): number {
    const longest = this.#hows.map((how) => this.#canvas.measure(`● ${how.name}`, headStyle));
    return Math.min(tallestHead, Math.max(60, ...longest) + 14);
  }

  /** Lower rows when that keeps the house and its notes on one page. */
  #heightOfRows(): number {
    const rows = this.#block.whats.length + this.#footRows().length;
    const notes = 6 + 3 * styles.source.lineHeight;
    const free = this.#canvas.bottom - this.#canvas.y - this.#headHeight - notes;
    const fitting = free / rows;
    return fitting < lowestRow ? tallestRow : Math.min(tallestRow, fitting);
  }

  draw(): void {
    const feet = this.#footRows();
    this.#drawHead();
    for (const [i, what] of this.#block.whats.entries()) {
      if (this.#canvas.y + this.#rowHeight > this.#canvas.bottom) this.#continueOnNextPage();
      this.#drawWhat(i, what);
    }
    if (this.#canvas.y + feet.length * this.#rowHeight > this.#canvas.bottom)
      this.#continueOnNextPage();
    this.#rule(ink.strongRule, 0.8);
    for (const foot of feet) this.#drawFoot(foot);
    this.#rule(ink.muted, 0.6);
  }

  get #right(): number {
    return this.#canvas.left + sideWidth(this.#block) + this.#hows.length * this.#cell;
  }

  #x(place: number): number {
    return this.#canvas.left + sideWidth(this.#block) + place * this.#cell;
  }

  #rule(color: string, width: number): void {
    this.#canvas.rule(this.#canvas.left, this.#right, this.#canvas.y, color, width);
  }

  #continueOnNextPage(): void {
    this.#canvas.addPage();
    this.#canvas.paragraph(`${this.#block.title} ${this.#continued}`, styles.caption, 'P');
    this.#canvas.y += 2;
    this.#drawHead();
  }

  #drawHead(): void {
    const canvas = this.#canvas;
    const row = canvas.element('TR', this.#element);
    const foot = canvas.y + this.#headHeight;
    const labels = this.#block.labels;
    this.#markCell(row, 'TH', () => canvas.line(labels.what, canvas.left, foot - 15, headStyle));
    const numbers = canvas.left + codeWidth + nameWidth;
    const heads = [
      labels.importance,
      ...(this.#block.hasWeights ? [labels.weight] : []),
      labels.vocCount,
    ];
    for (const [place, label] of heads.entries()) {
      this.#markCell(row, 'TH', () =>
        canvas.line(label, numbers + (place + 1) * numberWidth - 6, foot - 15, headStyle, 'right'),
      );
    }
    for (const [place, how] of this.#hows.entries()) {
      if (how.chosen) {
        canvas.box(this.#x(place), canvas.y, this.#cell, this.#headHeight, ink.accentTint);
      }
      this.#markCell(row, 'TH', () => this.#drawUprightName(how, place, foot - 6));
    }
    canvas.y = foot;
    this.#rule(ink.strongRule, 0.8);
  }

  /** The HOW's name reading upwards, on as many lines as the column is wide. */
  #drawUprightName(how: MatrixHow, place: number, foot: number): void {
    const { doc } = this.#canvas;
    const room = this.#headHeight - 12;
    const most = Math.max(1, Math.floor((this.#cell - 4) / headStyle.lineHeight));
    const style: TextStyle = how.chosen ? { ...headStyle, color: ink.accent } : headStyle;
    const lines = this.#fitLines(how.chosen ? `● ${how.name}` : how.name, room, most, style);
    const middle = this.#x(place) + this.#cell / 2;
    doc.save();
    doc.rotate(-90, { origin: [middle, foot] });
    for (const [index, line] of lines.entries()) {
      const top = foot + (index - lines.length / 2) * style.lineHeight;
      this.#canvas.line(line, middle, top, style);
    }
    doc.restore();
  }

  #fitLines(text: string, room: number, most: number, style: TextStyle): string[] {
    const lines = this.#canvas.wrap(text, room, style);
    if (lines.length <= most) return lines;
    const rest = lines.slice(most - 1).join(' ');
    return [...lines.slice(0, most - 1), ellipsize(rest, room, style, this.#canvas.measure)];
  }

  #drawWhat(i: number, what: MatrixBlock['whats'][number]): void {
    const canvas = this.#canvas;
    const row = canvas.element('TR', this.#element);
    this.#tintChosen(this.#rowHeight);
    const top = canvas.y + (this.#rowHeight - cellStyle.lineHeight) / 2;
    const name = ellipsize(what.name, nameWidth - 6, cellStyle, canvas.measure);
    this.#markCell(row, 'TH', () => {
      canvas.line(what.code, canvas.left, top, { ...cellStyle, color: ink.muted });
      canvas.line(name, canvas.left + codeWidth, top, cellStyle);
    });
    const numbers = canvas.left + codeWidth + nameWidth;
    const figures = [
      { text: cellText(what.importance, 'number'), color: cellStyle.color },
      ...(this.#block.hasWeights
        ? [{ text: cellText(what.weight, 'number'), color: cellStyle.color }]
        : []),
      { text: cellText(what.vocCount, 'integer'), color: ink.muted },
    ];
    for (const [place, { text, color }] of figures.entries()) {
      const right = numbers + (place + 1) * numberWidth - 6;
      this.#markCell(row, 'TD', () =>
        canvas.line(text, right, top, { ...cellStyle, color }, 'right'),
      );
    }
    for (const place of this.#hows.keys()) {
      const strength = this.#block.strengths[i]?.[this.#first + place] ?? 0;
      this.#markCell(row, 'TD', () => this.#drawStrength(strength, place));
    }
    canvas.y += this.#rowHeight;
    this.#rule(ink.rule, 0.4);
  }

  #drawStrength(strength: number, place: number): void {
    if (strength === 0) return;
    const { levels } = this.#block;
    const symbol = levels.find(({ value }) => value === strength)?.symbol ?? '';
    const sign = printedSigns.has(symbol) ? symbol : String(strength);
    const style: TextStyle = {
      ...cellStyle,
      size: 10,
      lineHeight: this.#rowHeight,
      color: strength === levels[0]?.value ? ink.accent : ink.text,
    };
    this.#canvas.line(sign, this.#x(place) + this.#cell / 2, this.#canvas.y, style, 'center');
  }

  #footRows(): FootRow[] {
    const { labels, hows } = this.#block;
    const rows: FootRow[] = [
      { label: labels.absolute, text: (how) => cellText(how.absolute, 'number'), strong: false },
      {
        label: labels.relative,
        text: (how) => (how.relative === null ? '–' : (how.relative * 100).toFixed(1)),
        strong: true,
      },
      {
        label: labels.rank,
        text: (how) => (how.relative === null ? '–' : String(how.rank)),
        strong: true,
      },
      { label: labels.direction, text: (how) => how.direction, strong: false },
    ];
    if (hows.every((how) => how.targetValue === '')) return rows;
    return [...rows, { label: labels.target, text: (how) => how.targetValue, strong: false }];
  }

  #drawFoot({ label, text, strong }: FootRow): void {
    const canvas = this.#canvas;
    const row = canvas.element('TR', this.#element);
    this.#tintChosen(this.#rowHeight);
    const top = canvas.y + (this.#rowHeight - footStyle.lineHeight) / 2;
    const style: TextStyle = { ...footStyle, weight: strong ? 'bold' : 'regular' };
    this.#markCell(row, 'TH', () => canvas.line(label, canvas.left, top, styles.tableHead));
    for (const [place, how] of this.#hows.entries()) {
      const shown = ellipsize(text(how), this.#cell - 2, style, canvas.measure);
      this.#markCell(row, 'TD', () =>
        canvas.line(shown, this.#x(place) + this.#cell / 2, top, style, 'center'),
      );
    }
    canvas.y += this.#rowHeight;
    this.#rule(ink.rule, 0.4);
  }

  #tintChosen(height: number): void {
    for (const [place, how] of this.#hows.entries()) {
      if (how.chosen) {
        this.#canvas.box(this.#x(place), this.#canvas.y, this.#cell, height, ink.accentTint);
      }
    }
  }

  #markCell(row: ReturnType<PdfCanvas['element']>, tag: 'TH' | 'TD', draw: () => void): void {
    this.#canvas.mark(this.#canvas.element(tag, row), tag, draw);
  }
}
