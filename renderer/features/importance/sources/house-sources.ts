import {
  type HouseView,
  type ImportanceSource,
  importanceSources,
} from '../../../../core/contract/house.contract.ts';
import type {
  ComparisonRow,
  ParticipantRow,
} from '../../../../core/contract/judgement.contract.ts';
import type { RequirementRow } from '../../../../core/contract/requirement.contract.ts';
import {
  comparisonSets,
  tableOfSet,
  treePriorities,
} from '../../../../core/domain/ahp/comparison-tree.ts';
import { panelOfTree } from '../../../../core/domain/ahp/panel-of-tree.ts';
import { prioritiesOfTable } from '../../../../core/domain/ahp/table-priorities.ts';
import { modelOfView } from '../../../../core/domain/house/house-of-view.ts';
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
  /** The values are those of now, not those that were kept: taking them over keeps them anew. */
  live: boolean;
}

/** What sources other than typing are made of. */
export interface SourceMatter {
  requirements: readonly RequirementRow[];
  comparisons: readonly ComparisonRow[];
  participants: readonly ParticipantRow[];
}

/**
 * Every source beside each other. What was typed in is the importance itself while that is in use; what
 * the VOC and the comparisons say is reckoned anew; the others are as they were kept. The house before
 * only where there is one.
 */
export function houseSources(house: HouseView, matter: SourceMatter): HouseSource[] {
  const live = liveValues(house, matter);
  return importanceSources.flatMap((source) => {
    const inUse = house.importanceSource === source;
    const now = live[source];
    const values =
      now ??
      house.whats.map(({ importance, importanceBySource }) =>
        source === 'direct' && inUse ? importance : (importanceBySource[source] ?? null),
      );
    const known = values.filter((value) => value !== null);
    if (source === 'cascade' && !inUse && known.length === 0) return [];
    return [
      {
        source,
        values,
        inUse,
        stale: inUse && now !== undefined && hasMoved(house, source, values),
        usable: known.some((value) => value > 0),
        live: now !== undefined,
      },
    ];
  });
}

/** Sources that can be reckoned from what is there now. */
function liveValues(
  house: HouseView,
  { requirements, comparisons, participants }: SourceMatter,
): Partial<Record<ImportanceSource, ImportanceList>> {
  const byId = new Map(requirements.map((row) => [row.id, row]));
  const { whats: nodes } = modelOfView(house);
  const own = comparisons.filter(({ participantId }) => participantId === null);
  const ahp = treePriorities(
    nodes,
    comparisonSets(nodes).map((set) => {
      const result = prioritiesOfTable(tableOfSet(set, own));
      return { set, weights: result.kind === 'priorities' ? result.weights : null };
    }),
  );
  const judges = participants.map(({ id, weight }) => ({
    id,
    voice: weight,
    comparisons: comparisons.filter(({ participantId }) => participantId === id),
  }));
  const group = panelOfTree(nodes, judges, 'aij-geometric').weights;
  return {
    evidence: house.whats.map(
      ({ requirementId }) => byId.get(requirementId ?? 0)?.importance.value ?? null,
    ),
    // One WHAT alone weighs everything, but nobody compared it.
    ...(ahp === null || own.length === 0 ? {} : { ahp }),
    ...(group === null || comparisons.length === own.length ? {} : { groupAhp: group }),
  };
}

/** Whether what a source says now is no longer what was kept when it was taken over. */
function hasMoved(house: HouseView, source: ImportanceSource, values: ImportanceList): boolean {
  return house.whats.some(({ importanceBySource }, i) => {
    const kept = importanceBySource[source];
    const now = values[i] ?? null;
    return kept !== undefined && now !== null && Math.abs(kept - now) > 1e-9 * Math.max(1, now);
  });
}
