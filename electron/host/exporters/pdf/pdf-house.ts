/// <reference path="./pdfkit-extra.d.ts" />
import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import type { Locale } from '../../../../core/contract/common.schema.ts';
import { isDrawn } from '../../../../core/domain/house/drawing/draw-symbol.ts';
import { printDrawing, sheetSvg } from '../../../../core/domain/house/drawing/drawing-svg.ts';
import { figureText } from '../../../../core/domain/house/drawing/format-figure.ts';
import type {
  HouseDrawingInput,
  HouseDrawingOptions,
} from '../../../../core/domain/house/drawing/house-drawing-input.ts';
import { housePages, type Paper } from '../../../../core/domain/house/drawing/house-pages.ts';
import { printable } from './pdf-canvas.ts';
import type { FontBytes } from './pdf-fonts.ts';

const pointsPerMm = 72 / 25.4;

interface HousePdf {
  fonts: FontBytes;
  locale: Locale;
  onPage: (done: number, total: number) => void;
}

/** A house on pages of paper: vectors and real text, Pretendard embedded, each page told in words. */
export async function exportHousePdf(
  input: HouseDrawingInput,
  options: HouseDrawingOptions,
  paper: Paper,
  { fonts, locale, onPage }: HousePdf,
): Promise<Uint8Array> {
  const title = printable(input.model.name);
  const doc = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: locale,
    tagged: true,
    displayTitle: true,
    info: { Title: title, Creator: 'CSM Workbench' },
  });
  for (const weight of ['regular', 'bold'] as const) {
    doc.registerFont(weight, Buffer.from(fonts[weight]));
  }
  const bytes = collected(doc);
  doc.font('regular');
  const hasGlyphs = (text: string) => !doc._font.encode(text)[0].includes(noGlyph);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pages = housePages(printableInput(input, hasGlyphs), options, paper);
  for (const [index, page] of pages.entries()) {
    doc.addPage({
      size: [page.width * pointsPerMm, page.height * pointsPerMm],
      margin: 0,
    });
    const place = pages.length === 1 ? '' : ` (${index + 1} / ${pages.length})`;
    const figure = doc.struct('Figure', { alt: `${title}${place}` });
    root.add(figure);
    figure.add(doc.markStructureContent('Figure'));
    // The writer takes mm of an SVG as they are; `assumePt` would enlarge them by a third.
    svgToPdf(doc, sheetSvg(page, printDrawing, title), 0, 0, {
      fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
      warningCallback: (message) => {
        throw new Error(`house cannot be printed: ${message}`);
      },
    });
    doc.endMarkedContent();
    onPage(index + 1, pages.length);
  }
  doc.end();
  return bytes;
}

function collected(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

/** What a font has for a sign that it lacks: an empty box. */
const noGlyph = '0000';

/** Names without signs that the font lacks; a level of the scale with such a symbol has its number. */
export function printableInput(
  input: HouseDrawingInput,
  hasGlyphs: (text: string) => boolean,
): HouseDrawingInput {
  const { model } = input;
  const words = (text: string) => printable(text).replaceAll('◎', '○');
  return {
    ...input,
    model: {
      ...model,
      name: words(model.name),
      scale: {
        levels: model.scale.levels.map(({ value, symbol }) => ({
          value,
          symbol: isDrawn(symbol) || hasGlyphs(symbol) ? symbol : figureText(value),
        })),
      },
      competitors: model.competitors.map(words),
      whats: model.whats.map((what) => ({ ...what, name: words(what.name) })),
      hows: model.hows.map((how) => ({
        ...how,
        name: words(how.name),
        unit: words(how.unit),
        targetValue: words(how.targetValue),
      })),
    },
  };
}
