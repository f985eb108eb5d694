import { useSyncExternalStore } from 'react';
import type { VocFilter, VocSelection } from '../../../core/contract/voc.contract.ts';

/**
 * Which VOC is read and which are ticked. Ticked are VOC named one by one, or all that the filter
 * selects but some: a million ids are never gathered.
 */
export interface VocTicks {
  /** The VOC in the reading pane. */
  activeId(): number | null;
  activate(id: number | null): void;
  has(id: number): boolean;
  count(): number;
  toggle(id: number): void;
  add(ids: Iterable<number>): void;
  /** All that match. `total` is how many that are now. */
  tickAll(filter: VocFilter, total: number): void;
  /** How many match changed, e.g. after an edit. */
  recount(total: number): void;
  isAll(): boolean;
  clear(): void;
  /** What an action works on: the ticked ones, or else the one being read; null for neither. */
  target(): VocTarget | null;
  subscribe(listener: () => void): () => void;
}

export interface VocTarget {
  selection: VocSelection;
  count: number;
}

export function createVocTicks(): VocTicks {
  let active: number | null = null;
  let ids: ReadonlySet<number> = new Set();
  let all: { filter: VocFilter; except: ReadonlySet<number>; total: number } | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const count = () => (all === null ? ids.size : Math.max(0, all.total - all.except.size));
  return {
    activeId: () => active,
    activate: (id) => {
      if (id === active) return;
      active = id;
      tell();
    },
    has: (id) => (all === null ? ids.has(id) : !all.except.has(id)),
    count,
    toggle: (id) => {
      if (all === null) ids = toggled(ids, id);
      else all = { ...all, except: toggled(all.except, id) };
      tell();
    },
    add: (added) => {
      if (all === null) ids = new Set([...ids, ...added]);
      else {
        const back = new Set(added);
        all = { ...all, except: new Set([...all.except].filter((id) => !back.has(id))) };
      }
      tell();
    },
    tickAll: (filter, total) => {
      ids = new Set();
      all = { filter, except: new Set(), total };
      tell();
    },
    recount: (total) => {
      if (all === null || all.total === total) return;
      all = { ...all, total };
      tell();
    },
    isAll: () => all !== null && all.except.size === 0,
    clear: () => {
      if (all === null && ids.size === 0) return;
      ids = new Set();
      all = null;
      tell();
    },
    target: () => {
      if (all !== null && count() > 0) {
        const { filter, except } = all;
        return { selection: { filter, except: [...except] }, count: count() };
      }
      if (ids.size > 0) return { selection: { ids: [...ids] }, count: ids.size };
      return active === null ? null : { selection: { ids: [active] }, count: 1 };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function toggled(ids: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function useTickedCount(ticks: VocTicks): number {
  return useSyncExternalStore(ticks.subscribe, ticks.count);
}

export function useActiveId(ticks: VocTicks): number | null {
  return useSyncExternalStore(ticks.subscribe, ticks.activeId);
}

export function useIsTicked(ticks: VocTicks, id: number): boolean {
  return useSyncExternalStore(ticks.subscribe, () => ticks.has(id));
}

export function useIsActive(ticks: VocTicks, id: number): boolean {
  return useSyncExternalStore(ticks.subscribe, () => ticks.activeId() === id);
}
