import type { CsfRow } from '../contract/csf.contract.ts';
import type { CsfStability, HowStanding } from '../contract/stability.contract.ts';
import { type NamedColumn, namedTable, sourceNote } from './report-blocks.ts';
import type { CsfEvidence } from './report-data.ts';
import type { NoteBlock, ReportRow, TableBlock } from './report-document.ts';
import type { ReportWords } from './report-words.ts';

/** `상위 5위 안 94% (2–6위)`; empty while the variants were not counted. */
export function standingWords(
  standing: HowStanding | null | undefined,
  words: ReportWords,
): string {
  if (standing === null || standing === undefined) return '';
  return words.say('csf.standing', {
    topK: standing.topK,
    percent: standing.topPercent,
    low: Math.round(standing.rankLow),
    high: Math.round(standing.rankHigh),
  });
}

/** What the standings rest on, so that they can be computed again; nothing where none is known. */
export function stabilityNotes(
  csfs: readonly CsfRow[],
  stability: readonly CsfStability[],
  words: ReportWords,
): NoteBlock[] {
  const shown = new Set(csfs.map(({ id }) => id));
  const known = stability.filter(({ csfId, standing }) => standing !== null && shown.has(csfId));
  const byHouse = [...Map.groupBy(known, ({ houseId }) => houseId).values()];
  return byHouse.flatMap(([first]) => {
    if (first === undefined) return [];
    const { options } = first;
    const house = csfs.find(({ houseId }) => houseId === first.houseId)?.houseName ?? '';
    return [
      sourceNote(
        words.say('csf.stabilityNote', {
          house,
          variants: options.draws.toLocaleString('en-US'),
          noise: Math.round(options.weightNoise * 100),
          scales: options.otherScales.length + 1,
          normalizations: options.normalizations.length,
          seed: options.seed,
        }),
      ),
    ];
  });
}

/** The survey items that CSFs are linked to, with their last two scores; nothing when there are none. */
export function linkedItems(
  csfs: readonly CsfRow[],
  evidence: readonly CsfEvidence[],
  words: ReportWords,
): TableBlock[] {
  const rows = csfs.flatMap((csf) => {
    const items = evidence.find(({ csfId }) => csfId === csf.id)?.items ?? [];
    return items.filter(({ byCsf }) => byCsf).map((item) => itemRow(csf, item));
  });
  if (rows.length === 0) return [];
  const columns: NamedColumn[] = [
    ['csf', 'text', 24],
    ['item', 'text', 34],
    ['wave', 'text', 14],
    ['previous', 'score', 9],
    ['latest', 'score', 9],
    ['difference', 'difference', 9],
  ];
  const source = words.say('csf.items.source');
  return [namedTable('csf.items', columns, rows, words, { groupColumns: 1, source })];
}

function itemRow(csf: CsfRow, item: CsfEvidence['items'][number]): ReportRow {
  const scored = item.scores.filter(({ score }) => score !== null);
  const latest = scored.at(-1);
  const previous = scored.at(-2)?.score ?? null;
  const score = latest?.score ?? null;
  return {
    cells: [
      csf.howName,
      item.label,
      latest?.waveName ?? '',
      previous,
      score,
      score === null || previous === null ? null : score - previous,
    ],
  };
}
