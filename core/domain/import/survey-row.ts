import { AppError } from '../../contract/app-error.ts';
import type { SurveyMapping } from '../../contract/import.contract.ts';
import { fieldValue, withoutNul } from './cell-value.ts';
import { ColumnLookup } from './column-lookup.ts';
import { columnName } from './header-row.ts';
import { isMissing, parseNumberValue } from './number-value.ts';
import { type Rejection, shortened } from './rejection.ts';

/** One row of a file as a respondent. Numbers in front are places in the compiled mapping's lists. */
export interface RespondentRecord {
  respondentKey: string;
  branch: string | null;
  weight: number;
  /** Turned round (min + max − x) where the item is reversed. A missing answer is absent. */
  answers: { item: number; value: number }[];
  segments: { segment: number; value: string }[];
  openAnswers: { question: number; text: string }[];
  extras: { name: string; value: string }[];
}

export interface SurveyItemColumn {
  header: string;
  label: string;
  scaleMin: number;
  scaleMax: number;
  reversed: boolean;
}

/** A mapping made ready for one file's headers. */
export interface SurveyRowReader {
  items: SurveyItemColumn[];
  segments: string[];
  openQuestions: string[];
  /** `rowNumber`: 1-based row of data, the respondent's key where the file names none. */
  read(cells: readonly string[], rowNumber: number): RespondentRecord | Rejection;
}

const longestText = 20_000;
const longestField = 200;

/**
 * Compiles a survey mapping for one file's headers.
 *
 * A row is rejected, with the item and the value, when an answer is no number or off its scale, or
 * its weight is not a number of at least 0. Blank answers and the usual marks (NA, -, 무응답 …) are
 * missing. Columns the mapping does not name are kept as extra fields.
 *
 * @throws AppError `import.headerUnknown`, `import.noItems`, `import.scaleInvalid`, `import.columnTwice`
 */
export function surveyRowReader(
  headers: readonly string[],
  mapping: SurveyMapping,
): SurveyRowReader {
  const columns = resolveColumns(headers, mapping);
  const { items, segments, openQuestions } = columns;
  return {
    items: items.map(({ index: _, ...item }) => item),
    segments: segments.map((index) => headers[index] ?? ''),
    openQuestions: openQuestions.map((index) => headers[index] ?? ''),
    read(cells, rowNumber) {
      if (cells.every((cell) => cell.trim() === '')) return { reason: 'rowEmpty', params: {} };
      const key = respondentKey(columns.respondentId, cells, rowNumber);
      if (key === null) return { reason: 'respondentIdEmpty', params: {} };
      const weight = weightOf(columns.weight, cells);
      if (typeof weight !== 'number') return weight;
      const answers = answersOf(items, cells);
      if (!Array.isArray(answers)) return answers;
      const branch = columns.branch === null ? null : fieldValue(cells[columns.branch]);
      const long = tooLong(headers, columns, cells);
      if (long !== null) return long;
      return {
        respondentKey: key,
        branch,
        weight,
        answers,
        segments: segments.flatMap((column, segment) => {
          const value = fieldValue(cells[column]);
          return value === null ? [] : [{ segment, value }];
        }),
        openAnswers: openQuestions.flatMap((column, question) => {
          const text = withoutNul(cells[column] ?? '').trim();
          return isMissing(text) ? [] : [{ question, text }];
        }),
        extras: extrasOf(headers, columns.mapped, cells),
      };
    },
  };
}

interface ResolvedColumns {
  respondentId: number | null;
  branch: number | null;
  weight: number | null;
  items: (SurveyItemColumn & { index: number })[];
  segments: number[];
  openQuestions: number[];
  mapped: ReadonlySet<number>;
}

function resolveColumns(headers: readonly string[], mapping: SurveyMapping): ResolvedColumns {
  const lookup = new ColumnLookup(headers);
  const optional = (header: string | undefined) =>
    header === undefined ? null : lookup.indexOf(header);
  const items = Object.entries(mapping.items).map(([header, item]) => {
    const index = lookup.indexOf(header);
    if (!(item.scaleMax > item.scaleMin)) throw new AppError('import.scaleInvalid', { header });
    return {
      ...item,
      index,
      header: headers[index] ?? header,
      label: item.label?.trim() || header,
    };
  });
  if (items.length === 0) throw new AppError('import.noItems');
  const columns = {
    respondentId: optional(mapping.respondentId),
    branch: optional(mapping.branch),
    weight: optional(mapping.weight),
    items,
    segments: mapping.segments.map((header) => lookup.indexOf(header)),
    openQuestions: mapping.openQuestions.map((header) => lookup.indexOf(header)),
  };
  const exclusive = [
    ...items.map(({ index }) => index),
    ...columns.openQuestions,
    ...[columns.respondentId, columns.weight].filter((index) => index !== null),
  ];
  const mapped = new Set([...exclusive, ...columns.segments]);
  refuseTwice(headers, [...exclusive, ...columns.segments]);
  if (columns.branch !== null) refuseTwice(headers, [...exclusive, columns.branch]);
  if (columns.branch !== null) mapped.add(columns.branch);
  return { ...columns, mapped };
}

/** A branch may be a segment too; nothing else can be two things at once. */
function refuseTwice(headers: readonly string[], indexes: readonly number[]): void {
  const seen = new Set<number>();
  for (const index of indexes) {
    if (seen.has(index)) throw new AppError('import.columnTwice', { header: headers[index] ?? '' });
    seen.add(index);
  }
}

function respondentKey(
  column: number | null,
  cells: readonly string[],
  rowNumber: number,
): string | null {
  return column === null ? String(rowNumber) : fieldValue(cells[column]);
}

function weightOf(column: number | null, cells: readonly string[]): number | Rejection {
  const written = column === null ? '' : (cells[column] ?? '').trim();
  if (written === '') return 1;
  const weight = parseNumberValue(written);
  return weight === null || weight < 0
    ? { reason: 'weightInvalid', params: { value: shortened(written) } }
    : weight;
}

function answersOf(
  items: ResolvedColumns['items'],
  cells: readonly string[],
): RespondentRecord['answers'] | Rejection {
  const answers: RespondentRecord['answers'] = [];
  for (const [place, item] of items.entries()) {
    const written = cells[item.index] ?? '';
    if (isMissing(written)) continue;
    const value = parseNumberValue(written);
    const about = { item: shortened(item.header), value: shortened(written) };
    if (value === null) return { reason: 'answerNotNumber', params: about };
    const { scaleMin, scaleMax } = item;
    if (value < scaleMin || value > scaleMax) {
      return { reason: 'answerOffScale', params: { ...about, scaleMin, scaleMax } };
    }
    answers.push({ item: place, value: item.reversed ? scaleMin + scaleMax - value : value });
  }
  return answers;
}

function tooLong(
  headers: readonly string[],
  columns: ResolvedColumns,
  cells: readonly string[],
): Rejection | null {
  const short = [columns.respondentId, columns.branch, ...columns.segments];
  for (const index of short) {
    if (index !== null && (cells[index] ?? '').trim().length > longestField) {
      const column = headers[index] ?? '';
      return { reason: 'valueTooLong', params: { column, most: longestField } };
    }
  }
  for (const index of columns.openQuestions) {
    const { length } = (cells[index] ?? '').trim();
    if (length > longestText)
      return { reason: 'textTooLong', params: { length, most: longestText } };
  }
  return null;
}

function extrasOf(
  headers: readonly string[],
  mapped: ReadonlySet<number>,
  cells: readonly string[],
): RespondentRecord['extras'] {
  return cells.flatMap((cell, index) => {
    const value = withoutNul(cell).trim();
    if (mapped.has(index) || value === '') return [];
    return [{ name: columnName(headers, index), value }];
  });
}
