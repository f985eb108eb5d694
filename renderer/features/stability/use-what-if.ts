import { useCallback, useMemo, useState } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import { kendallTauB, topOverlap } from '../../../core/domain/importance/rank-agreement.ts';
import {
  type HowMove,
  weightsWithShare,
  whatIfMoves,
} from '../../../core/domain/importance/what-if.ts';
import { sharesOf } from '../../../core/numerics/shares.ts';

export interface WhatIf {
  /** Shares of the WHATs as they are and as they are tried, in the order of the rows. */
  shares: readonly number[];
  tried: readonly number[];
  /** In the order of the columns. */
  moves: readonly HowMove[];
  isTried: boolean;
  /** How alike the two orders are, −1 to 1; null where one has no order. */
  tau: number | null;
  /** How many of the first k stay among them. */
  kept: number | null;
  setShare: (what: number, share: number) => void;
  resetOne: (what: number) => void;
  reset: () => void;
  levelOut: () => void;
}

/** Weights that are tried and never kept: a change of the house begins it anew. */
export function useWhatIf(house: HouseView, figures: HouseFigures, topK: number): WhatIf {
  const weights = figures.whats.absolute;
  const [trial, setTrial] = useState<{ of: readonly number[]; weights: readonly number[] } | null>(
    null,
  );
  const tried = trial !== null && trial.of === weights ? trial.weights : null;
  const change = useCallback(
    (next: (now: readonly number[]) => readonly number[]) =>
      setTrial((known) => ({
        of: weights,
        weights: next(known !== null && known.of === weights ? known.weights : weights),
      })),
    [weights],
  );
  const shares = useMemo(() => fractionsOf(weights), [weights]);
  const setShare = useCallback(
    (what: number, share: number) => change((now) => weightsWithShare(now, what, share)),
    [change],
  );
  const resetOne = useCallback(
    (what: number) => change((now) => weightsWithShare(now, what, shares[what] ?? 0)),
    [change, shares],
  );
  const reset = useCallback(() => setTrial(null), []);
  const levelOut = useCallback(() => change((now) => now.map(() => 1)), [change]);
  const now = tried ?? weights;
  const moves = useMemo(
    () => whatIfMoves({ weights, relations: house.relations, normalize: house.normalization }, now),
    [weights, house.relations, house.normalization, now],
  );
  const before = moves.map(({ shareBefore }) => shareBefore ?? 0);
  const after = moves.map(({ shareAfter }) => shareAfter ?? 0);
  const overlap = topOverlap(before, after, topK);
  return {
    shares,
    tried: useMemo(() => fractionsOf(now), [now]),
    moves,
    isTried: tried !== null,
    tau: kendallTauB(before, after),
    kept: overlap === null ? null : Math.round(overlap * topK),
    setShare,
    resetOne,
    reset,
    levelOut,
  };
}

function fractionsOf(weights: readonly number[]): number[] {
  return sharesOf(weights).map((share) => share ?? 0);
}
