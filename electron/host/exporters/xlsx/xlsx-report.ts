import writeXlsxFile from 'write-excel-file/node';
import type {
  KeyFiguresBlock,
  QuotesBlock,
  ReportBlock,
  ReportDocument,
  ReportSection,
} from '../../../../core/reports/report-document.ts';
import { look, SheetPage } from './sheet-page.ts';
import { workbookFeature } from './workbook-features.ts';
import { writeMatrix } from './xlsx-matrix.ts';
import { namingColumns, valueCell, writeTable } from './xlsx-table.ts';

/**
 * A report as a workbook: the same tables as in print with every column, figures as figures, dates as
 * dates and the house with live formulas. Charts stay in print; their data are here.
 */
export async function exportXlsx(
  report: ReportDocument,
  sectionDone: (count: number) => void = () => {},
): Promise<Uint8Array> {
  const pages = new Map<string, SheetPage>();
  for (const [index, section] of report.sections.entries()) {
    if (section.blocks.some((block) => block.type !== 'figure')) {
      writeSection(pageFor(pages, section.sheet), report, section);
    }
    sectionDone(index + 1);
  }
  const sheets = [...pages.values()];
  const file = writeXlsxFile(
    sheets.map((page) => ({
      sheet: page.name,
      data: page.rows,
      columns: page.widths.map((width) => ({ width })),
      stickyRowsCount: page.frozen.rows,
      stickyColumnsCount: page.frozen.columns,
      orientation: 'landscape' as const,
      showGridLines: false,
    })),
    { fontFamily: 'Malgun Gothic', fontSize: 10, features: [workbookFeature(sheets)] },
  );
  return file.toBuffer();
}

function pageFor(pages: Map<string, SheetPage>, title: string): SheetPage {
  const name = sheetName(title);
  const known = pages.get(name);
  if (known !== undefined) return known;
  const page = new SheetPage(name);
  pages.set(name, page);
  return page;
}

/** Excel allows 31 characters and none of these signs. */
function sheetName(title: string): string {
  return title.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31);
}

function writeSection(page: SheetPage, report: ReportDocument, section: ReportSection): void {
  page.gap();
  if (page.rows.length === 0) {
    page.addText(section.title, look.title);
    page.addText(headLine(report), look.muted);
  } else {
    page.addText(section.title, look.heading);
  }
  const tables = section.blocks.filter((block) => block.type === 'table');
  for (const block of section.blocks) writeBlock(page, report, block, tables.length === 1);
}

function headLine(report: ReportDocument): string {
  const { labels, workspaceName, period, createdAt } = report;
  return `${workspaceName} · ${labels.period} ${period} · ${labels.createdAt} ${createdAt}`;
}

function writeBlock(
  page: SheetPage,
  report: ReportDocument,
  block: ReportBlock,
  onlyTable: boolean,
): void {
  if (block.type === 'figure') return;
  page.gap();
  switch (block.type) {
    case 'paragraph':
      page.addParagraph(block.text);
      break;
    case 'note':
      page.addParagraph(block.text, look.muted);
      break;
    case 'keyFigures':
      writeKeyFigures(page, block);
      break;
    case 'quotes':
      writeQuotes(page, block);
      break;
    case 'matrix':
      writeMatrix(page, block);
      break;
    case 'table': {
      const headRow = writeTable(page, block, report.labels);
      // Only a head near the top may stay: a frozen half of a screen is none to work on.
      if (onlyTable && headRow <= mostFrozenRows) {
        page.frozen = { rows: headRow, columns: namingColumns(block) };
      }
      break;
    }
  }
}

const mostFrozenRows = 8;

function writeKeyFigures(page: SheetPage, block: KeyFiguresBlock): void {
  for (const figure of block.figures) {
    page.add([
      { ...look.cell, value: figure.label, type: String, columnSpan: 2 },
      null,
      { ...look.cell, ...valueCell(figure.value, figure.kind), fontWeight: 'bold' },
      { ...look.cell, value: [figure.unit, figure.detail].join(' ').trim(), type: String },
    ]);
  }
  page.widen(0, 12);
  page.widen(1, 24);
  page.widen(2, 12);
}

function writeQuotes(page: SheetPage, block: QuotesBlock): void {
  page.addText(block.title, look.heading);
  for (const group of block.groups) {
    page.addText(group.title, { fontWeight: 'bold' });
    for (const quote of group.quotes) page.addParagraph(`“${quote.text}” (${quote.source})`);
  }
}
