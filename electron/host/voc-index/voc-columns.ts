import { ColumnDictionary } from './column-dictionary.ts';

/** What a VOC's row says to the index, in the order of `vocColumnsSql`. */
export type VocColumnsRow = readonly [
  id: number,
  receivedAt: string,
  channel: string,
  kind: string,
  status: string,
  severity: number | null,
  branch: string | null,
  product: string | null,
  customerType: string | null,
  owner: string | null,
  dueOn: string | null,
  answer: number,
  escalated: number,
  customerId: number | null,
  importId: number | null,
  respondentId: number | null,
];

/** How a VOC was answered: all that its due state needs beside the due date and today. */
export const answerStates = { waiting: 0, undated: 1, onTime: 2, late: 3 } as const;

export const vocColumnsSql = `SELECT id, received_at, channel, kind, status, severity, branch,
  product, customer_type, owner, due_on,
  CASE WHEN status IN ('received', 'inProgress') THEN ${answerStates.waiting}
    WHEN coalesce(replied_at, closed_at) IS NULL THEN ${answerStates.undated}
    WHEN substr(coalesce(replied_at, closed_at), 1, 10) <= due_on THEN ${answerStates.onTime}
    ELSE ${answerStates.late} END,
  escalated_at IS NOT NULL, customer_id, import_id, respondent_id
  FROM voc`;

/** Columns that lists are sorted by and facets count; each by codes of its dictionary. */
export const codedColumns = [
  'day',
  'channel',
  'kind',
  'status',
  'branch',
  'product',
  'customerType',
  'owner',
  'dueOn',
] as const;
export type CodedColumn = (typeof codedColumns)[number];

/** What may have to be sorted anew after a row changed. */
export type OrderedColumn = CodedColumn | 'time' | 'severity' | 'presence';

const byteColumns = ['present', 'severity', 'answer', 'escalated'] as const;
const wordColumns = ['time', 'customerId', 'importId', 'respondentId'] as const;
type NumberColumn = (typeof byteColumns | typeof wordColumns)[number] | CodedColumn;
type Numbers<B extends ArrayBufferLike = ArrayBufferLike> = Uint8Array<B> | Uint32Array<B>;

/** Columns on their way from one thread to another. */
export interface PackedColumns {
  lastId: number;
  numbers: Record<NumberColumn, Numbers<ArrayBuffer>>;
  /** What the codes of each coded column stand for. */
  values: Record<CodedColumn, (string | null)[]>;
}

/**
 * Every VOC as numbers, one array for each column, at the place of its id: a million VOC in some 50 MB.
 * What is not a VOC (any more) has `present` 0.
 */
export class VocColumns {
  /** One more than the highest id there is room for. */
  capacity = 0;
  /** Ids run up to here. */
  lastId = 0;
  present: Uint8Array = new Uint8Array();
  severity: Uint8Array = new Uint8Array();
  answer: Uint8Array = new Uint8Array();
  escalated: Uint8Array = new Uint8Array();
  /** Within the day: 0 for a date without a time. Ordered as the texts are. */
  time: Uint32Array = new Uint32Array();
  customerId: Uint32Array = new Uint32Array();
  importId: Uint32Array = new Uint32Array();
  respondentId: Uint32Array = new Uint32Array();
  readonly codes: Record<CodedColumn, Uint32Array>;
  readonly dictionaries: Record<CodedColumn, ColumnDictionary>;

  constructor(lastId: number) {
    const each = <T>(make: () => T) =>
      Object.fromEntries(codedColumns.map((column) => [column, make()])) as Record<CodedColumn, T>;
    this.codes = each(() => new Uint32Array());
    this.dictionaries = each(() => new ColumnDictionary());
    this.#grow(lastId + 1);
  }

  put(row: VocColumnsRow, changed?: (column: OrderedColumn) => void): void {
    const [id, receivedAt, channel, kind, status, severity, branch, product, ...rest] = row;
    const [customerType, owner, dueOn, answer, escalated, customerId, importId, respondentId] =
      rest;
    if (id >= this.capacity) this.#grow(id + 1);
    if (id > this.lastId) this.lastId = id;
    if (this.present[id] !== 1) changed?.('presence');
    this.present[id] = 1;
    this.#putCode('day', id, receivedAt.slice(0, 10), changed);
    this.#putCode('channel', id, channel, changed);
    this.#putCode('kind', id, kind, changed);
    this.#putCode('status', id, status, changed);
    this.#putCode('branch', id, branch, changed);
    this.#putCode('product', id, product, changed);
    this.#putCode('customerType', id, customerType, changed);
    this.#putCode('owner', id, owner, changed);
    this.#putCode('dueOn', id, dueOn, changed);
    const time = timeOf(receivedAt);
    if (this.time[id] !== time) changed?.('time');
    this.time[id] = time;
    if (this.severity[id] !== (severity ?? 0)) changed?.('severity');
    this.severity[id] = severity ?? 0;
    this.answer[id] = answer;
    this.escalated[id] = escalated;
    this.customerId[id] = customerId ?? 0;
    this.importId[id] = importId ?? 0;
    this.respondentId[id] = respondentId ?? 0;
  }

  /** Without a copy where that can be: not to be written to afterwards. */
  pack(): PackedColumns {
    const numbers: Partial<PackedColumns['numbers']> = {};
    for (const column of [...byteColumns, ...wordColumns]) {
      numbers[column] = this[column].slice(0, this.lastId + 1);
    }
    const values: Partial<PackedColumns['values']> = {};
    for (const column of codedColumns) {
      numbers[column] = this.codes[column].slice(0, this.lastId + 1);
      values[column] = this.dictionaries[column].values();
    }
    const { lastId } = this;
    return {
      lastId,
      numbers: numbers as PackedColumns['numbers'],
      values: values as PackedColumns['values'],
    };
  }

  /** Takes over columns in which every id stands `base` places too low. Place 0 is nobody's. */
  take({ lastId, numbers, values }: PackedColumns, base: number): void {
    if (lastId === 0) return;
    if (base + lastId >= this.capacity) this.#grow(base + lastId + 1);
    this.lastId = Math.max(this.lastId, base + lastId);
    for (const column of [...byteColumns, ...wordColumns]) {
      this[column].set(numbers[column].subarray(1), base + 1);
    }
    for (const column of codedColumns) {
      const dictionary = this.dictionaries[column];
      const codes = values[column].map((value) => dictionary.codeOf(value));
      const theirs = numbers[column];
      const mine = this.codes[column];
      for (let place = 1; place <= lastId; place++) {
        mine[base + place] = codes[theirs[place] ?? 0] ?? 0;
      }
    }
  }

  remove(id: number, changed: (column: OrderedColumn) => void): void {
    if (this.present[id] !== 1) return;
    this.present[id] = 0;
    changed('presence');
  }

  #putCode(
    column: CodedColumn,
    id: number,
    value: string | null,
    changed?: (column: OrderedColumn) => void,
  ): void {
    const code = this.dictionaries[column].codeOf(value);
    const codes = this.codes[column];
    if (codes[id] === code) return;
    codes[id] = code;
    changed?.(column);
  }

  /** With room for an eighth more, so that new VOC seldom copy all. */
  #grow(needed: number): void {
    const capacity = needed + Math.ceil(needed / 8) + 64;
    const bytes = (old: Uint8Array): Uint8Array => {
      const array = new Uint8Array(capacity);
      array.set(old);
      return array;
    };
    const words = (old: Uint32Array): Uint32Array => {
      const array = new Uint32Array(capacity);
      array.set(old);
      return array;
    };
    this.present = bytes(this.present);
    this.severity = bytes(this.severity);
    this.answer = bytes(this.answer);
    this.escalated = bytes(this.escalated);
    this.time = words(this.time);
    this.customerId = words(this.customerId);
    this.importId = words(this.importId);
    this.respondentId = words(this.respondentId);
    for (const column of codedColumns) this.codes[column] = words(this.codes[column]);
    this.capacity = capacity;
  }
}

/**
 * The time of `YYYY-MM-DD`, `…THH:MM` or `…THH:MM:SS` as a number in the order of these texts: none,
 * then minute by minute, a minute without seconds before its seconds.
 */
function timeOf(receivedAt: string): number {
  if (receivedAt.length < 16) return 0;
  const minute = twoDigits(receivedAt, 11) * 60 + twoDigits(receivedAt, 14);
  const second = receivedAt.length < 19 ? 0 : 1 + twoDigits(receivedAt, 17);
  return 1 + minute * 62 + second;
}

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}
