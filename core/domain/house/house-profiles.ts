import type { HouseModel } from './house-model.ts';
import { leavesOf } from './house-tree.ts';

/** One line down (WHATs) or along (HOWs) a house: whose ratings, by leaf in display order. */
export interface ProfileLine {
  readonly subject: 'own' | 'target' | 'competitor';
  /** Place in the model's `competitors`; null for our own lines. */
  readonly competitor: number | null;
  /** null where nobody rated: the line is broken there. */
  readonly ratings: readonly (number | null)[];
}

export interface HouseProfiles {
  /** Own level, target, then every competitor. */
  readonly whats: readonly ProfileLine[];
  /** Own measured level, then every competitor; targets of HOWs are texts. */
  readonly hows: readonly ProfileLine[];
  /** Own level − best competitor, by leaf WHAT and HOW: below 0 we trail. null without both. */
  readonly whatLeads: readonly (number | null)[];
  readonly howLeads: readonly (number | null)[];
}

/** The profile lines of a house on both sides; ratings that a competitor lacks are null. */
export function houseProfiles(model: HouseModel): HouseProfiles {
  const whats = leavesOf(model.whats);
  const hows = leavesOf(model.hows);
  const own = whats.map(({ current }) => current);
  const ownHow = hows.map(({ ownRating }) => ownRating);
  const rivals = competitorLines(model.competitors.length, whats);
  const howRivals = competitorLines(model.competitors.length, hows);
  return {
    whats: [
      { subject: 'own', competitor: null, ratings: own },
      { subject: 'target', competitor: null, ratings: whats.map(({ target }) => target) },
      ...rivals,
    ],
    hows: [{ subject: 'own', competitor: null, ratings: ownHow }, ...howRivals],
    whatLeads: leads(own, rivals),
    howLeads: leads(ownHow, howRivals),
  };
}

function competitorLines(
  count: number,
  leaves: readonly { readonly ratings: readonly (number | null)[] }[],
): ProfileLine[] {
  return Array.from({ length: count }, (_, competitor) => ({
    subject: 'competitor',
    competitor,
    ratings: leaves.map(({ ratings }) => ratings[competitor] ?? null),
  }));
}

function leads(own: readonly (number | null)[], rivals: readonly ProfileLine[]): (number | null)[] {
  return own.map((level, place) => {
    const theirs = rivals
      .map(({ ratings }) => ratings[place] ?? null)
      .filter((rating) => rating !== null);
    return level === null || theirs.length === 0 ? null : level - Math.max(...theirs);
  });
}
