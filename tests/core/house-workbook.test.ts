import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffHouses } from '../../core/domain/house/house-diff.ts';
import { houseFigures, usualFigureOptions } from '../../core/domain/house/house-figures.ts';
import type { HouseModel } from '../../core/domain/house/house-model.ts';
import { leavesOf } from '../../core/domain/house/house-tree.ts';
import { describeHouseWorkbook } from '../../core/domain/house/workbook/house-workbook.ts';
import {
  houseKeyOf,
  readHouseWorkbook,
} from '../../core/domain/house/workbook/read-house-workbook.ts';
import { tablesOf } from '../support/described-table.ts';
import { namedHouse } from '../support/named-house-arbitrary.ts';
import { koreanWorkbookWords, sampleHouse } from '../support/sample-house.ts';

function exported(model: HouseModel) {
  return tablesOf(
    describeHouseWorkbook({
      model,
      figures: houseFigures(model),
      options: usualFigureOptions,
      words: koreanWorkbookWords,
      houseKey: 'house-7',
    }),
  );
}

/** The sample with its workbook, and where things stand on its first sheet. */
function opened() {
  const model = sampleHouse(8, 6);
  const sheets = exported(model);
  const rows = sheets[0]?.rows ?? [];
  const roof = sheets[1]?.rows ?? [];
  const keys = rows.find(([mark]) => mark === 'csm-house') ?? [];
  const rowOf = (key: string) => rows.findIndex(([mark]) => mark === key);
  const set = (column: number, row: number, text: string) => {
    const cells = rows[row];
    if (cells === undefined) return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  const read = () => {
    const reading = readHouseWorkbook(sheets, model);
    if (reading === null) throw new Error('not taken for a house');
    return { ...reading, diff: diffHouses(model, reading.model) };
  };
  return {
    model,
    sheets,
    rows,
    roof,
    keys,
    rowOf,
    columnOf: (key: string) => keys.indexOf(key),
    set,
    read,
  };
}

const firstWhat = 'what:1000/11';
const secondWhat = 'what:1000/14';

describe('a house in a workbook', () => {
  it('keeps words with characters that no sheet can hold, while nobody writes others over them', () => {
    const whole = sampleHouse(8, 6);
    const hows = whole.hows.map((how) => ({
      ...how,
      targetValue: '9\u000b0\ufffe\ufffd',
      name: `${how.name}\u0001`,
    }));
    const model = { ...whole, hows };
    const sheets = exported(model);
    expect(sheets[0]?.rows.flat()).toContain('90');
    expect(readHouseWorkbook(sheets, model)?.model.hows).toEqual(hows);
  });

  it('comes back as the same house', () => {
    fc.assert(
      fc.property(namedHouse, (model) => {
        const reading = readHouseWorkbook(exported(model), model);
        expect(reading?.problems).toEqual([]);
        expect(reading?.model).toEqual(model);
      }),
    );
  });

  it('has rows that show long names in all their lines, and says what its symbols stand for', () => {
    const model = sampleHouse(4, 3);
    const long = '상담원이 처음부터 끝까지 같은 사람이어서 다시 설명하지 않아도 된다 '
      .repeat(3)
      .trim();
    const sheetOf = (name: string) => {
      const whats = model.whats.map((what, place) => (place === 1 ? { ...what, name } : what));
      const [sheet] = describeHouseWorkbook({
        model: { ...model, whats },
        figures: houseFigures(model),
        options: usualFigureOptions,
        words: koreanWorkbookWords,
        houseKey: 'house-7',
      }).sheets;
      return sheet;
    };
    const heightOf = (name: string) =>
      sheetOf(name)?.rows.find(({ cells }) =>
        cells.some((cell) => cell?.content.kind === 'text' && cell.content.text === name),
      )?.height ?? 0;
    expect(heightOf(long)).toBeGreaterThan(4 * 13);
    expect(heightOf('짧다')).toBeLessThan(20);
    const hint = sheetOf(long)?.rows[1]?.cells[1]?.content;
    expect(hint).toMatchObject({ text: expect.stringContaining('◎ = 9, ○ = 3, △ = 1') });
  });

  it('is printed on as many pages beside each other as its columns need to be read', () => {
    const wide = (hows: number) =>
      describeHouseWorkbook({
        model: sampleHouse(6, hows),
        figures: houseFigures(sampleHouse(6, hows)),
        options: usualFigureOptions,
        words: koreanWorkbookWords,
        houseKey: 'house-7',
      }).sheets[0]?.pagesWide;
    expect([wide(14), wide(60), wide(300)]).toEqual([1, 2, 9]);
  });

  it('tells which house it is, and a foreign table is none', () => {
    expect(houseKeyOf(exported(sampleHouse(3, 2)))).toBe('house-7');
    const foreign = [
      {
        name: 'Sheet1',
        rows: [
          ['고객 요구', '중요도'],
          ['빠르다', '5'],
        ],
      },
    ];
    expect(houseKeyOf(foreign)).toBeNull();
    expect(readHouseWorkbook(foreign, sampleHouse(3, 2))).toBeNull();
  });

  it('takes changed cells, names and signs, typed as numbers or symbols', () => {
    const { rowOf, columnOf, set, roof, read } = opened();
    set(columnOf('how:1000/11'), rowOf(secondWhat), '◎');
    set(columnOf('how:1000/14'), rowOf(secondWhat), '1');
    set(columnOf('importance'), rowOf(firstWhat), '4.5');
    set(columnOf('kano'), rowOf(firstWhat), 'a');
    set(columnOf('name'), rowOf(firstWhat), '전화가 세 번 울리기 전에 연결된다');
    set(columnOf('how:1000/11'), rowOf('direction'), '높을수록 좋음');
    set(columnOf('how:1000/11'), rowOf('unit'), '분');
    set(columnOf('rating:0'), 3, '가나 서비스');
    const line = roof.find(([mark]) => mark === 'how:1000/11');
    if (line !== undefined) line[3] = '--';
    const { model, problems, diff } = read();
    expect(problems).toEqual([]);
    expect(diff.cells).toEqual([
      { whatId: 14, howId: 11, before: 0, after: 9 },
      { whatId: 14, howId: 14, before: 9, after: 1 },
    ]);
    expect(diff.whatFields.filter(({ field }) => field !== 'rating')).toEqual([
      { id: 11, field: 'importance', competitor: null, before: 1, after: 4.5 },
      { id: 11, field: 'kano', competitor: null, before: 'M', after: 'A' },
    ]);
    expect(diff.whats.map(({ kind }) => kind)).toEqual(['renamed']);
    expect(diff.howFields.map(({ field, after }) => [field, after])).toEqual([
      ['unit', '분'],
      ['direction', 'up'],
    ]);
    expect(diff.roof).toEqual([{ howId: 11, otherHowId: 14, before: 2, after: -2 }]);
    expect(model.competitors[0]).toBe('가나 서비스');
  });

  it('takes rows that were put in as new WHATs of the group they stand in', () => {
    const { rows, rowOf, columnOf, read } = opened();
    const row = rows[0]?.map(() => '') ?? [];
    row[columnOf('name')] = '기다리는 동안 차례를 알 수 있다';
    row[columnOf('importance')] = '3';
    row[columnOf('how:1000/17')] = '○';
    rows.splice(rowOf(secondWhat), 0, row);
    const { model, problems } = read();
    expect(problems).toEqual([]);
    const added = model.whats.find(({ id }) => id < 0);
    expect(added).toMatchObject({ parentId: 1000, code: '1.2', importance: 3, current: null });
    const place = leavesOf(model.whats).findIndex(({ id }) => id < 0);
    expect(model.relations[place]?.slice(0, 3)).toEqual([0, 0, 3]);
    expect(model.relations[place + 1]).toEqual(opened().model.relations[1]);
  });

  it('takes columns that were put in, and a new group over them', () => {
    const { rows, columnOf, rowOf, read, set } = opened();
    const column = columnOf('how:1010/26') + 1;
    for (const row of rows) row.splice(column, 0, '');
    set(column, rowOf('group:0'), '디지털');
    set(column, rowOf('name'), '앱 대기 안내율');
    set(column, rowOf(firstWhat), '9');
    const { model, problems } = read();
    expect(problems).toEqual([]);
    const how = model.hows.at(-1);
    expect(how).toMatchObject({ name: '앱 대기 안내율', code: '3.1', direction: 'up' });
    expect(model.hows.at(-2)).toMatchObject({ name: '디지털', code: '3', id: how?.parentId });
    expect(model.relations[0]?.at(-1)).toBe(9);
  });

  it('keeps each line what it is when the rows were sorted', () => {
    const { rows, rowOf, read, model } = opened();
    const first = rowOf(firstWhat);
    const block = rows.splice(first, 5);
    rows.splice(first, 0, ...block.toReversed());
    const { model: sorted, problems, diff } = read();
    expect(problems).toEqual([]);
    expect(diff.cells).toEqual([]);
    expect(leavesOf(sorted.whats).map(({ id }) => id)).toEqual([
      ...leavesOf(model.whats)
        .slice(0, 5)
        .map(({ id }) => id)
        .toReversed(),
      ...leavesOf(model.whats)
        .slice(5)
        .map(({ id }) => id),
    ]);
  });

  it('leaves out what was deleted, with its cells', () => {
    const { rows, rowOf, read, model } = opened();
    rows.splice(rowOf(firstWhat), 1);
    const { model: left, problems, diff } = read();
    expect(problems).toEqual([]);
    expect(diff.summary).toMatchObject({ removed: 1, added: 0, cells: 0 });
    expect(left.whats.map(({ id }) => id)).not.toContain(11);
    expect(left.relations).toEqual(model.relations.slice(1));
  });

  it('says of every entry that it cannot take where it stands and why, and leaves what was there', () => {
    const { rowOf, columnOf, set, roof, rows, read, model } = opened();
    set(columnOf('how:1000/11'), rowOf(firstWhat), '7');
    set(columnOf('importance'), rowOf(firstWhat), '매우 높음');
    set(columnOf('salesPoint'), rowOf(firstWhat), '-1');
    set(columnOf('kano'), rowOf(firstWhat), 'Z');
    set(columnOf('how:1000/11'), rowOf('direction'), '?');
    set(columnOf('how:1000/11'), rowOf('difficulty'), '6');
    set((rows[2]?.length ?? 0) + 1, rowOf(secondWhat), '메모');
    const line = roof.find(([mark]) => mark === 'how:1000/11');
    if (line !== undefined) line[4] = '?!';
    const { model: read1, problems, diff } = read();
    expect(problems.map(({ reason, entry }) => [reason, entry])).toEqual(
      expect.arrayContaining([
        ['relationNotInScale', '7'],
        ['notANumber', '매우 높음'],
        ['outOfRange', '-1'],
        ['kanoUnknown', 'Z'],
        ['directionUnknown', '?'],
        ['outOfRange', '6'],
        ['notRead', '메모'],
        ['roofSignUnknown', '?!'],
      ]),
    );
    expect(problems).toHaveLength(8);
    expect(problems.find(({ entry }) => entry === '7')?.cell).toBe('G8');
    expect(diff.summary).toMatchObject({ cells: 0, fields: 0, roof: 0 });
    expect(read1).toEqual(model);
  });

  it('renames a group only where its name stands, and never after another group', () => {
    const { rowOf, set, read } = opened();
    set(1, rowOf(secondWhat), '결제·환불');
    const { diff, problems } = read();
    expect(diff.whats).toEqual([]);
    expect(problems).toMatchObject([{ reason: 'groupKept', entry: '결제·환불' }]);
    const other = opened();
    other.set(1, other.rowOf(firstWhat), '결제·환불');
    const again = other.read();
    expect(again.diff.whats).toEqual([]);
    expect(again.problems).toMatchObject([{ reason: 'groupKept', entry: '결제·환불' }]);
    const twice = opened();
    twice.set(1, twice.rowOf(secondWhat), '문의');
    expect(twice.read().diff.whats).toEqual([]);
    expect(twice.read().problems).toMatchObject([{ reason: 'twoNames', entry: '문의' }]);
    const renamed = opened();
    renamed.set(1, renamed.rowOf(firstWhat), '문의');
    expect(renamed.read().diff.whats).toMatchObject([{ kind: 'renamed', after: { name: '문의' } }]);
  });

  it('takes a copied row for a new one, and says so', () => {
    const { rows, rowOf, read } = opened();
    rows.splice(rowOf(secondWhat), 0, [...(rows[rowOf(firstWhat)] ?? [])]);
    const { model, problems } = read();
    expect(problems.map(({ reason }) => reason)).toEqual(['copied']);
    expect(
      leavesOf(model.whats)
        .slice(0, 3)
        .map(({ id }) => id),
    ).toEqual([11, -1, 14]);
    expect(model.relations[1]).toEqual(model.relations[0]);
  });

  it('keeps what a deleted column or sheet held, and says that it is missing', () => {
    const { rows, columnOf, sheets, model } = opened();
    const column = columnOf('current');
    for (const row of rows) row.splice(column, 1);
    const reading = readHouseWorkbook(sheets.slice(0, 1), model);
    expect(reading?.problems.map(({ reason, entry }) => [reason, entry])).toEqual([
      ['missing', 'current'],
      ['missing', 'roof'],
    ]);
    expect(reading?.model).toEqual(model);
  });

  it('says of entries in a row without a name that nobody knows what they belong to', () => {
    const { rows, rowOf, columnOf, read, model } = opened();
    const row = rows[0]?.map(() => '') ?? [];
    row[columnOf('how:1000/17')] = '9';
    rows.splice(rowOf(secondWhat), 0, row);
    const { problems, model: left } = read();
    expect(problems.map(({ reason }) => reason)).toEqual(['nameMissing']);
    expect(left).toEqual(model);
  });
});
