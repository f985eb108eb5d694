import { useCallback, useMemo, useRef, useState } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import { placesAboveCut, weightOrder } from '../../../core/domain/house/weight-cut.ts';
import { useWorkspacePreference } from '../../shared/host/preferences.ts';
import {
  type HowLine,
  howLines,
  type LineChoice,
  type MatrixLines,
  type WhatLine,
  whatLines,
} from './matrix-lines.ts';

/** So many HOWs one asks for at a time. */
export const topCounts = [5, 10, 20] as const;
/** The few that carry most of the weight. */
export const mattersShare = 0.8;

/** All, so many of the weightiest HOWs, or the WHATs and HOWs that make most of the weight. */
export type MatrixCut = 'all' | 'matters' | (typeof topCounts)[number];

/** How one sees a house without changing it; kept for each house. */
export type SeenHouse = {
  readonly collapsedWhats: number[];
  readonly collapsedHows: number[];
  readonly cut: MatrixCut;
  readonly byWeight: boolean;
};

const plainSight: SeenHouse = {
  collapsedWhats: [],
  collapsedHows: [],
  cut: 'all',
  byWeight: false,
};

export interface MatrixView {
  readonly lines: MatrixLines;
  readonly seen: SeenHouse;
  /** Weights have changed so that another choice or order would show now. */
  readonly isStale: boolean;
  /** Chooses and orders anew by the weights as they are. */
  readonly refresh: () => void;
  readonly see: (patch: Partial<SeenHouse>) => void;
  readonly toggle: (side: 'what' | 'how', groupId: number) => void;
  readonly collapseAll: (collapsed: boolean) => void;
  /** Opens what hides a WHAT or HOW, if anything does. */
  readonly reveal: (whatIds: readonly number[], howIds: readonly number[]) => void;
}

/**
 * The lines of a house on screen. What is cut off or reordered by weight stays so while one types, for a
 * row that jumps away under one's hands is worse than one in last minute's place.
 */
export function useMatrixView(view: HouseView, figures: HouseFigures): MatrixView {
  const [seen, keep] = useWorkspacePreference<SeenHouse>(
    `house.seen.${view.id}`,
    plainSight,
    isSeenHouse,
  );
  const see = useCallback((patch: Partial<SeenHouse>) => keep({ ...seen, ...patch }), [keep, seen]);
  const byWeight = useFrozenChoice(view, figures, seen);
  const { choice } = byWeight;
  const { whats, whatGroups, hows, howGroups } = view;
  const lines = useMemo(
    () => linesOf({ whats, whatGroups, hows, howGroups }, choice, seen),
    [whats, whatGroups, hows, howGroups, choice, seen],
  );
  const stable = useStableLines(lines);
  const latest = useRef(view);
  latest.current = view;
  return useMemo(() => {
    const toggle = (side: 'what' | 'how', groupId: number) => {
      const key = side === 'what' ? 'collapsedWhats' : 'collapsedHows';
      const known = seen[key];
      const without = known.filter((id) => id !== groupId);
      see({ [key]: without.length < known.length ? without : [...known, groupId] });
    };
    return {
      lines: stable,
      seen,
      isStale: byWeight.isStale,
      refresh: byWeight.refresh,
      see,
      toggle,
      collapseAll: (collapsed) =>
        see({
          collapsedWhats: collapsed ? latest.current.whatGroups.map(({ whatId }) => whatId) : [],
          collapsedHows: collapsed ? latest.current.howGroups.map(({ howId }) => howId) : [],
        }),
      reveal: (whatIds, howIds) => {
        const patch = revealing(latest.current, choice, seen, whatIds, howIds);
        if (patch !== null) see(patch);
      },
    };
  }, [stable, seen, choice, byWeight, see]);
}

interface WeightChoice {
  readonly whats: Pick<LineChoice, 'only' | 'order'>;
  readonly hows: Pick<LineChoice, 'only' | 'order'>;
}

function useFrozenChoice(view: HouseView, figures: HouseFigures, { cut, byWeight }: SeenHouse) {
  const { whats, hows } = view;
  const fresh = useMemo(
    () => weightChoice({ whats, hows }, figures, cut, byWeight),
    [whats, hows, figures, cut, byWeight],
  );
  const ids = useMemo(
    () => [...whats.map(({ whatId }) => whatId), '|', ...hows.map(({ howId }) => howId)].join(),
    [whats, hows],
  );
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: weights that change must not choose anew
  const choice = useMemo(() => fresh, [ids, cut, byWeight, asked]);
  const isStale = !(sameChoice(choice.whats, fresh.whats) && sameChoice(choice.hows, fresh.hows));
  const refresh = useCallback(() => setAsked((times) => times + 1), []);
  return useMemo(() => ({ choice, isStale, refresh }), [choice, isStale, refresh]);
}

function weightChoice(
  { whats, hows }: Pick<HouseView, 'whats' | 'hows'>,
  figures: HouseFigures,
  cut: MatrixCut,
  byWeight: boolean,
): WeightChoice {
  const whatIds = whats.map(({ whatId }) => whatId);
  const howIds = hows.map(({ howId }) => howId);
  const share = { kind: 'share', share: mattersShare } as const;
  const howCut = typeof cut === 'number' ? ({ kind: 'count', count: cut } as const) : share;
  return {
    whats: {
      only: cut === 'matters' ? aboveCut(whatIds, figures.whats.absolute, share) : null,
      order: byWeight ? ordered(whatIds, figures.whats.absolute) : null,
    },
    hows: {
      only: cut === 'all' ? null : aboveCut(howIds, figures.hows.absolute, howCut),
      order: byWeight ? ordered(howIds, figures.hows.absolute) : null,
    },
  };
}

/** null where nothing weighs anything: an empty screen would tell nothing. */
function aboveCut(
  ids: readonly number[],
  weights: readonly number[],
  cut: Parameters<typeof placesAboveCut>[1],
): ReadonlySet<number> | null {
  const places = placesAboveCut(weights, cut);
  return places.length === 0 ? null : new Set(places.flatMap((at) => ids[at] ?? []));
}

function ordered(ids: readonly number[], weights: readonly number[]): number[] {
  return weightOrder(weights).places.flatMap((at) => ids[at] ?? []);
}

function sameChoice(one: WeightChoice['whats'], other: WeightChoice['whats']): boolean {
  const text = ({ only, order }: WeightChoice['whats']) =>
    `${only === null ? '' : [...only].toSorted((a, b) => a - b).join()}|${order?.join() ?? ''}`;
  return text(one) === text(other);
}

function linesOf(
  view: Pick<HouseView, 'whats' | 'whatGroups' | 'hows' | 'howGroups'>,
  choice: WeightChoice,
  seen: SeenHouse,
): MatrixLines {
  const what = whatLines(view, { collapsed: new Set(seen.collapsedWhats), ...choice.whats });
  const how = howLines(view, { collapsed: new Set(seen.collapsedHows), ...choice.hows });
  return {
    rows: what.lines,
    columns: how.lines,
    rowGroups: what.groups,
    columnGroups: how.groups,
    rowDepth: what.depth,
    columnDepth: how.depth,
  };
}

/** Lines that say the same as before are the same objects, so that only others redraw. */
function useStableLines(lines: MatrixLines): MatrixLines {
  const known = useRef(lines);
  return useMemo(() => {
    known.current = {
      ...lines,
      rows: stableList<WhatLine>(known.current.rows, lines.rows),
      columns: stableList<HowLine>(known.current.columns, lines.columns),
    };
    return known.current;
  }, [lines]);
}

function stableList<Line extends WhatLine | HowLine>(
  before: readonly Line[],
  after: readonly Line[],
): readonly Line[] {
  const byId = new Map(before.map((line) => [line.id, line]));
  const list = after.map((line) => {
    const known = byId.get(line.id);
    const same =
      known !== undefined &&
      known.leaf === line.leaf &&
      known.group === line.group &&
      known.firstLeaf === line.firstLeaf &&
      known.leafCount === line.leafCount &&
      known.level === line.level;
    return same ? known : line;
  });
  const unchanged = list.length === before.length && list.every((line, at) => line === before[at]);
  return unchanged ? before : list;
}

function revealing(
  view: HouseView,
  choice: WeightChoice,
  seen: SeenHouse,
  whatIds: readonly number[],
  howIds: readonly number[],
): Partial<SeenHouse> | null {
  const whats = [...view.whatGroups, ...view.whats].map((of) => ({ ...of, id: of.whatId }));
  const hows = [...view.howGroups, ...view.hows].map((of) => ({ ...of, id: of.howId }));
  const openWhats = ancestors(whats, whatIds);
  const openHows = ancestors(hows, howIds);
  const cutOff = (ids: readonly number[], only: ReadonlySet<number> | null) =>
    only !== null && ids.some((id) => !only.has(id));
  const isCut = cutOff(whatIds, choice.whats.only) || cutOff(howIds, choice.hows.only);
  const isCollapsed =
    seen.collapsedWhats.some((id) => openWhats.has(id)) ||
    seen.collapsedHows.some((id) => openHows.has(id));
  if (!isCut && !isCollapsed) return null;
  return {
    collapsedWhats: seen.collapsedWhats.filter((id) => !openWhats.has(id)),
    collapsedHows: seen.collapsedHows.filter((id) => !openHows.has(id)),
    ...(isCut ? { cut: 'all' as const } : {}),
  };
}

function ancestors(
  nodes: readonly { id: number; parentId: number | null }[],
  ids: readonly number[],
): Set<number> {
  const parentOf = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  const found = new Set<number>();
  for (const id of ids) {
    let at = parentOf.get(id) ?? null;
    while (at !== null && !found.has(at)) {
      found.add(at);
      at = parentOf.get(at) ?? null;
    }
  }
  return found;
}

function isSeenHouse(value: unknown): value is SeenHouse {
  if (typeof value !== 'object' || value === null) return false;
  const ids = (list: unknown) => Array.isArray(list) && list.every((id) => Number.isInteger(id));
  return (
    'collapsedWhats' in value &&
    ids(value.collapsedWhats) &&
    'collapsedHows' in value &&
    ids(value.collapsedHows) &&
    'byWeight' in value &&
    typeof value.byWeight === 'boolean' &&
    'cut' in value &&
    ['all', 'matters', ...topCounts].some((cut) => cut === value.cut)
  );
}
