import type { VocKind } from '../contract/voc.contract.ts';

/**
 * The one look of every chart, on the screen and in reports. Colours derive from the palette of
 * Okabe & Ito (2008), which people with any common colour blindness can tell apart; better and worse
 * are blue and vermilion, never green and red. Meaning never hangs on colour alone: marks also
 * differ in shape, fill or label.
 */
export interface ChartTheme {
  name: 'light' | 'dark' | 'print';
  fontFamily: string;
  /** Size of axis and value labels, in px. */
  fontSize: number;
  animation: boolean;
  surface: string;
  text: string;
  textMuted: string;
  axisLine: string;
  gridLine: string;
  /** The thing a chart is about. */
  primary: string;
  /** The same, pale enough for a whisker to be seen on it. */
  primarySoft: string;
  /** What stands beside it and is not chosen, not meant, not current. */
  secondary: string;
  /** Whiskers of an interval; must be visible on `primary` and on `surface`. */
  interval: string;
  better: string;
  worse: string;
  cumulative: string;
  vocKinds: Record<VocKind, string>;
}

const fontFamily =
  "'Pretendard Variable', Pretendard, 'Malgun Gothic', 'Apple SD Gothic Neo', sans-serif";

export const lightChartTheme: ChartTheme = {
  name: 'light',
  fontFamily,
  fontSize: 12,
  animation: true,
  surface: '#ffffff',
  text: '#1f2933',
  textMuted: '#5b6673',
  axisLine: '#9aa5b1',
  gridLine: '#e4e7eb',
  primary: '#0072b2',
  primarySoft: '#8cc2e0',
  secondary: '#b7c3cf',
  interval: '#1f2933',
  better: '#0072b2',
  worse: '#d55e00',
  cumulative: '#d55e00',
  vocKinds: {
    complaint: '#d55e00',
    suggestion: '#0072b2',
    question: '#56b4e9',
    praise: '#009e73',
    other: '#a3adb8',
  },
};

export const darkChartTheme: ChartTheme = {
  name: 'dark',
  fontFamily,
  fontSize: 12,
  animation: true,
  surface: '#1a1d21',
  text: '#e6e9ed',
  textMuted: '#a3adb8',
  axisLine: '#6b7682',
  gridLine: '#30363d',
  primary: '#56b4e9',
  primarySoft: '#2c6a93',
  secondary: '#4a5560',
  interval: '#f2f4f6',
  better: '#56b4e9',
  worse: '#f08a3c',
  cumulative: '#f0a13c',
  vocKinds: {
    complaint: '#f08a3c',
    suggestion: '#3d95d1',
    question: '#8fd0f5',
    praise: '#2fbf95',
    other: '#7b8794',
  },
};

/** For paper: light, still, and with labels at the size of a caption. */
export const printChartTheme: ChartTheme = {
  ...lightChartTheme,
  name: 'print',
  fontFamily: 'Pretendard',
  fontSize: 8,
  animation: false,
};
