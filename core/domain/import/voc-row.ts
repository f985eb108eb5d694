import { AppError } from '../../contract/app-error.ts';
import type { VocMapping, VocTarget } from '../../contract/import.contract.ts';
import type { VocChannel, VocKind } from '../../contract/voc.contract.ts';
import { fieldValue, withoutNul } from './cell-value.ts';
import { ColumnLookup } from './column-lookup.ts';
import { type DateReading, dateOrderOf, parseDateValue } from './date-value.ts';
import { columnName } from './header-row.ts';
import { type Rejection, shortened } from './rejection.ts';
import { parseChannel, parseKind, parseSeverity } from './word-value.ts';

/** One row of a file as a VOC. */
export interface VocRecord {
  text: string;
  receivedAt: string;
  channel: VocChannel;
  kind: VocKind;
  severity: number | null;
  branch: string | null;
  customerType: string | null;
  product: string | null;
  owner: string | null;
  externalId: string | null;
  customerCode: string | null;
  /** What no field of a VOC holds, by column name. */
  extras: { name: string; value: string }[];
}

const longestText = 20_000;
const longestField = 200;

type SingleTarget = Exclude<VocTarget, 'extra'>;

/**
 * Compiles a mapping for one file's headers into a function from cells to a VOC or the reason why
 * the row is not one.
 *
 * Nothing is lost: columns without a target and cells beyond the headers become extra fields, and so
 * does the original of a channel, kind or severity that is no word of ours (the field then says
 * `other`, or nothing). An empty cell takes the mapping's default; a missing date takes
 * `defaults.receivedAt`, else `today` (`YYYY-MM-DD`). A date that cannot be read rejects the row;
 * `dates` says how to read one that its parts leave open.
 *
 * @throws AppError `import.headerUnknown`, `import.textColumnMissing`, `import.targetTwice`
 */
export function vocRowReader(
  headers: readonly string[],
  mapping: VocMapping,
  today: string,
  dates: DateReading = { order: mapping.dateOrder },
): (cells: readonly string[]) => VocRecord | Rejection {
  const columns = columnsByTarget(headers, mapping);
  const mapped = new Set(columns.values());
  const textColumn = columns.get('text');
  if (textColumn === undefined) throw new AppError('import.textColumnMissing');
  const { defaults } = mapping;
  const readChannel = remembering(parseChannel);
  const readKind = remembering(parseKind);
  const readSeverity = remembering(parseSeverity);

  return (cells): VocRecord | Rejection => {
    const text = withoutNul(cells[textColumn] ?? '').trim();
    if (text === '') return { reason: 'textEmpty', params: {} };
    if (text.length > longestText) {
      return { reason: 'textTooLong', params: { length: text.length, most: longestText } };
    }
    const field = (target: SingleTarget) => {
      const column = columns.get(target);
      return column === undefined ? null : fieldValue(cells[column]);
    };
    const written = field('receivedAt');
    const receivedAt =
      written === null ? (defaults.receivedAt ?? today) : parseDateValue(written, dates);
    if (receivedAt === null) {
      return { reason: 'dateUnreadable', params: { value: shortened(written ?? '') } };
    }
    const channel = wordOf(field('channel'), readChannel, defaults.channel ?? 'other', 'other');
    const kind = wordOf(field('kind'), readKind, defaults.kind ?? 'other', 'other');
    const severity = wordOf(field('severity'), readSeverity, null, null);
    const record: VocRecord = {
      text,
      receivedAt,
      channel: channel.value,
      kind: kind.value,
      severity: severity.value,
      branch: field('branch') ?? defaults.branch ?? null,
      customerType: field('customerType') ?? defaults.customerType ?? null,
      product: field('product') ?? defaults.product ?? null,
      owner: field('owner') ?? defaults.owner ?? null,
      externalId: field('externalId'),
      customerCode: field('customerCode'),
      extras: [],
    };
    for (const target of shortTargets) {
      const value = record[target];
      if (value !== null && value.length > longestField) {
        const header = headers[columns.get(target) ?? -1] ?? target;
        return { reason: 'valueTooLong', params: { column: header, most: longestField } };
      }
    }
    addUnread(record, headers, columns, { channel, kind, severity });
    addUnmapped(record, headers, mapped, cells);
    return record;
  };
}

/** How the dates of a file are read: as the mapping says, else as its first rows suggest. */
export function vocDateReading(
  headers: readonly string[],
  mapping: VocMapping,
  firstRows: readonly (readonly string[])[],
  from1904: boolean,
): DateReading {
  const column = columnsByTarget(headers, mapping).get('receivedAt');
  if (mapping.dateOrder !== undefined || column === undefined) {
    return { order: mapping.dateOrder, from1904 };
  }
  const cells = firstRows.map((cells) => cells[column] ?? '');
  return { order: dateOrderOf(cells)?.order, from1904 };
}

const shortTargets = [
  'branch',
  'customerType',
  'product',
  'owner',
  'externalId',
  'customerCode',
] as const;

function columnsByTarget(
  headers: readonly string[],
  mapping: VocMapping,
): Map<SingleTarget, number> {
  const lookup = new ColumnLookup(headers);
  const columns = new Map<SingleTarget, number>();
  for (const [header, target] of Object.entries(mapping.columns)) {
    const index = lookup.indexOf(header);
    if (target === 'extra') continue;
    const before = columns.get(target);
    if (before !== undefined) {
      throw new AppError('import.targetTwice', { one: headers[before] ?? '', other: header });
    }
    columns.set(target, index);
  }
  return columns;
}

/** A column of words repeats a few: what one means is found once. */
function remembering<Value>(parse: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = parse(text);
    if (known.size < wordsRemembered) known.set(text, value);
    return value;
  };
}

/** Bounds the memory when a column holds no words after all. */
const wordsRemembered = 1_000;

interface ReadWord<Value> {
  value: Value;
  /** What was written, when it is no word of ours. */
  unread: string | null;
}

function wordOf<Value>(
  written: string | null,
  parse: (text: string) => Value | null,
  whenEmpty: Value,
  whenUnknown: Value,
): ReadWord<Value> {
  if (written === null) return { value: whenEmpty, unread: null };
  const value = parse(written);
  return value === null ? { value: whenUnknown, unread: written } : { value, unread: null };
}

function addUnread(
  record: VocRecord,
  headers: readonly string[],
  columns: ReadonlyMap<SingleTarget, number>,
  words: Partial<Record<SingleTarget, ReadWord<unknown>>>,
): void {
  for (const [target, column] of columns) {
    const unread = words[target]?.unread ?? null;
    if (unread !== null) record.extras.push({ name: headers[column] ?? target, value: unread });
  }
}

function addUnmapped(
  record: VocRecord,
  headers: readonly string[],
  mapped: ReadonlySet<number>,
  cells: readonly string[],
): void {
  for (const [index, cell] of cells.entries()) {
    if (mapped.has(index)) continue;
    const value = withoutNul(cell).trim();
    if (value === '') continue;
    record.extras.push({ name: columnName(headers, index), value });
  }
}
