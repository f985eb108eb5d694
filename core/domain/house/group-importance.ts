import { sharedInHundredths } from './hundredths.ts';

/** A WHAT weighs more than nothing, and no more than this. */
const mostImportance = 100;
const leastImportance = 0.01;

/** From and to which importance a group can be given; both count. */
export interface ImportanceRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Importance rolled up: what the WHATs of a group were given, together, to a hundredth. Null for a group
 * without any.
 */
export function groupImportance(leaves: readonly number[]): number | null {
  if (leaves.length === 0) return null;
  return Math.round(leaves.reduce((sum, importance) => sum + importance, 0) * 100) / 100;
}

/**
 * How little and how much the WHATs of a group can share when they keep their proportions. `leaves` are
 * what they have, at least one, each above 0.
 */
export function groupImportanceRange(leaves: readonly number[]): ImportanceRange {
  const total = leaves.reduce((sum, importance) => sum + importance, 0);
  const heaviest = Math.max(...leaves);
  return {
    least: Math.round(leaves.length * leastImportance * 100) / 100,
    // A sum of hundredths may be a little less than it is: 216.08999…
    most: Math.floor((total / heaviest) * mostImportance * 100 + 1e-6) / 100,
  };
}

/**
 * Importance rolled down: what each WHAT of a group gets when the group is given so much and they keep
 * their proportions, in their order. Hundredths that sum to what was given. WHATs of groups within the
 * group share as if each such group had been given its share first.
 *
 * `leaves` are what the WHATs have, each above 0; equal ones share alike. Null where the group cannot be
 * given this: see `groupImportanceRange`.
 */
export function sharedImportance(leaves: readonly number[], importance: number): number[] | null {
  if (leaves.length === 0) return null;
  const { least, most } = groupImportanceRange(leaves);
  const isWithin = importance >= least && importance <= most;
  return isWithin ? sharedInHundredths(importance, leaves) : null;
}
