/// <reference path="../../electron/host/exporters/pdf/pdfkit-extra.d.ts" />
import PDFDocument from 'pdfkit';
import svgToPdf from 'svg-to-pdfkit';
import { describe, expect, it } from 'vitest';
import { printDrawing, sheetSvg } from '../../core/domain/house/drawing/drawing-svg.ts';
import { usualDrawing } from '../../core/domain/house/drawing/house-drawing-input.ts';
import { a3Landscape, housePages } from '../../core/domain/house/drawing/house-pages.ts';
import { textWidth } from '../../core/domain/house/drawing/text-width.ts';
import { readReportFonts } from '../../electron/host/exporters/pdf/pdf-fonts.ts';
import { printableInput } from '../../electron/host/exporters/pdf/pdf-house.ts';
import { drawingInput, sampleHouse } from '../support/sample-house.ts';

function documentWithFonts(): PDFKit.PDFDocument {
  const doc = new PDFDocument({ autoFirstPage: false, margin: 0 });
  const fonts = readReportFonts();
  for (const weight of ['regular', 'bold'] as const) {
    doc.registerFont(weight, Buffer.from(fonts[weight]));
  }
  return doc;
}

describe('the pages of a house as PDF', () => {
  it('are taken by the PDF writer without anything it cannot draw', () => {
    const doc = documentWithFonts();
    const warnings: string[] = [];
    const input = drawingInput(sampleHouse(60, 40));
    for (const page of housePages(input, usualDrawing, a3Landscape)) {
      doc.addPage({ size: 'A3', layout: 'landscape', margin: 0 });
      // The writer takes mm of an SVG as they are; `assumePt` would enlarge them by a third.
      svgToPdf(doc, sheetSvg(page, printDrawing, input.model.name), 0, 0, {
        fontCallback: (_family, bold) => (bold ? 'bold' : 'regular'),
        warningCallback: (message) => warnings.push(message),
      });
    }
    expect(warnings).toEqual([]);
    expect(doc.bufferedPageRange().count).toBeGreaterThan(0);
  });

  it('have the number of a level whose symbol the font lacks, and no signs that it lacks in names', () => {
    const doc = documentWithFonts().font('regular');
    const hasGlyphs = (text: string) => !doc._font.encode(text)[0].includes('0000');
    const model = sampleHouse(2, 2);
    const levels = [
      { value: 9, symbol: '⊚' },
      { value: 5, symbol: '★' },
      { value: 3, symbol: '☂' },
      { value: 1, symbol: '약' },
    ];
    const input = drawingInput({ ...model, name: '◎ 하우스 🙂', scale: { levels } });
    const { name, scale } = printableInput(input, hasGlyphs).model;
    expect(name).toBe('○ 하우스 ');
    expect(scale.levels.map(({ symbol }) => symbol)).toEqual(['⊚', '★', '3', '약']);
  });

  it('have texts that are no wider in print than they were measured', () => {
    const doc = documentWithFonts();
    const texts = [
      '상담원이 내 말을 끝까지 들어 준다',
      'A/S 방문시간 준수율(영업일 기준)',
      'First call resolution within 24 hours',
      'MWmw@%…',
      '1234567890',
      '90 이상, 3.5~4.0',
    ];
    for (const text of texts) {
      for (const [weight, slack] of [
        ['regular', 1],
        ['bold', 1.05],
      ] as const) {
        const printed = doc.font(weight).fontSize(10).widthOfString(text);
        expect(printed / textWidth(text, 10), text).toBeLessThanOrEqual(slack);
      }
    }
  });
});
