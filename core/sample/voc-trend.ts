import type { Trend } from './voc-theme.ts';

/** How long a finished action takes to be felt, as a share of the year. */
const settling = 0.1;

/** Level until an action is finished at `from` (0 to 1 of the year), then down to `share` of it. */
export function falling(from: number, share: number): Trend {
  return (place) => {
    const progress = Math.min(1, Math.max(0, (place - from) / settling));
    return 1 - (1 - share) * progress;
  };
}

/** Evenly up from the first day to the last. */
export function rising(first: number, last: number): Trend {
  return (place) => first + (last - first) * place;
}
