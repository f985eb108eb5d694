declare namespace PDFKit {
  interface PDFDocument {
    /** The font in use. Undocumented, but svg-to-pdfkit draws through it too. */
    _font: {
      id: string;
      layoutRun(text: string, features?: string[]): unknown;
      /** Glyphs in hexadecimal, and where they go. */
      encode(text: string): [glyphs: string[], positions: unknown];
      ref(): unknown;
    };
    /** Operators as they stand in the file. */
    addContent(operators: string): PDFDocument;
  }
}

declare module 'svg-to-pdfkit' {
  interface SvgToPdfOptions {
    width?: number;
    height?: number;
    /** Take px of the SVG as pt of the page. */
    assumePt?: boolean;
    fontCallback?: (family: string, bold: boolean, italic: boolean) => string;
    warningCallback?: (message: string) => void;
  }
  function svgToPdf(
    doc: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options?: SvgToPdfOptions,
  ): void;
  export = svgToPdf;
}
