import { quantityText, sampleText } from '../calc/explanation-text.ts';
import { houseCalc } from '../calc/methods/house.calc.ts';
import type { Explanation } from '../contract/explanation.ts';
import type { HouseView } from '../contract/house.contract.ts';
import { houseInputOf } from '../domain/house/house-matrix.ts';
import { column } from './report-blocks.ts';
import type { IndexReportData } from './report-data.ts';
import type { TableBlock } from './report-document.ts';
import { joinFacts, type ReportWords } from './report-words.ts';

/** Longer lists stand in the workbook's own tables, or on the screen. */
const mostEntries = 8;

/** How the latest wave's index came about, step by step; nothing where it could not be computed. */
export function indexDerivationTables(index: IndexReportData, words: ReportWords): TableBlock[] {
  const wave = index.wavePoints.at(-1)?.waveName;
  if (index.derivation === null || wave === undefined) return [];
  const figure = `${index.definition.name} · ${wave}`;
  return [derivationTable(figure, index.derivation.explanation, words)];
}

/** How the weights of a house came about; nothing while nothing is related. */
export function houseDerivationTables(house: HouseView, words: ReportWords): TableBlock[] {
  const result = houseCalc.calculate(houseInputOf(house), { explain: true });
  if (!result.ok || result.output.explanation === undefined) return [];
  return [derivationTable(house.name, result.output.explanation, words)];
}

function derivationTable(figure: string, explanation: Explanation, words: ReportWords): TableBlock {
  const { method, handling, steps, sources } = explanation;
  const rules =
    explanation.n === null ? [] : [`missing.${handling.missing}`, `weights.${handling.weights}`];
  return {
    type: 'table',
    title: words.say('sources.derivation.title', { figure }),
    columns: [
      column(words.say('sources.derivation.step'), 'text', 22),
      column(words.say('sources.derivation.formula'), 'text', 44),
      column(words.say('sources.derivation.result'), 'text', 44),
    ],
    rows: steps.map(({ id, formula, worked = [], results }) => ({
      cells: [
        words.translate(`explain:steps.${method}.${id}`),
        [formula, ...worked].join('\n'),
        results.map((result) => quantityText(result, mostEntries)).join('\n'),
      ],
    })),
    source: joinFacts([
      sampleText(explanation, words.translate),
      ...rules.map((rule) => words.translate(`explain:${rule}`)),
      sources.join('; '),
    ]),
  };
}
