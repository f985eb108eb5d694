import { meanOf } from '../../numerics/moments.ts';
import { clearlyAbove, largestSize } from '../../numerics/rounding.ts';
import { type WeightedSum, weightedMeanOf } from '../../numerics/weighted-moments.ts';

export type IpaQuadrant = 'keep-up' | 'concentrate' | 'low-priority' | 'overkill';

/** Why figures of an importance-performance analysis are null. */
export type IpaNote =
  /** An attribute whose importance or performance nobody rated has no place on the grid. */
  | 'attributeWithoutAnswers'
  /** No attribute has a place, so that there is no mean to cut at. */
  | 'noAttributes';

/** A figure as it is, or the answers (NaN is none) whose weighted mean it is. */
export type Rating = number | Float64Array;

export interface IpaAttribute {
  id: string;
  importance: Rating;
  performance: Rating;
}

export interface IpaCut {
  importance: number;
  performance: number;
}

export interface RatedFigure {
  /** Figure given, or weighted mean of the answers; null when nobody answered. */
  mean: number | null;
  /** What is behind a mean; null for a figure that was given. */
  sample: Pick<WeightedSum, 'n' | 'totalWeight' | 'effectiveN'> | null;
}

export interface PlacedAttribute {
  id: string;
  importance: RatedFigure;
  performance: RatedFigure;
  quadrant: IpaQuadrant | null;
}

export interface IpaResult {
  cut: { importance: number | null; performance: number | null };
  attributes: PlacedAttribute[];
  notes: IpaNote[];
}

/**
 * Importance-performance analysis (J. A. Martilla & J. C. James, "Importance-Performance Analysis",
 * Journal of Marketing 41(1), 1977, 77–79): a grid of two cuts puts each attribute into a quadrant.
 *
 *   importance  performance
 *   high        high         keep-up
 *   high        low          concentrate
 *   low         low          low-priority
 *   low         high         overkill
 *
 * At or above the cut is high. Figures that differ from the cut by rounding alone (four units in the
 * last place, at a mean those of the largest figure) are at it: attributes that are all the same lie at their mean, whatever their number.
 *
 * `cut` 'means' cuts at the plain means over the attributes that have both figures. Importance and
 * performance are each in one unit for all attributes, and may be in different ones. `weights` has one
 * entry per respondent and applies to lists of answers; null weighs all alike.
 *
 * An attribute without any answer has figures and quadrant null, note `attributeWithoutAnswers`; when
 * no attribute is left, a cut at the means is null as well, note `noAttributes`.
 */
export function analyseImportance(
  attributes: readonly IpaAttribute[],
  cut: 'means' | IpaCut,
  weights: Float64Array | null = null,
): IpaResult {
  const rated = attributes.map(({ id, importance, performance }) => ({
    id,
    importance: ratingOf(importance, weights),
    performance: ratingOf(performance, weights),
  }));
  const complete = rated.filter(
    ({ importance, performance }) => importance.mean !== null && performance.mean !== null,
  );
  const lines = cut === 'means' ? meansOf(complete) : cut;
  // A given cut is as exact as its digits; a mean is as inexact as the figures it is made of.
  const sizes = cut === 'means' ? sizesOf(complete) : null;
  const notes: IpaNote[] = [];
  if (complete.length < rated.length) notes.push('attributeWithoutAnswers');
  if (lines === null) notes.push('noAttributes');
  return {
    cut: lines ?? { importance: null, performance: null },
    attributes: rated.map(({ id, importance, performance }) => ({
      id,
      importance,
      performance,
      quadrant: lines && quadrantOf(importance.mean, performance.mean, lines, sizes),
    })),
    notes,
  };
}

type RatedAttribute = Pick<PlacedAttribute, 'importance' | 'performance'>;

function ratingOf(rating: Rating, weights: Float64Array | null): RatedFigure {
  if (typeof rating === 'number') return { mean: rating, sample: null };
  const { mean, ...sample } = weightedMeanOf(
    rating,
    weights ?? new Float64Array(rating.length).fill(1),
  );
  return { mean, sample };
}

function meansOf(complete: readonly RatedAttribute[]): IpaCut | null {
  if (complete.length === 0) return null;
  return {
    importance: meanOf(complete.map(({ importance }) => importance.mean ?? Number.NaN)),
    performance: meanOf(complete.map(({ performance }) => performance.mean ?? Number.NaN)),
  };
}

function sizesOf(complete: readonly RatedAttribute[]): IpaCut {
  return {
    importance: largestSize(complete.map(({ importance }) => importance.mean)),
    performance: largestSize(complete.map(({ performance }) => performance.mean)),
  };
}

function quadrantOf(
  importance: number | null,
  performance: number | null,
  cut: IpaCut,
  sizes: IpaCut | null,
): IpaQuadrant | null {
  if (importance === null || performance === null) return null;
  const performsWell = isHigh(performance, cut.performance, sizes?.performance);
  if (isHigh(importance, cut.importance, sizes?.importance)) {
    return performsWell ? 'keep-up' : 'concentrate';
  }
  return performsWell ? 'overkill' : 'low-priority';
}

function isHigh(figure: number, cut: number, size: number | undefined): boolean {
  return !clearlyAbove(cut, figure, size);
}
