import { describe, expect, it } from 'vitest';
import type { VocFilter } from '../../core/contract/voc.contract.ts';
import { bulkPatch, countUnchanged } from '../../renderer/features/voc/bulk-fields.ts';
import { shownValues, toggledValues } from '../../renderer/features/voc/facets/facet-model.ts';
import {
  monthPeriod,
  monthsBetween,
  presetPeriod,
} from '../../renderer/features/voc/facets/period-presets.ts';
import { travelInList } from '../../renderer/features/voc/grid/grid-travel.ts';
import {
  arrangedColumns,
  movedColumn,
  nextSort,
} from '../../renderer/features/voc/grid/list-layout.ts';
import { differsFrom } from '../../renderer/features/voc/views/view-state.ts';
import { lastingParts } from '../../renderer/features/voc/voc-filter-edit.ts';
import { createVocTicks } from '../../renderer/features/voc/voc-selection.ts';
import { chosenValues, withChosen, withPart } from '../../renderer/shared/voc/facet-filter.ts';

describe('ticks', () => {
  it('name VOC one by one until all are asked for, then only what is left out', () => {
    const ticks = createVocTicks();
    ticks.add([3, 4]);
    ticks.toggle(3);
    expect(ticks.target()).toEqual({ selection: { ids: [4] }, count: 1 });
    const filter: VocFilter = { kinds: ['praise'] };
    ticks.tickAll(filter, 1_000_000);
    ticks.toggle(7);
    ticks.toggle(8);
    ticks.add([8]);
    expect(ticks.has(7)).toBe(false);
    expect(ticks.has(8)).toBe(true);
    expect(ticks.target()).toEqual({ selection: { filter, except: [7] }, count: 999_999 });
    ticks.recount(10);
    expect(ticks.count()).toBe(9);
    ticks.clear();
    expect(ticks.target()).toBeNull();
    ticks.activate(5);
    expect(ticks.target()).toEqual({ selection: { ids: [5] }, count: 1 });
  });
});

describe('facets', () => {
  it('set the part of the filter they are of, and leave it out when nothing is chosen', () => {
    const filter = withChosen({ search: '환불' }, 'severity', ['5', '0']);
    expect(filter).toEqual({ search: '환불', severities: [5, 0] });
    expect(chosenValues(filter, 'severity')).toEqual(['5', '0']);
    expect(withChosen(filter, 'severity', [])).toEqual({ search: '환불' });
    const extra = withChosen(filter, 'extra:3', ['VIP', '']);
    expect(extra.extras).toEqual([{ fieldId: 3, values: ['VIP', ''] }]);
    expect(chosenValues(extra, 'extra:3')).toEqual(['VIP', '']);
    expect(withChosen(extra, 'extra:3', []).extras).toBeUndefined();
  });

  it('ask for VOC of a requirement or for those of none, never for both', () => {
    const of = (values: string[], filter: VocFilter = {}) =>
      withChosen(filter, 'requirement', values);
    expect(of(['4', '9'])).toEqual({ requirementIds: [4, 9] });
    expect(of(['4', ''], { requirementIds: [4] })).toEqual({ unassigned: true });
    expect(of(['', '4'], { unassigned: true })).toEqual({ requirementIds: [4] });
  });

  it('list fixed values in their order, counted or not, and what nobody holds any more', () => {
    const shown = shownValues('kind', [{ value: 'praise', label: null, count: 3 }], []);
    expect(shown.map(({ count }) => count)).toEqual([0, 0, 0, 3, 0]);
    expect(shownValues('branch', undefined, ['없어진점'])).toEqual([
      { value: '없어진점', label: null, count: null, chosen: true },
    ]);
    expect(shownValues('severity', [{ value: '', label: null, count: 2 }], [])[5]).toMatchObject({
      value: '0',
      count: 2,
    });
    expect(toggledValues(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('periods', () => {
  it('know their first and last day across months, years and leap days', () => {
    expect(presetPeriod('last7', '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
    expect(presetPeriod('lastMonth', '2026-01-15')).toEqual({
      from: '2025-12-01',
      to: '2025-12-31',
    });
    expect(presetPeriod('thisMonth', '2028-02-01').to).toBe('2028-02-29');
    expect(monthPeriod('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(monthsBetween('2025-11', '2026-02')).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(monthsBetween('9999-12', '0000-00')).toEqual([]);
  });
});

describe('columns and order', () => {
  const text = () => '';
  const defined = [
    { id: 'a', header: 'A', width: 50, text },
    { id: 'b', header: 'B', width: 60, text, fixed: true },
    { id: 'c', header: 'C', width: 70, text, hiddenAtFirst: true },
  ];
  it('keep what was arranged, add what is new, drop what is gone, never hide what is fixed', () => {
    const stored = [
      { id: 'b', width: 99, hidden: true },
      { id: 'gone', width: 10, hidden: false },
    ];
    expect(arrangedColumns(defined, stored)).toEqual([
      { id: 'b', width: 99, hidden: false },
      { id: 'a', width: 50, hidden: false },
      { id: 'c', width: 70, hidden: true },
    ]);
  });

  it('move before another or to the end', () => {
    const columns = arrangedColumns(defined, []);
    const order = (id: string, before: string | null) =>
      movedColumn(columns, id, before).map((column) => column.id);
    expect(order('c', 'a')).toEqual(['c', 'a', 'b']);
    expect(order('a', null)).toEqual(['b', 'c', 'a']);
    expect(order('b', 'b')).toEqual(['a', 'b', 'c']);
  });

  it('sort gravest and newest first, then the other way, then as the list begins', () => {
    const newest = { field: 'receivedAt', direction: 'desc' } as const;
    const grave = nextSort(newest, 'severity');
    expect(grave).toEqual({ field: 'severity', direction: 'desc' });
    const slight = nextSort(grave, 'severity');
    expect(slight).toEqual({ field: 'severity', direction: 'asc' });
    expect(nextSort(slight, 'severity')).toEqual(newest);
    expect(nextSort(newest, 'branch')).toEqual({ field: 'branch', direction: 'asc' });
  });

  it('tell a changed view from an unchanged one, whatever order its filter was made in', () => {
    const usual = arrangedColumns(defined, []);
    const view = {
      filter: { kinds: ['praise' as const], open: true },
      sort: { field: 'id' as const, direction: 'asc' as const },
      columns: [],
    };
    const shown = { ...view, filter: { open: true, kinds: ['praise' as const] }, columns: usual };
    expect(differsFrom(view, shown, usual)).toBe(false);
    expect(differsFrom(view, { ...shown, filter: {} }, usual)).toBe(true);
    const wider = usual.map((column) => ({ ...column, width: column.width + 1 }));
    expect(differsFrom(view, { ...shown, columns: wider }, usual)).toBe(true);
  });
});

describe('travelling in the list', () => {
  const size = { rows: 1000, columns: 7, page: 20 };
  const key = (name: string, ctrlKey = false) => ({
    key: name,
    ctrlKey,
    metaKey: false,
    altKey: false,
  });
  it('goes to the ends with Home and End and never beyond', () => {
    const from = { row: 990, column: 3 };
    expect(travelInList(key('PageDown'), from, size)).toEqual({ row: 999, column: 3 });
    expect(travelInList(key('End'), from, size)).toEqual({ row: 999, column: 3 });
    expect(travelInList(key('Home'), from, size)).toEqual({ row: 0, column: 3 });
    expect(travelInList(key('ArrowRight', true), from, size)).toEqual({ row: 990, column: 6 });
    expect(travelInList(key('x'), from, size)).toBeNull();
    expect(travelInList(key('End'), from, { ...size, rows: 0 })?.row).toBe(0);
  });
});

describe('a bulk edit', () => {
  it('asks only for what was filled in or emptied', () => {
    expect(bulkPatch({ kind: 'praise', owner: '  ', severity: '4' }, ['branch'])).toEqual({
      kind: 'praise',
      severity: 4,
      branch: null,
    });
    expect(bulkPatch({}, [])).toEqual({});
  });

  it('counts those that are so already only where a filter can tell them', () => {
    expect(countUnchanged({ channels: ['web'] }, { kind: 'praise', severity: null })).toEqual({
      channels: ['web'],
      kinds: ['praise'],
      severities: [0],
    });
    expect(countUnchanged({ kinds: ['praise'] }, { kind: 'praise' })).toBeNull();
    expect(countUnchanged({}, { dueOn: '2026-01-01' })).toBeNull();
  });
});

describe('the filter', () => {
  it('keeps a no where a no asks for something', () => {
    expect(withPart({}, 'open', false)).toEqual({ open: false });
    expect(withPart({ unassigned: true }, 'unassigned', false)).toEqual({});
    expect(lastingParts({ search: '환불', requirementIds: [3], customerId: 4 })).toEqual({
      search: '환불',
    });
  });
});
