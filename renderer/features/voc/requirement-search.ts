import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { normalizeForSearch } from '../../../core/domain/voc/voc-search.ts';

/** Requirements whose code, name or path holds every word of the query, in outline order. */
export function matchingRequirements(all: RequirementRow[], query: string): RequirementRow[] {
  const words = normalizeForSearch(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return all;
  return all.filter((requirement) => {
    const text = normalizeForSearch(
      `${requirement.code} ${requirement.name} ${pathOf(requirement, all)}`,
    );
    return words.every((word) => text.includes(word));
  });
}

/** The names above a requirement, outermost first. */
export function pathOf(requirement: RequirementRow, all: readonly RequirementRow[]): string {
  const parent = all.find(({ id }) => id === requirement.parentId);
  if (parent === undefined) return '';
  const above = pathOf(parent, all);
  return above === '' ? parent.name : `${above} › ${parent.name}`;
}
