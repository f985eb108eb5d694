import type {
  DrawnSheet,
  DrawnText,
  PlacedDrawing,
  Point,
  Shape,
} from '../../../../core/domain/house/drawing/drawing.ts';
import type { DrawingTheme } from '../../../../core/domain/house/drawing/drawing-svg.ts';

type Pen = CanvasRenderingContext2D;

/** Shapes that are painted before the screen gets a turn. */
const shapesAtOnce = 4000;

/**
 * Paints a sheet, in mm, with the fonts of the page; `pixelsPerMm` makes it sharp. Gives the screen its turn
 * as it goes, telling how much is done from 0 to 1; stops where `signal` says so.
 */
export async function paintSheet(
  sheet: DrawnSheet,
  theme: DrawingTheme,
  pixelsPerMm: number,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sheet.width * pixelsPerMm);
  canvas.height = Math.round(sheet.height * pixelsPerMm);
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = theme.colors.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const total = sheet.layers.reduce((sum, { drawing }) => sum + drawing.shapes.length, 0);
  let done = 0;
  for (const layer of sheet.layers) {
    for (let from = 0; from < layer.drawing.shapes.length; from += shapesAtOnce) {
      signal.throwIfAborted();
      const part = layer.drawing.shapes.slice(from, from + shapesAtOnce);
      paintPart(pen, layer, part, theme, pixelsPerMm);
      done += part.length;
      onProgress(done / total);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return canvas;
}

function paintPart(
  pen: Pen,
  { x, y, scale }: PlacedDrawing,
  shapes: readonly Shape[],
  theme: DrawingTheme,
  pixelsPerMm: number,
): void {
  const zoom = pixelsPerMm * scale;
  pen.setTransform(zoom, 0, 0, zoom, x * pixelsPerMm, y * pixelsPerMm);
  for (const shape of shapes) paintShape(pen, shape, theme);
}

function paintShape(pen: Pen, shape: Shape, theme: DrawingTheme): void {
  if (shape.kind === 'text') {
    paintText(pen, shape, theme);
    return;
  }
  pen.beginPath();
  switch (shape.kind) {
    case 'rect':
      pen.rect(shape.x, shape.y, shape.width, shape.height);
      break;
    case 'circle':
      pen.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
      break;
    case 'polygon':
      path(pen, shape.points);
      pen.closePath();
      break;
    case 'line':
      path(pen, shape.points);
      break;
  }
  if (shape.kind !== 'line' && shape.fill !== null) {
    pen.fillStyle = theme.colors[shape.fill];
    pen.fill();
  }
  if (shape.stroke !== null) {
    pen.strokeStyle = theme.colors[shape.stroke];
    pen.lineWidth = shape.strokeWidth;
    pen.setLineDash(shape.kind === 'line' ? [...(shape.dash ?? [])] : []);
    pen.stroke();
  }
}

function path(pen: Pen, points: readonly Point[]): void {
  for (const [place, { x, y }] of points.entries()) {
    if (place === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
}

const alignments = { start: 'left', middle: 'center', end: 'right' } as const;
/** Letters of a few mm are set in a size that canvases render well, and made smaller. */
const lettersAt = 16;

function paintText(pen: Pen, text: DrawnText, theme: DrawingTheme): void {
  pen.save();
  pen.translate(text.x, text.y);
  if (text.isRotated) pen.rotate(-Math.PI / 2);
  pen.scale(text.size / lettersAt, text.size / lettersAt);
  pen.font = `${text.isBold ? 600 : 400} ${lettersAt}px ${theme.fontFamily}`;
  pen.textAlign = alignments[text.anchor];
  pen.fillStyle = theme.colors[text.tone];
  pen.fillText(text.text, 0, 0);
  pen.restore();
}
