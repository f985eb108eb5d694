import { chartTextFrom, formatShare } from '../charts/chart-text.ts';
import type { ChartTheme } from '../charts/chart-theme.ts';
import {
  countToReach,
  howWeightsHeight,
  howWeightsOption,
  rankedHows,
} from '../charts/how-weights.option.ts';
import type { CsfRow } from '../contract/csf.contract.ts';
import type { HouseView } from '../contract/house.contract.ts';
import type { CsfStability, HowStanding } from '../contract/stability.contract.ts';
import { maskPersonalData } from '../domain/voc/mask-personal-data.ts';
import { linkedItems, stabilityNotes, standingWords } from './csf-measures.ts';
import { howWeightsOf } from './house-weights.ts';
import { body, column, missing } from './report-blocks.ts';
import type { CsfEvidence, ReportData } from './report-data.ts';
import type {
  FigureBlock,
  Quote,
  QuotesBlock,
  ReportRow,
  ReportSection,
  TableBlock,
} from './report-document.ts';
import { csfStatusWord, joinFacts, type ReportWords, shortened } from './report-words.ts';

/** More rows than this do not fit a page. */
const mostBars = 32;

/** Share of the whole weight up to which HOWs are usually taken as critical. */
const usualCut = 0.8;

/** The CSF list with reasons, where it comes from and the customers' words behind it. */
export function csfSection(data: ReportData, theme: ChartTheme, words: ReportWords): ReportSection {
  const csfs = activeCsfs(data.csfs);
  const retired = data.csfs.filter((csf) => csf.status === 'retired');
  return {
    id: 'csf',
    title: words.say('csf.title'),
    sheet: words.say('sheets.csf'),
    level: 1,
    orientation: 'portrait',
    blocks: [
      ...(csfs.length === 0
        ? [missing(words.say('missing.csf'))]
        : [
            body(words.say('csf.intro')),
            csfTable(words.say('csf.tableTitle'), csfs, data.stability, words),
          ]),
      ...(retired.length === 0
        ? []
        : [csfTable(words.say('csf.retiredTitle'), retired, data.stability, words)]),
      ...stabilityNotes(data.csfs, data.stability, words),
      ...linkedItems(csfs, data.evidence, words),
      ...quotesBehind(csfs, data.evidence, { perCsf: 2, characters: 140 }, words),
      ...data.houses
        .filter((house) => house.hows.length > 0)
        .map((house) => paretoFigure(house, theme, words)),
    ],
  };
}

/** Agreed before proposed, then by rank as the house stands now. */
export function activeCsfs(csfs: readonly CsfRow[]): CsfRow[] {
  return csfs
    .filter((csf) => csf.status !== 'retired')
    .toSorted(
      (a, b) =>
        Number(b.status === 'agreed') - Number(a.status === 'agreed') ||
        (a.currentRank ?? a.chosenRank) - (b.currentRank ?? b.chosenRank) ||
        a.id - b.id,
    );
}

function csfTable(
  title: string,
  csfs: readonly CsfRow[],
  stability: readonly CsfStability[],
  words: ReportWords,
): TableBlock {
  const title_ = (key: string) => words.say(`csf.columns.${key}`);
  const standingOf = ({ id }: CsfRow) =>
    stability.find(({ csfId }) => csfId === id)?.standing ?? null;
  return {
    type: 'table',
    title,
    columns: [
      column(title_('rank'), 'integer', 6),
      column(title_('name'), 'text', 20),
      column(title_('status'), 'text', 9),
      column(title_('weight'), 'share', 9),
      column(title_('chosenWeight'), 'share', 11),
      column(title_('chosenRank'), 'integer', 9, 'workbook'),
      column(title_('stability'), 'text', 16),
      column(title_('topShare'), 'share', 10, 'workbook'),
      column(title_('kpiAndTarget'), 'text', 26, 'print'),
      column(title_('kpi'), 'text', 22, 'workbook'),
      column(title_('target'), 'text', 14, 'workbook'),
      column(title_('owner'), 'text', 10),
      column(title_('vocCount'), 'integer', 8),
      column(title_('actions'), 'integer', 8),
      column(title_('openActions'), 'integer', 9, 'workbook'),
      column(title_('overdueActions'), 'integer', 9, 'workbook'),
      column(title_('reason'), 'text', 42),
      column(title_('house'), 'text', 18, 'workbook'),
      column(title_('chosenAt'), 'date', 12, 'workbook'),
    ],
    rows: csfs.map((csf) => csfRow(csf, standingOf(csf), words)),
    source: words.say('csf.source'),
  };
}

function csfRow(csf: CsfRow, standing: HowStanding | null, words: ReportWords): ReportRow {
  return {
    cells: [
      csf.currentRank,
      csf.howName,
      csfStatusWord(csf.status, words),
      csf.currentWeight,
      csf.chosenWeight,
      csf.chosenRank,
      standingWords(standing, words),
      standing?.topShare ?? null,
      joinFacts([csf.kpi, csf.targetValue]),
      csf.kpi,
      csf.targetValue,
      csf.owner,
      csf.vocCount,
      csf.actionCount,
      csf.openActionCount,
      csf.overdueActionCount,
      csf.reason,
      csf.houseName,
      csf.chosenAt.slice(0, 10),
    ],
    ...(csf.status === 'retired' ? { tone: 'muted' as const } : {}),
  };
}

/** HOW weights of a house, heaviest first, with the cut at 80 %. */
export function paretoFigure(house: HouseView, theme: ChartTheme, words: ReportWords): FigureBlock {
  const hows = howWeightsOf(house);
  const ranked = rankedHows(hows);
  const reached = countToReach(ranked, usualCut);
  return {
    type: 'figure',
    title: words.say('pareto.title', { house: house.name }),
    option: howWeightsOption(hows, chartTextFrom(words.translate), theme, usualCut, mostBars),
    heightPx: howWeightsHeight(Math.min(hows.length, mostBars), theme),
    description:
      reached === 0
        ? words.say('missing.relations')
        : words.say('pareto.reading', {
            count: reached,
            total: hows.length,
            share: formatShare(ranked[reached - 1]?.cumulativeWeight ?? 0),
          }),
    source: words.say('pareto.source', { whats: house.whats.length, hows: hows.length }),
  };
}

/**
 * Up to `perCsf` customers' sentences of at most `characters` behind each CSF, none twice; nothing
 * when no CSF has any.
 */
export function quotesBehind(
  csfs: readonly CsfRow[],
  evidence: readonly CsfEvidence[],
  limits: { perCsf: number; characters: number },
  words: ReportWords,
): QuotesBlock[] {
  const quoted = new Set<number>();
  const groups = csfs.flatMap((csf) => {
    const voc = evidence.find((entry) => entry.csfId === csf.id)?.voc;
    const fresh = wholeFirst(
      voc?.sample.filter(({ id }) => !quoted.has(id)) ?? [],
      limits.characters,
    ).slice(0, limits.perCsf);
    if (voc === undefined || fresh.length === 0) return [];
    for (const { id } of fresh) quoted.add(id);
    return [
      {
        title: words.say('quotes.heading', { csf: csf.howName, count: voc.total }),
        quotes: fresh.map((sample) => quoteOf(sample, limits.characters, words)),
      },
    ];
  });
  return groups.length === 0 ? [] : [{ type: 'quotes', title: words.say('quotes.title'), groups }];
}

/** What can be quoted whole comes before what must be cut. */
function wholeFirst<Sample extends { text: string }>(
  samples: readonly Sample[],
  characters: number,
): Sample[] {
  const tooLong = ({ text }: Sample) => Number([...text].length > characters);
  return samples.toSorted((a, b) => tooLong(a) - tooLong(b));
}

function quoteOf(
  sample: { id: number; text: string; receivedAt: string },
  characters: number,
  words: ReportWords,
): Quote {
  return {
    text: shortened(maskPersonalData(sample.text).replace(/\s+/g, ' ').trim(), characters),
    source: words.say('quotes.source', { id: sample.id, day: sample.receivedAt.slice(0, 10) }),
  };
}
