import { describe, expect, it } from 'vitest';
import { sortedRows, type TableColumn } from '../../renderer/shared/table/table-column.ts';
import { pastePlan } from '../../renderer/shared/table/table-paste.ts';
import { travelOfKey } from '../../renderer/shared/table/table-travel.ts';

const size = { rows: 3, columns: 2 };
const go = (
  key: string,
  row: number,
  column: number,
  held: { shift?: boolean; ctrl?: boolean } = {},
) =>
  travelOfKey(
    {
      key,
      shiftKey: held.shift ?? false,
      ctrlKey: held.ctrl ?? false,
      metaKey: false,
      altKey: false,
    },
    { row, column },
    size,
  );

describe('travelling in a table', () => {
  it('stays inside it, with every key but Tab', () => {
    expect(go('ArrowUp', 0, 1)).toEqual({ row: 0, column: 1 });
    expect(go('ArrowRight', 1, 1)).toEqual({ row: 1, column: 1 });
    expect(go('Enter', 2, 0)).toEqual({ row: 2, column: 0 });
    expect(go('PageDown', 0, 0)).toEqual({ row: 2, column: 0 });
    expect(go('End', 0, 0, { ctrl: true })).toEqual({ row: 2, column: 1 });
  });

  it('leaves with Tab after the last cell and with Shift+Tab before the first', () => {
    expect(go('Tab', 0, 1)).toEqual({ row: 1, column: 0 });
    expect(go('Tab', 1, 0, { shift: true })).toEqual({ row: 0, column: 1 });
    expect(go('Tab', 2, 1)).toBeNull();
    expect(go('Tab', 0, 0, { shift: true })).toBeNull();
  });

  it('leaves typing alone', () => {
    for (const key of ['a', '1', 'ㅎ', 'Process', 'F2', 'Delete']) expect(go(key, 1, 1)).toBeNull();
    expect(go('Enter', 1, 1, { ctrl: true })).toBeNull();
  });
});

describe('sorting a table', () => {
  interface Row {
    name: string;
    days: number | null;
  }
  const rows: Row[] = [
    { name: '나 10', days: 5 },
    { name: '가', days: null },
    { name: '나 9', days: -3 },
  ];
  const byName: TableColumn<Row> = { id: 'name', header: '', width: 0, text: ({ name }) => name };
  const byDays: TableColumn<Row> = { ...byName, id: 'days', sortValue: ({ days }) => days };
  const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name);

  it('puts Korean in its own order and numbers in words by their value', () => {
    expect(names(sortedRows(rows, byName, 'ascending', 'ko'))).toEqual(['가', '나 9', '나 10']);
    expect(names(sortedRows(rows, byName, 'descending', 'ko'))).toEqual(['나 10', '나 9', '가']);
  });

  it('puts what has no value last in both directions', () => {
    expect(names(sortedRows(rows, byDays, 'ascending', 'ko'))).toEqual(['나 9', '나 10', '가']);
    expect(names(sortedRows(rows, byDays, 'descending', 'ko'))).toEqual(['나 10', '나 9', '가']);
  });

  it('leaves the order the rows came in without a column', () => {
    expect(sortedRows(rows, undefined, 'ascending', 'ko')).toBe(rows);
  });
});

describe('a block pasted on a table', () => {
  interface Csf {
    name: string;
    status: string;
    kpi: string;
  }
  const columns: TableColumn<Csf>[] = [
    { id: 'name', header: '이름', width: 100, text: ({ name }) => name },
    {
      id: 'status',
      header: '상태',
      width: 80,
      text: ({ status }) => status,
      edit: {
        kind: 'choice',
        value: ({ status }) => status,
        options: [
          { value: 'proposed', label: '제안' },
          { value: 'agreed', label: '확정' },
        ],
      },
    },
    {
      id: 'kpi',
      header: 'KPI',
      width: 80,
      text: ({ kpi }) => kpi,
      edit: { kind: 'text', value: ({ kpi }) => kpi, maxLength: 5 },
    },
  ];
  const rows = [
    { name: '응답률', status: 'proposed', kpi: '' },
    { name: '완료율', status: 'agreed', kpi: '월간' },
  ];

  it('goes right and down from its first cell, a choice by its word or its name', () => {
    const plan = pastePlan(rows, columns, { row: 0, column: 1 }, [
      ['확정', ' 주간 '],
      ['agreed', '월간'],
    ]);
    expect(plan).toEqual({
      cells: [
        { row: rows[0], columnId: 'status', value: 'agreed' },
        { row: rows[0], columnId: 'kpi', value: '주간' },
      ],
      refused: 0,
      leftOut: 0,
    });
  });

  it('counts what a column cannot take and what falls beside cells one writes in', () => {
    const block = [
      ['이름', '폐기', '여섯 글자 넘음'],
      ['이름', '제안', '', '넷째'],
      ['셋째 행', '확정', ''],
    ];
    const plan = pastePlan(rows, columns, { row: 0, column: 0 }, block);
    expect(plan).toMatchObject({ refused: 2, leftOut: 6 });
    expect(plan.cells.map(({ columnId, value }) => [columnId, value])).toEqual([
      ['status', 'proposed'],
      ['kpi', ''],
    ]);
  });
});
