import type { HouseView } from '../../../../core/contract/house.contract.ts';

/** What can stand around the relations. */
export const houseBands = ['roof', 'plan', 'ratings', 'facts', 'technical'] as const;
export type HouseBand = (typeof houseBands)[number];

/** Bands a person shows or hides; those left out show as soon as the house says something in them. */
export type BandChoice = Partial<Record<HouseBand, boolean>>;

export function isBandChoice(value: unknown): value is BandChoice {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((shown) => typeof shown === 'boolean')
  );
}

/** Whether a house says anything in a band. */
function saysAnything(view: HouseView, band: HouseBand): boolean {
  switch (band) {
    case 'roof':
      return view.roof.length > 0;
    case 'plan':
      return (
        view.weighting === 'plan' ||
        view.whats.some(
          ({ current, target, salesPoint }) =>
            current !== null || target !== null || salesPoint !== 1,
        )
      );
    case 'ratings':
      return view.whats.some(({ ratings }) => ratings.some((rating) => rating !== null));
    case 'facts':
      return view.hows.some(({ difficulty }) => difficulty !== null);
    case 'technical':
      return view.hows.some(
        ({ ownRating, ratings }) => ownRating !== null || ratings.some((rating) => rating !== null),
      );
  }
}

export function shownBands(view: HouseView, choice: BandChoice): Record<HouseBand, boolean> {
  const shown = (band: HouseBand) => choice[band] ?? saysAnything(view, band);
  return {
    roof: shown('roof'),
    plan: shown('plan'),
    ratings: shown('ratings'),
    facts: shown('facts'),
    technical: shown('technical'),
  };
}
