import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VocListRow } from '../../core/contract/voc.contract.ts';
import {
  type RowQuery,
  type RowSource,
  RowStore,
} from '../../renderer/features/voc/grid/row-store.ts';

const everything: RowQuery = {
  filter: {},
  sort: { field: 'receivedAt', direction: 'desc' },
  extraFieldIds: [],
};
const query = (search: string): RowQuery => ({ ...everything, filter: { search } });

function rowOf(id: number): VocListRow {
  return {
    id,
    text: `말 ${id}`,
    receivedAt: '2026-01-01',
    channel: 'phone',
    kind: 'complaint',
    status: 'received',
    branch: null,
    region: null,
    customerType: null,
    severity: null,
    product: null,
    owner: null,
    externalId: null,
    customerId: null,
    dueOn: null,
    escalatedAt: null,
    requirementCount: 0,
    mergedCount: 0,
    customerCode: null,
    extraValues: [],
  };
}

interface Asked {
  what: string;
  answer: () => void;
  refuse: (error: Error) => void;
}

/** A source that answers when it is told to, so that a test decides what comes first. */
class SlowSource implements RowSource {
  readonly asked: Asked[] = [];
  length: number;

  constructor(length: number) {
    this.length = length;
  }

  page(of: RowQuery, offset: number, limit: number): Promise<VocListRow[]> {
    return this.#later(`${of.filter.search ?? ''} page ${offset}`, () =>
      Array.from({ length: Math.max(0, Math.min(limit, this.length - offset)) }, (_, step) =>
        rowOf(offset + step + 1),
      ),
    );
  }

  count(of: RowQuery): Promise<number> {
    return this.#later(`${of.filter.search ?? ''} count`, () => this.length);
  }

  get open(): string[] {
    return this.asked.map(({ what }) => what);
  }

  /** Answers the calls of that name, and lets the store hear of it. */
  async answer(what: string): Promise<void> {
    const found = this.asked.filter((call) => call.what === what);
    if (found.length === 0) throw new Error(`nobody asked for ${what}: ${this.open.join(', ')}`);
    for (const call of found) {
      this.asked.splice(this.asked.indexOf(call), 1);
      call.answer();
    }
    await settled();
  }

  /** Until nobody asks for anything any more. */
  async answerAll(): Promise<void> {
    for (let turn = 0; this.open.length > 0 && turn < 500; turn++) {
      await this.answer(this.open[0] ?? '');
    }
  }

  #later<T>(what: string, make: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.asked.push({ what, answer: () => resolve(make()), refuse: reject });
    });
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

function storeOver(source: RowSource) {
  const errors: unknown[] = [];
  return { store: new RowStore(source, (error) => errors.push(error)), errors };
}

describe('the store of rows', () => {
  it('shows the first rows before they are counted, and the length once they are', async () => {
    const source = new SlowSource(1_000_000);
    const { store } = storeOver(source);
    store.show(everything);
    expect(store.state()).toMatchObject({ blank: true, length: 0, total: null });
    await source.answer(' page 0');
    expect(store.rowAt(0)?.id).toBe(1);
    expect(store.state()).toMatchObject({ blank: false, total: null, length: 200 });
    await source.answer(' count');
    expect(store.state()).toMatchObject({ total: 1_000_000, length: 1_000_000 });
  });

  it('asks first for what is in sight, then ahead, and never for places one has left', async () => {
    const source = new SlowSource(1_000_000);
    const { store } = storeOver(source);
    store.show(everything);
    await source.answerAll();

    // Dragged over a thousand places while a few requests are under way.
    for (let row = 100_000; row < 200_000; row += 100) store.want(row, row + 30);
    expect(source.open.length).toBeLessThanOrEqual(4);
    store.want(700_000, 700_030);
    await source.answer(source.open[0] ?? '');
    await source.answer(' page 700000');
    expect(store.rowAt(700_000)?.id).toBe(700_001);
  });

  it('keeps the rows of before until the first of a new query are there', async () => {
    const source = new SlowSource(500);
    const { store } = storeOver(source);
    store.show(query('가'));
    await source.answer('가 page 0');
    await source.answer('가 count');
    source.length = 7;
    store.show(query('나'));
    expect(store.state()).toMatchObject({ stale: true, length: 500, generation: 1 });
    expect(store.rowAt(3)?.id).toBe(4);
    await source.answer('나 page 0');
    expect(store.state()).toMatchObject({ stale: false, length: 7, total: 7, generation: 2 });
  });

  it('shows the last query asked for, whichever answer comes last', async () => {
    const source = new SlowSource(3);
    const { store } = storeOver(source);
    store.show(query('가'));
    store.show(query('나'));
    await source.answer('나 page 0');
    expect(store.query?.filter.search).toBe('나');
    source.length = 99;
    await source.answer('가 page 0');
    await source.answer('가 count');
    expect(store.state()).toMatchObject({ length: 3, total: 3 });
  });

  it('stays where one is while it refreshes', async () => {
    const source = new SlowSource(10_000);
    const { store } = storeOver(source);
    store.show(everything);
    await source.answerAll();
    store.want(5_000, 5_030);
    await source.answerAll();
    store.patch(new Set([5_001]), { severity: 4 });
    expect(store.rowAt(5_000)?.severity).toBe(4);
    store.refresh();
    expect(store.rowAt(5_000)?.id).toBe(5_001);
    expect(store.state()).toMatchObject({ stale: false, generation: 1, length: 10_000 });
    await source.answer(' page 5000');
    expect(store.rowAt(5_000)?.severity).toBe(null);
    expect(store.state().generation).toBe(1);
  });

  it('keeps showing what it showed when the host refuses, and says why', async () => {
    const source = new SlowSource(5);
    const { store, errors } = storeOver(source);
    store.show(query('가'));
    await source.answer('가 page 0');
    store.show(query('나'));
    source.asked.find(({ what }) => what === '나 page 0')?.refuse(new Error('no'));
    await settled();
    expect(errors).toHaveLength(1);
    expect(store.state()).toMatchObject({ stale: false, length: 5 });
  });

  it('has every row one stops at, wherever one went before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3_000 }),
        fc.array(fc.nat(4_000), { minLength: 1, maxLength: 12 }),
        async (length, stops) => {
          const source = new SlowSource(length);
          const { store } = storeOver(source);
          store.show(everything);
          await source.answer(' page 0');
          for (const stop of stops) {
            store.want(stop, stop + 30);
            const [first] = source.open;
            if (first !== undefined) await source.answer(first);
          }
          await source.answerAll();
          const last = stops.at(-1) ?? 0;
          for (let row = last; row < Math.min(length, last + 31); row++) {
            expect(store.rowAt(row)?.id).toBe(row + 1);
          }
          expect(store.state().length).toBe(length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
