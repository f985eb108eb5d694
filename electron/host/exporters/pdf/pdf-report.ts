import type {
  ReportBlock,
  ReportDocument,
  ReportSection,
} from '../../../../core/reports/report-document.ts';
import { blockGap, drawKeyFigures, drawNote, drawParagraph, drawQuotes } from './pdf-blocks.ts';
import { PdfCanvas } from './pdf-canvas.ts';
import { drawFigure, figureHeight } from './pdf-figure.ts';
import type { FontBytes } from './pdf-fonts.ts';
import { drawMatrix } from './pdf-matrix.ts';
import { ink, page, styles } from './pdf-style.ts';
import { drawTable, tableStartHeight } from './pdf-table.ts';

/**
 * A report as PDF: A4, Pretendard embedded, charts as vectors, tagged and with an outline.
 * `sectionDone` is told how many sections are drawn.
 */
export async function exportPdf(
  report: ReportDocument,
  fonts: FontBytes,
  sectionDone: (count: number) => void = () => {},
): Promise<Uint8Array> {
  const canvas = new PdfCanvas(fonts, {
    title: `${report.title} — ${report.workspaceName}`,
    author: report.workspaceName,
    language: report.locale,
  });
  let parent: PDFKit.PDFOutline = canvas.doc.outline;
  for (const [index, section] of report.sections.entries()) {
    beginSection(canvas, report, section, index);
    if (section.level === 1) parent = canvas.doc.outline.addItem(section.title);
    else parent.addItem(section.title);
    // The summary is what the document's own title announces; its room is precious.
    if (section.id !== 'summary') drawHeading(canvas, section);
    drawBlocks(canvas, report, section);
    sectionDone(index + 1);
  }
  drawFurniture(canvas, report);
  return canvas.finish();
}

/**
 * A chapter begins a page, unless the one before left about half of its own: a report full of
 * nearly empty pages is tiring. The first page stays alone.
 */
function beginSection(
  canvas: PdfCanvas,
  report: ReportDocument,
  section: ReportSection,
  place: number,
): void {
  const turned = canvas.orientation !== section.orientation;
  const roomLeft = canvas.bottom - canvas.y > canvas.fullHeight * 0.45;
  const newChapter = section.level === 1 && (place === 1 || !roomLeft);
  if (place === 0 || turned || newChapter) canvas.addPage(section.orientation);
  else canvas.y += blockGap * 2;
  if (place === 0) drawDocumentHead(canvas, report);
}

function drawDocumentHead(canvas: PdfCanvas, report: ReportDocument): void {
  canvas.y = page.headerAt;
  canvas.paragraph(report.workspaceName, styles.eyebrow, 'P');
  canvas.y += 1;
  canvas.paragraph(report.title, styles.documentTitle, 'H1');
  canvas.y += 2;
  const { period, createdAt } = report.labels;
  canvas.paragraph(`${period}  ${report.period}`, styles.documentMeta, 'P');
  canvas.paragraph(`${createdAt}  ${report.createdAt}`, styles.documentMeta, 'P');
  canvas.y += 5;
  canvas.rule(canvas.left, canvas.right, canvas.y, ink.strongRule, 1);
  canvas.y += 12;
}

function drawBlocks(canvas: PdfCanvas, report: ReportDocument, section: ReportSection): void {
  for (const [index, block] of section.blocks.entries()) {
    if (index > 0) canvas.y += blockGap;
    drawBlock(canvas, report, block);
  }
}

/** Keeps a heading with the beginning of what it heads. */
function drawHeading(canvas: PdfCanvas, section: ReportSection): void {
  const style = section.level === 1 ? styles.heading1 : styles.heading2;
  const gap = 8;
  const opening = section.blocks
    .slice(0, 2)
    .reduce((height, block) => height + blockGap + startHeight(canvas, block), 0);
  canvas.ensure(Math.min(canvas.fullHeight, style.lineHeight + gap + opening));
  canvas.paragraph(section.title, style, section.level === 1 ? 'H1' : 'H2');
  canvas.y += gap;
}

/** What a block needs at least of the page it begins on. */
function startHeight(canvas: PdfCanvas, block: ReportBlock): number {
  switch (block.type) {
    case 'figure':
      return figureHeight(canvas, block);
    case 'table':
      return tableStartHeight(block);
    case 'matrix':
      return canvas.fullHeight * 0.6;
    case 'keyFigures':
      return 60;
    default:
      return 3 * styles.body.lineHeight;
  }
}

function drawBlock(canvas: PdfCanvas, report: ReportDocument, block: ReportBlock): void {
  switch (block.type) {
    case 'paragraph':
      drawParagraph(canvas, block);
      break;
    case 'keyFigures':
      drawKeyFigures(canvas, block);
      break;
    case 'table':
      drawTable(canvas, block, report.labels.continued);
      break;
    case 'matrix':
      drawMatrix(canvas, block, report.labels.continued);
      break;
    case 'figure':
      drawFigure(canvas, block);
      break;
    case 'quotes':
      drawQuotes(canvas, block);
      break;
    case 'note':
      drawNote(canvas, block);
      break;
  }
}

/** Running head from the second page on, and the foot with the page's number on all. */
function drawFurniture(canvas: PdfCanvas, report: ReportDocument): void {
  const style = styles.furniture;
  canvas.eachPage(({ number, count, width, height }) => {
    const right = width - page.marginX;
    canvas.artifact(() => {
      if (number > 1) {
        canvas.line(report.workspaceName, page.marginX, page.headerAt, style);
        canvas.line(report.title, right, page.headerAt, style, 'right');
      }
      const foot = height - page.footerAt;
      canvas.line(`${report.labels.createdAt} ${report.createdAt}`, page.marginX, foot, style);
      canvas.line(`${number} / ${count}`, right, foot, style, 'right');
    });
    if (number > 1) canvas.rule(page.marginX, right, page.headerAt + 15, ink.rule, 0.5);
  });
}
