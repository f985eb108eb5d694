import type { VocSort } from '../../../core/contract/voc.contract.ts';
import type { OrderedColumn, VocColumns } from './voc-columns.ts';

type SortField = VocSort['field'];

/** Which columns an order is made of: when one of them changes, it is made anew. */
const madeOf = {
  id: ['presence'],
  receivedAt: ['presence', 'day', 'time'],
  channel: ['presence', 'day', 'time', 'channel'],
  kind: ['presence', 'day', 'time', 'kind'],
  branch: ['presence', 'day', 'time', 'branch'],
  severity: ['presence', 'day', 'time', 'severity'],
  product: ['presence', 'day', 'time', 'product'],
  status: ['presence', 'day', 'time', 'status'],
  customerType: ['presence', 'day', 'time', 'customerType'],
  owner: ['presence', 'day', 'time', 'owner'],
  dueOn: ['presence', 'day', 'time', 'dueOn'],
} as const satisfies Record<SortField, readonly OrderedColumn[]>;

/** Within a day: a minute without seconds and its 60 seconds (and a leap second), for 1,440 minutes. */
const timesOfDay = 1 + 1_440 * 62;
/** None, and 1 to 5. */
const severities = 6;

/**
 * The ids of all VOC in the order of each sort field (by the field, by receipt, by id), made when
 * first asked for: 4 MB and some 30 ms each at a million. Descending is the same from the end.
 */
export class ColumnOrders {
  readonly #columns: VocColumns;
  readonly #orders = new Map<SortField, Uint32Array>();

  constructor(columns: VocColumns) {
    this.#columns = columns;
  }

  /** Ascending. */
  of(field: SortField): Uint32Array {
    const known = this.#orders.get(field);
    if (known !== undefined) return known;
    const order = this.#make(field);
    this.#orders.set(field, order);
    return order;
  }

  /** Compares two VOC as the ascending order does; for few of them. */
  comparer(field: SortField): (one: number, other: number) => number {
    const { codes, dictionaries, time } = this.#columns;
    const days = dictionaries.day.ranks();
    const key = this.#keyOf(field);
    return (one, other) =>
      key(one) - key(other) ||
      (days[codes.day[one] ?? 0] ?? 0) - (days[codes.day[other] ?? 0] ?? 0) ||
      (time[one] ?? 0) - (time[other] ?? 0) ||
      one - other;
  }

  has(field: SortField): boolean {
    return this.#orders.has(field);
  }

  forget(changed: ReadonlySet<OrderedColumn>): void {
    for (const field of this.#orders.keys()) {
      if (madeOf[field].some((column) => changed.has(column))) this.#orders.delete(field);
    }
  }

  #make(field: SortField): Uint32Array {
    const { dictionaries, time } = this.#columns;
    if (field === 'id') return this.#present();
    if (field === 'receivedAt') {
      const byTime = counted(this.#present(), timesOfDay, (id) => time[id] ?? 0);
      return counted(byTime, dictionaries.day.size, this.#keyOf(field));
    }
    const keys = field === 'severity' ? severities : dictionaries[field].size;
    return counted(this.of('receivedAt'), keys, this.#keyOf(field));
  }

  /** A small whole number in the order of the field's values. */
  #keyOf(field: SortField): (id: number) => number {
    const { codes, dictionaries, severity } = this.#columns;
    if (field === 'id') return (id) => id;
    if (field === 'severity') return (id) => severity[id] ?? 0;
    const column = field === 'receivedAt' ? 'day' : field;
    const ranks = dictionaries[column].ranks();
    const code = codes[column];
    return (id) => ranks[code[id] ?? 0] ?? 0;
  }

  #present(): Uint32Array {
    const { lastId, present } = this.#columns;
    const ids = new Uint32Array(lastId);
    let count = 0;
    for (let id = 1; id <= lastId; id++) if (present[id] === 1) ids[count++] = id;
    return ids.subarray(0, count);
  }
}

/** Sorts by a small whole number and keeps the order of what has the same (counting sort). */
function counted(ids: Uint32Array, keys: number, keyOf: (id: number) => number): Uint32Array {
  const starts = new Uint32Array(keys + 1);
  for (let place = 0; place < ids.length; place++) {
    const key = keyOf(ids[place] ?? 0) + 1;
    starts[key] = (starts[key] ?? 0) + 1;
  }
  for (let key = 1; key <= keys; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const sorted = new Uint32Array(ids.length);
  for (let place = 0; place < ids.length; place++) {
    const id = ids[place] ?? 0;
    const key = keyOf(id);
    const at = starts[key] ?? 0;
    sorted[at] = id;
    starts[key] = at + 1;
  }
  return sorted;
}
