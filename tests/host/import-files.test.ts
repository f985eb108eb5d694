import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { TextEncoding } from '../../core/contract/import.contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene, summaryOf } from '../support/import-scene.ts';
import { workbookOf, zipOf } from '../support/zip-builder.ts';

let test: TestHost;
let scene: ImportScene;

beforeAll(async () => {
  test = await startTestHost();
  scene = new ImportScene(test);
});
afterAll(() => test.dispose());

const table = [
  ['번호', '내용', '채널'],
  ['1', '결제가 "자꾸" 실패해요, 정말로', '앱'],
  ['2', '직원분이\n친절했습니다', '매장'],
];

async function refusalOf(token: string): Promise<{ code: string; params: unknown }> {
  try {
    await scene.inspect(token);
  } catch (error) {
    const { code, params } = error as { code: string; params: unknown };
    return { code, params };
  }
  return { code: 'none', params: {} };
}

describe('a text file', () => {
  it.each<[TextEncoding, boolean]>([
    ['utf-8', true],
    ['utf-8', false],
    ['cp949', false],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
  ])(
    'in %s (byte order mark: %s) is shown and imported in readable Korean',
    async (encoding, marked) => {
      const token = scene.csv(table, encoding, marked);
      const inspection = await scene.inspect(token);
      expect(inspection).toMatchObject({
        format: 'csv',
        encoding,
        delimiter: ',',
        headers: table[0],
        sampleRows: table.slice(1),
        undecodable: false,
      });
      const mapping = { columns: { 내용: 'text', 채널: 'channel' } as const, defaults: {} };
      const summary = summaryOf(await scene.voc(token, mapping));
      expect(summary).toMatchObject({ read: 2, imported: 2, undecodableCharacters: 0 });
      expect(
        scene.rows(
          `SELECT text, channel FROM voc WHERE import_id = ${summary.importId} ORDER BY id`,
        ),
      ).toEqual([
        { text: table[1]?.[1], channel: 'app' },
        { text: table[2]?.[1], channel: 'branch' },
      ]);
      await test.call('undo.undo', {});
    },
  );

  it('is read in the encoding that the person chose', async () => {
    const token = scene.csv(table, 'cp949');
    const inspection = await scene.inspect(token, { encoding: 'utf-8' });
    expect(inspection.encoding).toBe('utf-8');
    expect(inspection.undecodable).toBe(true);
    const summary = summaryOf(
      await scene.voc(
        token,
        { columns: { [inspection.headers[1] ?? '']: 'text' }, defaults: {} },
        { encoding: 'utf-8' },
      ),
    );
    expect(summary.undecodableCharacters).toBeGreaterThan(20);
    await test.call('undo.undo', {});
  });

  it('tells tabs and semicolons, and takes the separator that the person chose', async () => {
    const tabs = scene.file('id\t내용\n1\t가, 나\n2\t"다\t라"\n');
    expect(await scene.inspect(tabs)).toMatchObject({
      delimiter: '\t',
      sampleRows: [
        ['1', '가, 나'],
        ['2', '다\t라'],
      ],
    });
    expect((await scene.inspect(tabs, { delimiter: ',' })).headers).toEqual(['id 내용']);
  });

  it('gives every column a name of its own', async () => {
    const token = scene.file('﻿이름,이름,,의견,,\n김,이,박,좋아요,,\n');
    expect((await scene.inspect(token)).headers).toEqual(['이름', '이름 (2)', '열 3', '의견']);
  });

  it('shows at most fifty rows', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`${index}`, `의견 ${index}`]);
    const { sampleRows } = await scene.inspect(scene.csv([['번호', '의견'], ...rows]));
    expect(sampleRows).toEqual(rows.slice(0, 50));
  });

  it('with a quotation mark left open is refused with its line, not swallowed', async () => {
    const token = scene.file(`번호,내용\n1,좋아요\n2,"열린 채로\n${'3,다음\n'.repeat(100)}`);
    const job = await scene.voc(token, { columns: { 내용: 'text' }, defaults: {} });
    expect(job).toMatchObject({
      status: 'failed',
      error: { code: 'import.quoteNotClosed', params: { line: 3 } },
    });
    expect(scene.count('voc')).toBe(0);
  });

  it('that is none is refused by what it is', async () => {
    expect(await refusalOf(scene.file('', 'empty.csv'))).toMatchObject({
      code: 'import.emptyFile',
    });
    expect(await refusalOf(scene.file('%PDF-1.7\n'.repeat(9), 'a.csv'))).toMatchObject({
      code: 'import.notATable',
    });
    const picture = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251));
    expect(await refusalOf(scene.file(picture, 'b.csv'))).toMatchObject({
      code: 'import.notATable',
    });
    expect(await refusalOf(scene.file('<html><table></table></html>', 'c.xls'))).toMatchObject({
      code: 'import.webPage',
    });
    expect(await refusalOf(scene.file('\n\n', 'd.csv'))).toMatchObject({
      code: 'import.headerMissing',
    });
  });
});

describe('a workbook', () => {
  it('is read with its dates, numbers and long digits as a person sees them', async () => {
    const file = `${test.folder}/책.xlsx`;
    const head = ['접수번호', '접수일', '내용', '점수'].map((value) => ({ value }));
    await writeXlsxFile(
      [
        head,
        [
          { value: '0012345678901234', type: String },
          { value: new Date(Date.UTC(2026, 10, 21)), type: Date, format: 'yyyy-mm-dd' },
          { value: '배송이 늦어요', type: String },
          { value: 0.1 + 0.2, type: Number },
        ],
        [
          { value: '0012345678901235', type: String },
          {
            value: new Date(Date.UTC(2026, 10, 21, 15, 5)),
            type: Date,
            format: 'yyyy-mm-dd hh:mm',
          },
          { value: '친절해요', type: String },
          { value: 5, type: Number },
        ],
      ],
      { sheet: '접수 내역' },
    ).toFile(file);
    const token = test.host.context.files.admit(file);
    expect(await scene.inspect(token)).toMatchObject({
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: ['접수 내역'],
      sheet: '접수 내역',
      headers: ['접수번호', '접수일', '내용', '점수'],
      sampleRows: [
        ['0012345678901234', '2026-11-21', '배송이 늦어요', '0.3'],
        ['0012345678901235', '2026-11-21T15:05', '친절해요', '5'],
      ],
    });
    const summary = summaryOf(await scene.voc(token));
    expect(summary).toMatchObject({ read: 2, imported: 2 });
    expect(scene.rows('SELECT external_id, received_at FROM voc ORDER BY id')).toEqual([
      { external_id: '0012345678901234', received_at: '2026-11-21' },
      { external_id: '0012345678901235', received_at: '2026-11-21T15:05' },
    ]);
    await test.call('undo.undo', {});
  });

  const text = (at: string, value: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

  it('shows failed formulas as empty, formulas by their result, and begins with a sheet that is not hidden', async () => {
    const book = workbookOf([
      { name: '숨김', rows: `<row r="1">${text('A1', '비밀')}</row>`, isHidden: true },
      {
        name: 'A &amp; B',
        rows: `<row r="1">${text('A1', '2026년 VOC 현황')}</row>
          <row r="3">${text('A3', '내용')}${text('B3', '값')}${text('C3', '확인')}</row>
          <row r="4">${text('A4', '하나')}<c r="B4" t="e"><f>NA()</f><v>#N/A</v></c><c r="C4" t="b"><v>1</v></c></row>
          <row r="6">${text('A6', '둘')}<c r="B6"><f>1+1</f><v>2</v></c><c r="C6" t="str"><f>A1</f><v>결과</v></c></row>
          <row r="7"><c r="A7"/><c r="B7"/></row>`,
      },
    ]);
    const inspection = await scene.inspect(scene.file(book, 'formula.xlsx'));
    expect(inspection).toMatchObject({
      sheets: ['숨김', 'A & B'],
      sheet: 'A & B',
      headers: ['내용', '값', '확인'],
      sampleRows: [
        ['하나', '', 'TRUE'],
        ['둘', '2', '결과'],
      ],
    });
    const other = await scene.inspect(scene.file(book, 'formula.xlsx'), { sheet: '숨김' });
    expect(other.headers).toEqual(['비밀']);
  });

  it.each([
    [false, '2026-11-21'],
    [true, '2030-11-22'],
  ])('counts its days from its own epoch (1904: %s)', async (epoch1904, date) => {
    const rows = `<row r="1">${text('A1', '일자')}${text('B1', '시각')}</row><row r="2"><c r="A2" s="1"><v>46347</v></c><c r="B2" s="2"><v>0.75</v></c></row>`;
    const book = workbookOf([{ name: 'S', rows }], { epoch1904 });
    const { sampleRows } = await scene.inspect(scene.file(book, `epoch ${epoch1904}.xlsx`));
    expect(sampleRows[0]).toEqual([date, '18:00']);
  });

  it('without the sheet asked for, or without any row, is refused by name', async () => {
    const book = scene.file(workbookOf([{ name: 'S', rows: '' }]), 'sheet.xlsx');
    await expect(scene.inspect(book, { sheet: '없음' })).rejects.toMatchObject({
      code: 'import.sheetUnknown',
      params: { sheet: '없음' },
    });
    expect(await refusalOf(book)).toMatchObject({ code: 'import.sheetEmpty' });
  });

  it('that is broken, protected, old or no workbook is refused as such', async () => {
    const whole = workbookOf([{ name: 'S', rows: `<row r="1">${text('A1', '내용')}</row>` }]);
    const refusals = {
      'import.fileBroken': whole.subarray(0, whole.length - 40),
      'import.encrypted': Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.alloc(600),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'import.oldExcel': Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      'import.notATable': zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
    };
    for (const [code, content] of Object.entries(refusals)) {
      expect(await refusalOf(scene.file(content, `${code}.xlsx`))).toMatchObject({ code });
    }
    const secret = zipOf([{ name: 'xl/workbook.xml', content: '<x/>', encrypted: true }]);
    expect(await refusalOf(scene.file(secret, 'zip.xlsx'))).toMatchObject({
      code: 'import.encrypted',
    });
  });

  it('that would inflate beyond reason is refused before it does, also when it lies about it', async () => {
    const bomb = Buffer.alloc(60 * 1024 * 1024, 'a');
    const honest = zipOf([{ name: 'xl/workbook.xml', content: bomb }]);
    const lying = zipOf([{ name: 'xl/workbook.xml', content: bomb, claimedSize: 100 }]);
    expect(honest.length).toBeLessThan(100_000);
    for (const content of [honest, lying]) {
      expect(await refusalOf(scene.file(content, 'bomb.xlsx'))).toMatchObject({
        code: 'import.tooLarge',
      });
    }
  });
});

describe('rejected rows', () => {
  it('come with their reasons, and as a file that Excel opens in Korean', async () => {
    const token = scene.csv(
      [
        ['번호', '일자', '내용', '비고'],
        ['1', '2026-11-01', '좋아요', ''],
        ['2', '언젠가', '날짜가, 이상해요', '"메모"'],
        ['3', '2026-11-03', '  ', '빈 내용', '넘침'],
      ],
      'cp949',
    );
    const mapping = {
      columns: { 번호: 'externalId', 일자: 'receivedAt', 내용: 'text' } as const,
      defaults: {},
    };
    const summary = summaryOf(await scene.voc(token, mapping));
    expect(summary).toMatchObject({ read: 3, imported: 1, duplicates: 0, rejected: 2 });
    expect(summary.rejectedHeaders).toEqual(['번호', '일자', '내용', '비고']);
    expect(summary.rejectedSample).toEqual([
      {
        rowNumber: 2,
        reason: 'dateUnreadable',
        params: { value: '언젠가' },
        cells: ['2', '언젠가', '날짜가, 이상해요', '"메모"'],
      },
      {
        rowNumber: 3,
        reason: 'textEmpty',
        params: {},
        cells: ['3', '2026-11-03', '  ', '빈 내용', '넘침'],
      },
    ]);
    const { bytes, rows } = scene.rejectedRows(summary);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rows).toEqual([
      ['번호', '일자', '내용', '비고', '열 5', '거부 사유'],
      ['2', '언젠가', '날짜가, 이상해요', '"메모"', '', '날짜로 읽을 수 없습니다: 언젠가'],
      ['3', '2026-11-03', '  ', '빈 내용', '넘침', '내용이 비어 있습니다'],
    ]);
    await test.call('undo.undo', {});
  });

  it('speak English where the person does', async () => {
    await test.call('preference.set', { key: 'locale', value: 'en' });
    const summary = summaryOf(
      await scene.voc(
        scene.csv([
          ['id', 'text'],
          ['1', 'fine'],
          ['2', ''],
        ]),
      ),
    );
    expect(scene.rejectedRows(summary).rows).toEqual([
      ['id', 'text', 'Reason for rejection'],
      ['2', '', 'The text is empty'],
    ]);
    await test.call('preference.set', { key: 'locale', value: 'ko' });
    await test.call('undo.undo', {});
  });
});

it('every reason and error an import can give has words in both languages', () => {
  const read = (locale: string) =>
    JSON.parse(readFileSync(`resources/locales/${locale}/import.json`, 'utf8')) as Record<
      string,
      Record<string, string>
    >;
  const [korean, english] = [read('ko'), read('en')];
  for (const group of ['errors', 'reasons', 'undo']) {
    expect(Object.keys(english[group] ?? {})).toEqual(Object.keys(korean[group] ?? {}));
  }
});
