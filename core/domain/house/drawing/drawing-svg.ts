import { withoutUnwritable } from '../writable-text.ts';
import type { DrawnSheet, DrawnText, PlacedDrawing, Point, Shape, Tone } from './drawing.ts';

/** What the tones look like. */
export interface DrawingTheme {
  readonly fontFamily: string;
  readonly colors: Readonly<Record<Tone, string>>;
}

const fontFamily =
  "'Pretendard Variable', Pretendard, 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif";

/** Colours of Okabe & Ito (2008) for what is better and worse; nothing hangs on colour alone. */
export const lightDrawing: DrawingTheme = {
  fontFamily,
  colors: {
    surface: '#ffffff',
    text: '#1f2933',
    muted: '#4b5663',
    line: '#b4bdc6',
    strongLine: '#3e4c59',
    head: '#f4f6f8',
    group: '#e6eaee',
    strongest: '#e3eff7',
    bar: '#6ea8cc',
    positive: '#0068a3',
    negative: '#b84a00',
    own: '#0072b2',
    rival0: '#b84a00',
    rival1: '#5b6673',
    rival2: '#00795a',
    rival3: '#8a4a7d',
  },
};

export const darkDrawing: DrawingTheme = {
  fontFamily,
  colors: {
    surface: '#1a1d21',
    text: '#e6e9ed',
    muted: '#a9b3be',
    line: '#414a54',
    strongLine: '#98a4b0',
    head: '#22272d',
    group: '#2c333a',
    strongest: '#1f3a4d',
    bar: '#3f86b3',
    positive: '#7cc4f0',
    negative: '#f5a065',
    own: '#56b4e9',
    rival0: '#f08a3c',
    rival1: '#b0bac4',
    rival2: '#2fbf95',
    rival3: '#d79bc9',
  },
};

/** For paper: tints that a copier in black and white still shows apart. */
export const printDrawing: DrawingTheme = {
  fontFamily: 'Pretendard',
  colors: { ...lightDrawing.colors, line: '#9aa5b1', strongest: '#dce9f2', muted: '#3e4c59' },
};

/**
 * A sheet as SVG: user units are mm. Attributes only, no style sheet, so that every reader of SVG,
 * svg-to-pdfkit among them, takes it as it is. Text is escaped; signs that XML cannot hold are left out.
 */
export function sheetSvg(sheet: DrawnSheet, theme: DrawingTheme, title: string): string {
  const width = number(sheet.width);
  const height = number(sheet.height);
  const body = sheet.layers.map((layer) => layerSvg(layer, theme)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
    `viewBox="0 0 ${width} ${height}" font-family="${escaped(theme.fontFamily)}" role="img">` +
    `<title>${escaped(title)}</title>` +
    `<rect x="0" y="0" width="${width}" height="${height}" fill="${theme.colors.surface}"/>` +
    `${body}</svg>`
  );
}

function layerSvg({ drawing, x, y, scale }: PlacedDrawing, theme: DrawingTheme): string {
  const shapes = drawing.shapes.map((shape) => shapeSvg(shape, theme)).join('');
  // Digits of a scale are a large part of a long house.
  const transform = `translate(${number(x)} ${number(y)}) scale(${Number(scale.toFixed(5))})`;
  return `<g transform="${transform}">${shapes}</g>`;
}

function shapeSvg(shape: Shape, { colors }: DrawingTheme): string {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height } = shape;
      const place = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`;
      return `<rect ${place}${paint(shape, colors)}/>`;
    }
    case 'circle': {
      const { x, y, radius } = shape;
      const place = `cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"`;
      return `<circle ${place}${paint(shape, colors)}/>`;
    }
    case 'polygon':
      return `<polygon points="${pointList(shape.points)}"${paint(shape, colors)}/>`;
    case 'line': {
      const { points, stroke, strokeWidth, dash } = shape;
      const dashes = dash === null ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`;
      return (
        `<polyline points="${pointList(points)}" fill="none" stroke="${colors[stroke]}" ` +
        `stroke-width="${number(strokeWidth)}"${dashes}/>`
      );
    }
    case 'text':
      return textSvg(shape, colors);
  }
}

function textSvg(shape: DrawnText, colors: DrawingTheme['colors']): string {
  const { x, y, text, size, anchor, isBold, tone, isRotated } = shape;
  const place = `x="${number(x)}" y="${number(y)}"`;
  const turn = isRotated ? ` transform="rotate(-90 ${number(x)} ${number(y)})"` : '';
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  const weight = isBold ? ' font-weight="600"' : '';
  return `<text ${place} font-size="${number(size)}"${side}${weight} fill="${colors[tone]}"${turn}>${escaped(text)}</text>`;
}

function paint(
  { fill, stroke, strokeWidth }: { fill: Tone | null; stroke: Tone | null; strokeWidth: number },
  colors: DrawingTheme['colors'],
): string {
  const pen =
    stroke === null ? '' : ` stroke="${colors[stroke]}" stroke-width="${number(strokeWidth)}"`;
  return ` fill="${fill === null ? 'none' : colors[fill]}"${pen}`;
}

function pointList(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${number(x)},${number(y)}`).join(' ');
}

/** A hundredth of a millimetre is finer than any printer. */
function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return withoutUnwritable(text.normalize('NFC')).replace(
    /[&<>"']/g,
    (sign) => escapes[sign] ?? sign,
  );
}
