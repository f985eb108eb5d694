import { formatCount, formatInterval } from '../charts/chart-text.ts';
import type { ChartTheme } from '../charts/chart-theme.ts';
import type { CsfRow } from '../contract/csf.contract.ts';
import type { WavePoint } from '../contract/csi.contract.ts';
import { actionState } from './actions.section.ts';
import { activeCsfs, quotesBehind } from './csf.section.ts';
import { waveFigure } from './csi.section.ts';
import { effectRows } from './effect.section.ts';
import { indexTitle } from './index-formula.ts';
import { movementSentence } from './movement-sentence.ts';
import { column, keyFigure, lead, missing, sourceNote } from './report-blocks.ts';
import type { ReportData } from './report-data.ts';
import type { KeyFigure, ReportBlock, ReportSection, TableBlock } from './report-document.ts';
import { joinFacts, type ReportWords, shortened, verdictOf } from './report-words.ts';

/** CSFs on the first page: as many as can be read in a minute. */
const topCsfs = 5;
const quotedCsfs = 3;

/** Characters of a name and of a quote that keep the first page one page. */
const mostOfName = 36;
const mostOfQuote = 52;

/** The first page: did the customers notice, what matters most, and what is being done about it? */
export function summarySection(
  data: ReportData,
  theme: ChartTheme,
  words: ReportWords,
): ReportSection {
  const csfs = activeCsfs(data.csfs).slice(0, topCsfs);
  return {
    id: 'summary',
    title: words.say('summary.title'),
    sheet: words.say('sheets.summary'),
    level: 1,
    orientation: 'portrait',
    blocks: [
      { type: 'keyFigures', figures: headFigures(data, words) },
      ...headline(data, words),
      ...waveChart(data, theme, words),
      ...(csfs.length === 0 ? [] : [csfTable(csfs, data, words)]),
      ...quotesBehind(
        csfs.slice(0, quotedCsfs),
        data.evidence,
        { perCsf: 1, characters: mostOfQuote },
        words,
      ),
      ...missingNotes(data, words),
      sourceNote(words.say('summary.source')),
    ],
  };
}

function headFigures(data: ReportData, words: ReportWords): KeyFigure[] {
  const { overview, indexes } = data;
  const latest = indexes[0]?.wavePoints.at(-1);
  const label = (key: string) => words.say(`summary.figures.${key}`);
  const actions = actionState(data.actions);
  const agreed = data.csfs.filter(({ status }) => status === 'agreed').length;
  return [
    keyFigure(indexes[0]?.definition.name ?? label('csi'), latest?.index ?? null, 'score', {
      detail: latest === undefined ? words.say('summary.noWave') : certaintyOf(latest, words),
    }),
    keyFigure(label('change'), latest?.change?.difference ?? null, 'difference', {
      detail:
        latest === undefined || latest.change === null
          ? words.say('summary.noComparison')
          : verdictOf(latest.change, words),
      tone: changeTone(latest),
    }),
    keyFigure(label('voc'), overview.voc.total, 'integer', {
      detail: words.say('summary.complaints', { count: formatCount(overview.voc.complaints) }),
    }),
    keyFigure(label('csf'), agreed, 'integer', {
      detail: words.say('summary.csfWithoutAction', { count: overview.csfs.withoutAction }),
    }),
    keyFigure(label('actions'), actions.done, 'integer', {
      unit: `/ ${actions.total}`,
      detail: words.say('summary.overdue', { count: actions.overdue }),
      tone: actions.overdue > 0 ? 'alert' : 'plain',
    }),
  ];
}

function certaintyOf(point: WavePoint, words: ReportWords): string {
  return joinFacts([
    point.ci95 === null ? '' : words.say('summary.interval', { ends: formatInterval(point.ci95) }),
    `n=${point.n}`,
  ]);
}

/** An insignificant change has no colour: it is no news. */
function changeTone(latest: WavePoint | undefined): KeyFigure['tone'] {
  const change = latest?.change;
  if (!change?.significant) return 'plain';
  return change.difference > 0 ? 'better' : 'worse';
}

function headline(data: ReportData, words: ReportWords): ReportBlock[] {
  const index = data.indexes[0];
  const moved = index === undefined ? '' : movementSentence(index, words);
  const text = [moved, effectSentence(data, words)].filter((part) => part !== '').join(' ');
  return text === '' ? [] : [lead(text)];
}

/** How many of the items behind finished actions moved. */
function effectSentence(data: ReportData, words: ReportWords): string {
  const measured = effectRows(data).filter(
    (row) => row.doneActions > 0 && row.verdict !== 'notMeasured',
  );
  if (measured.length === 0) return '';
  const items = new Map(measured.map((row) => [row.itemLabel, row.verdict]));
  const count = (verdict: string) =>
    [...items.values()].filter((value) => value === verdict).length;
  return words.say('summary.effect', {
    items: items.size,
    rose: count('rose'),
    fell: count('fell'),
    unclear: count('unclear'),
  });
}

function waveChart(data: ReportData, theme: ChartTheme, words: ReportWords): ReportBlock[] {
  const index = data.indexes[0];
  if (index === undefined || index.wavePoints.length === 0) return [];
  return [
    {
      ...waveFigure(index, theme, words),
      heightPx: theme.fontSize * 15,
      description: '',
      source: words.say('summary.chartSource', { index: indexTitle(index.definition) }),
    },
  ];
}

/** Place in the table below. */
const actionColumn = 6;

function csfTable(csfs: readonly CsfRow[], data: ReportData, words: ReportWords): TableBlock {
  const title = (key: string) => words.say(`csf.columns.${key}`);
  return {
    type: 'table',
    title: words.say('summary.csfTitle'),
    columns: [
      column(title('rank'), 'integer', 6),
      column(title('name'), 'text', 28),
      column(title('weight'), 'share', 10),
      column(title('vocCount'), 'integer', 9),
      column(title('kpiAndTarget'), 'text', 28),
      column(title('owner'), 'text', 12),
      column(words.say('summary.actionColumn'), 'text', 16),
    ],
    rows: csfs.map((csf) => ({
      cells: [
        csf.currentRank,
        shortened(csf.howName, mostOfName),
        csf.currentWeight,
        csf.vocCount,
        joinFacts([shortened(csf.kpi, mostOfName), shortened(csf.targetValue, mostOfName / 2)]),
        shortened(csf.owner, mostOfName / 2),
        actionText(csf, data, words),
      ],
      ...(csf.overdueActionCount > 0 ? { alertCells: [actionColumn] } : {}),
    })),
    source: '',
  };
}

function actionText(csf: CsfRow, data: ReportData, words: ReportWords): string {
  const actions = data.actions.filter((action) => action.csfId === csf.id);
  const { total, done, overdue } = actionState(actions);
  if (total === 0) return words.say('summary.noAction');
  const state = words.say('summary.actionState', { done, total });
  return overdue === 0
    ? state
    : joinFacts([state, words.say('summary.overdue', { count: overdue })]);
}

/** What a reader must not miss for its absence, each with the way to get it. */
function missingNotes(data: ReportData, words: ReportWords): ReportBlock[] {
  const { overview } = data;
  const keys = [
    overview.voc.total === 0 ? 'voc' : null,
    overview.requirements.total === 0 ? 'requirements' : null,
    data.houses.length === 0 ? 'house' : null,
    data.csfs.length === 0 ? 'csf' : null,
    data.actions.length === 0 ? 'actions' : null,
    data.waves.length === 0 ? 'waves' : data.indexes.length === 0 ? 'index' : null,
  ].filter((key) => key !== null);
  return keys.map((key) => missing(words.say(`missing.${key}`)));
}
