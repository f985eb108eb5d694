import { chartTextFrom } from '../charts/chart-text.ts';
import type { ChartTheme } from '../charts/chart-theme.ts';
import { vocByMonthOption } from '../charts/voc-by-month.option.ts';
import { vocKinds } from '../contract/voc.contract.ts';
import { handlingTable } from './handling-table.ts';
import { column, keyFigure, missing } from './report-blocks.ts';
import type { ReportData } from './report-data.ts';
import type { ReportBlock, ReportSection, TableBlock } from './report-document.ts';
import type { ReportWords } from './report-words.ts';

/** How much customers said, of which kind, and how much of it was worked into requirements. */
export function vocSection(data: ReportData, theme: ChartTheme, words: ReportWords): ReportSection {
  return {
    id: 'voc',
    title: words.say('voc.title'),
    sheet: words.say('sheets.voc'),
    level: 1,
    orientation: 'portrait',
    blocks:
      data.overview.voc.total === 0
        ? [missing(words.say('missing.voc'))]
        : vocBlocks(data, theme, words),
  };
}

function vocBlocks(data: ReportData, theme: ChartTheme, words: ReportWords): ReportBlock[] {
  const { voc, requirements, vocByMonth } = data.overview;
  const label = (key: string) => words.say(`voc.figures.${key}`);
  const handled = handlingTable(data, words);
  return [
    {
      type: 'keyFigures',
      figures: [
        keyFigure(label('total'), voc.total, 'integer'),
        keyFigure(label('complaints'), voc.complaints, 'integer'),
        keyFigure(label('unassigned'), voc.unassigned, 'integer'),
        keyFigure(label('requirements'), requirements.total, 'integer', {
          detail: words.say('voc.figures.withoutEvidence', {
            count: requirements.withoutEvidence,
          }),
        }),
      ],
    },
    {
      type: 'figure',
      title: words.say('voc.figureTitle'),
      option: vocByMonthOption(vocByMonth, chartTextFrom(words.translate), theme),
      heightPx: theme.fontSize * 24,
      description: words.say('voc.figureReading'),
      source: words.say('voc.source'),
    },
    monthTable(data, words),
    ...(handled === null ? [] : [handled]),
  ];
}

function monthTable(data: ReportData, words: ReportWords): TableBlock {
  const counts = data.overview.vocByMonth;
  const months = [...new Set(counts.map(({ month }) => month))].toSorted();
  const countOf = (month: string, kind: string) =>
    counts
      .filter((row) => row.month === month && row.kind === kind)
      .reduce((sum, row) => sum + row.count, 0);
  return {
    type: 'table',
    title: words.say('voc.tableTitle'),
    columns: [
      column(words.say('voc.columns.month'), 'text', 12),
      ...vocKinds.map((kind) => column(words.say(`charts.vocKinds.${kind}`), 'integer', 10)),
      column(words.say('charts.total'), 'integer', 10),
    ],
    rows: months.map((month) => {
      const perKind = vocKinds.map((kind) => countOf(month, kind));
      return { cells: [month, ...perKind, perKind.reduce((sum, count) => sum + count, 0)] };
    }),
    source: words.say('voc.source'),
  };
}
