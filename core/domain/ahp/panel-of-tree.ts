import { summingToOne } from '../../numerics/shares.ts';
import type { TreeNode } from '../house/house-tree.ts';
import {
  type ComparisonSet,
  comparisonSets,
  type PairRatio,
  progressOf,
  tableOfSet,
  treePriorities,
} from './comparison-tree.ts';
import type { GroupMethod } from './group-priorities.ts';
import {
  cosineSimilarity,
  logRatioDistance,
  outlyingDistances,
  sharedConsensus,
} from './panel-agreement.ts';
import { type PanelPriorities, panelPriorities } from './panel-priorities.ts';
import { prioritiesOfTable } from './table-priorities.ts';

/** A participant and all their comparisons in one house. */
export interface PanelJudge {
  id: number;
  /** How much they count next to the others, above 0. */
  voice: number;
  comparisons: readonly PairRatio[];
}

export interface JudgeResult {
  id: number;
  /** Share of the voices of those who judged; null for one who compared nothing. */
  voice: number | null;
  made: number;
  /** What the leaves weigh by this judge alone, summing to 1; null while comparisons are missing. */
  weights: number[] | null;
  /** The largest consistency ratio of all sets; null where there is none. */
  consistencyRatio: number | null;
  /** Against the weights of the group; as in `PanelMemberResult`. */
  similarity: number | null;
  typicalFactor: number | null;
  outlier: boolean;
}

export interface TreePanel {
  /** What the group says of each set; null where nobody compared anything. */
  sets: { set: ComparisonSet; panel: PanelPriorities | null }[];
  /** The leaves in display order, summing to 1; null while the group leaves something apart. */
  weights: number[] | null;
  /** The largest consistency ratio of the joint comparisons; `aij-geometric` only. */
  consistencyRatio: number | null;
  /** Pairs each judge would compare. */
  pairs: number;
  judges: JudgeResult[];
  /** See `sharedConsensus`; null for fewer than two judges with weights. */
  consensus: number | null;
}

/**
 * A panel that judged a tree level by level: `panelPriorities` set by set, then multiplied down the tree.
 * Who compared nothing in a set has no say in it. For a flat list judged whole by equal voices the weights
 * are those of `csm calc ahp-group` to the last digit.
 */
export function panelOfTree(
  nodes: readonly TreeNode[],
  judges: readonly PanelJudge[],
  method: GroupMethod,
): TreePanel {
  const sets = comparisonSets(nodes);
  const tables = judges.map(({ comparisons }) => sets.map((set) => tableOfSet(set, comparisons)));
  const panels = sets.map((set, s) => {
    const heard = judges.flatMap(({ id, voice }, k) => {
      const table = tables[k]?.[s] ?? [];
      return progressOf(table).made === 0 ? [] : [{ id, voice, table }];
    });
    return { set, panel: heard.length === 0 ? null : panelPriorities(heard, method) };
  });
  const weights = treePriorities(
    nodes,
    panels.map(({ set, panel }) => ({ set, weights: panel?.weights ?? null })),
  );
  const own = tables.map((table) => ownResult(nodes, sets, table));
  const agreed = agreementWith(weights, judges, own);
  return {
    sets: panels,
    weights,
    consistencyRatio: largest(
      panels.map(({ panel }) =>
        panel?.joint?.priorities.kind === 'priorities'
          ? panel.joint.priorities.consistencyRatio
          : null,
      ),
    ),
    pairs: sets.reduce((sum, { members }) => sum + (members.length * (members.length - 1)) / 2, 0),
    ...agreed,
  };
}

interface OwnResult {
  made: number;
  weights: number[] | null;
  consistencyRatio: number | null;
}

function ownResult(
  nodes: readonly TreeNode[],
  sets: readonly ComparisonSet[],
  tables: readonly (number | null)[][][],
): OwnResult {
  const results = tables.map(prioritiesOfTable);
  return {
    made: tables.reduce((sum, table) => sum + progressOf(table).made, 0),
    weights: treePriorities(
      nodes,
      sets.map((set, s) => {
        const result = results[s];
        return { set, weights: result?.kind === 'priorities' ? result.weights : null };
      }),
    ),
    consistencyRatio: largest(
      results.map((result) => (result.kind === 'priorities' ? result.consistencyRatio : null)),
    ),
  };
}

function agreementWith(
  weights: readonly number[] | null,
  judges: readonly PanelJudge[],
  own: readonly OwnResult[],
): Pick<TreePanel, 'judges' | 'consensus'> {
  const heard = judges.map(({ voice }, k) => ((own[k]?.made ?? 0) > 0 ? voice : 0));
  const voices = heard.some((voice) => voice > 0) ? summingToOne(heard) : heard;
  const distances = own.map((one) =>
    one.weights === null || weights === null ? null : logRatioDistance(one.weights, weights),
  );
  const outliers = outlyingDistances(distances);
  return {
    judges: judges.map(({ id }, k) => {
      const { made = 0, weights: mine = null, consistencyRatio = null } = own[k] ?? {};
      const distance = distances[k] ?? null;
      return {
        id,
        voice: made === 0 ? null : (voices[k] ?? 0),
        made,
        weights: mine,
        consistencyRatio,
        similarity: mine && weights && cosineSimilarity(mine, weights),
        typicalFactor: distance === null ? null : Math.exp(distance),
        outlier: outliers[k] ?? false,
      };
    }),
    consensus: sharedConsensus(
      own.flatMap((one, k) =>
        one.weights === null ? [] : [{ weights: one.weights, voice: voices[k] ?? 0 }],
      ),
    ),
  };
}

function largest(ratios: readonly (number | null)[]): number | null {
  const known = ratios.filter((ratio) => ratio !== null);
  return known.length === 0 ? null : Math.max(...known);
}
