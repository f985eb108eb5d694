import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../core/domain/house/house-tree.ts';
import { readMatrix } from '../../core/domain/house/matrix-import/read-matrix.ts';
import { recognizeMatrix } from '../../core/domain/house/matrix-import/recognize-matrix.ts';
import { type RelationScale, scalePresets } from '../../core/domain/house/relation-scale.ts';
import { cellAddress } from '../../core/domain/house/workbook/workbook-description.ts';

type Grid = readonly (readonly string[])[];

function readAs(table: Grid) {
  const proposal = recognizeMatrix(table);
  if (proposal === null) throw new Error('nothing was recognised');
  return { proposal, ...readMatrix(table, proposal.layout, 'Sheet1') };
}

const clean: Grid = [
  ['구분', '고객 요구', '중요도', '응답시간', '해결률', '소요일', '설명 정확도'],
  ['접수', '전화가 바로 연결된다', '5', '◎', '○', '', ''],
  ['접수', '내 말을 들어 준다', '4', '', '◎', '', '△'],
  ['처리', '환불이 빠르다', '3', '', '', '◎', '○'],
  ['처리', '설명이 쉽다', '2', '△', '', '', '◎'],
  ['처리', '다시 묻지 않는다', '4', '', '○', '△', ''],
];

function withCells(table: Grid, odd: readonly (readonly [number, number, string])[]): Grid {
  return table.map((cells, row) =>
    cells.map((text, column) => odd.find(([r, c]) => r === row && c === column)?.[2] ?? text),
  );
}

/** All of a layout but the lists that only say what is left out. */
const layoutOf = (table: Grid) => recognizeMatrix(table)?.layout;

describe('an odd cell of a matrix', () => {
  it.each([
    ['a number that the scale has not', 1, 4, '2.5', 'relationNotInScale'],
    ['a sign that the scale has not', 1, 4, '●', 'relationNotInScale'],
    ['a word among the relations', 2, 5, '매우 높음', 'relationNotInScale'],
    ['a word that is the only entry of its row', 3, 4, '아주 강함', 'relationNotInScale'],
    ['a letter of another scale', 2, 3, 'H', 'relationNotInScale'],
    ['a word among the importances', 1, 2, '매우 높음', 'notANumber'],
    ['an importance out of all bounds', 4, 2, '500', 'outOfRange'],
  ])('%s is refused with its place and changes nothing else', (_, row, column, entry, reason) => {
    const table = withCells(clean, [[row, column, entry]]);
    const { proposal, problems } = readAs(table);
    expect(proposal.layout).toEqual(layoutOf(clean));
    expect(problems).toEqual([{ reason, sheet: 'Sheet1', cell: cellAddress(column, row), entry }]);
  });

  it('of the importances leaves the others theirs, and its WHAT the usual', () => {
    const { model } = readAs(withCells(clean, [[1, 2, '매우 높음']]));
    expect(leavesOf(model.whats).map(({ importance }) => importance)).toEqual([null, 4, 3, 2, 4]);
  });

  it('among importances may come twice in five where the head says what they are', () => {
    const { proposal, problems } = readAs(
      withCells(clean, [
        [1, 2, '매우 높음'],
        [2, 2, '높음'],
      ]),
    );
    expect(proposal.layout).toEqual(layoutOf(clean));
    expect(problems.map(({ cell }) => cell)).toEqual(['C2', 'C3']);
  });

  it('of several kinds at once does not make groups the names; what was read is less sure', () => {
    const table = withCells(clean, [
      [1, 2, '매우 높음'],
      [1, 4, '2.5'],
      [4, 6, '●'],
      [3, 1, '3'],
      [5, 5, '글쎄요'],
    ]);
    const { proposal, problems } = readAs(table);
    expect(proposal.layout).toEqual(layoutOf(clean));
    expect(problems.map(({ cell }) => cell).toSorted()).toEqual(['C2', 'E2', 'F6', 'G5']);
    const sure = (grid: Grid, part: string) =>
      recognizeMatrix(grid)?.findings.find((finding) => finding.part === part)?.confidence ?? 0;
    for (const part of ['matrix', 'importance', 'scale']) {
      expect(sure(table, part), part).toBeLessThan(sure(clean, part));
    }
    expect(proposal.confidence).toBeLessThan(0.8);
  });

  it('does not spoil a scale of letters, nor signs that no usual scale has', () => {
    const other = (signs: readonly [string, string, string]) =>
      clean.map((cells, row) =>
        cells.map((text, column) => {
          const place = row === 0 || column < 3 ? -1 : ['◎', '○', '△'].indexOf(text);
          return signs[place] ?? text;
        }),
      );
    for (const table of [other(['H', 'M', 'L']), other(['■', '◆', '▲'])]) {
      const { proposal, problems } = readAs(withCells(table, [[3, 4, '2.5']]));
      expect(proposal.layout).toEqual(layoutOf(table));
      expect(problems).toMatchObject([{ cell: 'E4', entry: '2.5' }]);
    }
  });

  const presets: readonly RelationScale[] = [
    scalePresets['9-3-1'],
    scalePresets['5-3-1'],
    scalePresets['9-6-3-1'],
  ];
  const anyTable = fc
    .record({
      m: fc.integer({ min: 5, max: 12 }),
      n: fc.integer({ min: 5, max: 10 }),
      scale: fc.constantFrom(...presets),
      seeds: fc.array(fc.nat(1000), { minLength: 120, maxLength: 120 }),
      numbers: fc.boolean(),
      hasFoot: fc.boolean(),
      groups: fc.boolean(),
    })
    .map(({ m, n, scale, seeds, numbers, hasFoot, groups }) => {
      const levels = scale.levels.map(({ value, symbol }) => (numbers ? String(value) : symbol));
      // Every level more than once, a relation in each row and column, half of the cells blank.
      const cell = (i: number, j: number) => {
        const seed = seeds[(i * n + j) % seeds.length] ?? 0;
        if (i % n === j % n || j % m === i) return levels[(i + j) % levels.length] ?? '';
        return seed % 5 < 2 ? (levels[seed % levels.length] ?? '') : '';
      };
      const lead = (group: string, rest: readonly string[]) => (groups ? [group, ...rest] : rest);
      const names = Array.from(
        { length: m },
        (_, i) => `요구하는 것 ${'가나다라마바사아자차카타'[i]}`,
      );
      const foot = [
        lead('', ['단위', '', ...Array.from({ length: n }, () => '초')]),
        lead('', ['순위', '', ...Array.from({ length: n }, (_, j) => String(j + 1))]),
      ];
      const table: Grid = [
        lead('구분', [
          '고객 요구',
          '중요도',
          ...Array.from({ length: n }, (_, j) => `지표 ${'가나다라마바사아자차'[j]}항`),
        ]),
        ...names.map((name, i) =>
          lead(`묶음 ${i < m / 2 ? '하나' : '둘째'}`, [
            name,
            String(1 + (i % 5)),
            ...Array.from({ length: n }, (_, j) => cell(i, j)),
          ]),
        ),
        ...(hasFoot ? foot : []),
      ];
      return { table, m, n, first: groups ? 3 : 2 };
    });
  const odd = fc.uniqueArray(
    fc.record({
      row: fc.nat(100),
      column: fc.nat(100),
      entry: fc.constantFrom('2.5', '7.7', '매우 높음', '?', '♥', '강함', '50', 'N/A'),
    }),
    { maxLength: 3, selector: ({ entry }) => entry },
  );

  /** Whether every line still has more relations than odd cells: at an edge nothing else tells it. */
  const keepsRelations = (table: Grid, m: number, n: number, first: number) => {
    const weight = (row: number, column: number) => {
      const text = table[1 + row]?.[first + column] ?? '';
      return text === '' ? 0 : /^[★●◎○△1-9]$/.test(text) ? 1 : -1;
    };
    const sum = (weights: readonly number[]) => weights.reduce((total, each) => total + each, 0);
    const rows = Array.from({ length: m }, (_, row) => row);
    const columns = Array.from({ length: n }, (_, column) => column);
    return (
      rows.every((row) => sum(columns.map((column) => weight(row, column))) > 0) &&
      columns.every((column) => sum(rows.map((row) => weight(row, column))) > 0)
    );
  };

  it('leaves a clean table as it is read, but for these cells', () => {
    fc.assert(
      fc.property(anyTable, odd, ({ table, m, n, first }, cells) => {
        const places = cells.map(
          ({ row, column, entry }) => [1 + (row % m), first + (column % n), entry] as const,
        );
        const spoiled = withCells(table, places);
        fc.pre(keepsRelations(spoiled, m, n, first));
        const plain = readAs(table);
        const { proposal, model, problems } = readAs(spoiled);
        fc.pre(plain.problems.length === 0);
        expect(proposal.layout).toEqual(plain.proposal.layout);
        const wanted = new Set(places.map(([row, column]) => cellAddress(column, row)));
        expect(new Set(problems.map(({ cell }) => cell))).toEqual(wanted);
        expect(model.relations).toEqual(
          plain.model.relations.map((values, i) =>
            values.map((value, j) => (wanted.has(cellAddress(first + j, 1 + i)) ? 0 : value)),
          ),
        );
      }),
      { numRuns: 300 },
    );
  });
});
