import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { matchesSearch } from '../../../core/domain/voc/voc-search-match.ts';
import { parseSearch } from '../../../core/domain/voc/voc-search-query.ts';

/** Requirements whose code, name or path the typing finds, initial consonants too, in outline order. */
export function requirementMatches(
  all: readonly RequirementRow[],
  typed: string,
): RequirementRow[] {
  const search = parseSearch(typed);
  if (search === null) return [...all];
  return all.filter((row) => matchesSearch(search, `${row.code} ${row.name} ${pathOf(row, all)}`));
}

/** The names above a requirement, outermost first. */
export function pathOf(row: RequirementRow, all: readonly RequirementRow[]): string {
  const parent = all.find(({ id }) => id === row.parentId);
  if (parent === undefined) return '';
  const above = pathOf(parent, all);
  return above === '' ? parent.name : `${above} › ${parent.name}`;
}
