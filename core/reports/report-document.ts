import type { EChartsOption } from 'echarts';
import type { Interval, Locale } from '../contract/common.schema.ts';
import type { ReportKind } from '../contract/report.contract.ts';

/**
 * A report before it has a format: what is said, in which order, with every word already in the
 * reader's language. Exporters decide only how it looks.
 */
export interface ReportDocument {
  kind: ReportKind | 'minutes';
  locale: Locale;
  title: string;
  workspaceName: string;
  /** What the figures cover, e.g. months of VOC and waves of surveys. */
  period: string;
  /** `YYYY-MM-DD HH:MM`, local time. */
  createdAt: string;
  labels: ReportLabels;
  sections: ReportSection[];
}

/** The few words an exporter itself has to say. */
export interface ReportLabels {
  createdAt: string;
  period: string;
  page: string;
  /** Put before the name of a table or matrix that goes on. */
  continued: string;
  intervalLow: string;
  intervalHigh: string;
}

export interface ReportSection {
  id: string;
  title: string;
  /** Name of the worksheet it goes to; several sections of one name share the sheet. */
  sheet: string;
  /** Level in the outline: 1 begins a page, 2 goes on where the section before it ended. */
  level: 1 | 2;
  orientation: 'portrait' | 'landscape';
  blocks: ReportBlock[];
}

export type ReportBlock =
  | ParagraphBlock
  | KeyFiguresBlock
  | TableBlock
  | MatrixBlock
  | FigureBlock
  | QuotesBlock
  | NoteBlock;

export interface ParagraphBlock {
  type: 'paragraph';
  text: string;
  /** `lead`: the sentence a hurried reader takes away. */
  tone: 'lead' | 'body';
}

export interface KeyFigure {
  label: string;
  value: ReportCell;
  kind: ColumnKind;
  /** Small print behind the value, e.g. `/ 15`. */
  unit: string;
  /** What the value needs to be believed: interval, n, verdict. */
  detail: string;
  tone: 'plain' | 'better' | 'worse' | 'alert';
}

export interface KeyFiguresBlock {
  type: 'keyFigures';
  figures: KeyFigure[];
}

/**
 * How a column's values are written: `score` 0–100 with one decimal, `difference` the same with its
 * sign, `share` 0–1 as percent, `date` from `YYYY-MM-DD`, `interval` from two ends.
 */
export type ColumnKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'score'
  | 'difference'
  | 'share'
  | 'date'
  | 'interval';

export type ReportCell = string | number | Interval | null;

export interface ReportColumn {
  title: string;
  kind: ColumnKind;
  /** Share of the table's width in print, and width in characters in a worksheet. */
  width: number;
  /** Left out of the other format, e.g. because two columns stand together on paper. */
  only?: 'print' | 'workbook';
}

export interface ReportRow {
  cells: ReportCell[];
  tone?: 'muted';
  /** Places of the cells that call for action. */
  alertCells?: number[];
}

export interface TableBlock {
  type: 'table';
  title: string;
  columns: ReportColumn[];
  rows: ReportRow[];
  /** Leading columns that are printed once per run of equal values; a worksheet keeps them all. */
  groupColumns?: number;
  /** Formula, version and n of the figures in it. */
  source: string;
}

export interface MatrixHow {
  name: string;
  /** ↑ ↓ ◎ */
  direction: string;
  unit: string;
  targetValue: string;
  chosen: boolean;
  absolute: number;
  /** 0–1; null when no HOW has any weight. */
  relative: number | null;
  rank: number;
}

export interface MatrixWhat {
  code: string;
  name: string;
  importance: number;
  /** What multiplies its relations: importance with the plan and Kano class, as the house says. */
  weight: number;
  vocCount: number;
}

/** A house of quality: WHATs down, HOWs across. */
export interface MatrixBlock {
  type: 'matrix';
  title: string;
  whats: MatrixWhat[];
  hows: MatrixHow[];
  /** strengths[i][j] between whats[i] and hows[j]: 0 or a value of the scale. */
  strengths: number[][];
  /** What stands for each value, strongest first. */
  levels: { value: number; symbol: string }[];
  /** Whether weights are other than importance, and so worth a column of their own. */
  hasWeights: boolean;
  /** Whether each row's weight is divided by its sum of relations. */
  isNormalized: boolean;
  labels: MatrixLabels;
  source: string;
}

export interface MatrixLabels {
  what: string;
  importance: string;
  weight: string;
  /** Weight ÷ sum of the row. */
  share: string;
  vocCount: string;
  absolute: string;
  relative: string;
  rank: string;
  direction: string;
  target: string;
  chosen: string;
  legend: string;
}

export interface FigureBlock {
  type: 'figure';
  title: string;
  option: EChartsOption;
  /** In px of the print theme, at the full width of the page. */
  heightPx: number;
  /** The figure in words, for those who cannot see it. */
  description: string;
  source: string;
}

export interface Quote {
  /** A customer's own words, personal data masked. */
  text: string;
  /** Where they can be found: number and day of the VOC. */
  source: string;
}

export interface QuotesBlock {
  type: 'quotes';
  title: string;
  groups: { title: string; quotes: Quote[] }[];
}

/** Small print, or what is missing and how to get it. */
export interface NoteBlock {
  type: 'note';
  text: string;
  tone: 'source' | 'missing';
}
