import type { DecisionRow } from '../../contract/workshop.contract.ts';

/** What people agree on in a round, in one cell; without HOW an importance. */
export interface AgreedValue {
  whatId: number;
  howId: number | null;
  value: number;
}

export interface Acceptance {
  /** What to enter. */
  values: AgreedValue[];
  /** Those of `values` on which something else was decided before the round closed. */
  overruled: (AgreedValue & { decided: number })[];
}

/**
 * What to enter where people agree in a round that closed at `closedAt`. The later word counts: what was
 * decided after the votes were shown stands, what was decided before gives way to them.
 *
 * `decisions` in the order in which they were taken; those that left a cell open say nothing.
 */
export function acceptance(
  agreed: readonly AgreedValue[],
  decisions: readonly DecisionRow[],
  closedAt: string,
): Acceptance {
  const last = new Map<string, { after: number; at: string }>();
  for (const { whatId, howId, after, at } of decisions) {
    if (whatId !== null && after !== null) last.set(`${whatId}:${howId ?? 0}`, { after, at });
  }
  const values: AgreedValue[] = [];
  const overruled: Acceptance['overruled'] = [];
  for (const each of agreed) {
    const decided = last.get(`${each.whatId}:${each.howId ?? 0}`);
    if (decided !== undefined && decided.at > closedAt) continue;
    values.push(each);
    if (decided !== undefined && decided.after !== each.value) {
      overruled.push({ ...each, decided: decided.after });
    }
  }
  return { values, overruled };
}
