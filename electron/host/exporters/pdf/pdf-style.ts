/** Sizes of the printed report, in pt (1/72 inch). */
export const page = {
  /** A4. */
  shortSide: 595.28,
  longSide: 841.89,
  marginX: 48,
  marginTop: 62,
  marginBottom: 58,
  headerAt: 32,
  /** Distance of the footer's top from the lower edge. */
  footerAt: 40,
} as const;

export const ink = {
  text: '#1f2933',
  muted: '#5b6673',
  faint: '#8a94a0',
  rule: '#d4d9de',
  strongRule: '#1f2933',
  accent: '#0072b2',
  accentTint: '#eaf3f9',
  alert: '#b84a00',
  better: '#0072b2',
  worse: '#d55e00',
  paper: '#ffffff',
  noteTint: '#f4f6f8',
} as const;

export type Weight = 'regular' | 'bold';

export interface TextStyle {
  size: number;
  /** Distance from line to line. */
  lineHeight: number;
  weight: Weight;
  color: string;
}

const text = (size: number, lineHeight: number, color: string, weight: Weight): TextStyle => ({
  size,
  lineHeight,
  color,
  weight,
});

export const styles = {
  documentTitle: text(22, 29, ink.text, 'bold'),
  documentMeta: text(8.5, 13, ink.muted, 'regular'),
  eyebrow: text(9.5, 14, ink.accent, 'bold'),
  heading1: text(15, 21, ink.text, 'bold'),
  heading2: text(12, 17, ink.text, 'bold'),
  blockTitle: text(9.5, 14, ink.text, 'bold'),
  lead: text(10, 16, ink.text, 'regular'),
  body: text(9, 14.5, ink.text, 'regular'),
  caption: text(8, 12, ink.muted, 'regular'),
  source: text(7, 10.5, ink.faint, 'regular'),
  tableHead: text(7.5, 10.5, ink.muted, 'bold'),
  cell: text(8.5, 12, ink.text, 'regular'),
  figureLabel: text(8, 11.5, ink.muted, 'regular'),
  figureValue: text(21, 26, ink.text, 'bold'),
  figureUnit: text(10, 26, ink.muted, 'regular'),
  figureDetail: text(7.5, 10.5, ink.muted, 'regular'),
  quote: text(9, 13.5, ink.text, 'regular'),
  furniture: text(7.5, 10.5, ink.faint, 'regular'),
} as const satisfies Record<string, TextStyle>;
