import { formatCount } from '../charts/chart-text.ts';
import { houseDerivationTables, indexDerivationTables } from './derivation-table.ts';
import { indexFormula } from './index-formula.ts';
import { body, column } from './report-blocks.ts';
import type { ReportData } from './report-data.ts';
import type { ReportRow, ReportSection } from './report-document.ts';
import type { ReportWords } from './report-words.ts';

/**
 * "Where does this number come from?": every figure's formula and data in one table, then the indices
 * and the weights step by step, with their numbers.
 */
export function sourcesSection(data: ReportData, words: ReportWords): ReportSection {
  const title = (key: string) => words.say(`sources.columns.${key}`);
  return {
    id: 'sources',
    title: words.say('sources.title'),
    sheet: words.say('sheets.sources'),
    level: 1,
    orientation: 'portrait',
    blocks: [
      body(words.say('sources.intro', { file: data.workspace.fileName })),
      {
        type: 'table',
        title: words.say('sources.tableTitle'),
        columns: [
          column(title('figure'), 'text', 20),
          column(title('formula'), 'text', 56),
          column(title('data'), 'text', 34),
        ],
        rows: sourceRows(data, words),
        source: words.say('sources.masked'),
      },
      ...data.indexes.flatMap((index) => indexDerivationTables(index, words)),
      ...data.houses.flatMap((house) => houseDerivationTables(house, words)),
    ],
  };
}

function sourceRows(data: ReportData, words: ReportWords): ReportRow[] {
  const { overview, waves, houses } = data;
  const waveList = waves
    .map((wave) => words.say('sources.wave', { wave: wave.name, n: wave.respondentCount }))
    .join('\n');
  const fixed = (key: string, dataText: string): ReportRow => ({
    cells: [words.say(`sources.${key}.figure`), words.say(`sources.${key}.formula`), dataText],
  });
  const houseList = houses
    .map((house) =>
      words.say('sources.house', {
        house: house.name,
        whats: house.whats.length,
        hows: house.hows.length,
      }),
    )
    .join('\n');
  return [
    ...data.indexes.map(
      (index): ReportRow => ({
        cells: [index.definition.name, indexFormula(index.definition, words), waveList],
      }),
    ),
    fixed('interval', waveList),
    fixed('significance', waveList),
    fixed('howWeight', houseList),
    fixed('vocCount', words.say('sources.vocData', { count: formatCount(overview.voc.total) })),
    fixed('effect', waveList),
    fixed('overdue', words.say('sources.actionData', { count: overview.actions.total })),
  ];
}
