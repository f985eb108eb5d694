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
  /** Rows that were moved themselves, not along with others. */
  touched: ReadonlySet<number>;
  /** How alike the two orders are, −1 to 1; null where one has no order. */
  tau: number | null;
  /** How many of the first k stay among them. */
  kept: number | null;
  setShare: (what: number, share: number) => void;
  resetOne: (what: number) => void;
  reset: () => void;
  levelOut: () => void;
}

interface Trial {
  /** The weights of the house that it began with. */
  of: readonly number[];
  weights: readonly number[];
  touched: ReadonlySet<number>;
}

const nothing: ReadonlySet<number> = new Set();

/** Weights that are tried and never kept: a change of the house begins it anew. */
export function useWhatIf(house: HouseView, figures: HouseFigures, topK: number): WhatIf {
  const weights = figures.whats.absolute;
  const [kept, setTrial] = useState<Trial | null>(null);
  const trial = kept !== null && kept.of === weights ? kept : null;
  const change = useCallback(
    (next: (now: Trial) => Omit<Trial, 'of'>) =>
      setTrial((known) => {
        const now =
          known !== null && known.of === weights
            ? known
            : { of: weights, weights, touched: nothing };
        return { of: weights, ...next(now) };
      }),
    [weights],
  );
  const shares = useMemo(() => fractionsOf(weights), [weights]);
  const setShare = useCallback(
    (what: number, share: number) =>
      change((now) => ({
        weights: weightsWithShare(now.weights, what, share),
        touched: new Set(now.touched).add(what),
      })),
    [change],
  );
  const resetOne = useCallback(
    (what: number) =>
      change((now) => ({
        weights: weightsWithShare(now.weights, what, shares[what] ?? 0),
        touched: new Set([...now.touched].filter((other) => other !== what)),
      })),
    [change, shares],
  );
  const reset = useCallback(() => setTrial(null), []);
  const levelOut = useCallback(
    () => change((now) => ({ weights: now.weights.map(() => 1), touched: nothing })),
    [change],
  );
  const now = trial?.weights ?? weights;
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
    isTried: trial !== null,
    touched: trial?.touched ?? nothing,
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
