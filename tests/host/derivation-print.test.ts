import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { calcMethods } from '../../core/calc/run-calc.ts';
import { readReportFonts } from '../../electron/host/exporters/pdf/pdf-fonts.ts';
import { exampleOf } from '../support/all-calc-examples.ts';

/** What PDFKit keeps of an embedded font; its types do not say. */
interface WithFont {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

describe('a derivation in print', () => {
  const document = new PDFDocument();
  document.font(Buffer.from(readReportFonts().regular));
  const { font } = (document as unknown as WithFont)._font;
  const cannotPrint = (text: string) =>
    [...text].filter((sign) => !font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));

  it('would notice a sign that the font lacks', () => {
    expect(cannotPrint('A ∩ B')).toEqual(['∩']);
  });

  it.each(calcMethods.map((method) => [method.name, method] as const))(
    '%s › uses no sign that the font of the reports lacks',
    (name, method) => {
      const answer = method.calculate(exampleOf(name), { explain: true });
      const explanation = answer.ok ? answer.output.explanation : undefined;
      if (explanation === undefined) throw new Error('no derivation');
      const texts = [
        ...explanation.sources,
        ...explanation.inputs.map(({ symbol }) => symbol),
        ...explanation.steps.flatMap(({ formula, worked = [], results }) => [
          formula,
          ...worked,
          ...results.map(({ symbol }) => symbol),
        ]),
      ];

      expect(texts.length).toBeGreaterThan(3);
      expect([...new Set(texts.flatMap(cannotPrint))]).toEqual([]);
    },
  );
});
