import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  maxRequirementLevel,
  type RequirementRow,
} from '../../../core/contract/requirement.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
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
  beginDraft: (place: TreePlace) => void;
  dropDraft: () => void;
  create: (name: string, goOn: boolean) => void;
  rename: (id: number, name: string) => void;
  move: (id: number, place: TreePlace | null) => void;
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
  const [cursor, setCursor] = useState<RowKey | null>(null);
  const [draft, setDraft] = useState<TreePlace | null>(null);
  const focus = useTreeFocus(cursor);
  const visible = useMemo(() => unfoldedRows(rows, folded), [rows, folded]);

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

  const move = (id: number, place: TreePlace | null) => {
    if (place === null) return;
    if (place.parentId !== null) setFold([place.parentId], false);
    host.call('requirement.move', { id, ...place }).catch(notifyError);
  };

  const create = (name: string, goOn: boolean) => {
    if (draft === null) return;
    const next = goOn ? { ...draft, position: draft.position + 1 } : null;
    setDraft(next);
    host
      .call('requirement.create', { name, ...draft })
      .then(({ id }) => {
        if (next === null) setCursor(id);
      })
      .catch(notifyError);
  };

  const remove = (id: number) => {
    const row = rows.find((other) => other.id === id);
    const gone = visible.filter((other) => isWithin(rows, other.id, id));
    const index = visible.findIndex((other) => other.id === id);
    const successor = visible[index + gone.length] ?? visible[index - 1];
    host
      .call('requirement.remove', { id })
      .then(() => {
        setCursor(successor?.id ?? null);
        notifyDone(t('requirement:done.removed', { name: row?.name }));
      })
      .catch(notifyError);
  };

  const beginDraft = (place: TreePlace) => {
    if (place.parentId !== null) setFold([place.parentId], false);
    setDraft(place);
    goTo('draft');
  };

  const dropDraft = () => {
    if (draft === null) return;
    setDraft(null);
    if (cursor === 'draft') goTo(rowAbove(rows, draft));
  };

  const pressed = (key: RowKey, treeKey: TreeKey) => {
    if (key === 'draft') {
      if (draft !== null) setDraft(movedDraft(rows, draft, treeKey));
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
      indent: () => move(row.id, indented(rows, row.id)),
      outdent: () => move(row.id, outdented(rows, row.id)),
      moveUp: () => move(row.id, shifted(rows, row.id, -1)),
      moveDown: () => move(row.id, shifted(rows, row.id, 1)),
      newBelow: () => beginDraft(placeAfter(rows, row.id)),
      remove: () => remove(row.id),
      leave: onLeave,
    };
    actions[treeKey]();
  };

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
    rename: (id, name) => void host.call('requirement.update', { id, name }).catch(notifyError),
    move,
    remove,
    toggleFold: (id) => setFold([id], !folded.has(id)),
    pressed,
  };
}

/** The row a draft stands below: where the cursor goes when the draft is given up. */
function rowAbove(rows: readonly RequirementRow[], draft: TreePlace): number | undefined {
  const sibling = childrenOf(rows, draft.parentId)[draft.position - 1];
  return sibling?.id ?? draft.parentId ?? rows[0]?.id;
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
