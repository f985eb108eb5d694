import type {
  ColumnKind,
  KeyFigure,
  NoteBlock,
  ParagraphBlock,
  ReportColumn,
} from './report-document.ts';

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

export function keyFigure(
  label: string,
  value: KeyFigure['value'],
  kind: ColumnKind,
  more: Partial<Pick<KeyFigure, 'unit' | 'detail' | 'tone'>> = {},
): KeyFigure {
  return { label, value, kind, unit: '', detail: '', tone: 'plain', ...more };
}
