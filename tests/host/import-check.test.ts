import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import type {
  DuplicateChoice,
  ImportCheck,
  VocMapping,
} from '../../core/contract/import.contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene, summaryOf } from '../support/import-scene.ts';

let test: TestHost;
let scene: ImportScene;

beforeEach(async () => {
  test = await startTestHost();
  scene = new ImportScene(test);
});
afterEach(() => test.dispose());

const mapping: VocMapping = {
  columns: {
    번호: 'externalId',
    일자: 'receivedAt',
    채널: 'channel',
    지점: 'branch',
    내용: 'text',
  },
  defaults: {},
};
const late = '기사님이 약속 시간보다 두 시간이나 늦게 오셨는데 사과도 없었습니다';
const refund = '환불을 요청한 지 일주일이 지났는데 아직 처리가 되지 않았습니다';
const rows = [
  ['번호', '일자', '채널', '지점', '내용', '메모'],
  ['A-1', '2026-11-01', '전화', '강남', late, '재방문'],
  ['A-2', '2026.11.01', '전화', '강남', `${late}!!`, ''],
  ['A-3', '26/11/01', '전화', '강남', `${late} 정말`, ''],
  ['A-4', '2026-11-03', '전화', '강남', late, ''],
  ['A-5', '2026-02-30', '전화', '강남', '날짜가 없는 날입니다', ''],
  ['A-6', '2026-11-04', '전화', '마포', '', ''],
  ['A-1', '2026-11-05', '전화', '강남', '번호가 같은 행입니다', ''],
  ['A-7', '2026-11-06', '웹', '마포', refund, ''],
];

async function check(token: string, used = mapping): Promise<ImportCheck> {
  const { jobId } = await test.call('import.checkVoc', { token, mapping: used });
  const { importCheck, error } = await test.jobEnd(jobId);
  if (importCheck === null) throw new Error(`not checked: ${JSON.stringify(error)}`);
  return importCheck;
}

async function commit(checkId: string, duplicates: DuplicateChoice = 'keep') {
  const { jobId } = await test.call('import.commitCheck', { checkId, duplicates });
  return summaryOf(await test.jobEnd(jobId));
}

const texts = () =>
  scene.rows('SELECT text FROM voc ORDER BY id').map((row) => Object.values(row as object)[0]);
const stagingFiles = () =>
  readdirSync(path.join(test.folder, 'temporary'), { recursive: true }).filter((name) =>
    String(name).includes('import-staging'),
  );

describe('a dry run', () => {
  it('tells everything an import would do and leaves the workspace alone', async () => {
    const found = await check(scene.csv(rows, 'cp949'));
    expect(found).toMatchObject({
      read: 8,
      importable: 5,
      rejected: 2,
      duplicateIds: { inFile: 1, inWorkspace: 0 },
      undecodableCharacters: 0,
      formulaErrors: 0,
      newBranches: { count: 2, names: ['강남', '마포'] },
      newProducts: { count: 0, names: [] },
      newExtraFields: { count: 1, names: ['메모'] },
      dateFrom: '2026-11-01',
      dateTo: '2026-11-06',
      futureDates: 0,
      knownImports: [],
    });
    expect(found.rejectedByReason.toSorted((a, b) => a.reason.localeCompare(b.reason))).toEqual([
      { reason: 'dateUnreadable', count: 1 },
      { reason: 'textEmpty', count: 1 },
    ]);
    expect(found.exact).toMatchObject({ count: 1, inWorkspace: 0 });
    expect(found.near.count).toBe(1);
    expect(found.near.samples[0]).toMatchObject({ text: `${late} 정말`, other: late });
    expect(found.columns).toEqual([
      { header: '번호', target: 'externalId', filled: 5, unread: 0 },
      { header: '일자', target: 'receivedAt', filled: null, unread: 0 },
      { header: '채널', target: 'channel', filled: null, unread: 0 },
      { header: '지점', target: 'branch', filled: 5, unread: 0 },
      { header: '내용', target: 'text', filled: 5, unread: 0 },
      { header: '메모', target: 'extra', filled: 1, unread: 0 },
    ]);
    for (const table of ['voc', 'branch', 'extra_field', 'import_batch', 'import_mapping']) {
      expect(scene.count(table)).toBe(0);
    }
    expect((await test.call('undo.state', {})).undo).toBeNull();
  });

  it('tells of words that it does not know and keeps as they are', async () => {
    const token = scene.csv([
      ['내용', '채널'],
      ['환불이 늦어요', '비둘기'],
      ['배송이 빨라요', '전화'],
    ]);
    const known = { columns: { 내용: 'text', 채널: 'channel' }, defaults: {} } as const;
    const found = await check(token, known);
    expect(found.columns.map(({ header, unread }) => [header, unread])).toEqual([
      ['내용', 0],
      ['채널', 1],
    ]);
  });

  it('compares with what is in the workspace, merged VOC included', async () => {
    const first = scene.csv(rows);
    await scene.voc(first, mapping);
    const again = await check(first);
    expect(again).toMatchObject({
      importable: 0,
      duplicateIds: { inFile: 1, inWorkspace: 5 },
      exact: { count: 0 },
      newBranches: { count: 0 },
      newExtraFields: { count: 0 },
    });
    expect(again.knownImports).toMatchObject([{ imported: 5, stillThere: 5 }]);

    const [one = 0, other = 0] = scene
      .rows('SELECT id FROM voc ORDER BY id')
      .map((row) => Number((row as { id: number }).id));
    await test.call('duplicate.merge', { survivorId: one, ids: [other] });
    expect((await check(first)).duplicateIds.inWorkspace).toBe(5);

    const unnumbered = scene.csv([
      ['일자', '채널', '지점', '내용'],
      ['2026-11-06', '웹', '마포', refund],
      ['2026-11-07', '웹', '마포', refund],
    ]);
    const { 번호: _, ...columns } = mapping.columns;
    expect((await check(unnumbered, { columns, defaults: {} })).exact).toMatchObject({
      count: 1,
      inWorkspace: 1,
      samples: [{ text: refund, other: refund, inWorkspace: true, similarity: 1 }],
    });
  });

  it('shows duplicates without the names that only a column of the file tells', async () => {
    const said = '홍길동이 세 번이나 전화했는데 아무도 답을 하지 않았습니다';
    const token = scene.csv([
      ['일자', '내용', '고객명'],
      ['2026-11-01', said, '홍길동'],
      ['2026-11-01', said, '홍길동'],
    ]);
    const columns = { 일자: 'receivedAt', 내용: 'text' } as const;
    const [sample] = (await check(token, { columns, defaults: {} })).exact.samples;
    const hidden = '홍*동이 세 번이나 전화했는데 아무도 답을 하지 않았습니다';
    expect(sample).toMatchObject({ text: hidden, other: hidden });
  });

  it('is committed without reading the file again', async () => {
    const token = scene.csv(rows);
    const found = await check(token);
    const file = test.host.context.files.resolve(token).path;
    scene.file('이제 다른 내용입니다', path.basename(file));
    const summary = await commit(found.checkId);
    expect(summary).toMatchObject({ read: 8, imported: 5, duplicates: 1, rejected: 2, merged: 0 });
    expect(texts()).toContain(refund);
    expect(scene.rejectedRows(summary).rows).toHaveLength(3);
    expect(stagingFiles()).toEqual([]);
    await expect(commit(found.checkId)).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === 'import.checkGone',
    );
  });

  it('leaves nothing behind when it is thrown away or the workspace is closed', async () => {
    const one = await check(scene.csv(rows));
    await check(scene.csv(rows));
    expect(stagingFiles().length).toBeGreaterThan(0);
    await test.call('import.discardCheck', { checkId: one.checkId });
    await test.call('workspace.create', { name: '다른 것', sample: false });
    expect(stagingFiles()).toEqual([]);
  });

  it('can be cancelled', async () => {
    const many = Array.from({ length: 60_000 }, (_, at) => [`${at}`, `${at}번째 고객의 긴 이야기`]);
    const token = scene.csv([['번호', '내용'], ...many]);
    const { jobId } = await test.call('import.checkVoc', {
      token,
      mapping: { columns: { 내용: 'text' }, defaults: {} },
    });
    await expect
      .poll(() => test.events.some(({ name }) => name === 'job.changed'), { interval: 5 })
      .toBe(true);
    await test.call('job.cancel', { id: jobId });
    expect(await test.jobEnd(jobId)).toMatchObject({ status: 'cancelled', importCheck: null });
    expect(stagingFiles()).toEqual([]);
  });

  it('names the rows with characters that could not be read', async () => {
    const lines = [`번호,내용`, '1,괜찮습니다', '2,깨진 글자', '3,괜찮습니다'].join('\r\n');
    const bytes = iconv.encode(lines, 'cp949');
    const at = bytes.indexOf(iconv.encode('깨진', 'cp949'));
    bytes[at] = 0xff;
    const token = scene.file(bytes);
    const found = await check(token, { columns: { 내용: 'text' }, defaults: {} });
    expect(found.undecodableCharacters).toBeGreaterThan(0);
    expect(found.undecodableRows).toEqual([2]);
  });
});

describe('rows that say what another says', () => {
  it('are all kept unless somebody chooses otherwise', async () => {
    const summary = summaryOf(await scene.voc(scene.csv(rows), mapping));
    expect(summary).toMatchObject({ imported: 5, leftOut: 0, merged: 0 });
  });

  it('are left out when they are exact and that was chosen, and counted', async () => {
    const summary = await commit((await check(scene.csv(rows))).checkId, 'skipExact');
    expect(summary).toMatchObject({ read: 8, imported: 4, duplicates: 2, leftOut: 1, merged: 0 });
    expect(texts()).toEqual([late, `${late} 정말`, late, refund]);
  });

  it('are merged when that was chosen: counted, out of the list, back on demand, undone as a whole', async () => {
    const summary = await commit((await check(scene.csv(rows))).checkId, 'mergeNear');
    expect(summary).toMatchObject({ read: 8, imported: 3, duplicates: 1, leftOut: 0, merged: 2 });
    expect(texts()).toEqual([late, late, refund]);
    const merged = scene.rows('SELECT id, survivor_id, external_id FROM merged_voc ORDER BY id');
    expect(merged).toMatchObject([
      { id: 2, survivor_id: 1, external_id: 'A-2' },
      { id: 3, survivor_id: 1, external_id: 'A-3' },
    ]);
    await test.call('duplicate.unmerge', { ids: [3] });
    expect(await test.call('voc.get', { id: 3 })).toMatchObject({ externalId: 'A-3' });
    await test.call('undo.undo', {});
    await test.call('undo.undo', {});
    for (const table of ['voc', 'merged_voc', 'voc_extra', 'import_batch']) {
      expect(scene.count(table)).toBe(0);
    }
    await test.call('undo.redo', {});
    expect(scene.count('merged_voc')).toBe(2);
    expect(texts()).toEqual([late, late, refund]);
  });

  it('are merged into a VOC that is there already', async () => {
    await scene.voc(scene.csv(rows.slice(0, 2)), mapping);
    const more = scene.csv([rows[0] ?? [], ['B-1', '2026-11-01', '전화', '강남', late, '두 번째']]);
    const { jobId } = await test.call('import.startVoc', {
      token: more,
      mapping,
      duplicates: 'mergeExact',
    });
    expect(summaryOf(await test.jobEnd(jobId))).toMatchObject({ imported: 0, merged: 1 });
    expect(scene.count('voc')).toBe(1);
    await test.call('duplicate.unmerge', { survivorId: 1 });
    expect(await test.call('voc.get', { id: 2 })).toMatchObject({
      externalId: 'B-1',
      extras: [{ name: '메모', value: '두 번째' }],
    });
  });
});

describe('text from the clipboard', () => {
  it('is a file like any other, with cells of several lines', async () => {
    const text = '일자\t내용\n2026-11-01\t"첫 줄\n둘째 줄 ""인용"""\n2026-11-02\t짧은 말\n';
    const file = await test.call('import.fromText', { text, name: '붙여넣은 표' });
    const inspection = await test.call('import.inspect', { token: file.token });
    expect(inspection).toMatchObject({
      delimiter: '\t',
      headers: ['일자', '내용'],
      headerLikely: true,
    });
    await scene.voc(file.token);
    expect(texts()).toEqual(['첫 줄\n둘째 줄 "인용"', '짧은 말']);
    expect(existsSync(test.host.context.files.resolve(file.token).path)).toBe(true);
  });

  it('may have no header: the columns are numbered then', async () => {
    const text = '2026-11-01\t전화\t기다리는 시간이 너무 깁니다\n2026-11-02\t웹\t안내가 친절합니다';
    const { token } = await test.call('import.fromText', { text, name: '붙여넣은 표' });
    expect(await test.call('import.inspect', { token })).toMatchObject({ headerLikely: false });
    const options = { headerRow: 0 };
    const inspection = await test.call('import.inspect', { token, options });
    expect(inspection.headers).toEqual(['열 1', '열 2', '열 3']);
    expect(inspection.vocMapping.columns).toEqual({
      '열 1': 'receivedAt',
      '열 2': 'channel',
      '열 3': 'text',
    });
    await scene.voc(token, inspection.vocMapping, options);
    expect(scene.count('voc')).toBe(2);
  });
});

describe('a mapping template', () => {
  const content = { purpose: 'voc' as const, mapping };

  it('is saved under a name, offered first where the headers fit, renamed and removed', async () => {
    await test.call('import.saveTemplate', {
      name: '홈페이지',
      content: { purpose: 'voc', mapping: { columns: { 제목: 'text' }, defaults: {} } },
    });
    const { id } = await test.call('import.saveTemplate', { name: '콜센터', content });
    const list = (headers: string[]) =>
      test.call('import.listTemplates', { purpose: 'voc', headers });
    expect(await list(['번호', '일자', '채널', '지점', '내용'])).toMatchObject([
      { name: '콜센터', fit: 1, content: { mapping } },
      { name: '홈페이지', fit: 0 },
    ]);
    await test.call('import.renameTemplate', { id, name: '콜센터 월별' });
    await test.call('import.removeTemplate', { id });
    expect(await list([])).toMatchObject([{ name: '홈페이지' }]);
    await test.call('undo.undo', {});
    expect((await list([])).map(({ name }) => name)).toEqual(['콜센터 월별', '홈페이지']);
    expect(await test.call('import.listTemplates', { purpose: 'survey' })).toEqual([]);
  });

  it('takes the place of one with the same name only when told to', async () => {
    await test.call('import.saveTemplate', { name: '콜센터', content });
    await expect(test.call('import.saveTemplate', { name: '콜센터', content })).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === 'import.templateNameTaken',
    );
    await test.call('import.saveTemplate', { name: '콜센터', content, replace: true });
    expect(await test.call('import.listTemplates', { purpose: 'voc' })).toHaveLength(1);
  });

  it('goes out as a file that comes back the same', async () => {
    const dated: VocMapping = { ...mapping, dateOrder: 'dmy', defaults: { channel: 'phone' } };
    const { id } = await test.call('import.saveTemplate', {
      name: '콜센터',
      content: { purpose: 'voc', mapping: dated },
    });
    const { token } = await test.call('import.exportTemplate', { id });
    expect(await test.call('import.readTemplate', { token, purpose: 'voc' })).toMatchObject({
      mapping: dated,
    });
    await expect(
      test.call('import.readTemplate', { token: scene.file('{"columns":1}'), purpose: 'voc' }),
    ).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === 'import.templateInvalid',
    );
  });
});

describe('a file that was imported before', () => {
  it('is recognised by its content, whatever it is called', async () => {
    await scene.voc(scene.csv(rows), mapping);
    const copy = await scene.inspect(scene.csv(rows));
    expect(copy.knownImports).toMatchObject([
      { purpose: 'voc', imported: 5, stillThere: 5, importedAt: expect.stringMatching(/^20/) },
    ]);
    await test.call('voc.remove', { ids: [1, 2] });
    expect((await scene.inspect(scene.csv(rows))).knownImports).toMatchObject([{ stillThere: 3 }]);
    await test.call('undo.undo', {});
    await test.call('undo.undo', {});
    expect((await scene.inspect(scene.csv(rows))).knownImports).toEqual([]);
  });
});
