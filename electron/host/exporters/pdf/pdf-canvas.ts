/// <reference path="./pdfkit-extra.d.ts" />
import PDFDocument from 'pdfkit';
import type { FontBytes } from './pdf-fonts.ts';
import { ink, page, type TextStyle, type Weight } from './pdf-style.ts';
import { type Measure, wrapText } from './pdf-text.ts';

export type Orientation = 'portrait' | 'landscape';
export type Align = 'left' | 'center' | 'right';
type StructureElement = ReturnType<PDFKit.PDFDocument['struct']>;

/** The sign ◎ is in the field's notation but not in Pretendard; it is drawn, and copied as what it means. */
const doubleCircle = '◎';

/**
 * A4 pages with a cursor that moves down. Everything is drawn as text and vectors, and marked with
 * what it is (heading, paragraph, table cell, figure), so that screen readers and copying work.
 */
export class PdfCanvas {
  readonly doc: PDFKit.PDFDocument;
  /** Top of the free space on the current page, in pt from its upper edge. */
  y: number = page.marginTop;
  readonly #root: StructureElement;
  readonly #widths = new Map<string, number>();
  #orientation: Orientation = 'portrait';

  constructor(fonts: FontBytes, about: { title: string; author: string; language: string }) {
    this.doc = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      margin: 0,
      pdfVersion: '1.7',
      lang: about.language,
      tagged: true,
      displayTitle: true,
      info: { Title: about.title, Author: about.author, Creator: 'CSM Workbench' },
    });
    for (const weight of ['regular', 'bold'] as const) this.#registerFont(weight, fonts[weight]);
    this.#root = this.doc.struct('Document');
    this.doc.addStructure(this.#root);
  }

  get orientation(): Orientation {
    return this.#orientation;
  }

  get left(): number {
    return page.marginX;
  }

  get width(): number {
    return this.pageWidth - 2 * page.marginX;
  }

  get right(): number {
    return this.pageWidth - page.marginX;
  }

  get bottom(): number {
    return this.pageHeight - page.marginBottom;
  }

  get pageWidth(): number {
    return this.#orientation === 'portrait' ? page.shortSide : page.longSide;
  }

  get pageHeight(): number {
    return this.#orientation === 'portrait' ? page.longSide : page.shortSide;
  }

  /** Free height of an empty page. */
  get fullHeight(): number {
    return this.bottom - page.marginTop;
  }

  get isAtTop(): boolean {
    return this.y <= page.marginTop;
  }

  addPage(orientation: Orientation = this.#orientation): void {
    this.#orientation = orientation;
    this.doc.addPage({ size: 'A4', layout: orientation, margin: 0 });
    this.y = page.marginTop;
  }

  /** Begins a page unless `height` still fits on this one. */
  ensure(height: number): void {
    if (this.y + height > this.bottom && !this.isAtTop) this.addPage();
  }

  readonly measure: Measure = (text, style) => {
    const key = `${style.weight}${style.size}${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.doc.font(style.weight).fontSize(style.size);
    // ◎ is drawn as wide as ○.
    const width = this.doc.widthOfString(printable(text).replaceAll(doubleCircle, '○'));
    this.#widths.set(key, width);
    return width;
  };

  wrap(text: string, width: number, style: TextStyle): string[] {
    return wrapText(text, width, style, this.measure);
  }

  /** One line whose box begins at `top`; `x` is its left, middle or right by `align`. */
  line(text: string, x: number, top: number, style: TextStyle, align: Align = 'left'): void {
    const width = align === 'left' ? 0 : this.measure(text, style);
    const from = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    const baselineTop = top + (style.lineHeight - style.size * 1.193) / 2;
    let at = from;
    for (const part of printable(text).split(/(◎)/)) {
      if (part === '') continue;
      if (part === doubleCircle) {
        this.#drawDoubleCircle(at, top, style);
        this.#writeDoubleCircle(at, baselineTop, style);
      } else this.#drawText(part, at, baselineTop, style);
      at += this.measure(part, style);
    }
  }

  lines(lines: readonly string[], x: number, top: number, style: TextStyle, align?: Align): void {
    for (const [index, line] of lines.entries()) {
      this.line(line, x, top + index * style.lineHeight, style, align);
    }
  }

  /** A wrapped text across the page at the cursor, going on to the next page when it must. */
  paragraph(text: string, style: TextStyle, tag: string, width = this.width): void {
    const element = this.element(tag);
    for (const line of this.wrap(text, width, style)) {
      this.ensure(style.lineHeight);
      this.mark(element, tag, () => this.line(line, this.left, this.y, style));
      this.y += style.lineHeight;
    }
  }

  rule(x1: number, x2: number, at: number, color: string = ink.rule, width = 0.5): void {
    this.artifact(() => {
      this.doc.lineWidth(width).strokeColor(color).moveTo(x1, at).lineTo(x2, at).stroke();
    });
  }

  box(x: number, at: number, width: number, height: number, color: string): void {
    this.artifact(() => this.doc.rect(x, at, width, height).fill(color));
  }

  /** A new structure element, below `parent` or the document itself. */
  element(
    tag: string,
    parent: StructureElement = this.#root,
    options: { alt?: string } = {},
  ): StructureElement {
    const element = this.doc.struct(tag, options);
    parent.add(element);
    return element;
  }

  /** Draws something as content of `element`. */
  mark(element: StructureElement, tag: string, draw: () => void): void {
    element.add(this.doc.markStructureContent(tag));
    draw();
    this.doc.endMarkedContent();
  }

  /** Draws something that carries no meaning of its own. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  /** Draws on every page once their number is known. */
  eachPage(
    draw: (place: { number: number; count: number; width: number; height: number }) => void,
  ): void {
    const { start, count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.doc.switchToPage(start + index);
      const { width, height } = this.doc.page;
      draw({ number: index + 1, count, width, height });
    }
  }

  /** Closes the document and hands out its bytes. */
  async finish(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.doc.end();
    await ended;
    return Buffer.concat(chunks);
  }

  /** Registers a face with digits of equal width, for the charts' texts too. */
  #registerFont(weight: Weight, bytes: Uint8Array): void {
    this.doc.registerFont(weight, Buffer.from(bytes));
    const font = this.doc.font(weight)._font;
    const layout = font.layoutRun.bind(font);
    font.layoutRun = (text, features = ['tnum']) => layout(text, features);
  }

  #drawText(text: string, x: number, y: number, style: TextStyle): void {
    this.doc
      .font(style.weight)
      .fontSize(style.size)
      .fillColor(style.color)
      .text(text, x, y, { lineBreak: false });
  }

  /**
   * Readers take what a span stands for only where it holds a letter: one that is not seen (mode 3). They
   * place it by the axes in force when the span ends, and PDFKit's `text` turns the page over within it: so
   * the page is turned here, around the span.
   */
  #writeDoubleCircle(x: number, top: number, style: TextStyle): void {
    const { doc } = this;
    const baseline = top + style.size * 0.95;
    const font = doc.font(style.weight)._font;
    doc.page.fonts[font.id] ??= font.ref();
    const [letter] = font.encode('○');
    doc.save().transform(1, 0, 0, -1, 0, this.pageHeight);
    doc.markContent('Span', { actual: doubleCircle });
    const place = `1 0 0 1 ${x.toFixed(2)} ${(this.pageHeight - baseline).toFixed(2)} Tm`;
    doc.addContent(`BT ${place} /${font.id} ${style.size} Tf 3 Tr <${letter.join('')}> Tj ET`);
    doc.endMarkedContent().restore();
  }

  #drawDoubleCircle(x: number, top: number, style: TextStyle): void {
    const centreX = x + this.measure(doubleCircle, style) / 2;
    const centreY = top + style.lineHeight / 2;
    this.doc.lineWidth(style.size * 0.08).strokeColor(style.color);
    for (const radius of [0.4, 0.2]) {
      this.doc.circle(centreX, centreY, style.size * radius).stroke();
    }
  }
}

/**
 * What Pretendard can print: composed Hangul, no emoji, no control characters. Customers' texts hold
 * all of them.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, (sign) =>
      /[©®™]/.test(sign) ? sign : '',
    )
    .replaceAll(/\p{Cc}/gu, ' ');
}
