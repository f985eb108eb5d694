/// <reference path="./pdfkit-extra.d.ts" />
import svgToPdf from 'svg-to-pdfkit';
import type { FigureBlock } from '../../../../core/reports/report-document.ts';
import { chartSvg } from './chart-svg.ts';
import type { PdfCanvas } from './pdf-canvas.ts';
import { styles } from './pdf-style.ts';
import { drawTitle } from './pdf-table.ts';

/** A chart as vectors and real text, with title, reading aid and source around it. */
export function drawFigure(canvas: PdfCanvas, block: FigureBlock): void {
  canvas.ensure(figureHeight(canvas, block));
  drawTitle(canvas, block.title);
  if (block.description !== '') canvas.paragraph(block.description, styles.caption, 'P');
  canvas.y += 4;
  const height = Math.min(block.heightPx, canvas.bottom - canvas.y - 2 * styles.source.lineHeight);
  const svg = chartSvg(block.option, { width: canvas.width, height }, canvas.measure);
  const element = canvas.element('Figure', undefined, {
    alt: [block.title, block.description].filter((part) => part !== '').join('. '),
  });
  canvas.mark(element, 'Figure', () => {
    svgToPdf(canvas.doc, svg, canvas.left, canvas.y, {
      width: canvas.width,
      height,
      assumePt: true,
      fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
      warningCallback: (message) => {
        throw new Error(`chart cannot be printed: ${message}`);
      },
    });
  });
  canvas.y += height + 3;
  if (block.source !== '') canvas.paragraph(block.source, styles.source, 'Note');
}

/** Height with title, description and source; never more than a page. */
export function figureHeight(canvas: PdfCanvas, block: FigureBlock): number {
  const lines = (text: string, style: { lineHeight: number }, wrapped: string[]) =>
    text === '' ? 0 : wrapped.length * style.lineHeight;
  const title = styles.blockTitle.lineHeight + 4;
  const caption = lines(
    block.description,
    styles.caption,
    canvas.wrap(block.description, canvas.width, styles.caption),
  );
  const source = lines(
    block.source,
    styles.source,
    canvas.wrap(block.source, canvas.width, styles.source),
  );
  return Math.min(canvas.fullHeight, title + caption + 4 + block.heightPx + 3 + source);
}
