import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { runCommand } from '../../shared/commands/command-registry.ts';
import { openTrail } from '../../shared/trail/trail-store.ts';
import type { BoardFloating } from './board-floating.ts';
import type { MatrixHandle, MatrixRequest } from './HouseMatrix.tsx';
import {
  bandRow,
  type CellPlace,
  groupAt,
  groupColumn,
  headRow,
  nameColumn,
  selectedLines,
  sizeOf,
} from './matrix-selection.ts';
import type { SideStep } from './side-moves.ts';
import type { FindInMatrix } from './use-find.ts';
import type { HouseActions, HouseSide } from './use-house-actions.ts';
import type { MatrixView } from './use-matrix-view.ts';

interface BoardRequests {
  view: HouseView;
  matrix: MatrixView;
  handle: RefObject<MatrixHandle | null>;
  actions: HouseActions;
  find: FindInMatrix;
  float: (floating: BoardFloating) => void;
  onZoom: (step: 1 | -1 | 0) => void;
  whenSaved: () => Promise<void>;
}

/** A WHAT, HOW or group at a place of the matrix. */
interface TitleAt {
  side: HouseSide;
  id: number;
  name: string;
  isGroup: boolean;
}

/** What stays the active cell wherever it goes. */
interface Followed {
  side: HouseSide;
  id: number;
  /** Set for a group: other changes may be drawn before it is open, or is a line. */
  opens: { after: boolean } | null;
}

/** Does what the matrix asks of the room around it. */
export function useBoardRequests(board: BoardRequests) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { view, matrix, handle, actions } = board;
  const { lines } = matrix;
  const follow = useRef<Followed | null>(null);

  // What was moved, collapsed or opened stays the active cell.
  useLayoutEffect(() => {
    const wanted = follow.current;
    if (wanted === null || (wanted.opens !== null && isOpen(lines, wanted) !== wanted.opens.after))
      return;
    follow.current = null;
    const place = placeOfTitle(lines, wanted.side, wanted.id);
    if (place !== null) handle.current?.goTo(place);
  }, [lines, handle]);

  const move = (side: HouseSide, id: number, step: SideStep) => {
    if (matrix.seen.byWeight) {
      notifications.show({ id: 'house-sorted', message: t('house:group.moveWhileSorted') });
      return;
    }
    follow.current = { side, id, opens: null };
    if (actions.move(side, id, step)) return;
    follow.current = null;
    if (step === 'in' || step === 'out') {
      notifications.show({ id: 'house-move', message: t(`house:group.cannotMove.${step}`) });
    }
  };

  const openMenu = (place: CellPlace, anchor: DOMRect) => {
    const title = titleAt(matrix, place);
    if (title === null) return;
    if (title.side === 'how' && !title.isGroup) {
      board.float({ kind: 'how', howId: title.id, anchor });
    } else board.float({ kind: 'line', side: title.side, id: title.id, anchor });
  };
  const toggle = (place: CellPlace, anchor: DOMRect) => {
    const title = titleAt(matrix, place);
    if (title?.isGroup !== true) return openMenu(place, anchor);
    // The group stays the active cell, whichever line or box it is then.
    follow.current = { ...title, opens: { after: !isOpen(lines, title) } };
    matrix.toggle(title.side, title.id);
  };
  const openEvidence = (tool: 'voc' | 'trail', place: CellPlace) => {
    const requirementId = lines.rows[place.row]?.leaf?.requirementId ?? null;
    if (requirementId === null) return;
    if (tool === 'trail') openTrail({ kind: 'requirement', id: requirementId });
    else void navigate({ to: '/voc', search: { filter: { requirementId } } });
  };
  const openNote = (place: CellPlace, anchor: DOMRect) => {
    const what = lines.rows[place.row];
    const how = lines.columns[place.column];
    if (what === undefined || how === undefined) return;
    const collapsed = [what, how].find(({ leaf }) => leaf === null);
    if (collapsed !== undefined) return tellCollapsed(collapsed.name);
    board.float({ kind: 'note', whatId: what.id, howId: how.id, anchor });
  };
  const tellCollapsed = (name: string) =>
    notifications.show({
      id: 'house-collapsed',
      message: t('house:group.isCollapsed', { name }),
    });
  const group = ({ selection, anchor }: MatrixRequest) => {
    const selected = selectedLines(selection);
    if (selected === null) {
      notifications.show({ id: 'house-group', message: t('house:group.selectFirst') });
      return;
    }
    const { side, first, last } = selected;
    const among = side === 'what' ? lines.rows : lines.columns;
    const ids = among.slice(first, last + 1).map(({ id }) => id);
    board.float({ kind: 'group', side, ids, anchor });
  };
  const ungroup = (place: CellPlace) => {
    const title = titleAt(matrix, place);
    if (title === null) return;
    const groups =
      title.side === 'what'
        ? view.whatGroups.map(({ whatId: id, ...of }) => ({ ...of, id }))
        : view.howGroups.map(({ howId: id, ...of }) => ({ ...of, id }));
    const leaves =
      title.side === 'what'
        ? view.whats.map(({ whatId: id, parentId }) => ({ id, parentId }))
        : view.hows.map(({ howId: id, parentId }) => ({ id, parentId }));
    const id = title.isGroup ? title.id : leaves.find((leaf) => leaf.id === title.id)?.parentId;
    const found = groups.find((each) => each.id === id);
    if (found !== undefined) actions.ungroup(title.side, found.id, found.name);
  };

  const onRequest = (request: MatrixRequest) => {
    const { command, place, anchor } = request;
    switch (command.kind) {
      case 'tool':
        if (command.tool === 'menu') openMenu(place, anchor);
        else if (command.tool === 'toggle') toggle(place, anchor);
        else openEvidence(command.tool, place);
        return;
      case 'openMenu':
        return openMenu(place, anchor);
      case 'toggle':
        return toggle(place, anchor);
      case 'note':
        return openNote(place, anchor);
      case 'move': {
        const title = titleAt(matrix, place);
        if (title !== null) move(title.side, title.id, command.step);
        return;
      }
      case 'group':
        return group(request);
      case 'ungroup':
        return ungroup(place);
      case 'find':
        return board.find.open();
      case 'findNext':
        return board.find.step(command.step);
      case 'zoom':
        return board.onZoom(command.step);
      case 'replay':
        void board.whenSaved().then(() => runCommand(command.command));
    }
  };
  return { onRequest, move, tellCollapsed };
}

function titleAt({ lines }: MatrixView, place: CellPlace): TitleAt | null {
  const size = sizeOf(lines);
  const group = groupAt(place, size);
  const side = place.row < 0 ? 'how' : 'what';
  if (group !== null) return { side, id: group.id, name: group.name, isGroup: true };
  const line = side === 'how' ? lines.columns[place.column] : lines.rows[place.row];
  if (line === undefined) return null;
  return { side, id: line.id, name: line.name, isGroup: line.leaf === null };
}

function isOpen(lines: MatrixView['lines'], { side, id }: Pick<TitleAt, 'side' | 'id'>): boolean {
  const groups = side === 'what' ? lines.rowGroups : lines.columnGroups;
  return groups.some((group) => group.id === id);
}

/** Where the name of a WHAT, HOW or group stands; null when it is not on screen. */
function placeOfTitle(lines: MatrixView['lines'], side: HouseSide, id: number): CellPlace | null {
  const among = side === 'what' ? lines.rows : lines.columns;
  const at = among.findIndex((line) => line.id === id);
  const size = sizeOf(lines);
  if (at >= 0) {
    return side === 'what' ? { row: at, column: nameColumn } : { row: headRow, column: at };
  }
  const groups = side === 'what' ? lines.rowGroups : lines.columnGroups;
  const group = groups.find((each) => each.id === id);
  if (group === undefined) return null;
  return side === 'what'
    ? { row: group.firstLine, column: groupColumn(group.level, size) }
    : { row: bandRow(group.level, size), column: group.firstLine };
}

/** The cell that a finding, a match or a link is about, once it is on screen. */
export function placeOfIds(
  lines: MatrixView['lines'],
  whatId: number | null,
  howId: number | null,
): CellPlace | null {
  if (whatId !== null && howId !== null) {
    const row = lines.rows.findIndex(({ id }) => id === whatId);
    const column = lines.columns.findIndex(({ id }) => id === howId);
    return row < 0 || column < 0 ? null : { row, column };
  }
  if (whatId !== null) return placeOfTitle(lines, 'what', whatId);
  return howId === null ? null : placeOfTitle(lines, 'how', howId);
}
