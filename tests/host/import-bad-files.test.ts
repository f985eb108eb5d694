import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
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

/** Whatever the file: nothing of it is in the workspace. */
afterEach(() => {
  for (const table of ['voc', 'branch', 'extra_field', 'import_batch', 'merged_voc']) {
    expect(scene.count(table)).toBe(0);
  }
});

async function refusalOf(token: string): Promise<string> {
  try {
    await scene.inspect(token);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  const { jobId } = await test.call('import.checkVoc', {
    token,
    mapping: { columns: { 내용: 'text' }, defaults: {} },
  });
  return (await test.jobEnd(jobId)).error?.code ?? 'none';
}

function bookParts(rows: string) {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return [
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    },
  ];
}

/** A workbook with shared strings and something beside them that packs badly. */
function bookWith(rows: string, shared: string, beside: { name: string; content: Buffer }) {
  const strings = { name: 'xl/sharedStrings.xml', content: `<sst>${shared}</sst>` };
  return zipOf([...bookParts(rows), strings, beside]);
}

const cell = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
const sheet = {
  name: '자료',
  rows: `<row r="1">${cell('A1', '내용')}</row><row r="2">${cell('A2', '좋아요')}</row>`,
};

describe('a bad file ends in a clear refusal and an unchanged workspace', () => {
  it.each([
    ['an empty file', () => Buffer.alloc(0), 'import.emptyFile'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'import.notATable'],
    [
      'an old Excel or Hangul document',
      () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'),
      'import.oldExcel',
    ],
    [
      'a web page called .xls',
      () => Buffer.from('<html><table><tr><td>내용</td></tr></table></html>'),
      'import.webPage',
    ],
    ['a workbook that broke off', () => workbookOf([sheet]).subarray(0, 900), 'import.fileBroken'],
    [
      'a zip file that is no workbook',
      () => zipOf([{ name: 'a.txt', content: 'a' }]),
      'import.notATable',
    ],
    [
      'a workbook with a password inside',
      () => zipOf([{ name: 'xl/workbook.xml', content: 'x', encrypted: true }]),
      'import.encrypted',
    ],
    ['a header and nothing below it', () => Buffer.from('내용\n'), 'import.noRows'],
    [
      'a quotation mark that is never closed',
      () => Buffer.from(`내용\n"${'가나다 '.repeat(400_000)}`),
      'import.quoteNotClosed',
    ],
  ])('%s', async (_, content, code) => {
    expect(await refusalOf(scene.file(content()))).toBe(code);
  });

  it('a zip bomb, however it is packed: one huge part, many parts, a lie about the size, many names', async () => {
    const zeros = Buffer.alloc(40 * 1024 * 1024);
    const book = { name: 'xl/workbook.xml', content: '<workbook/>' };
    const bombs = [
      zipOf([book, { name: 'xl/sharedStrings.xml', content: Buffer.alloc(300 * 1024 * 1024) }]),
      zipOf([
        book,
        ...Array.from({ length: 6 }, (_, at) => ({
          name: `xl/worksheets/sheet${at}.xml`,
          content: zeros,
        })),
      ]),
      zipOf([
        ...bookParts(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`),
        { name: 'xl/sharedStrings.xml', content: zeros, claimedSize: 1000 },
      ]),
      zipOf([
        book,
        ...Array.from({ length: 10_001 }, (_, at) => ({ name: `xl/a${at}.xml`, content: '' })),
      ]),
    ];
    for (const bomb of bombs) expect(await refusalOf(scene.file(bomb))).toBe('import.tooLarge');
  });

  it('a workbook that unpacks to endless text or endless nesting, however well it hides among noise', async () => {
    const noise = { name: 'xl/media/image1.png', content: randomBytes(4 * 1024 * 1024) };
    const endless = 'ㅋ'.repeat(12 * 1024 * 1024);
    const shared = `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`;
    const nested = `<row r="1"><c r="A1">${'<v>'.repeat(3_000_000)}`;
    const bombs = [
      [bookWith(shared, `<si><t>${endless}</t></si>`, noise), 'import.tooLarge'],
      [bookWith(shared, `<si t="${endless}"/>`, noise), 'import.tooLarge'],
      [bookWith(nested, '', noise), 'import.fileBroken'],
      [bookWith(shared, '<si>'.repeat(3_000_000), noise), 'import.fileBroken'],
    ] as const;
    const before = process.memoryUsage().rss;
    for (const [bomb, code] of bombs) expect(await refusalOf(scene.file(bomb))).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });

  it('a workbook whose rows or cells run backwards, or that names a text it does not hold', async () => {
    const backwards = `<row r="2">${cell('A2', '내용')}</row><row r="1">${cell('A1', '좋아요')}</row>`;
    const crossed = `<row r="1">${cell('B1', '내용')}${cell('A1', '번호')}</row>`;
    const beyond = `<row r="1">${cell('XFE1', '내용')}</row>`;
    const missing = '<row r="1"><c r="A1" t="s"><v>7</v></c></row>';
    for (const rows of [backwards, crossed, beyond, missing]) {
      const book = workbookOf([{ name: '자료', rows }]);
      expect(await refusalOf(scene.file(book))).toBe('import.fileBroken');
    }
  });

  it('XML that defines entities of its own (a billion laughs)', async () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const bomb = zipOf([
      { name: 'xl/workbook.xml', content: `${laughs}<workbook/>` },
      { name: 'xl/worksheets/sheet1.xml', content: `${laughs}<worksheet>&b;</worksheet>` },
    ]);
    expect(await refusalOf(scene.file(bomb))).toBe('import.fileBroken');
  });

  it('one line of a hundred million characters', async () => {
    const file = path.join(test.folder, '한 줄.csv');
    const output = createWriteStream(file);
    output.write('번호,내용\n1,');
    const piece = Buffer.from('a'.repeat(1024 * 1024));
    for (let at = 0; at < 100; at++) if (!output.write(piece)) await once(output, 'drain');
    output.end('\n');
    await finished(output);
    const before = process.memoryUsage().rss;
    expect(await refusalOf(test.host.context.files.admit(file))).toBe('import.lineTooLong');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });
});

describe('a file that is only odd is read for what it is', () => {
  afterEach(async () => {
    while ((await test.call('undo.undo', {})) !== null) {
      // Every import of the test is taken back, so that the next finds an empty workspace.
    }
  });

  it('three hundred columns, each kept', async () => {
    const headers = Array.from({ length: 300 }, (_, at) => (at === 7 ? '내용' : `항목 ${at}`));
    const row = headers.map((header, at) => (header === '내용' ? '오래 기다렸습니다' : `값 ${at}`));
    const summary = summaryOf(await scene.voc(scene.csv([headers, row])));
    expect(summary).toMatchObject({ imported: 1, rejected: 0 });
    expect(scene.count('voc_extra')).toBe(299);
  });

  it.each(['utf-16le', 'utf-16be'])('%s without a byte order mark', async (encoding) => {
    const text = '번호,내용\r\n1,오래 기다렸습니다\r\n2,친절했습니다\r\n';
    const token = scene.file(iconv.encode(text, encoding, { addBOM: false }));
    expect(await scene.inspect(token)).toMatchObject({ encoding, headers: ['번호', '내용'] });
    expect(summaryOf(await scene.voc(token))).toMatchObject({ imported: 2 });
  });

  it('NUL bytes between the letters, failed formulas, titles above and merged cells', async () => {
    const odd = scene.file('번호,내용\n1,가\0나다라\n');
    expect(summaryOf(await scene.voc(odd))).toMatchObject({ imported: 1 });
    expect(scene.rows('SELECT text FROM voc')).toEqual([{ text: '가나다라' }]);

    const rows = [
      `<row r="1">${cell('A1', '월간 VOC 현황')}</row>`,
      `<row r="3">${cell('A3', '번호')}${cell('B3', '내용')}${cell('C3', '점수')}</row>`,
      `<row r="4">${cell('A4', 'X-1')}${cell('B4', '안내가 친절합니다')}<c r="C4" t="e"><v>#N/A</v></c></row>`,
      `<row r="5">${cell('A5', 'X-2')}${cell('B5', '주차가 어렵습니다')}<c r="C5" t="e"><v>#REF!</v></c></row>`,
    ].join('');
    const book = workbookOf([
      { name: '요약', rows },
      { name: '숨긴 시트', rows: '', isHidden: true },
    ]);
    const token = scene.file(book, '현황.xlsx');
    expect(await scene.inspect(token)).toMatchObject({
      headerRow: 3,
      headers: ['번호', '내용', '점수'],
      formulaErrors: 2,
      sheetFacts: [
        { name: '요약', isHidden: false, rows: null },
        { name: '숨긴 시트', isHidden: true, rows: null },
      ],
    });
    expect(summaryOf(await scene.voc(token))).toMatchObject({ imported: 2, rejected: 0 });
  });

  it('Latin-1, told by the characters that Korean encodings do not have', async () => {
    const token = scene.file(Buffer.from('id,text\n1,caf\xe9 tr\xe8s lent\n', 'latin1'));
    const summary = summaryOf(await scene.voc(token));
    expect(summary.undecodableCharacters).toBeGreaterThan(0);
    expect(summary.undecodableRows).toEqual([1]);
  });

  it('more rows than a sheet of Excel holds, in bounded memory', { timeout: 180_000 }, async () => {
    const file = path.join(test.folder, '큰 파일.csv');
    const output = createWriteStream(file);
    output.write('내용\n');
    for (let at = 0; at < 1_048_577; at++) {
      if (!output.write(at % 10_000 === 0 ? '오래 기다렸습니다\n' : ' \n'))
        await once(output, 'drain');
    }
    output.end();
    await finished(output);
    const { jobId } = await test.call('import.checkVoc', {
      token: test.host.context.files.admit(file),
      mapping: { columns: { 내용: 'text' }, defaults: {} },
    });
    const { importCheck } = await test.jobEnd(jobId);
    expect(importCheck).toMatchObject({ read: 1_048_577, importable: 105 });
    await test.call('import.discardCheck', { checkId: importCheck?.checkId ?? '' });
  });
});
