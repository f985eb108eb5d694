import { useCallback, useRef } from 'react';
import { usePreference } from '../../shared/host/preferences.ts';

export const projectorSlides = ['welcome', 'agenda', 'vote', 'heat', 'cell', 'ranking'] as const;
export type ProjectorSlide = (typeof projectorSlides)[number];

/** What the room sees. The facilitator's window writes it, the projector's reads it. */
export type ProjectorState = {
  workshopId: number;
  slide: ProjectorSlide;
  /** The round whose votes are shown. */
  roundId: number | null;
  /** The cell under discussion; without HOW an importance. */
  whatId: number | null;
  howId: number | null;
  look: 'light' | 'dark';
  /** The slide goes with the step the facilitator is at. */
  follows: boolean;
};

const initial: ProjectorState = {
  workshopId: 0,
  slide: 'welcome',
  roundId: null,
  whatId: null,
  howId: null,
  look: 'dark',
  follows: true,
};

/** The projector of one workshop; another workshop begins anew but keeps the look. */
export function useProjector(
  workshopId: number,
): [ProjectorState, (patch: Partial<ProjectorState>) => void] {
  const [kept, keep] = usePreference<ProjectorState>('workshop.projector', initial, isState);
  const state = kept.workshopId === workshopId ? kept : { ...initial, look: kept.look, workshopId };
  // Two parts of a screen may speak in one turn: the second must not undo what the first said.
  const latest = useRef(state);
  latest.current = state;
  const show = useCallback(
    (patch: Partial<ProjectorState>) => {
      const next = { ...latest.current, ...patch };
      latest.current = next;
      const changed = (Object.keys(next) as (keyof ProjectorState)[]).some(
        (key) => next[key] !== kept[key],
      );
      if (changed) keep(next);
    },
    [kept, keep],
  );
  return [state, show];
}

function isState(value: unknown): value is ProjectorState {
  if (typeof value !== 'object' || value === null) return false;
  if (!('slide' in value && 'workshopId' in value && 'look' in value)) return false;
  return (
    typeof value.workshopId === 'number' &&
    projectorSlides.some((slide) => slide === value.slide) &&
    (value.look === 'light' || value.look === 'dark')
  );
}
