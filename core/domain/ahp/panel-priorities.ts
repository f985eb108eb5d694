import { AppError } from '../../contract/app-error.ts';
import { summingToOne } from '../../numerics/shares.ts';
import { type GroupMethod, groupPriorities } from './group-priorities.ts';
import { type JudgementTable, missingPairs, refuseBadTable } from './judgement-table.ts';
import {
  cosineSimilarity,
  logRatioDistance,
  outlyingDistances,
  sharedConsensus,
} from './panel-agreement.ts';
import { prioritiesOfTable, type TablePriorities } from './table-priorities.ts';

/** One participant of a group and what they compared; some comparisons may be missing. */
export interface PanelMember {
  id: number;
  /** How much the member counts next to the others: 1 for everybody, 0 for one who only looks on. */
  voice: number;
  table: JudgementTable;
}

export interface PanelMemberResult {
  id: number;
  /** Share of all voices, a fraction. */
  voice: number;
  /** What the member's own comparisons say. */
  priorities: TablePriorities;
  /** Cosine of the member's and the group's weights, 0 to 1; null while either has none. */
  similarity: number | null;
  /** How many times the member's weights are typically off the group's, ≥ 1; null likewise. */
  typicalFactor: number | null;
  /** Stands apart from the others; see `outlyingDistances`. */
  outlier: boolean;
}

export interface PanelPriorities {
  /** The group's priorities: positive, sum 1; null while there are none. */
  weights: number[] | null;
  /** aij only: the comparisons of the group and what follows from them. */
  joint: { table: (number | null)[][]; priorities: TablePriorities } | null;
  /** In the order given. */
  members: PanelMemberResult[];
  /** Cosines of the members' weights with each other, in the same order; null where one has none. */
  similarities: (number | null)[][];
  /** Consensus of the members' weights, 0 to 1; see `sharedConsensus`. Null for fewer than two members. */
  consensus: number | null;
}

/**
 * Priorities of a group that keeps each participant: with voices of their own and comparisons missing.
 * Where nothing is missing and all voices are equal it gives exactly what `groupPriorities` (and
 * `csm calc ahp-group`) gives; the methods are those.
 *
 *   aij-geometric:  āᵢⱼ = Π aᵢⱼ⁽ᵏ⁾^(vₖ ÷ Σ v) over those who compared i with j; what nobody compared stays
 *                   missing
 *   aip-arithmetic: wᵢ ∝ Σ vₖ·wᵢ⁽ᵏ⁾; aip-geometric: wᵢ ∝ Π wᵢ⁽ᵏ⁾^vₖ; a member whose comparisons leave
 *                   elements apart has no weights and does not count
 *
 * Source of weighted means: Forman & Peniwati, "Aggregating Individual Judgments and Priorities with the
 * Analytic Hierarchy Process", European Journal of Operational Research 108(1), 1998, 165–169.
 *
 * Throws `calculation.tooFew` without members, `calculation.outOfRange` for a voice that is negative or
 * not finite and when all are 0, `calculation.sizeMismatch` for a table of another size, and what
 * `refuseBadTable` throws, with paths below `members[k]`.
 */
export function panelPriorities(
  members: readonly PanelMember[],
  method: GroupMethod,
): PanelPriorities {
  refuseBadPanel(members);
  const own = members.map((member) => prioritiesOfTable(member.table));
  const vectors = own.map((result) => (result.kind === 'priorities' ? result.weights : null));
  const voices = summingToOne(members.map((member) => member.voice));
  const { weights, joint } = groupOf(members, voices, vectors, method);
  const distances = vectors.map((vector) =>
    vector === null || weights === null ? null : logRatioDistance(vector, weights),
  );
  const outliers = outlyingDistances(distances);
  return {
    weights,
    joint,
    members: members.map(({ id }, k) => {
      const [vector, distance] = [vectors[k] ?? null, distances[k] ?? null];
      return {
        id,
        voice: voices[k] ?? 0,
        priorities: own[k] ?? { kind: 'apart', groups: [] },
        similarity: vector && weights && cosineSimilarity(vector, weights),
        typicalFactor: distance === null ? null : Math.exp(distance),
        outlier: outliers[k] ?? false,
      };
    }),
    similarities: vectors.map((a) => vectors.map((b) => a && b && cosineSimilarity(a, b))),
    consensus: sharedConsensus(
      vectors.flatMap((vector, k) =>
        vector === null ? [] : [{ weights: vector, voice: voices[k] ?? 0 }],
      ),
    ),
  };
}

function groupOf(
  members: readonly PanelMember[],
  voices: readonly number[],
  vectors: readonly (number[] | null)[],
  method: GroupMethod,
): Pick<PanelPriorities, 'weights' | 'joint'> {
  const alike = members.every(({ voice }) => voice === members[0]?.voice);
  if (alike && members.every(({ table }) => missingPairs(table).length === 0)) {
    return ofWholeTables(members, method);
  }
  if (method === 'aij-geometric') {
    const table = jointTable(members, voices);
    const priorities = prioritiesOfTable(table);
    return {
      weights: priorities.kind === 'priorities' ? priorities.weights : null,
      joint: { table, priorities },
    };
  }
  return { weights: meanWeights(vectors, voices, method), joint: null };
}

function ofWholeTables(
  members: readonly PanelMember[],
  method: GroupMethod,
): Pick<PanelPriorities, 'weights' | 'joint'> {
  const matrices = members.map(({ table }) => table.map((row) => row.map((value) => value ?? 1)));
  const { weights, joint } = groupPriorities(matrices, method);
  if (joint === null) return { weights, joint: null };
  const { matrix, ...result } = joint;
  return {
    weights,
    joint: { table: matrix, priorities: { kind: 'priorities', missing: 0, ...result } },
  };
}

function jointTable(
  members: readonly PanelMember[],
  voices: readonly number[],
): (number | null)[][] {
  const size = members[0]?.table.length ?? 0;
  const joint = (i: number, j: number): number | null => {
    let [logs, heard] = [0, 0];
    for (const [k, { table }] of members.entries()) {
      const ratio = table[i]?.[j] ?? null;
      const voice = voices[k] ?? 0;
      if (ratio === null || voice === 0) continue;
      logs += voice * Math.log(ratio);
      heard += voice;
    }
    return heard === 0 ? null : Math.exp(logs / heard);
  };
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (i === j ? 1 : joint(i, j))),
  );
}

/** Null when nobody with a voice has weights. */
function meanWeights(
  vectors: readonly (number[] | null)[],
  voices: readonly number[],
  method: 'aip-arithmetic' | 'aip-geometric',
): number[] | null {
  const heard = vectors.flatMap((weights, k) => {
    const voice = voices[k] ?? 0;
    return weights === null || voice === 0 ? [] : [{ weights, voice }];
  });
  const first = heard[0];
  if (first === undefined) return null;
  const all = heard.reduce((sum, { voice }) => sum + voice, 0);
  const mean = (i: number) => {
    const term = ({ weights, voice }: (typeof heard)[number]) =>
      (voice / all) * (method === 'aip-arithmetic' ? (weights[i] ?? 0) : Math.log(weights[i] ?? 1));
    const sum = heard.reduce((total, one) => total + term(one), 0);
    return method === 'aip-arithmetic' ? sum : Math.exp(sum);
  };
  return summingToOne(first.weights.map((_, i) => mean(i)));
}

function refuseBadPanel(members: readonly PanelMember[]): void {
  const size = members[0]?.table.length;
  if (size === undefined) throw new AppError('calculation.tooFew', {}, 'members');
  for (const [k, { voice, table }] of members.entries()) {
    if (!(Number.isFinite(voice) && voice >= 0))
      throw new AppError('calculation.outOfRange', {}, `members[${k}].voice`);
    if (table.length !== size)
      throw new AppError('calculation.sizeMismatch', {}, `members[${k}].table`);
    refuseBadTable(table, `members[${k}].table`);
  }
  if (members.every(({ voice }) => voice === 0))
    throw new AppError('calculation.outOfRange', {}, 'members');
}
