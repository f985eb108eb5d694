import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import writeXlsxFile, { type CellObject, type Feature } from 'write-excel-file/node';
import { quotedSymbol } from '../../../../core/domain/house/workbook/relation-format.ts';
import {
  type CellStyle,
  cellAddress,
  type DescribedCell,
  type DescribedSheet,
  pinnedAddress,
  type WorkbookDescription,
} from '../../../../core/domain/house/workbook/workbook-description.ts';
import { xlsxText } from './xlsx-text.ts';

type FileContent = Stream | Buffer | Blob;

/** A described workbook as the bytes of an XLSX file. */
export async function writeDescribedWorkbook({ sheets }: WorkbookDescription): Promise<Uint8Array> {
  const file = writeXlsxFile(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: sheet.rows.map(({ cells, height }) =>
        cells.map((cell, column) => cellObject(cell, column === 0 ? height : null)),
      ),
      columns: sheet.columns.map(({ width }) => ({ width })),
      stickyRowsCount: sheet.frozen.rows,
      stickyColumnsCount: sheet.frozen.columns,
      orientation: 'landscape' as const,
      showGridLines: false,
    })),
    { fontFamily: 'Malgun Gothic', fontSize: 10, features: [describedFeature(sheets)] },
  );
  return file.toBuffer();
}

/** Row heights ride on a row's first cell. */
function cellObject(cell: DescribedCell | null, height: number | null): CellObject | null {
  const tall = height === null ? {} : { height };
  if (cell === null) return height === null ? null : tall;
  const { content, style, columnSpan = 1, rowSpan = 1 } = cell;
  const look = {
    ...styleOf(style),
    ...tall,
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  };
  switch (content.kind) {
    case 'blank':
      // The writer wants a kind beside a format, so that what is typed here later is shown in it.
      return look.format === undefined ? look : { ...look, type: Number };
    case 'text':
      return { ...look, value: xlsxText(content.text), type: String };
    case 'number':
      return { ...look, value: content.value, type: Number };
    case 'formula':
      return { ...look, value: content.formula, type: 'Formula' };
  }
}

function styleOf(style: CellStyle): CellObject {
  const look: CellObject = {};
  if (style.isBold === true) look.fontWeight = 'bold';
  if (style.fontSize !== undefined) look.fontSize = style.fontSize;
  if (style.color !== undefined) look.textColor = style.color;
  if (style.fill !== undefined) look.backgroundColor = style.fill;
  if (style.align !== undefined) look.align = style.align;
  if (style.verticalAlign !== undefined) look.alignVertical = style.verticalAlign;
  if (style.wraps === true) look.wrap = true;
  if (style.rotation !== undefined) look.textRotation = style.rotation;
  if (style.format !== undefined) look.format = style.format;
  if (style.hasBorder === true)
    Object.assign(look, { borderStyle: 'thin', borderColor: '#b4bdc6' });
  return look;
}

/** As the file format numbers them. */
const paperSizes = { a3: 8, a4: 9 } as const;

/** What the writer cannot do of itself: hidden parts, entry lists, symbols, results, one page wide. */
function describedFeature(sheets: readonly DescribedSheet[]): Feature<FileContent> {
  const rules = sheets.flatMap(({ symbols }) => symbols);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            return sheet === undefined ? xml : withSheetParts(xml, sheet, rules);
          },
          transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            if (tag === 'pageSetup') {
              const paperSize = paperSizes[sheet?.paper ?? 'a3'];
              return {
                ...attributes,
                paperSize,
                fitToWidth: sheet?.pagesWide ?? 1,
                fitToHeight: 0,
              };
            }
            const part = tag === 'row' ? sheet?.rows : tag === 'col' ? sheet?.columns : undefined;
            return part?.[index ?? -1]?.isHidden === true
              ? { ...attributes, hidden: 1 }
              : attributes;
          },
        },
        'xl/workbook.xml': {
          // The writer leaves a blank element for them.
          transform: (xml) => xml.replace('<definedNames/>', () => printTitles(sheets)),
          transformElementAttributes: (tag, attributes, index) => {
            if (tag === 'calcPr') return { ...attributes, fullCalcOnLoad: 1 };
            return tag === 'sheet' && sheets[index ?? -1]?.isHidden === true
              ? { ...attributes, state: 'hidden' }
              : attributes;
          },
        },
        'xl/styles.xml': { insert: () => symbolStyles(rules) },
      },
    },
  };
}

type SymbolRule = DescribedSheet['symbols'][number];

/** Number formats of a workbook's own begin at 164; those of the cells are numbered by the writer. */
const firstSymbolFormat = 900;

function symbolStyles(rules: readonly SymbolRule[]): string {
  const styles = rules.map(
    ({ symbol, fill }, index) =>
      `<dxf><numFmt numFmtId="${firstSymbolFormat + index}" formatCode="${escaped(quotedSymbol(symbol))}"/>` +
      `${fill === undefined ? '' : fillStyle(fill)}</dxf>`,
  );
  return `<dxfs count="${styles.length}">${styles.join('')}</dxfs>`;
}

function fillStyle(color: string): string {
  return `<fill><patternFill patternType="solid"><bgColor rgb="FF${color.slice(1).toUpperCase()}"/></patternFill></fill>`;
}

/** What is frozen on screen stands on each printed page. */
function printTitles(sheets: readonly DescribedSheet[]): string {
  const titles = sheets.flatMap(({ name, frozen: { rows, columns } }, index) => {
    const sheet = `'${name.replaceAll("'", "''")}'`;
    const parts = [
      ...(columns > 0
        ? [`${sheet}!$A:${pinnedAddress(columns - 1, 0).replace(/\$\d+$/, '')}`]
        : []),
      ...(rows > 0 ? [`${sheet}!$1:$${rows}`] : []),
    ];
    if (parts.length === 0) return [];
    const range = escaped(parts.join(','));
    return [
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${range}</definedName>`,
    ];
  });
  return titles.length === 0 ? '' : `<definedNames>${titles.join('')}</definedNames>`;
}

function withSheetParts(xml: string, sheet: DescribedSheet, rules: readonly SymbolRule[]): string {
  const parts = symbolRules(sheet, rules) + entryLists(sheet);
  return withResults(xml, sheet)
    .replace(/<worksheet[^>]*>/, (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('<pageMargins', () => `${parts}<pageMargins`);
}

function symbolRules({ symbols }: DescribedSheet, rules: readonly SymbolRule[]): string {
  return symbols
    .map((rule, index) => {
      const test = `<cfRule type="cellIs" dxfId="${rules.indexOf(rule)}" priority="${index + 1}" operator="equal"><formula>${rule.value}</formula></cfRule>`;
      return `<conditionalFormatting sqref="${rule.range}">${test}</conditionalFormatting>`;
    })
    .join('');
}

function entryLists({ lists }: DescribedSheet): string {
  if (lists.length === 0) return '';
  const parts = lists.map(
    ({ range, entries }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}">` +
      `<formula1>${escaped(`"${entries.join(',')}"`)}</formula1></dataValidation>`,
  );
  return `<dataValidations count="${parts.length}">${parts.join('')}</dataValidations>`;
}

const formulaCell = /(<c r="([A-Z]+\d+)"[^>]*>)(<f>[^<]*<\/f>)(<\/c>)/g;

function withResults(xml: string, { rows }: DescribedSheet): string {
  const results = new Map(
    rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) =>
        cell?.content.kind === 'formula' && cell.content.result !== null
          ? [[cellAddress(column, row), cell.content.result] as const]
          : [],
      ),
    ),
  );
  return xml.replace(
    formulaCell,
    (whole, open: string, at: string, formula: string, end: string) => {
      const result = results.get(at);
      return result === undefined ? whole : `${open}${formula}<v>${result}</v>${end}`;
    },
  );
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}
