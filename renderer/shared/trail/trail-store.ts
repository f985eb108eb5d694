import { useSyncExternalStore } from 'react';
import type { TrailKind } from '../../../core/contract/trail.contract.ts';

/** What the trail drawer shows: the thing it was opened for, and how one got there. */
export interface TrailTarget {
  kind: TrailKind;
  id: number;
}

let path: readonly TrailTarget[] = [];
let houseBeside: number | null = null;
const listeners = new Set<() => void>();

function setPath(next: readonly TrailTarget[]): void {
  path = next;
  for (const listener of listeners) listener();
}

/** Opens the drawer that walks from one thing back to the customers' words and forward to proof. */
export function openTrail(target: TrailTarget): void {
  setPath([target]);
}

/** Walks on from what is shown; `backOnTrail` returns. */
export function followTrail(target: TrailTarget): void {
  setPath([...path, target]);
}

/** The house whose matrix is on the screen beside the trail; null in rooms without one. */
export function setHouseBesideTrail(houseId: number | null): void {
  houseBeside = houseId;
}

export function houseBesideTrail(): number | null {
  return houseBeside;
}

export function backOnTrail(): void {
  setPath(path.slice(0, -1));
}

export function closeTrail(): void {
  setPath([]);
}

export function useTrailPath(): readonly TrailTarget[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => path,
  );
}
