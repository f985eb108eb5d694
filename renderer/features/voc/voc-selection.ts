import { useSyncExternalStore } from 'react';

/**
 * Which VOC is read and which are ticked. Kept outside the grid, because the grid only knows the
 * rows it has loaded, and "select all" means all that match.
 */
export interface VocSelection {
  /** The VOC in the reading pane. */
  activeId(): number | null;
  activate(id: number | null): void;
  has(id: number): boolean;
  ids(): readonly number[];
  toggle(id: number): void;
  add(ids: Iterable<number>): void;
  replace(ids: Iterable<number>): void;
  clear(): void;
  /** What an action works on: the ticked ones, or else the one being read. */
  targets(): readonly number[];
  subscribe(listener: () => void): () => void;
}

export function createVocSelection(): VocSelection {
  let active: number | null = null;
  let ticked = new Set<number>();
  let list: readonly number[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const tick = (next: Set<number>) => {
    ticked = next;
    list = [...next];
    tell();
  };
  return {
    activeId: () => active,
    activate: (id) => {
      if (id === active) return;
      active = id;
      tell();
    },
    has: (id) => ticked.has(id),
    ids: () => list,
    toggle: (id) => {
      const next = new Set(ticked);
      if (!next.delete(id)) next.add(id);
      tick(next);
    },
    add: (ids) => tick(new Set([...ticked, ...ids])),
    replace: (ids) => tick(new Set(ids)),
    clear: () => {
      if (ticked.size > 0) tick(new Set());
    },
    targets: () => {
      if (list.length > 0) return list;
      return active === null ? [] : [active];
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useTickedIds(selection: VocSelection): readonly number[] {
  return useSyncExternalStore(selection.subscribe, selection.ids);
}

export function useActiveId(selection: VocSelection): number | null {
  return useSyncExternalStore(selection.subscribe, selection.activeId);
}

export function useIsTicked(selection: VocSelection, id: number): boolean {
  return useSyncExternalStore(selection.subscribe, () => selection.has(id));
}

export function useIsActive(selection: VocSelection, id: number): boolean {
  return useSyncExternalStore(selection.subscribe, () => selection.activeId() === id);
}
