import { useCallback, useMemo, useState } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseStability, HowStanding } from '../../../core/contract/stability.contract.ts';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import {
  placesAboveCut,
  type WeightCut,
  weightOrder,
} from '../../../core/domain/house/weight-cut.ts';
import { usePreference } from '../../shared/host/preferences.ts';

/** A HOW on the Pareto, heaviest first. */
export interface ParetoHow {
  howId: number;
  csfId: number | null;
  name: string;
  rank: number;
  share: number;
  /** Share of the whole up to and with it, and that before it. */
  cumulative: number;
  before: number;
  above: boolean;
  /** Ticked: by the cut, or by hand. */
  ticked: boolean;
  standing: HowStanding | null;
}

export interface Pareto {
  hows: readonly ParetoHow[];
  weights: readonly number[];
  cut: WeightCut;
  setCut: (cut: WeightCut) => void;
  /** How many stand above the cut. */
  aboveCount: number;
  /** Those that would become CSFs. */
  picked: readonly ParetoHow[];
  /** Some of them were ticked or left out by hand. */
  byHand: boolean;
  toggle: (howId: number, ticked: boolean) => void;
  /** Forgets what was ticked by hand. */
  clearHand: () => void;
}

type StoredCut = { kind: string; value: number };
const usualCut: StoredCut = { kind: 'count', value: 5 };
const nothing: ReadonlyMap<number, boolean> = new Map();

export function usePareto(
  house: HouseView,
  figures: HouseFigures,
  stability: HouseStability | undefined,
): Pareto {
  const [stored, store] = usePreference<StoredCut>('stability.cut', usualCut, isStoredCut);
  const [hand, setHand] = useState(nothing);
  const cut = useMemo<WeightCut>(
    () =>
      stored.kind === 'share'
        ? { kind: 'share', share: stored.value }
        : { kind: 'count', count: stored.value },
    [stored],
  );
  const weights = figures.hows.absolute;
  const above = useMemo(() => new Set(placesAboveCut(weights, cut)), [weights, cut]);
  const hows = useMemo(() => {
    const standings = new Map(stability?.hows?.map((standing) => [standing.howId, standing]));
    const { places, cumulative } = weightOrder(weights);
    return places.flatMap((place, position): ParetoHow[] => {
      const how = house.hows[place];
      if (how === undefined) return [];
      const isAbove = above.has(place);
      return [
        {
          howId: how.howId,
          csfId: how.csfId,
          name: how.name,
          rank: figures.hows.rank[place] ?? 1,
          share: figures.hows.relative[place] ?? 0,
          cumulative: cumulative[position] ?? 0,
          before: cumulative[position - 1] ?? 0,
          above: isAbove,
          ticked: hand.get(how.howId) ?? isAbove,
          standing: standings.get(how.howId) ?? null,
        },
      ];
    });
  }, [house.hows, figures, weights, above, hand, stability]);
  const setCut = useCallback(
    (next: WeightCut) =>
      store({ kind: next.kind, value: next.kind === 'count' ? next.count : next.share }),
    [store],
  );
  const toggle = useCallback((howId: number, ticked: boolean) => {
    setHand((known) => new Map(known).set(howId, ticked));
  }, []);
  const clearHand = useCallback(() => setHand(nothing), []);
  return {
    hows,
    weights,
    cut,
    setCut,
    aboveCount: above.size,
    picked: hows.filter(({ ticked, csfId }) => ticked && csfId === null),
    byHand: hows.some(({ above: isAbove, ticked, csfId }) => csfId === null && ticked !== isAbove),
    toggle,
    clearHand,
  };
}

function isStoredCut(value: unknown): value is StoredCut {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    (value.kind === 'count' || value.kind === 'share') &&
    'value' in value &&
    typeof value.value === 'number' &&
    value.value >= 0
  );
}
