import type { IndexDefinition } from '../contract/csi.contract.ts';
import { type ReportWords, scoreWord } from './report-words.ts';

/** `CSI (v2) = 50% × 요소만족(평균 환산, 문항 12개) + …` */
export function indexFormula(definition: IndexDefinition, words: ReportWords): string {
  const terms = definition.components.map((component) =>
    words.say('formula.component', {
      share: sharePercent(component.weight),
      name: component.name,
      score: scoreWord(component.score, words),
      items: component.itemIds.length,
    }),
  );
  return `${indexTitle(definition)} = ${terms.join(' + ')}`;
}

export function indexTitle(definition: Pick<IndexDefinition, 'name' | 'version'>): string {
  return `${definition.name} (v${definition.version})`;
}

/** Whole percents stay whole; a third keeps one decimal. */
function sharePercent(share: number): string {
  const percent = share * 100;
  return `${Number.isInteger(Number(percent.toFixed(6))) ? percent.toFixed(0) : percent.toFixed(1)}%`;
}
