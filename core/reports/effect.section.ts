import type { ActionRow } from '../contract/action.contract.ts';
import type { Interval } from '../contract/common.schema.ts';
import type { CsfRow } from '../contract/csf.contract.ts';
import type { ItemPoint } from '../contract/csi.contract.ts';
import { activeCsfs } from './csf.section.ts';
import { body, column, missing } from './report-blocks.ts';
import type { ReportData } from './report-data.ts';
import type { ReportRow, ReportSection, TableBlock } from './report-document.ts';
import type { ReportWords } from './report-words.ts';

/** What may be said of an item's movement between two waves. */
export type EffectVerdict = 'rose' | 'fell' | 'unclear' | 'notMeasured';

export interface EffectRow {
  csf: CsfRow;
  doneActions: number;
  allActions: number;
  itemLabel: string | null;
  previous: number | null;
  latest: number | null;
  verdict: EffectVerdict;
}

/**
 * Every CSF with its actions and the survey items that measure what it serves: did it move? An item
 * counts as moved only when the two waves' 95 % intervals do not overlap, which is stricter than a
 * test. A CSF without an item is listed as not measured, for that is a finding too.
 */
export function effectRows(data: ReportData): EffectRow[] {
  const [previousWave, latestWave] = lastTwoWaves(data);
  return activeCsfs(data.csfs).flatMap((csf): EffectRow[] => {
    const actions = data.actions.filter(
      (action) => action.csfId === csf.id && action.status !== 'cancelled',
    );
    const head = { csf, ...actionCounts(actions) };
    const items = itemsBehind(csf, data);
    if (items.length === 0) {
      return [{ ...head, itemLabel: null, previous: null, latest: null, verdict: 'notMeasured' }];
    }
    return items.map((item) => {
      const previous = item.waves.find(({ waveId }) => waveId === previousWave);
      const latest = item.waves.find(({ waveId }) => waveId === latestWave);
      return {
        ...head,
        itemLabel: item.label,
        previous: previous?.score ?? null,
        latest: latest?.score ?? null,
        verdict: verdictOf(previous?.ci95 ?? null, latest?.ci95 ?? null),
      };
    });
  });
}

function lastTwoWaves(
  data: ReportData,
): [previous: number | undefined, latest: number | undefined] {
  const waves = data.indexes[0]?.wavePoints ?? [];
  return [waves.at(-2)?.waveId, waves.at(-1)?.waveId];
}

function actionCounts(actions: readonly ActionRow[]) {
  return {
    doneActions: actions.filter(({ status }) => status === 'done').length,
    allActions: actions.length,
  };
}

function itemsBehind(csf: CsfRow, data: ReportData): ItemPoint[] {
  const linked = data.evidence.find(({ csfId }) => csfId === csf.id)?.items ?? [];
  const scored = data.indexes.flatMap((index) => index.items);
  return linked.flatMap(({ id }) => scored.find(({ itemId }) => itemId === id) ?? []);
}

function verdictOf(previous: Interval | null, latest: Interval | null): EffectVerdict {
  if (previous === null || latest === null) return 'notMeasured';
  if (latest[0] > previous[1]) return 'rose';
  return latest[1] < previous[0] ? 'fell' : 'unclear';
}

/** "Did what we did work?", CSF by CSF. */
export function effectSection(data: ReportData, words: ReportWords): ReportSection {
  const rows = effectRows(data);
  const measurable = data.waves.length > 1 && data.indexes.length > 0;
  return {
    id: 'effect',
    title: words.say('effect.title'),
    sheet: words.say('sheets.effect'),
    level: 2,
    orientation: 'portrait',
    blocks:
      rows.length === 0
        ? [missing(words.say('missing.csf'))]
        : [
            ...(measurable ? [] : [missing(words.say('missing.twoWaves'))]),
            body(words.say('effect.intro')),
            effectTable(rows, words),
          ],
  };
}

function effectTable(rows: readonly EffectRow[], words: ReportWords): TableBlock {
  const title = (key: string) => words.say(`effect.columns.${key}`);
  return {
    type: 'table',
    title: words.say('effect.tableTitle'),
    columns: [
      column(title('csf'), 'text', 24),
      column(title('done'), 'integer', 7),
      column(title('actions'), 'integer', 7),
      column(title('item'), 'text', 30),
      column(title('previous'), 'score', 9),
      column(title('latest'), 'score', 9),
      column(title('difference'), 'difference', 8),
      column(title('verdict'), 'text', 20),
    ],
    rows: rows.map((row) => tableRow(row, words)),
    groupColumns: 3,
    source: words.say('effect.source'),
  };
}

function tableRow(row: EffectRow, words: ReportWords): ReportRow {
  return {
    cells: [
      row.csf.howName,
      row.doneActions,
      row.allActions,
      row.itemLabel ?? words.say('effect.noItem'),
      row.previous,
      row.latest,
      row.previous === null || row.latest === null ? null : row.latest - row.previous,
      words.say(`effect.verdicts.${row.verdict}`),
    ],
    ...(row.verdict === 'notMeasured' ? { tone: 'muted' as const } : {}),
  };
}
