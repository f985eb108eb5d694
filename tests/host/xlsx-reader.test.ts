import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stampOf } from '../../core/domain/import/date-value.ts';
import { textOfNumber } from '../../core/domain/import/number-value.ts';
import { SpreadsheetFile } from '../../electron/host/imports/spreadsheet-file.ts';
import { zipOf } from '../support/zip-builder.ts';

let folder = '';
let number = 0;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asTyped = { encoding: 'auto', delimiter: 'auto', headerRow: 0 } as const;

async function textsIn(file: string): Promise<string[][]> {
  const table = await SpreadsheetFile.open(file, asTyped);
  const rows: string[][] = [];
  for await (const batch of table.batches()) {
    for (const { cells, rowNumber } of batch) rows[rowNumber - 1] = cells;
  }
  return Array.from(rows, (cells) => withoutEnd(cells ?? []));
}

/** The same by a library that holds the whole workbook in memory. */
async function textsByLibrary(file: string, from1904: boolean): Promise<string[][]> {
  const firstDay = from1904 ? Date.UTC(1904, 0, 2) : Date.UTC(1900, 0, 1);
  const rows: readonly (readonly unknown[])[] = await readSheet(file, 'S', { trim: false });
  return rows.map((row) =>
    withoutEnd(
      row.map((cell) => {
        if (typeof cell === 'string') return cell;
        if (typeof cell === 'number') return textOfNumber(cell);
        if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
        if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return '';
        const stamp = stampOf(cell.getTime());
        return cell.getTime() < firstDay ? (stamp.split('T')[1] ?? '00:00') : stamp;
      }),
    ),
  );
}

/** A row says the same with and without empty cells at its end; blanks alone are no row. */
function withoutEnd(cells: readonly string[]): string[] {
  if (cells.every((cell) => cell.trim() === '')) return [];
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function withoutEmptyEnd(rows: readonly string[][]): string[][] {
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

const letters = 'ABCDEFGHIJ';
const formatCodes = [
  'yyyy-mm-dd',
  'yyyy"년" m"월" d"일";@',
  '[$-412]AM/PM h:mm',
  '[h]:mm:ss.00',
  '#,##0.00',
  '"d"0',
  '0.00E+00',
  '[빨강]0;[파랑]-0',
  'm\\-d',
  '@',
  'General',
] as const;
const builtIn = [0, 1, 9, 14, 20, 22, 30, 47, 49, 55, 71, 81, 82];

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ' 앞뒤 ',
    '_x000D_',
    '_x005F_x0041_',
    '줄\n바꿈',
    '&<>"',
    '가나다'.repeat(40),
    '',
  ),
);
const style = fc.option(fc.nat(builtIn.length + formatCodes.length - 1), { nil: undefined });
const xmlText = (content: string) =>
  content
    // What XML cannot hold no workbook holds; a carriage return is read as a line feed.
    .replace(/[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

const cell = fc.oneof(
  fc.record({
    type: fc.constant('n'),
    style,
    value: fc.oneof(
      fc.double({ min: -3000, max: 80_000, noNaN: true }),
      fc.integer(),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
  }),
  fc.record({ type: fc.constant('s'), style, text }),
  fc.record({ type: fc.constant('inlineStr'), style, text }),
  fc.record({ type: fc.constant('runs'), style, text, more: text }),
  fc.record({ type: fc.constant('str'), style, text }),
  fc.record({ type: fc.constant('b'), style, value: fc.boolean() }),
  fc.record({ type: fc.constant('e'), style }),
  fc.record({ type: fc.constant('empty'), style }),
);
type Cell = typeof cell extends fc.Arbitrary<infer T> ? T : never;
const row = fc.record({
  gap: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(3)),
  cells: fc.array(fc.option(cell, { nil: null, freq: 5 }), { maxLength: 8 }),
});

function workbook(rows: readonly { gap: number; cells: (Cell | null)[] }[], from1904: boolean) {
  const shared: string[] = [];
  const si = (content: string) => {
    shared.push(`<si>${content}</si>`);
    return shared.length - 1;
  };
  const t = (content: string) => `<t xml:space="preserve">${xmlText(content)}</t>`;
  const cellXml = (one: Cell, reference: string): string => {
    const styled = `r="${reference}"${one.style === undefined ? '' : ` s="${one.style}"`}`;
    switch (one.type) {
      case 'n':
        return `<c ${styled}><v>${'value' in one ? one.value : 0}</v></c>`;
      case 's':
        return `<c ${styled} t="s"><v>${si(t('text' in one ? one.text : ''))}</v></c>`;
      case 'runs': {
        const runs =
          'more' in one ? `<r>${t(one.text)}</r><r><rPr><b/></rPr>${t(one.more)}</r>` : '';
        return `<c ${styled} t="s"><v>${si(`${runs}<rPh sb="0" eb="1">${t('후리')}</rPh>`)}</v></c>`;
      }
      case 'inlineStr':
        return `<c ${styled} t="inlineStr"><is>${t('text' in one ? one.text : '')}</is></c>`;
      case 'str':
        return `<c ${styled} t="str"><f>A1</f><v>${xmlText('text' in one ? one.text : '')}</v></c>`;
      case 'b':
        return `<c ${styled} t="b"><v>${'value' in one && one.value ? 1 : 0}</v></c>`;
      case 'e':
        return `<c ${styled} t="e"><f>1/0</f><v>#DIV/0!</v></c>`;
      default:
        return `<c ${styled}/>`;
    }
  };
  let at = 0;
  const rowsXml = rows
    .map(({ gap, cells }) => {
      at += gap + 1;
      const inner = cells
        .map((one, column) => (one === null ? '' : cellXml(one, `${letters[column]}${at}`)))
        .join('');
      return `<row r="${at}" spans="1:8">${inner}</row>`;
    })
    .join('');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const formats = formatCodes
    .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${xmlText(code)}"/>`)
    .join('');
  const styles = [...builtIn, ...formatCodes.map((_, index) => 164 + index)]
    .map((id) => `<xf numFmtId="${id}" xfId="0"/>`)
    .join('');
  return zipOf([
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${main} xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${['worksheet', 'styles', 'sharedStrings']
        .map(
          (what, index) =>
            `<Relationship Id="rId${index + 1}" Type="${relations}/${what}" Target="${what}.xml"/>`,
        )
        .join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${main}><numFmts>${formats}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>${styles}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst ${main}>${shared.join('')}</sst>` },
    {
      name: 'xl/worksheet.xml',
      content: `<worksheet ${main}><sheetData>${rowsXml}</sheetData></worksheet>`,
    },
  ]);
}

function fileOf(rows: Parameters<typeof workbook>[0], from1904 = false): string {
  const file = path.join(folder, `${number++}.xlsx`);
  writeFileSync(file, workbook(rows, from1904));
  return file;
}

const filled: Cell = { type: 'inlineStr', style: undefined, text: '처음' };

describe('a workbook that is read as a stream', () => {
  it('says what it says to a library that reads it whole, whatever its cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.boolean(), async (rows, from1904) => {
        // Without one filled cell there is no table.
        const file = fileOf([{ gap: 0, cells: [filled] }, ...rows], from1904);
        const ours = await textsIn(file);
        expect(withoutEmptyEnd(ours)).toEqual(
          withoutEmptyEnd(await textsByLibrary(file, from1904)),
        );
        rmSync(file);
      }),
      { numRuns: 150 },
    );
  });

  it('loses nothing where one piece of the file ends and the next begins', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => ({
      gap: at % 700 === 0 ? 2 : 0,
      cells: [
        { type: 's', style: undefined, text: `공유 ${at % 4_000} ${'말'.repeat(at % 50)}` },
        at % 3 === 0 ? null : { type: 'n', style: undefined, value: at / 7 },
        { type: 'inlineStr', style: undefined, text: `👍🏽 & <${at}>` },
      ] as (Cell | null)[],
    }));
    const file = fileOf(rows);
    const ours = await textsIn(file);
    expect(ours).toHaveLength(6_000 + 18);
    expect(ours).toEqual(await textsByLibrary(file, false));
  });

  it('keeps its texts in a file of its own once they are many', async () => {
    const text = (at: number) => `${at} ${'길게 말씀하신 의견입니다. '.repeat(60)}`;
    const cells = (at: number): Cell[] => [{ type: 's', style: undefined, text: text(at) }];
    const file = fileOf(Array.from({ length: 8_000 }, (_, at) => ({ gap: 0, cells: cells(at) })));
    const ours = await textsIn(file);
    expect([ours[0], ours[4_321], ours[7_999]]).toEqual([[text(0)], [text(4_321)], [text(7_999)]]);
  });
});
