import { describe, expect, it } from 'vitest';
import {
  columnRole,
  columnRoles,
  plainLayout,
  rowRole,
  rowRoles,
  withColumnRole,
  withRowRole,
} from '../../core/domain/house/matrix-import/layout-roles.ts';
import { readMatrix } from '../../core/domain/house/matrix-import/read-matrix.ts';
import { recognizeMatrix } from '../../core/domain/house/matrix-import/recognize-matrix.ts';

const table = [
  ['', '', '중요도', '대기시간', '응대', '비고'],
  ['접수', '빠르다', '5', '9', '3', 'x'],
  ['', '친절하다', '4', '', '9', 'y'],
  ['', '단위', '', '분', '점', ''],
];

describe('a matrix with a slip in it', () => {
  it('is found before a column of names of its own, such as who is in charge', () => {
    const { layout } =
      recognizeMatrix([
        ['고객 요구', '중요도', '대기시간', '응대 태도', '담당'],
        ['빨리 연결된다', '5', '◎', '○', '콜센터'],
        ['친절하다', '4', '', '??', '매장'],
        ['한 번에 끝난다', '3', '△', '◎', '본사'],
      ]) ?? {};
    expect(layout).toMatchObject({ whatRows: [1, 2, 3], howColumns: [2, 3], importanceColumn: 1 });
  });

  it('goes on below a row that holds nothing but a slip', () => {
    const rows = [
      table[0] ?? [],
      ['', '빠르다', '5', '9', '3', ''],
      ['', '싸다', '4', '', '?', ''],
    ];
    const { layout } = recognizeMatrix([...rows, ['', '친절하다', '3', '1', '9', '']]) ?? {};
    expect(layout?.whatRows).toEqual([1, 2, 3]);
  });

  it('is recognised whole, and the slip is told of', () => {
    const further = ['', '빠짐없다', '3', '1', '3', 'z'];
    const slipped = table
      .map((row, at) => (at === 1 ? row.with(4, '??') : row))
      .toSpliced(3, 0, further);
    const layout = recognizeMatrix(slipped)?.layout ?? plainLayout(slipped);
    expect(layout.howColumns).toEqual([3, 4]);
    const { problems, model } = readMatrix(slipped, layout);
    expect(problems).toMatchObject([{ reason: 'relationNotInScale', cell: 'E2', entry: '??' }]);
    expect(model.relations).toEqual([
      [9, 0],
      [0, 9],
      [1, 3],
    ]);
  });
});

describe('the layout of a table', () => {
  const layout = recognizeMatrix(table)?.layout ?? plainLayout(table);

  it('gives each row and column one role', () => {
    const columns = table[0]?.map((_, column) => columnRole(layout, column));
    expect(columns).toEqual(['whatGroup', 'whatName', 'importance', 'how', 'how', 'unused']);
    expect(table.map((_, row) => rowRole(layout, row))).toEqual([
      'howName',
      'what',
      'what',
      'unit',
    ]);
  });

  it('takes on any role that a person gives a column or row, but for those it cannot lose', () => {
    for (const role of columnRoles) {
      expect(columnRole(withColumnRole(layout, 5, role), 5)).toBe(role);
      expect(columnRole(withColumnRole(layout, 4, role), 4)).toBe(role);
    }
    for (const role of rowRoles) expect(rowRole(withRowRole(layout, 3, role), 3)).toBe(role);
    expect(withColumnRole(layout, 1, 'unused')).toBe(layout);
    expect(withRowRole(layout, 0, 'what')).toBe(layout);
  });

  it('moves a role that only one can have', () => {
    const moved = withColumnRole(layout, 5, 'importance');
    expect([columnRole(moved, 5), columnRole(moved, 2)]).toEqual(['importance', 'unused']);
    expect(rowRole(withRowRole(layout, 1, 'unit'), 3)).toBe('unused');
  });

  it('reads a roof from the heads upwards, in whatever order its rows were named', () => {
    const roofed = [1, 3, 2].reduce((so, row) => withRowRole(so, row, 'roof'), layout);
    expect(roofed.roof?.rows).toEqual([3, 2, 1]);
  });

  it('begins with names in the first column and row where nothing is recognised', () => {
    const plain = [
      ['', '가나', '다라'],
      ['마바', '9', ''],
    ];
    const { model, problems } = readMatrix(plain, plainLayout(plain));
    expect(problems).toEqual([]);
    expect(model.relations).toEqual([[9, 0]]);
  });
});
