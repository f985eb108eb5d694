import { formatCount, formatShare } from '../charts/chart-text.ts';
import type { ChartTheme } from '../charts/chart-theme.ts';
import { keywordBarsOption } from '../charts/keyword-bars.option.ts';
import { weeklyValue, weeklyVocOption } from '../charts/weekly-voc.option.ts';
import type { KeywordRanking, RisingWord, WeeklyVoc } from '../contract/insight.contract.ts';
import { body, column, lead, missing } from './report-blocks.ts';
import type { InsightReportData, ReportData } from './report-data.ts';
import type { ReportBlock, ReportSection, TableBlock } from './report-document.ts';
import type { ReportWords } from './report-words.ts';

const wordsDrawn = 20;
const wordsNamed = 3;
/** Where nothing rises significantly, the strongest of what may be chance. */
const doubtfulListed = 8;
/** The latest; earlier ones are history. */
const signalsListed = 20;

/** What customers talk about, of what more than before, and whether a week was unusual. */
export function insightSections(
  { insight }: ReportData,
  theme: ChartTheme,
  words: ReportWords,
): ReportSection[] {
  if (insight === null || insight.keywords.total === 0) return [];
  const section = {
    level: 2,
    orientation: 'portrait',
    sheet: words.say('sheets.insight'),
  } as const;
  return [
    {
      ...section,
      id: 'insight',
      level: 1,
      title: words.say('insight.title'),
      blocks: keywordBlocks(insight, theme, words),
    },
    {
      ...section,
      id: 'rising',
      title: words.say('insight.rising.title'),
      blocks: risingBlocks(insight, words),
    },
    {
      ...section,
      id: 'weekly',
      title: words.say('insight.weekly.title'),
      blocks: weeklyBlocks(insight.weekly, theme, words),
    },
  ];
}

function risingWordsOf({ rising }: InsightReportData): RisingWord[] {
  return (rising?.words ?? []).filter(({ direction }) => direction === 'rising');
}

function keywordBlocks(
  insight: InsightReportData,
  theme: ChartTheme,
  words: ReportWords,
): ReportBlock[] {
  const { keywords } = insight;
  if (keywords.words.length === 0) return [missing(words.say('insight.noWords'))];
  const rising = new Set(
    risingWordsOf(insight)
      .filter(({ significant }) => significant)
      .map(({ word }) => word),
  );
  const bars = keywords.words
    .slice(0, wordsDrawn)
    .map(({ word, count, share }) => ({ word, count, share, rising: rising.has(word) }));
  return [
    lead(
      words.say('insight.lead', {
        total: formatCount(keywords.total),
        words: keywords.words
          .slice(0, wordsNamed)
          .map(({ word, share }) => `${word} (${formatShare(share)})`)
          .join(', '),
      }),
    ),
    {
      type: 'figure',
      title: words.say('insight.figure'),
      option: keywordBarsOption(bars, { count: words.say('charts.vocCount') }, theme),
      heightPx: theme.fontSize * (3 + 1.9 * bars.length),
      description: words.say('insight.reading'),
      source: words.say('insight.source'),
    },
    keywordTable(keywords, words),
  ];
}

function keywordTable({ words: lines }: KeywordRanking, words: ReportWords): TableBlock {
  const title = (key: string) => words.translate(`insight:columns.${key}`);
  return {
    type: 'table',
    title: words.say('insight.table'),
    columns: [
      column(title('word'), 'text', 14),
      column(title('count'), 'integer', 9),
      column(title('share'), 'share', 9),
      column(title('surfaces'), 'text', 44),
    ],
    rows: lines.map(({ word, count, share, surfaces }) => ({
      cells: [word, count, share, surfaces.map(({ text }) => text).join(', ')],
    })),
    source: words.say('insight.source'),
  };
}

function risingBlocks(insight: InsightReportData, words: ReportWords): ReportBlock[] {
  const { rising } = insight;
  if (rising === null || rising.tested === 0) return [missing(words.say('insight.rising.tooFew'))];
  const risers = risingWordsOf(insight);
  const significant = risers.filter((line) => line.significant);
  const listed = significant.length > 0 ? significant : risers.slice(0, doubtfulListed);
  const { period, baseline, periodTotal, baselineTotal, tested } = rising;
  const compared = words.say('insight.rising.compared', {
    from: period.from,
    to: period.to,
    count: formatCount(periodTotal),
    before: baseline.from,
    until: baseline.to,
    baselineCount: formatCount(baselineTotal),
  });
  const finding =
    significant.length === 0
      ? words.say('insight.rising.none')
      : words.say('insight.rising.some', {
          count: significant.length,
          words: significant
            .slice(0, wordsNamed)
            .map(({ word }) => word)
            .join(', '),
        });
  return [
    lead(finding),
    body(compared),
    ...(listed.length === 0 ? [] : [risingTable(listed, tested, words)]),
  ];
}

function risingTable(lines: readonly RisingWord[], tested: number, words: ReportWords): TableBlock {
  const title = (key: string) => words.translate(`insight:columns.${key}`);
  return {
    type: 'table',
    title: words.say('insight.rising.table'),
    columns: [
      column(title('word'), 'text', 16),
      column(title('observed'), 'integer', 9),
      column(title('baseline'), 'integer', 9),
      column(title('expected'), 'score', 9),
      column(title('ratio'), 'text', 20),
      column('q', 'text', 9),
      column(words.say('insight.rising.verdict'), 'text', 16),
    ],
    rows: lines.map((line) => ({
      cells: [
        line.word,
        line.period,
        line.baseline,
        line.expected,
        ratioText(line),
        line.q < 0.001 ? '<0.001' : line.q.toFixed(3),
        words.say(line.significant ? 'verdict.significant' : 'verdict.notSignificant'),
      ],
      ...(line.significant ? {} : { tone: 'muted' as const }),
    })),
    source: words.say('insight.rising.source', { tested: formatCount(tested) }),
  };
}

/** `×3.1 (1.6–6.2)`; the upper end has no bound where the baseline has none. */
function ratioText({ ratio, ratioLow, ratioHigh }: RisingWord): string {
  const ends = `${ratioLow.toFixed(1)}–${ratioHigh === null ? '∞' : ratioHigh.toFixed(1)}`;
  return ratio === null ? `(${ends})` : `×${ratio.toFixed(1)} (${ends})`;
}

function weeklyBlocks(weekly: WeeklyVoc, theme: ChartTheme, words: ReportWords): ReportBlock[] {
  const say = (key: string) => words.translate(`insight:${key}`);
  if (weekly.center === null) return [missing(say('weekly.tooFew'))];
  const labels = {
    value: say('weekly.value'),
    center: say('weekly.center'),
    limits: say('weekly.limits'),
    signal: say('weekly.signal'),
    partial: say('partial'),
  };
  return [
    lead(
      weekly.signals.length === 0
        ? say('weekly.calm')
        : words.say('insight.weekly.some', { count: weekly.signals.length }),
    ),
    {
      type: 'figure',
      title: say(`weekly.titles.${weekly.type}`),
      option: weeklyVocOption(weekly, labels, theme),
      heightPx: theme.fontSize * 26,
      description: words.say('insight.weekly.reading'),
      source: say(`weekly.notes.${weekly.type}`),
    },
    ...(weekly.overdispersed ? [body(overdispersedWords(weekly, words))] : []),
    ...(weekly.signals.length === 0 ? [] : [signalTable(weekly, words)]),
  ];
}

function overdispersedWords({ dispersion }: WeeklyVoc, words: ReportWords): string {
  return words.translate('insight:weekly.overdispersed', {
    dispersion: (dispersion ?? 1).toFixed(1),
  });
}

function signalTable(weekly: WeeklyVoc, words: ReportWords): TableBlock {
  const say = (key: string) => words.translate(`insight:${key}`);
  const latest = weekly.signals.slice(-signalsListed).toReversed();
  return {
    type: 'table',
    title: words.say('insight.weekly.table'),
    columns: [
      column(say('columns.period'), 'text', 24),
      column(say('columns.count'), 'integer', 10),
      column(say('weekly.signal'), 'text', 48),
    ],
    rows: latest.map((signal) => {
      const week = weekly.weeks[signal.week];
      return {
        cells: [
          week === undefined ? '' : `${week.from} – ${week.to}`,
          week?.count ?? null,
          words.translate(`insight:weekly.kinds.${signal.kind}`, {
            value: weeklyValue(weekly.type, signal.value),
            line: weeklyValue(weekly.type, signal.line),
            length: signal.length ?? 0,
          }),
        ],
      };
    }),
    source: words.say(
      weekly.signals.length > signalsListed ? 'insight.weekly.latest' : 'insight.weekly.source',
      { listed: latest.length, all: weekly.signals.length },
    ),
  };
}
