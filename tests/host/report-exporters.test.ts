import readXlsxFile, { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { printChartTheme } from '../../core/charts/chart-theme.ts';
import { type ReportKind, reportKinds } from '../../core/contract/report.contract.ts';
import { translatorOver } from '../../core/i18n/translate.ts';
import { buildReport } from '../../core/reports/build-report.ts';
import type { ReportData } from '../../core/reports/report-data.ts';
import type { ReportDocument } from '../../core/reports/report-document.ts';
import { PdfCanvas } from '../../electron/host/exporters/pdf/pdf-canvas.ts';
import { readReportFonts } from '../../electron/host/exporters/pdf/pdf-fonts.ts';
import { exportPdf } from '../../electron/host/exporters/pdf/pdf-report.ts';
import { styles } from '../../electron/host/exporters/pdf/pdf-style.ts';
import { shareWidth } from '../../electron/host/exporters/pdf/pdf-table.ts';
import { ellipsize, wrapText } from '../../electron/host/exporters/pdf/pdf-text.ts';
import { columnName } from '../../electron/host/exporters/xlsx/sheet-page.ts';
import { exportXlsx } from '../../electron/host/exporters/xlsx/xlsx-report.ts';
import { localeTrees } from '../../electron/host/locale-words.ts';
import { inspectPdf, pdfText } from '../support/pdf-inspection.ts';
import { emptyReportData, exampleReportData } from '../support/report-data-builder.ts';

const fonts = readReportFonts();
const translate = translatorOver(localeTrees('ko'));

function build(kind: ReportKind, data: ReportData): ReportDocument {
  return buildReport(kind, data, { locale: 'ko', theme: printChartTheme, translate });
}

type Grid = (string | number | boolean | Date | null)[][];

async function readBack(report: ReportDocument): Promise<Map<string, Grid>> {
  const bytes = Buffer.from(await exportXlsx(report));
  const sheets = await readXlsxFile(bytes);
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as Grid]));
}

/** The rows below the one whose cells include all `heads`, up to the first empty one. */
function rowsBelow(grid: Grid | undefined, ...heads: string[]): Grid {
  const at = grid?.findIndex((row) => heads.every((head) => row.includes(head))) ?? -1;
  if (grid === undefined || at === -1) throw new Error(`no head row with ${heads.join(', ')}`);
  const below = grid.slice(at + 1);
  const end = below.findIndex((row) => row.every((cell) => cell === null));
  return end === -1 ? below : below.slice(0, end);
}

function cellsOf(grid: Grid | undefined, head: string, column: string): unknown[] {
  const row = grid?.find((cells) => cells.includes(head) && cells.includes(column));
  const place = row?.indexOf(column) ?? -1;
  return rowsBelow(grid, head, column).map((cells) => cells[place]);
}

describe('workbook', () => {
  it('has a sheet for each part of the cycle', async () => {
    const sheets = await readBack(build('full', exampleReportData()));
    expect([...sheets.keys()]).toEqual([
      '요약',
      'CSF',
      '매트릭스',
      '개선과제',
      '효과',
      'CSI',
      'CSI 집단별',
      'CSI 문항별',
      'VOC',
      'VOC 낱말',
      '산출 근거',
    ]);
  });

  it('keeps the figures of CSFs as they are, without rounding', async () => {
    const data = exampleReportData();
    const sheets = await readBack(build('csf', data));
    const weights = cellsOf(sheets.get('CSF'), 'CSF(품질요소)', '현재 가중치').slice(0, 4);
    const expected = data.csfs
      .map((csf) => csf.currentWeight)
      .toSorted((a, b) => (b ?? 0) - (a ?? 0));
    expect(weights).toEqual(expected);
  });

  it('writes dates as dates of that very day', async () => {
    const sheets = await readBack(build('actions', exampleReportData()));
    const [due] = cellsOf(sheets.get('개선과제'), '개선과제', '기한');
    expect(due).toBeInstanceOf(Date);
    expect((due as Date).toISOString()).toBe('2026-04-15T00:00:00.000Z');
  });

  it('shows both ends of an interval as figures', async () => {
    const data = exampleReportData();
    const sheets = await readBack(build('csi', data));
    const points = data.indexes[0]!.wavePoints;
    const ends = (column: string) => cellsOf(sheets.get('CSI'), '차수', column).slice(0, 2);
    expect(ends('95% 신뢰구간 하한')).toEqual(points.map((point) => point.ci95?.[0]));
    expect(ends('95% 신뢰구간 상한')).toEqual(points.map((point) => point.ci95?.[1]));
  });

  it('carries results beside the formulas of the house, equal to the screen’s', async () => {
    const report = build('matrix', exampleReportData());
    const matrix = report.sections[0]?.blocks.find((block) => block.type === 'matrix');
    const sheet = (await readBack(report)).get('매트릭스');
    const foot = (label: string) => sheet?.find((row) => row[1] === label)?.slice(4, 18);
    expect(foot('절대 가중치')).toEqual(matrix?.hows.map((how) => how.absolute));
    expect(foot('상대 가중치')).toEqual(matrix?.hows.map((how) => how.relative));
    expect(foot('순위')).toEqual(matrix?.hows.map((how) => how.rank));
  });

  it('takes a text that looks like a formula as text', async () => {
    const data = exampleReportData();
    const actions = data.actions.map((action) => ({ ...action, title: '=HYPERLINK("http://x")' }));
    const sheets = await readBack(build('actions', { ...data, actions }));
    const [title] = cellsOf(sheets.get('개선과제'), 'CSF', '개선과제');
    expect(title).toBe('=HYPERLINK("http://x")');
  });

  it('of an empty workspace opens and says what is missing', async () => {
    const bytes = Buffer.from(await exportXlsx(build('full', emptyReportData())));
    const summary = await readSheet(bytes, '요약');
    expect(summary.flat().join(' ')).toContain('VOC가 없습니다');
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %d %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });
});

describe('printed report', () => {
  it('embeds Pretendard, holds no raster image, is tagged Korean and has an outline', async () => {
    const report = build('full', exampleReportData());
    const facts = inspectPdf(await exportPdf(report, fonts));
    expect(facts.fonts.map((name) => name.replace(/^\w+\+/, '')).toSorted()).toEqual([
      'Pretendard-Regular',
      'Pretendard-SemiBold',
    ]);
    expect(facts).toMatchObject({ rasterImages: 0, tagged: true, language: 'ko' });
    expect(facts.outlineEntries).toBeGreaterThanOrEqual(report.sections.length);
    expect(facts.copyable).toContain('객');
  });

  it('can be copied from: text comes out as it was written', async () => {
    const text = pdfText(await exportPdf(build('full', exampleReportData()), fonts));
    if (text === null) {
      console.info('skipped: pdftotext is not installed');
      return;
    }
    for (const words of [
      '고객만족경영 보고서',
      '부품 재고 보유율',
      '한 일이 효과가 있었나',
      '69.9',
    ]) {
      expect(text).toContain(words);
    }
  });

  it.each(reportKinds)('prints a %s report of an empty workspace', async (kind) => {
    const facts = inspectPdf(await exportPdf(build(kind, emptyReportData()), fonts));
    expect(facts.pages).toBeGreaterThan(0);
  });

  it('keeps the summary on one page', async () => {
    const report = build('full', exampleReportData());
    const [summary, ...others] = report.sections;
    const alone = inspectPdf(await exportPdf({ ...report, sections: [summary!] }, fonts));
    expect(others.length).toBeGreaterThan(0);
    expect(alone.pages).toBe(1);
  });

  it('breaks a row that is longer than a page, and loses nothing of it', async () => {
    const data = exampleReportData();
    const words = Array.from({ length: 700 }, (_, i) => `낱말${i}`).join(' ');
    const csfs = data.csfs.map((csf) => ({ ...csf, reason: words }));
    const bytes = await exportPdf(build('csf', { ...data, csfs }), fonts);
    expect(inspectPdf(bytes).pages).toBeGreaterThan(4);
    expect(pdfText(bytes) ?? '낱말699').toContain('낱말699');
  });

  it('prints a house of 60 × 60 over several pages', async () => {
    const data = exampleReportData();
    const [house] = data.houses;
    const whats = Array.from({ length: 60 }, (_, i) => ({
      ...house!.whats[i % 12]!,
      whatId: i + 1,
      requirementId: i + 1,
    }));
    const hows = Array.from({ length: 60 }, (_, j) => ({ ...house!.hows[j % 14]!, howId: j + 1 }));
    const relations = whats.map((_what, i) =>
      hows.map((_how, j) => ((i + j) % 7 === 0 ? (9 as const) : (0 as const))),
    );
    const report = build('matrix', { ...data, houses: [{ ...house!, whats, hows, relations }] });
    expect(inspectPdf(await exportPdf(report, fonts)).pages).toBeGreaterThan(6);
  });

  it('survives emoji, decomposed Hangul and signs the font lacks', async () => {
    const data = exampleReportData();
    const actions = data.actions.map((action) => ({
      ...action,
      title: `${'한글'.normalize('NFD')} 👍🏽 金 \u0007 ◎`,
    }));
    const bytes = await exportPdf(build('actions', { ...data, actions }), fonts);
    expect(pdfText(bytes) ?? '한글 ◎').toContain('한글');
    // Drawn, for Pretendard has no ◎, and copied all the same, where it stands.
    const canvas = new PdfCanvas(fonts, { title: '표', author: '', language: 'ko' });
    canvas.addPage();
    canvas.paragraph('없음 → ◎ (합의)', styles.cell, 'P');
    const text = pdfText(await canvas.finish()) ?? '없음 → ◎ (합의)';
    expect(text.replaceAll(/ /g, '')).toContain('없음→◎(합의)');
  });
});

describe('text in print', () => {
  /** Every character 10 wide. */
  const measure = (text: string) => [...text].length * 10;
  const wrap = (text: string, width: number) => wrapText(text, width, styles.cell, measure);

  it('breaks between words and cuts only a word wider than its line', () => {
    expect(wrap('고객이 원하는 것', 70)).toEqual(['고객이 원하는', '것']);
    expect(wrap('아주긴낱말입니다', 30)).toEqual(['아주긴', '낱말입', '니다']);
  });

  it('keeps line breaks and makes an empty text one empty line', () => {
    expect(wrap('가\n나', 100)).toEqual(['가', '나']);
    expect(wrap('', 100)).toEqual(['']);
  });

  it('puts at least one character on a line however narrow', () => {
    expect(wrap('가나', 1)).toEqual(['가', '나']);
  });

  it('shortens with an ellipsis only what does not fit', () => {
    expect(ellipsize('가나다라', 40, styles.cell, measure)).toBe('가나다라');
    expect(ellipsize('가나다라', 30, styles.cell, measure)).toBe('가나…');
  });

  it('shares a table’s width: all of it, and nobody below the minimum', () => {
    const widths = shareWidth(100, [1, 1, 8], [20, 10, 30]);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 9);
    expect(widths[0]).toBeGreaterThanOrEqual(20);
    expect(shareWidth(100, [1, 1], [150, 50])).toEqual([75, 25]);
  });
});
