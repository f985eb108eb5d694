import type {
  VocCrossCounts,
  VocFacet,
  VocFacetName,
  VocFacetValue,
} from '../../../core/contract/voc.contract.ts';
import { maskPersonalData } from '../../../core/domain/voc/mask-personal-data.ts';
import { isNameField } from '../../../core/domain/voc/personal-field.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { listRequirementHeads } from '../../../db/repositories/requirement.repository.ts';
import type { CrossCounts, FacetCounts } from './index-messages.ts';

interface ValueCount {
  value: string;
  count: number;
}

/** Facets as people read them: requirements by name, and no value that would give a customer away. */
export async function labelledFacets(
  db: WorkspaceDb,
  facets: readonly FacetCounts[],
): Promise<VocFacet[]> {
  const show = await presenterOf(
    db,
    facets.map(({ facet }) => facet),
  );
  return facets.map(({ facet, values, others }) => {
    const shown = values.flatMap((value) => show(facet, value) ?? []);
    const hidden = values.filter((value) => show(facet, value) === null);
    return {
      facet,
      values: shown,
      others: {
        values: others.values + hidden.length,
        count: hidden.reduce((sum, { count }) => sum + count, others.count),
      },
    };
  });
}

export async function labelledCrossCounts(
  db: WorkspaceDb,
  facets: { rows: VocFacetName; columns: VocFacetName },
  { rows, columns, counts, total }: CrossCounts,
): Promise<VocCrossCounts> {
  const show = await presenterOf(db, [facets.rows, facets.columns]);
  const kept = (facet: VocFacetName, values: readonly ValueCount[]) =>
    values.flatMap((value, place) => {
      const shown = show(facet, value);
      return shown === null ? [] : [{ shown, place }];
    });
  const keptRows = kept(facets.rows, rows);
  const keptColumns = kept(facets.columns, columns);
  return {
    rows: keptRows.map(({ shown }) => shown),
    columns: keptColumns.map(({ shown }) => shown),
    counts: keptRows.map((row) =>
      keptColumns.map((column) => counts[row.place]?.[column.place] ?? 0),
    ),
    total,
  };
}

/** null for a value that must not be shown. */
type Presenter = (facet: VocFacetName, value: ValueCount) => VocFacetValue | null;

async function presenterOf(db: WorkspaceDb, facets: readonly VocFacetName[]): Promise<Presenter> {
  const labels = facets.includes('requirement') ? await requirementLabels(db) : new Map();
  const nameFacets = await listNameFacets(db);
  return (facet, { value, count }) => {
    if (facet.startsWith('extra:') && isPersonal(value, nameFacets.has(facet))) return null;
    const label = facet === 'requirement' ? (labels.get(value) ?? null) : null;
    return { value, label, count };
  };
}

async function requirementLabels(db: WorkspaceDb): Promise<Map<string, string>> {
  const heads = await listRequirementHeads(db);
  return new Map(heads.map(({ id, code, name }) => [String(id), `${code} ${name}`]));
}

async function listNameFacets(db: WorkspaceDb): Promise<Set<string>> {
  const fields = await db.selectFrom('extra_field').select(['id', 'name']).execute();
  return new Set(fields.filter(({ name }) => isNameField(name)).map(({ id }) => `extra:${id}`));
}

function isPersonal(value: string, isName: boolean): boolean {
  return value !== '' && maskPersonalData(value, isName ? [value] : []) !== value;
}
