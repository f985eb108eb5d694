import type { DrawnText, Point, Shape, Tone } from './drawing.ts';
import { textWidth, wrapText } from './text-width.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextLook {
  readonly size: number;
  readonly tone?: Tone;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

/** Of a line of text, in sizes of its letters. */
export const lineSpacing = 1.22;
/** Between text and the border of its cell, in mm. */
export const cellPadding = 0.9;
export const thin = 0.12;
export const strong = 0.35;

/** From the middle of a line to its baseline, in sizes of its letters: Hangul and capitals. */
const middleToBaseline = 0.36;

/** Shapes while they are being put down, one upon the other. */
export class Sketch {
  readonly shapes: Shape[] = [];

  fill(box: Box, tone: Tone): void {
    this.shapes.push({ kind: 'rect', ...box, fill: tone, stroke: null, strokeWidth: 0 });
  }

  frame(box: Box, tone: Tone, strokeWidth: number, fill: Tone | null = null): void {
    this.shapes.push({ kind: 'rect', ...box, fill, stroke: tone, strokeWidth });
  }

  line(from: Point, to: Point, tone: Tone, strokeWidth: number): void {
    this.path([from, to], tone, strokeWidth, null);
  }

  path(points: readonly Point[], tone: Tone, width: number, dash: readonly number[] | null): void {
    this.shapes.push({ kind: 'line', points, stroke: tone, strokeWidth: width, dash });
  }

  polygon(points: readonly Point[], fill: Tone | null, stroke: Tone | null, width: number): void {
    this.shapes.push({ kind: 'polygon', points, fill, stroke, strokeWidth: width });
  }

  circle(centre: Point, radius: number, fill: Tone | null, stroke: Tone | null, width = 0): void {
    this.shapes.push({ kind: 'circle', ...centre, radius, fill, stroke, strokeWidth: width });
  }

  text(text: string, at: Point, look: TextLook, isRotated = false): void {
    if (text === '') return;
    const { size, tone = 'text', isBold = false, align = 'left' } = look;
    const anchors = { left: 'start', center: 'middle', right: 'end' } as const satisfies Record<
      string,
      DrawnText['anchor']
    >;
    const anchor = anchors[align];
    this.shapes.push({ kind: 'text', ...at, text, size, anchor, isBold, tone, isRotated });
  }

  /** Wrapped text in the middle of a cell's height; what does not fit ends in … */
  cellText(box: Box, text: string, look: TextLook): void {
    if (text === '') return;
    const room = Math.floor(box.height / (look.size * lineSpacing));
    const lines = wrapText(text, box.width - 2 * cellPadding, look.size, Math.max(1, room));
    const top = box.y + (box.height - lines.length * look.size * lineSpacing) / 2;
    const x = alignedX(box, look.align ?? 'left');
    for (const [index, line] of lines.entries()) {
      const middle = top + (index + 0.5) * look.size * lineSpacing;
      this.text(line, { x, y: middle + look.size * middleToBaseline }, look);
    }
  }

  /** One line, with smaller letters when the cell is too narrow for it: a figure is never cut. */
  figure(box: Box, text: string, look: TextLook): void {
    if (text === '') return;
    const room = box.width - 0.5;
    const size = Math.min(look.size, (look.size * room) / textWidth(text, look.size));
    const y = box.y + box.height / 2 + size * middleToBaseline;
    const align = look.align ?? 'center';
    this.text(text, { x: alignedX(box, align), y }, { ...look, size, align });
  }

  /** Lines that read upwards, side by side in the middle of the cell, beginning at its foot. */
  rotatedText(box: Box, text: string, look: TextLook): void {
    if (text === '') return;
    const room = Math.max(1, Math.floor((box.width + 0.4) / (look.size * lineSpacing)));
    const lines = wrapText(text, box.height - 2 * cellPadding, look.size, room);
    const left = box.x + (box.width - lines.length * look.size * lineSpacing) / 2;
    const isCentred = look.align === 'center';
    const y = isCentred ? box.y + box.height / 2 : box.y + box.height - cellPadding;
    for (const [index, line] of lines.entries()) {
      const middle = left + (index + 0.5) * look.size * lineSpacing;
      this.text(line, { x: middle + look.size * middleToBaseline, y }, look, true);
    }
  }

  /** Letters upright, one below the other, in as many columns as fit, from left to right. */
  stackedText(box: Box, text: string, look: TextLook): void {
    const columns = stackText(text, box.height - 2 * cellPadding, box.width, look.size);
    const step = look.size * stackColumn;
    const left = box.x + (box.width - columns.length * step) / 2;
    for (const [column, letters] of columns.entries()) {
      const x = left + (column + 0.5) * step;
      for (const [row, letter] of letters.entries()) {
        if (letter === ' ') continue;
        const y = box.y + cellPadding + (row + 0.5) * look.size * stackSpacing;
        const at = { x, y: y + look.size * middleToBaseline };
        this.text(letter, at, { ...look, align: 'center' });
      }
    }
  }
}

/** From letter to letter of a stacked text, in sizes of its letters. */
export const stackSpacing = 1.08;
/** From column to column, likewise. */
const stackColumn = 1.12;

/** Letters of a stacked text by column, between words where it can be; what does not fit ends in … */
function stackText(text: string, height: number, width: number, size: number): string[][] {
  const perColumn = Math.max(1, Math.floor(height / (size * stackSpacing)));
  const most = Math.max(1, Math.floor(width / (size * stackColumn)));
  const columns: string[][] = [];
  let left = [...text.trim().replaceAll(/\s+/g, ' ')];
  while (left.length > 0) {
    const gap = left.length > perColumn ? left.slice(0, perColumn + 1).lastIndexOf(' ') : -1;
    const count = gap > 0 ? gap : Math.min(perColumn, left.length);
    columns.push(left.slice(0, count));
    left = left.slice(gap > 0 ? gap + 1 : count);
  }
  if (columns.length <= most) return columns;
  const kept = columns.slice(0, most);
  kept.at(-1)?.splice(perColumn - 1, 1);
  kept.at(-1)?.push('…');
  return kept;
}

function alignedX(box: Box, align: 'left' | 'center' | 'right'): number {
  if (align === 'left') return box.x + cellPadding;
  return align === 'right' ? box.x + box.width - cellPadding : box.x + box.width / 2;
}
