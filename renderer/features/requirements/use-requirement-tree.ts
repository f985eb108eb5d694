import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  maxRequirementLevel,
  type RequirementRow,
} from '../../../core/contract/requirement.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import type { TreeKey } from './NameCell.tsx';
import { type RowKey, useTreeFocus } from './tree-focus.ts';
import {
  ancestorIds,
  childrenOf,
  indented,
  isWithin,
  outdented,
  placeAfter,
  shifted,
  type TreePlace,
  unfoldedRows,
} from './tree-moves.ts';
import { useTreeEdits } from './use-tree-edits.ts';

/** Where something goes, in the tree as it then is. */
type PlaceIn = (rows: readonly RequirementRow[]) => TreePlace | null;

export interface RequirementTreeState {
  /** Rows in sight, in outline order. */
  visible: RequirementRow[];
  folded: ReadonlySet<number>;
  cursor: RowKey | null;
  /** Where the requirement being typed will stand; null when none is. */
  draft: TreePlace | null;
  focus: ReturnType<typeof useTreeFocus>;
  select: (key: RowKey) => void;
  /** Brings a requirement into sight and puts the cursor on it. */
  show: (id: number) => void;
  /** Right below this requirement, on its level; as the first of all when null. */
  beginDraft: (below: number | null) => void;
  dropDraft: () => void;
  create: (name: string, goOn: boolean) => void;
  rename: (id: number, name: string) => void;
  move: (id: number, placeIn: PlaceIn) => void;
  remove: (id: number) => void;
  toggleFold: (id: number) => void;
  pressed: (key: RowKey, treeKey: TreeKey) => void;
}

/** The cursor, the folded branches and the edits of the outline. */
export function useRequirementTree(
  rows: RequirementRow[],
  onLeave: () => void,
): RequirementTreeState {
  const { t } = useTranslation();
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [cursor, cursorNow, setCursor] = useCursor();
  const [draft, setDraft] = useState<TreePlace | null>(null);
  const draftPlace = useRef<TreePlace | null>(null);
  /** Drafts begun so far, and which of them were given up while edits before that still go on. */
  const drafts = useRef({ begun: 0, ended: 0 });
  const enqueue = useTreeEdits();
  const focus = useTreeFocus(cursor);
  const visible = useMemo(() => unfoldedRows(rows, folded), [rows, folded]);

  useSuccession(visible, cursor, setCursor);

  const setFold = useCallback(
    (ids: readonly number[], isFolded: boolean) =>
      setFolded((known) => {
        const next = new Set(known);
        for (const id of ids) isFolded ? next.add(id) : next.delete(id);
        return next;
      }),
    [],
  );

  const goTo = (key: RowKey | undefined) => {
    if (key === undefined) return;
    setCursor(key);
    focus.focus(key);
  };

  const placeDraft = (next: TreePlace | null) => {
    draftPlace.current = next;
    setDraft(next);
  };

  const move = (id: number, placeIn: PlaceIn) =>
    enqueue(async (fresh) => {
      const place = placeIn(fresh);
      if (place === null) return;
      if (place.parentId !== null) setFold([place.parentId], false);
      await host.call('requirement.move', { id, ...place });
    });

  const create = (name: string, goOn: boolean) =>
    enqueue(async () => {
      const place = draftPlace.current;
      if (place === null) return;
      placeDraft(goOn ? { ...place, position: place.position + 1 } : null);
      const { id } = await host.call('requirement.create', { name, ...place });
      if (!goOn && cursorNow.current === 'draft') setCursor(id);
    });

  const remove = (id: number) => {
    const row = rows.find((other) => other.id === id);
    const gone = visible.filter((other) => isWithin(rows, other.id, id));
    const index = visible.findIndex((other) => other.id === id);
    const successor = visible[index + gone.length] ?? visible[index - 1];
    enqueue(async () => {
      await host.call('requirement.remove', { id });
      // Whoever has gone elsewhere meanwhile stays there.
      const stood = cursorNow.current;
      if (gone.some((other) => other.id === stood)) setCursor(successor?.id ?? null);
      notifyDone(t('requirement:done.removed', { name: row?.name }));
    });
  };

  const beginDraft = (below: number | null) => {
    const placeIn = (among: readonly RequirementRow[]) =>
      below === null ? { parentId: null, position: 0 } : placeAfter(among, below);
    drafts.current.begun += 1;
    // Its field must be there for the next key; edits under way may still move its place.
    placeDraft(placeIn(rows));
    goTo('draft');
    enqueue((fresh) => {
      if (draftPlace.current !== null) placeDraft(placeIn(fresh));
    });
  };

  const dropDraft = () => {
    const { begun } = drafts.current;
    drafts.current.ended = begun;
    enqueue((fresh) => {
      const place = draftPlace.current;
      // Another may have been begun since: that one stays.
      if (place === null || drafts.current.begun !== begun) return;
      placeDraft(null);
      // Whoever has gone to another row meanwhile stays there.
      if (cursorNow.current === 'draft') goTo(rowAbove(fresh, place));
    });
  };

  const moveDraft = (treeKey: TreeKey) =>
    enqueue((fresh) => {
      const place = draftPlace.current;
      if (place !== null) placeDraft(movedDraft(fresh, place, treeKey));
    });

  /** A key pressed in a draft that is ending is meant for the row one comes to from it. */
  const pressAfterDraft = (treeKey: TreeKey) =>
    enqueue(async () => {
      await new Promise(requestAnimationFrame);
      const key = cursorNow.current;
      if (key !== null && key !== 'draft') latest.current.pressed(key, treeKey);
    });

  const pressed = (key: RowKey, treeKey: TreeKey) => {
    if (key === 'draft') {
      if (drafts.current.ended === drafts.current.begun) pressAfterDraft(treeKey);
      else moveDraft(treeKey);
      return;
    }
    const index = visible.findIndex((row) => row.id === key);
    const row = visible[index];
    if (row === undefined) return;
    const children = childrenOf(rows, row.id);
    const actions: Record<TreeKey, () => void> = {
      up: () => goTo(visible[index - 1]?.id),
      down: () => goTo(visible[index + 1]?.id),
      first: () => goTo(visible[0]?.id),
      last: () => goTo(visible.at(-1)?.id),
      fold: () => {
        if (children.length > 0 && !folded.has(row.id)) setFold([row.id], true);
        else goTo(row.parentId ?? undefined);
      },
      unfold: () => {
        if (folded.has(row.id)) setFold([row.id], false);
        else goTo(children[0]?.id);
      },
      indent: () => move(row.id, (fresh) => indented(fresh, row.id)),
      outdent: () => move(row.id, (fresh) => outdented(fresh, row.id)),
      moveUp: () => move(row.id, (fresh) => shifted(fresh, row.id, -1)),
      moveDown: () => move(row.id, (fresh) => shifted(fresh, row.id, 1)),
      newBelow: () => beginDraft(row.id),
      remove: () => remove(row.id),
      leave: onLeave,
    };
    actions[treeKey]();
  };
  const latest = useRef({ pressed });
  latest.current.pressed = pressed;

  return {
    visible,
    folded,
    cursor,
    draft,
    focus,
    select: setCursor,
    show: (id) => {
      setFold(ancestorIds(rows, id), false);
      goTo(id);
    },
    beginDraft,
    dropDraft,
    create,
    rename: (id, name) => enqueue(() => host.call('requirement.update', { id, name })),
    move,
    remove,
    toggleFold: (id) => setFold([id], !folded.has(id)),
    pressed,
  };
}

/** The row one is on, and the same for those who ask between two drawings of the screen. */
function useCursor() {
  const [cursor, draw] = useState<RowKey | null>(null);
  const now = useRef<RowKey | null>(null);
  const set = useCallback((key: RowKey | null) => {
    now.current = key;
    draw(key);
  }, []);
  return [cursor, now, set] as const;
}

/**
 * When the row under the cursor goes (undo, an edit elsewhere), the one in its place takes over; also
 * when it was undone before the screen had ever shown it.
 */
function useSuccession(
  visible: readonly RequirementRow[],
  cursor: RowKey | null,
  setCursor: (key: RowKey | null) => void,
): void {
  const place = useRef<{ id: number; index: number } | null>(null);
  const awaited = useRef<{ id: number; before: readonly RequirementRow[] } | null>(null);
  useEffect(() => {
    if (typeof cursor !== 'number') return;
    const index = visible.findIndex(({ id }) => id === cursor);
    if (index >= 0) {
      place.current = { id: cursor, index };
      awaited.current = null;
      return;
    }
    const hasBeenSeen = place.current?.id === cursor;
    if (!hasBeenSeen && awaited.current?.id !== cursor) {
      awaited.current = { id: cursor, before: visible };
    } else if (hasBeenSeen || awaited.current?.before !== visible) {
      const last = visible.length - 1;
      setCursor(visible[Math.min(place.current?.index ?? last, last)]?.id ?? null);
    }
  }, [visible, cursor, setCursor]);
}

/** The row a draft stands below: where the cursor goes when the draft is given up. */
function rowAbove(rows: readonly RequirementRow[], draft: TreePlace): number | undefined {
  const sibling = childrenOf(rows, draft.parentId)[draft.position - 1];
  const parent = rows.find(({ id }) => id === draft.parentId);
  // Both may have been undone meanwhile.
  return (sibling ?? parent ?? rows.at(-1))?.id;
}

/** Tab and Shift+Tab move the requirement being typed before it is made. */
function movedDraft(rows: readonly RequirementRow[], draft: TreePlace, key: TreeKey): TreePlace {
  if (key === 'indent') {
    const above = childrenOf(rows, draft.parentId)[draft.position - 1];
    if (above === undefined || above.level >= maxRequirementLevel) return draft;
    return { parentId: above.id, position: childrenOf(rows, above.id).length };
  }
  const parent = rows.find((row) => row.id === draft.parentId);
  if (key !== 'outdent' || parent === undefined) return draft;
  const uncles = childrenOf(rows, parent.parentId);
  return { parentId: parent.parentId, position: uncles.indexOf(parent) + 1 };
}
