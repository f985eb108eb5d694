import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { VocListRow } from '../../core/contract/voc.contract.ts';
import { cellEdits, matchingOptions } from '../../renderer/features/voc/grid/cell-edit.ts';
import { pastePlan } from '../../renderer/features/voc/grid/paste-plan.ts';
import type { VocColumn } from '../../renderer/features/voc/voc-columns.tsx';
import { rowsFromTsv, tsvFromRows } from '../../renderer/shared/grid/tsv.ts';
import words from '../../resources/locales/ko/voc.json' with { type: 'json' };

/** The room's real words. */
const t = ((key: string, params: Record<string, unknown> = {}) => {
  const path = key.replace(/^voc:/, '').split('.');
  let found: unknown = words;
  for (const step of path) found = (found as Record<string, unknown> | undefined)?.[step];
  const sentence = typeof found === 'string' ? found : key;
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}) as unknown as TFunction;

const edits = cellEdits(t, undefined, new Date('2026-11-21T00:00:00'));
const columns: VocColumn[] = [
  { id: 'kind', header: '구분', width: 1, text: (row) => edits.kind.value(row), edit: edits.kind },
  {
    id: 'severity',
    header: '심각도',
    width: 1,
    text: (row) => edits.severity.value(row),
    edit: edits.severity,
  },
  { id: 'text', header: '내용', width: 1, text: (row) => row.text },
  { id: 'dueOn', header: '기한', width: 1, text: (row) => row.dueOn ?? '', edit: edits.dueOn },
];
const statusColumn: VocColumn = {
  id: 'status',
  header: '상태',
  width: 1,
  text: (row) => edits.status.value(row),
  edit: edits.status,
};
const voc = {
  kind: 'complaint',
  severity: 2,
  text: '늦어요',
  dueOn: '2026-11-25',
  status: 'closed',
};
const rows = [
  { ...voc, id: 11 },
  { ...voc, id: 12 },
] as VocListRow[];
const pasted = (block: string[][], onto = columns) =>
  pastePlan(block, rows, onto, ({ code, params }) => `${code} ${Object.values(params).join(' ')}`);

describe('pasting a block onto the list', () => {
  it('takes what the columns can hold, in one change for each VOC', () => {
    const plan = pasted([['칭찬', '5', '무시', '26/11/30']]);
    expect(plan.changes).toEqual([
      { ids: [11], patch: { kind: 'praise', severity: 5, dueOn: '2026-11-30' } },
    ]);
    expect(plan).toMatchObject({ taken: 3, refused: 0, skipped: ['내용'] });
  });

  it('shows for every cell what stands there and what will', () => {
    const plan = pasted([['칭찬', '2', '무시', '']]);
    expect(plan.rows[0]?.cells).toEqual([
      { before: '불만', effect: { kind: 'changes', after: '칭찬' } },
      { before: '2', effect: { kind: 'stays' } },
      { before: '늦어요', effect: { kind: 'skipped' } },
      { before: '2026-11-25', effect: { kind: 'changes', after: '' } },
    ]);
    expect(plan).toMatchObject({ taken: 2, same: 1 });
  });

  it('refuses what is no value with the reason, and keeps the rest', () => {
    const plan = pasted([['잡담', '9', '', '어제']]);
    expect(plan.changes).toEqual([]);
    expect(plan.refused).toBe(3);
    expect(plan.rows[0]?.cells.map(({ effect }) => effect)).toEqual([
      {
        kind: 'refused',
        text: '잡담',
        reason: '다음 가운데 하나여야 합니다: 불만, 제안, 문의, 칭찬, 기타',
      },
      { kind: 'refused', text: '9', reason: '1부터 5까지의 숫자여야 합니다.' },
      { kind: 'skipped' },
      { kind: 'refused', text: '어제', reason: 'app:dates.refused' },
    ]);
  });

  it('refuses a status that this VOC cannot come to, which the host would pass over', () => {
    const plan = pasted([['접수'], ['처리중']], [statusColumn]);
    expect(plan.rows[0]?.cells[0]?.effect).toEqual({
      kind: 'refused',
      text: '접수',
      reason: 'voc.moveRefused 종결 접수',
    });
    expect(plan.changes).toEqual([{ ids: [12], patch: { status: 'inProgress' } }]);
  });

  it('empties with an empty cell what can be empty, and leaves the kind as it is', () => {
    const plan = pasted([['', '', '', '']]);
    expect(plan.changes).toEqual([{ ids: [11], patch: { severity: null, dueOn: null } }]);
  });

  it('says what lies beyond the edges of the list', () => {
    const block = [
      ['불만', '1', 'x', '', 'y'],
      ['불만', '1'],
      ['불만', '1'],
    ];
    expect(pasted(block).beyond).toEqual({ rows: 1, columns: 1 });
  });
});

describe('typing into a cell', () => {
  it('knows a value by its number, its name and an unmistakable beginning', () => {
    expect(edits.kind.parse('2')).toEqual({ patch: { kind: 'suggestion' } });
    expect(edits.kind.parse('문')).toEqual({ patch: { kind: 'question' } });
    expect(edits.severity.parse('미정')).toEqual({ patch: { severity: null } });
    expect(edits.branch.parse('  강남점 ')).toEqual({ patch: { branch: '강남점' } });
    expect(edits.branch.parse('가'.repeat(201))).toHaveProperty('refusal');
  });

  it('lists first what begins as was typed', () => {
    const known = cellEdits(
      t,
      {
        branches: ['서강남점', '강남점', '강북점'],
        regions: [],
        products: [],
        customerTypes: [],
        owners: [],
      },
      new Date(),
    );
    expect(matchingOptions(known.branch, '강').map(({ label }) => label)).toEqual([
      '강남점',
      '강북점',
      '서강남점',
    ]);
  });
});

describe('text of spreadsheets', () => {
  it('comes back from the clipboard as it went there', () => {
    const cells = [
      ['가', '', '나\t다'],
      ['"인용"', '줄\n바꿈', ''],
    ];
    expect(rowsFromTsv(tsvFromRows(cells))).toEqual(cells);
    expect(rowsFromTsv(`${tsvFromRows(cells)}\r\n`)).toEqual(cells);
  });

  it('is cut at tabs and lines where a lone quote stands', () => {
    expect(rowsFromTsv('5" 관\t2\n나\t3\n')).toEqual([
      ['5" 관', '2'],
      ['나', '3'],
    ]);
    expect(rowsFromTsv('"열린 따옴표\t2')).toEqual([['"열린 따옴표', '2']]);
  });
});
