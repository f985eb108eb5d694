import type { HowDirection } from '../../contract/house.contract.ts';
import type { HouseFigures } from './house-figures.ts';
import type { HouseModel } from './house-model.ts';
import { leavesOf } from './house-tree.ts';
import { sharedInHundredths } from './hundredths.ts';

/** In what the next house counts importance. */
export type CarriedScale =
  /** The weights sum to 100, to two decimals. */
  | { readonly kind: 'hundred' }
  /** The weightiest gets `top` (5, 9, 10 …), the others their share of it, to one decimal. */
  | { readonly kind: 'top'; readonly top: number };

/** Most workshops take 1 to 5. */
export const usualCarriedScale = { kind: 'top', top: 5 } as const satisfies CarriedScale;

/** A HOW of one house as a WHAT of the next. */
export interface CarriedWhat {
  /** The HOW it came from: the link that is kept. */
  readonly fromHowId: number;
  readonly name: string;
  readonly unit: string;
  readonly direction: HowDirection;
  readonly targetValue: string;
  /** In the scale asked for, above 0. */
  readonly importance: number;
  /** Its share of what the chosen HOWs weigh together; null when none of them weighs anything. */
  readonly share: number | null;
  /** The leaf WHATs that it serves, strongest relation first: where it comes from in customers' words. */
  readonly servedWhatIds: readonly number[];
}

/**
 * Chosen HOWs of a house as the WHATs of the next one (service planning → process → standard), in display
 * order. Ids that are no leaf HOW of the house are left out.
 *
 * Source: the chain of charts in Hauser & Clausing, "The House of Quality", Harvard Business Review 66(3),
 * 1988, 63–73 (the hows of one house become the whats of the next).
 *
 * Weights keep their proportions but for rounding, and their order. A HOW that weighs nothing gets the
 * least there is (0.01 of 100, 0.1 of a top), because a WHAT in a house counts for something; where none
 * weighs anything all count alike, with `share` null.
 */
export function carriedWhats(
  model: HouseModel,
  figures: HouseFigures,
  chosenHowIds: ReadonlySet<number>,
  scale: CarriedScale,
): CarriedWhat[] {
  const whats = leavesOf(model.whats);
  const chosen = leavesOf(model.hows)
    .map((how, column) => ({ how, column, weight: figures.hows.absolute[column] ?? 0 }))
    .filter(({ how }) => chosenHowIds.has(how.id));
  const total = chosen.reduce((sum, { weight }) => sum + weight, 0);
  const weights = chosen.map(({ weight }) => weight);
  const importance = carriedWeights(weights, scale);
  return chosen.map(({ how, column, weight }, place) => ({
    fromHowId: how.id,
    name: how.name,
    unit: how.unit,
    direction: how.direction,
    targetValue: how.targetValue,
    importance: importance[place] ?? 0,
    share: total > 0 ? weight / total : null,
    servedWhatIds: whats
      .map((what, row) => ({ id: what.id, relation: model.relations[row]?.[column] ?? 0 }))
      .filter(({ relation }) => relation > 0)
      .toSorted((a, b) => b.relation - a.relation)
      .map(({ id }) => id),
  }));
}

/** Weights ≥ 0 in the scale of the next house; see `carriedWhats`. */
export function carriedWeights(weights: readonly number[], scale: CarriedScale): number[] {
  const heaviest = Math.max(0, ...weights);
  const sound = heaviest > 0 ? weights : weights.map(() => 1);
  if (scale.kind === 'hundred') return sharedInHundredths(100, sound);
  return sound.map((weight) => {
    // Shares of the weights say the same as the weights but for their last bits.
    const tenths = Number(((weight / (heaviest || 1)) * scale.top * 10).toPrecision(12));
    return Math.max(0.1, Math.round(tenths) / 10);
  });
}

/** A carried weight that its house would now carry otherwise. */
export interface CarriedDrift {
  readonly fromHowId: number;
  readonly importance: number;
  /** What carrying again would make it; null when the HOW is gone from its house. */
  readonly now: number | null;
}

/**
 * Weights that were carried into the next house and are no longer what its source gives: the source was
 * changed since, or the importance by hand. In the order of `carried`.
 */
export function carriedDrift(
  carried: readonly Pick<CarriedWhat, 'fromHowId' | 'importance'>[],
  model: HouseModel,
  figures: HouseFigures,
  scale: CarriedScale,
): CarriedDrift[] {
  const ids = new Set(carried.map(({ fromHowId }) => fromHowId));
  const again = new Map(
    carriedWhats(model, figures, ids, scale).map(({ fromHowId, importance }) => [
      fromHowId,
      importance,
    ]),
  );
  return carried
    .map(({ fromHowId, importance }) => ({
      fromHowId,
      importance,
      now: again.get(fromHowId) ?? null,
    }))
    .filter(({ importance, now }) => importance !== now);
}
