import {
  type HouseView,
  type ImportanceSource,
  importanceSources,
} from '../../../../core/contract/house.contract.ts';
import type { RequirementRow } from '../../../../core/contract/requirement.contract.ts';
import type { ImportanceList } from '../../../../core/domain/importance/importance-scale.ts';

/** One source over the WHATs of a house, in its own unit. */
export interface HouseSource {
  source: ImportanceSource;
  values: ImportanceList;
  /** The importance in use comes from it. */
  inUse: boolean;
  /** In use, but what it says now is not what was taken over. */
  stale: boolean;
  /** There is something to take over. */
  usable: boolean;
}

/**
 * Every source beside each other. What was typed in is the importance itself while that is in use; what
 * the VOC say is counted anew; the others are as they were kept. The house before only where there is one.
 */
export function houseSources(
  house: HouseView,
  requirements: readonly RequirementRow[],
): HouseSource[] {
  const byId = new Map(requirements.map((row) => [row.id, row]));
  return importanceSources.flatMap((source) => {
    const inUse = house.importanceSource === source;
    const values = house.whats.map(({ requirementId, importance, importanceBySource }) => {
      if (source === 'evidence') return byId.get(requirementId ?? 0)?.importance.value ?? null;
      if (source === 'direct' && inUse) return importance;
      return importanceBySource[source] ?? null;
    });
    const known = values.filter((value) => value !== null);
    if (source === 'cascade' && !inUse && known.length === 0) return [];
    return [
      {
        source,
        values,
        inUse,
        stale: inUse && source === 'evidence' && hasMoved(house, values),
        usable: known.some((value) => value > 0),
      },
    ];
  });
}

/** Whether the evidence is no longer what was kept when it was taken over. */
function hasMoved(house: HouseView, values: ImportanceList): boolean {
  return house.whats.some(({ importanceBySource }, i) => {
    const kept = importanceBySource.evidence;
    const now = values[i] ?? null;
    return kept !== undefined && now !== null && Math.abs(kept - now) > 1e-9;
  });
}
