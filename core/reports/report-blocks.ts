import type {
  ColumnKind,
  KeyFigure,
  NoteBlock,
  ParagraphBlock,
  ReportColumn,
  ReportRow,
  TableBlock,
} from './report-document.ts';
import type { ReportWords } from './report-words.ts';

export function lead(text: string): ParagraphBlock {
  return { type: 'paragraph', text, tone: 'lead' };
}

export function body(text: string): ParagraphBlock {
  return { type: 'paragraph', text, tone: 'body' };
}

export function missing(text: string): NoteBlock {
  return { type: 'note', text, tone: 'missing' };
}

export function sourceNote(text: string): NoteBlock {
  return { type: 'note', text, tone: 'source' };
}

export function column(
  title: string,
  kind: ColumnKind,
  width: number,
  only?: ReportColumn['only'],
): ReportColumn {
  return only === undefined ? { title, kind, width } : { title, kind, width, only };
}

/** A column by its key, its kind and how wide it is beside the others. */
export type NamedColumn = readonly [key: string, kind: ColumnKind, width: number];

/** A table whose title and heads are words below `prefix`. */
export function namedTable(
  prefix: string,
  columns: readonly NamedColumn[],
  rows: ReportRow[],
  words: ReportWords,
  more: Partial<Pick<TableBlock, 'source' | 'groupColumns'>> = {},
): TableBlock {
  const title = (key: string) => words.say(`${prefix}.${key}`);
  return {
    type: 'table',
    title: title('title'),
    columns: columns.map(([key, kind, width]) => column(title(key), kind, width)),
    rows,
    source: '',
    ...more,
  };
}

export function keyFigure(
  label: string,
  value: KeyFigure['value'],
  kind: ColumnKind,
  more: Partial<Pick<KeyFigure, 'unit' | 'detail' | 'tone'>> = {},
): KeyFigure {
  return { label, value, kind, unit: '', detail: '', tone: 'plain', ...more };
}
