import type { TFunction } from 'i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { BandField } from '../plan/band-field.ts';
import { entryOf, numberReader } from '../plan/entry-numbers.ts';

export const ratingRange = { from: 1, upTo: 5 };

export interface RatingChange {
  kind: 'rating';
  /** null for ours. */
  competitorId: number | null;
  value: number | null;
}

interface LineRatings {
  own: number | null;
  /** In the order of the competitors. */
  rivals: readonly (number | null)[];
}

interface RatedSide<Line> {
  t: TFunction;
  figure: (value: number | null) => string;
  competitors: HouseView['competitors'];
  own: { key: string; label: string };
  /** What the keys of the competitors' fields begin with. */
  rivalKey: string;
  look: { zone: string; size: number; align: 'center' | 'end' };
  /** null for a collapsed group, which has no ratings. */
  ratingsOf: (line: Line) => LineRatings | null;
}

/** How we and each competitor are rated, one field for each, on either side of the house. */
export function competitorFields<Line, Figures, Change>(
  side: RatedSide<Line>,
): BandField<Line, Figures, Change | RatingChange>[] {
  const { t, figure, competitors, own, rivalKey, look, ratingsOf } = side;
  const hint = t('house:ratings.hint');
  const field = (
    key: string,
    label: string,
    competitorId: number | null,
    ratingIn: (ratings: LineRatings) => number | null,
  ): BandField<Line, Figures, Change | RatingChange> => {
    const written = (line: Line, write: (rating: number | null) => string): string | null => {
      const ratings = ratingsOf(line);
      return ratings === null ? null : write(ratingIn(ratings));
    };
    return {
      key,
      label,
      ...look,
      hint,
      text: (line) => written(line, figure) ?? '',
      input: {
        entry: (line) => written(line, entryOf),
        read: numberReader(ratingRange, (value) => ({ kind: 'rating', competitorId, value })),
      },
    };
  };
  return [
    {
      ...field(own.key, own.label, null, (ratings) => ratings.own),
      hint: `${hint} ${t('house:ratings.ownHint')}`,
      tone: (line) => leadTone(ratingsOf(line)),
    },
    ...competitors.map(({ competitorId, name }, place) =>
      field(
        `${rivalKey}${competitorId}`,
        name,
        competitorId,
        ({ rivals }) => rivals[place] ?? null,
      ),
    ),
  ];
}

/** Whether we lead or trail the best competitor; null when level with it, or one of the two is not rated. */
export function leadTone(ratings: LineRatings | null): 'good' | 'bad' | null {
  if (ratings === null) return null;
  const { own, rivals } = ratings;
  const best = Math.max(...rivals.map((rating) => rating ?? Number.NEGATIVE_INFINITY));
  if (own === null || !Number.isFinite(best) || own === best) return null;
  return own > best ? 'good' : 'bad';
}
