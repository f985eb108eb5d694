import type { Point } from './drawing.ts';
import type { Sketch } from './sketch.ts';
import { textWidth } from './text-width.ts';

const corners = {
  triangle: [-90, 30, 150],
  downTriangle: [90, 210, 330],
  diamond: [-90, 0, 90, 180],
  square: [-135, -45, 45, 135],
} as const;

type Outline = keyof typeof corners;

/** Signs that are drawn rather than written: crisp in every size and the same with every font. */
const outlines: Readonly<Record<string, { outline: Outline; isFilled: boolean }>> = {
  '△': { outline: 'triangle', isFilled: false },
  '▲': { outline: 'triangle', isFilled: true },
  '▽': { outline: 'downTriangle', isFilled: false },
  '▼': { outline: 'downTriangle', isFilled: true },
  '◇': { outline: 'diamond', isFilled: false },
  '◆': { outline: 'diamond', isFilled: true },
  '□': { outline: 'square', isFilled: false },
  '■': { outline: 'square', isFilled: true },
};

const rounds = new Set(['◎', '⊚', '⦾', '⊙', '◉', '⦿', '○', '◯', '〇', '●', '⬤']);

/** Whether a symbol is drawn, and so needs no font that has it. */
export function isDrawn(symbol: string): boolean {
  return rounds.has(symbol) || symbol in outlines;
}

/** A symbol of a relation scale around `at`, `size` high; one that has no shape is written. */
export function drawSymbol(sketch: Sketch, symbol: string, at: Point, size: number): void {
  const radius = size / 2;
  const pen = size * 0.09;
  switch (symbol) {
    case '◎':
    case '⊚':
    case '⦾':
      sketch.circle(at, radius, null, 'text', pen);
      sketch.circle(at, radius * 0.48, null, 'text', pen);
      return;
    case '⊙':
    case '◉':
    case '⦿':
      sketch.circle(at, radius, null, 'text', pen);
      sketch.circle(at, radius * 0.42, 'text', null);
      return;
    case '○':
    case '◯':
    case '〇':
      sketch.circle(at, radius * 0.94, null, 'text', pen);
      return;
    case '●':
    case '⬤':
      sketch.circle(at, radius * 0.94, 'text', null);
      return;
  }
  const shape = outlines[symbol];
  if (shape === undefined) {
    const fitting = Math.min(size, (size * size * 1.6) / Math.max(size, textWidth(symbol, size)));
    sketch.text(symbol, { x: at.x, y: at.y + fitting * 0.36 }, { size: fitting, align: 'center' });
    return;
  }
  const isTriangle = corners[shape.outline].length === 3;
  // A triangle stands on its side: its middle is not the middle of its height.
  const drop = isTriangle ? radius * (shape.outline === 'triangle' ? 0.22 : -0.22) : 0;
  const points = corners[shape.outline].map((degrees) => ({
    x: at.x + radius * Math.cos((degrees * Math.PI) / 180),
    y: at.y + drop + radius * Math.sin((degrees * Math.PI) / 180),
  }));
  if (shape.isFilled) sketch.polygon(points, 'text', null, 0);
  else sketch.polygon(points, null, 'text', pen);
}
