import {
  type AffinityGroupChoice,
  type AffinityGroups,
  mostSampled,
} from '../../../core/contract/affinity.contract.ts';
import type { SuggestedGroup } from '../../../core/domain/requirement/affinity-groups.ts';
import { weightOfEvidence } from '../../../core/domain/requirement/evidence-importance.ts';
import type { IdSet } from '../../../db/id-set.ts';
import type { AffinityTask } from './affinity-messages.ts';

/** What a suggestion says of every VOC it looked at, ascending by id; columns of equal length. */
export interface GroupedColumns {
  ids: Uint32Array;
  /** 0 when nobody judged it. */
  severities: Uint8Array;
  /** −1 for none. */
  groupOf: Int16Array;
  similarityOf: Float32Array;
}

/** A suggestion as it stands while its VOC are assigned and taken back. */
export class AffinityState {
  readonly #columns: GroupedColumns;
  readonly #groups: readonly SuggestedGroup[];
  readonly #includeAssigned: boolean;
  readonly #sampledOf: number | null;
  /** Places of a group's VOC in the columns, the most typical first; by group, −1 for the rest. */
  readonly #orders = new Map<number | 'all', Uint32Array>();

  constructor(
    columns: GroupedColumns,
    groups: readonly SuggestedGroup[],
    { includeAssigned, sample }: Pick<AffinityTask, 'includeAssigned' | 'sample'>,
  ) {
    this.#columns = columns;
    this.#groups = groups;
    this.#includeAssigned = includeAssigned;
    this.#sampledOf = sample?.of ?? null;
  }

  counted(assigned: IdSet, assumedSeverity: number): AffinityGroups {
    const { ids, severities, groupOf } = this.#columns;
    const tallies = [null, ...this.#groups].map(() => ({ vocCount: 0, judged: 0, severitySum: 0 }));
    let assignedCount = 0;
    for (const [place, id] of ids.entries()) {
      if (assigned.has(id)) {
        assignedCount++;
        if (!this.#includeAssigned) continue;
      }
      const tally = tallies[(groupOf[place] ?? -1) + 1];
      if (tally === undefined) continue;
      const severity = severities[place] ?? 0;
      tally.vocCount++;
      if (severity === 0) continue;
      tally.judged++;
      tally.severitySum += severity;
    }
    const figures = tallies.map((tally) => ({
      size: tally.vocCount,
      importance: weightOfEvidence(tally, assumedSeverity),
    }));
    return {
      groups: this.#groups.flatMap(({ words, similarity }, id) => {
        const { size, importance } = figures[id + 1] ?? { size: 0, importance: 0 };
        if (size === 0) return [];
        const vocIds = this.listed(id, assigned).slice(0, mostSampled);
        const meanSeverity = importance / size;
        return [{ id, words, size, importance, meanSeverity, similarity, vocIds }];
      }),
      rest: figures[0] ?? { size: 0, importance: 0 },
      total: ids.length,
      assigned: assignedCount,
      assumedSeverity,
      sample: this.#sampledOf === null ? null : { texts: ids.length, of: this.#sampledOf },
    };
  }

  /** The VOC of a group that are still to be assigned. */
  listed(group: AffinityGroupChoice, assigned: IdSet, among?: IdSet): number[] {
    const { ids } = this.#columns;
    const listed: number[] = [];
    for (const place of this.#orderOf(group)) {
      const id = ids[place] ?? 0;
      if (!this.#includeAssigned && assigned.has(id)) continue;
      if (among === undefined || among.has(id)) listed.push(id);
    }
    return listed;
  }

  /** By likeness, the rest by age; the newest first where they are alike. */
  #orderOf(choice: AffinityGroupChoice): Uint32Array {
    const group = choice ?? -1;
    const known = this.#orders.get(group);
    if (known !== undefined) return known;
    const { groupOf, similarityOf } = this.#columns;
    const places: number[] = [];
    for (let place = groupOf.length - 1; place >= 0; place--) {
      if (group === 'all' || groupOf[place] === group) places.push(place);
    }
    // A stable sort keeps the newest first among the equal.
    if (typeof choice === 'number')
      places.sort((a, b) => (similarityOf[b] ?? 0) - (similarityOf[a] ?? 0));
    const order = Uint32Array.from(places);
    this.#orders.set(group, order);
    return order;
  }
}
