import { chartTextFrom } from '../charts/chart-text.ts';
import type { ChartTheme } from '../charts/chart-theme.ts';
import { bestFirst, csiByGroupHeight, csiByGroupOption } from '../charts/csi-by-group.option.ts';
import { csiByWaveHeight, csiByWaveOption } from '../charts/csi-by-wave.option.ts';
import { itemScoresHeight, itemScoresOption } from '../charts/item-scores.option.ts';
import type { ItemPoint, WavePoint } from '../contract/csi.contract.ts';
import { indexFormula, indexTitle } from './index-formula.ts';
import { movementSentence } from './movement-sentence.ts';
import { body, column, lead, missing } from './report-blocks.ts';
import type { GroupCut, IndexReportData, ReportData } from './report-data.ts';
import type {
  FigureBlock,
  ReportBlock,
  ReportCell,
  ReportRow,
  ReportSection,
  TableBlock,
} from './report-document.ts';
import { formatP, joinFacts, type ReportWords } from './report-words.ts';

/** Rows of one figure; more do not fit a page. */
const mostRows = 32;

/** Waves, groups and items of every index; one section that says what is missing without any. */
export function csiSections(
  data: ReportData,
  theme: ChartTheme,
  words: ReportWords,
): ReportSection[] {
  if (data.waves.length === 0) return [emptySection(words.say('missing.waves'), words)];
  if (data.indexes.length === 0) return [emptySection(words.say('missing.index'), words)];
  return data.indexes.flatMap((index) => indexSections(index, theme, words));
}

function emptySection(text: string, words: ReportWords): ReportSection {
  return {
    id: 'csi',
    title: words.say('csi.title'),
    sheet: words.say('sheets.csi'),
    level: 1,
    orientation: 'portrait',
    blocks: [missing(text)],
  };
}

function indexSections(
  index: IndexReportData,
  theme: ChartTheme,
  words: ReportWords,
): ReportSection[] {
  const name = indexTitle(index.definition);
  const part = (id: string, level: 1 | 2, sheet: string, blocks: ReportBlock[]): ReportSection => ({
    id: `csi-${index.definition.id}-${id}`,
    title: words.say(`csi.${id}Title`, { index: name }),
    sheet: words.say(`sheets.${sheet}`),
    level,
    orientation: 'portrait',
    blocks,
  });
  const latest = index.wavePoints.at(-1);
  return [
    part('waves', 1, 'csi', waveBlocks(index, theme, words)),
    ...(index.cuts.length === 0 || latest === undefined
      ? []
      : [part('groups', 2, 'csiGroups', groupBlocks(index, latest, theme, words))]),
    ...(index.items.length === 0
      ? []
      : [part('items', 2, 'csiItems', itemBlocks(index, theme, words))]),
  ];
}

function waveBlocks(index: IndexReportData, theme: ChartTheme, words: ReportWords): ReportBlock[] {
  const latest = index.wavePoints.at(-1);
  const notes = [...new Set(index.wavePoints.flatMap((point) => point.notes))];
  return [
    ...(latest === undefined ? [] : [lead(movementSentence(index, words))]),
    waveFigure(index, theme, words),
    waveTable(index, words),
    ...notes.map((note) => body(words.translate(`csi:notes.${note}`))),
  ];
}

/** The index wave by wave; also stands on the first page. */
export function waveFigure(
  index: IndexReportData,
  theme: ChartTheme,
  words: ReportWords,
): FigureBlock {
  return {
    type: 'figure',
    title: words.say('csi.waveFigureTitle', { index: indexTitle(index.definition) }),
    option: csiByWaveOption(index.wavePoints, chartTextFrom(words.translate), theme),
    heightPx: csiByWaveHeight(theme),
    description: words.say('csi.waveFigureReading'),
    source: '',
  };
}

function indexSource(index: IndexReportData, words: ReportWords): string {
  return joinFacts([indexFormula(index.definition, words), words.say('csi.intervalSource')]);
}

function waveTable(index: IndexReportData, words: ReportWords): TableBlock {
  const title = (key: string) => words.say(`csi.columns.${key}`);
  const components = index.definition.components;
  return {
    type: 'table',
    title: words.say('csi.waveTableTitle'),
    columns: [
      column(title('wave'), 'text', 20),
      column(title('surveyedOn'), 'date', 12),
      column(title('n'), 'integer', 8),
      column(title('effectiveN'), 'number', 12, 'workbook'),
      column(title('index'), 'score', 8),
      column(title('interval'), 'interval', 13),
      column(title('change'), 'difference', 9),
      column(title('changeInterval'), 'interval', 13, 'workbook'),
      column(title('p'), 'text', 9),
      column(title('verdict'), 'text', 14),
      ...components.map((component) => column(component.name, 'score', 10)),
    ],
    rows: index.wavePoints.map((point) => waveRow(point, components, words)),
    source: indexSource(index, words),
  };
}

function waveRow(
  point: WavePoint,
  components: readonly { name: string }[],
  words: ReportWords,
): ReportRow {
  const { change } = point;
  const verdict = change?.significant ? 'verdict.significant' : 'verdict.notSignificant';
  return {
    cells: [
      point.waveName,
      point.surveyedOn,
      point.n,
      point.effectiveN,
      point.index,
      point.ci95,
      change?.difference ?? null,
      change?.ci95 ?? null,
      change === null ? null : formatP(change.p),
      change === null ? null : words.say(verdict),
      ...components.map(
        (_component, place): ReportCell =>
          // By place, not by name: two components may carry the same name.
          point.components[place]?.score ?? null,
      ),
    ],
  };
}

function groupBlocks(
  index: IndexReportData,
  latest: WavePoint,
  theme: ChartTheme,
  words: ReportWords,
): ReportBlock[] {
  return [
    body(words.say('csi.groupsIntro', { wave: latest.waveName })),
    ...fewestFirst(index.cuts).flatMap((cut) => groupFigures(cut, index, latest, theme, words)),
    groupTable(index, latest, words),
  ];
}

/** Small figures fill a page; the long one of all branches comes after them. */
function fewestFirst(cuts: readonly GroupCut[]): GroupCut[] {
  return cuts.toSorted((a, b) => Number(a.by === 'branch') - Number(b.by === 'branch'));
}

function cutName(cut: GroupCut, words: ReportWords): string {
  return cut.by === 'segment' ? cut.name : words.say(`csi.cuts.${cut.by}`);
}

/** As many figures as it takes to show every group at a readable size, best first. */
function groupFigures(
  cut: GroupCut,
  index: IndexReportData,
  latest: WavePoint,
  theme: ChartTheme,
  words: ReportWords,
): FigureBlock[] {
  return inChunks(bestFirst(cut.points), mostRows).map((points) =>
    groupFigure({ ...cut, points }, index, latest, theme, words),
  );
}

function groupFigure(
  cut: GroupCut,
  index: IndexReportData,
  latest: WavePoint,
  theme: ChartTheme,
  words: ReportWords,
): FigureBlock {
  return {
    type: 'figure',
    title: words.say('csi.groupFigureTitle', {
      cut: cutName(cut, words),
      wave: latest.waveName,
    }),
    option: csiByGroupOption(cut.points, chartTextFrom(words.translate), theme),
    heightPx: csiByGroupHeight(cut.points.length, theme),
    description: words.say('csi.groupFigureReading'),
    source: words.say('csi.groupSource', { index: indexTitle(index.definition), n: latest.n }),
  };
}

function groupTable(index: IndexReportData, latest: WavePoint, words: ReportWords): TableBlock {
  const title = (key: string) => words.say(`csi.columns.${key}`);
  return {
    type: 'table',
    title: words.say('csi.groupTableTitle', { wave: latest.waveName }),
    columns: [
      column(title('cut'), 'text', 12),
      column(title('group'), 'text', 24),
      column(title('n'), 'integer', 8),
      column(title('index'), 'score', 8),
      column(title('interval'), 'interval', 14),
      column(title('previousIndex'), 'score', 10),
      column(title('difference'), 'difference', 10),
    ],
    rows: index.cuts.flatMap((cut) =>
      bestFirst(cut.points).map(
        (point): ReportRow => ({
          cells: [
            cutName(cut, words),
            point.group,
            point.n,
            point.index,
            point.ci95,
            point.previousIndex,
            differenceOf(point.index, point.previousIndex),
          ],
        }),
      ),
    ),
    groupColumns: 1,
    source: words.say('csi.groupSource', { index: indexTitle(index.definition), n: latest.n }),
  };
}

function itemBlocks(index: IndexReportData, theme: ChartTheme, words: ReportWords): ReportBlock[] {
  const { items, wavePoints } = index;
  return [
    ...inChunks(items, mostRows).map(
      (chunk): FigureBlock => ({
        type: 'figure',
        title: words.say('csi.itemFigureTitle'),
        option: itemScoresOption(chunk, wavePoints, chartTextFrom(words.translate), theme),
        heightPx: itemScoresHeight(chunk.length, theme),
        description: words.say('csi.itemFigureReading'),
        source: '',
      }),
    ),
    itemTable(items, wavePoints, words),
  ];
}

function itemTable(
  items: readonly ItemPoint[],
  waves: readonly WavePoint[],
  words: ReportWords,
): TableBlock {
  const title = (key: string) => words.say(`csi.columns.${key}`);
  const shown = waves.slice(-2);
  return {
    type: 'table',
    title: words.say('csi.itemTableTitle'),
    columns: [
      column(title('item'), 'text', 34),
      ...shown.flatMap((wave) => [
        column(words.say('csi.columns.scoreOf', { wave: wave.waveName }), 'score', 12),
        column(words.say('csi.columns.intervalOf', { wave: wave.waveName }), 'interval', 13),
        column(words.say('csi.columns.nOf', { wave: wave.waveName }), 'integer', 8, 'workbook'),
        column(words.say('csi.columns.meanOf', { wave: wave.waveName }), 'number', 10, 'workbook'),
      ]),
      ...(shown.length < 2 ? [] : [column(title('difference'), 'difference', 9)]),
    ],
    rows: items.map((item): ReportRow => {
      const points = shown.map((wave) => item.waves.find(({ waveId }) => waveId === wave.waveId));
      return {
        cells: [
          item.label,
          ...points.flatMap((point): ReportCell[] => [
            point?.score ?? null,
            point?.ci95 ?? null,
            point?.n ?? null,
            point?.mean ?? null,
          ]),
          ...(shown.length < 2
            ? []
            : [differenceOf(points[1]?.score ?? null, points[0]?.score ?? null)]),
        ],
      };
    }),
    source: words.say('csi.itemSource'),
  };
}

function inChunks<T>(list: readonly T[], size: number): T[][] {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, place) => list.slice(place * size, (place + 1) * size));
}

function differenceOf(later: number | null, earlier: number | null): number | null {
  return later === null || earlier === null ? null : later - earlier;
}
