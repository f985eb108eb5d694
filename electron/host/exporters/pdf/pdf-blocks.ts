import type {
  KeyFigure,
  KeyFiguresBlock,
  NoteBlock,
  ParagraphBlock,
  QuotesBlock,
} from '../../../../core/reports/report-document.ts';
import { cellText } from '../cell-text.ts';
import type { PdfCanvas } from './pdf-canvas.ts';
import { ink, styles, type TextStyle } from './pdf-style.ts';

/** Space between two blocks. */
export const blockGap = 14;

export function drawParagraph(canvas: PdfCanvas, block: ParagraphBlock): void {
  canvas.paragraph(block.text, block.tone === 'lead' ? styles.lead : styles.body, 'P');
}

const figurePadding = 10;

/** Figures side by side, each with what it needs to be believed below it. */
export function drawKeyFigures(canvas: PdfCanvas, block: KeyFiguresBlock): void {
  const width = canvas.width / block.figures.length;
  const details = block.figures.map((figure) =>
    canvas.wrap(figure.detail, width - figurePadding * 1.5, styles.figureDetail),
  );
  const height = keyFiguresHeight(Math.max(...details.map((lines) => lines.length)));
  canvas.ensure(height);
  for (const [place, figure] of block.figures.entries()) {
    const x = canvas.left + place * width;
    if (place > 0) drawDivider(canvas, x, height);
    drawKeyFigure(canvas, figure, details[place] ?? [], x + (place > 0 ? figurePadding : 0));
  }
  canvas.y += height;
}

function keyFiguresHeight(detailLines: number): number {
  const { figureLabel, figureValue, figureDetail } = styles;
  return figureLabel.lineHeight + figureValue.lineHeight + detailLines * figureDetail.lineHeight;
}

function drawDivider(canvas: PdfCanvas, x: number, height: number): void {
  canvas.artifact(() => {
    canvas.doc
      .lineWidth(0.5)
      .strokeColor(ink.rule)
      .moveTo(x, canvas.y + 2)
      .lineTo(x, canvas.y + height - 2)
      .stroke();
  });
}

function drawKeyFigure(
  canvas: PdfCanvas,
  figure: KeyFigure,
  detail: readonly string[],
  x: number,
): void {
  const { figureLabel, figureUnit, figureDetail } = styles;
  const element = canvas.element('P');
  const value = cellText(figure.value, figure.kind);
  const valueStyle = toned(figure);
  const valueTop = canvas.y + figureLabel.lineHeight;
  canvas.mark(element, 'P', () => {
    canvas.line(figure.label, x, canvas.y, figureLabel);
    canvas.line(value, x, valueTop, valueStyle);
    if (figure.unit !== '') {
      canvas.line(figure.unit, x + canvas.measure(value, valueStyle) + 4, valueTop + 3, figureUnit);
    }
    canvas.lines(detail, x, valueTop + valueStyle.lineHeight, toneOfDetail(figure, figureDetail));
  });
}

function toned(figure: KeyFigure): TextStyle {
  const colors = { plain: ink.text, better: ink.better, worse: ink.worse, alert: ink.text };
  return { ...styles.figureValue, color: colors[figure.tone] };
}

/** What calls for action is told by its detail: an overdue action, not the number of actions. */
function toneOfDetail(figure: KeyFigure, style: TextStyle): TextStyle {
  return figure.tone === 'alert' ? { ...style, color: ink.alert, weight: 'bold' } : style;
}

export function drawNote(canvas: PdfCanvas, block: NoteBlock): void {
  if (block.tone === 'source') {
    canvas.paragraph(block.text, styles.source, 'Note');
    return;
  }
  const padding = 9;
  const lines = canvas.wrap(block.text, canvas.width - 2 * padding - 4, styles.body);
  const height = lines.length * styles.body.lineHeight + padding;
  canvas.ensure(height);
  canvas.box(canvas.left, canvas.y, canvas.width, height, ink.noteTint);
  canvas.box(canvas.left, canvas.y, 2.5, height, ink.faint);
  const element = canvas.element('Note');
  canvas.mark(element, 'Note', () => {
    canvas.lines(lines, canvas.left + padding + 4, canvas.y + padding / 2, styles.body);
  });
  canvas.y += height;
}

const quoteIndent = 10;
const quoteGap = 4;
const quotesStartHeight = 70;

/** Customers' words, each behind a bar, below what they stand behind. */
export function drawQuotes(canvas: PdfCanvas, block: QuotesBlock): void {
  canvas.ensure(quotesStartHeight);
  canvas.paragraph(block.title, styles.blockTitle, 'H3');
  canvas.y += 3;
  for (const [place, group] of block.groups.entries()) {
    if (place > 0) canvas.y += 6;
    canvas.ensure(styles.tableHead.lineHeight + 2 * styles.quote.lineHeight);
    canvas.paragraph(group.title, { ...styles.tableHead, color: ink.text }, 'P');
    for (const quote of group.quotes) {
      canvas.y += quoteGap;
      drawQuote(canvas, `“${quote.text}”`, quote.source);
    }
  }
}

function drawQuote(canvas: PdfCanvas, text: string, source: string): void {
  const { quote, source: sourceStyle } = styles;
  const lines = canvas.wrap(text, canvas.width - quoteIndent, quote);
  const lastLine = lines.at(-1) ?? '';
  const sourceWidth = canvas.measure(source, sourceStyle);
  const beside = canvas.measure(lastLine, quote) + 8 + sourceWidth <= canvas.width - quoteIndent;
  const height = lines.length * quote.lineHeight + (beside ? 0 : sourceStyle.lineHeight);
  canvas.ensure(height);
  canvas.box(canvas.left, canvas.y + 1.5, 1.5, height - 3, ink.accent);
  const x = canvas.left + quoteIndent;
  const element = canvas.element('BlockQuote');
  canvas.mark(element, 'BlockQuote', () => {
    canvas.lines(lines, x, canvas.y, quote);
    const end = canvas.y + lines.length * quote.lineHeight;
    if (beside) {
      const at = x + canvas.measure(lastLine, quote) + 8;
      canvas.line(source, at, end - quote.lineHeight + 2, sourceStyle);
    } else {
      canvas.line(source, x, end, sourceStyle);
    }
  });
  canvas.y += height;
}
