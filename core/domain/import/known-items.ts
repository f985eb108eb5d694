import type { SurveyMapping } from '../../contract/import.contract.ts';
import type { SurveyItemColumn } from './survey-row.ts';

/**
 * Puts a guess right by what earlier waves say: a question asked before keeps its label, its scale
 * and its direction, also when this wave's answers would suggest a shorter scale.
 */
export function withKnownItems(
  mapping: SurveyMapping,
  known: readonly SurveyItemColumn[],
): SurveyMapping {
  const byHeader = new Map(known.map((item) => [item.header, item]));
  const items = Object.entries(mapping.items).map(([header, guess]) => {
    const item = byHeader.get(header);
    if (item === undefined) return [header, guess] as const;
    const { label, scaleMin, scaleMax, reversed } = item;
    return [header, { label, scaleMin, scaleMax, reversed }] as const;
  });
  return { ...mapping, items: Object.fromEntries(items) };
}
