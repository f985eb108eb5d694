import { ActionIcon, Badge } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { ImportanceBar } from './ImportanceBar.tsx';
import { NameCell } from './NameCell.tsx';
import classes from './RequirementTree.module.css';
import { childrenOf, type DropSide, droppedOn, isWithin, type TreePlace } from './tree-moves.ts';
import type { RequirementTreeState } from './use-requirement-tree.ts';

interface RequirementTreeProps {
  rows: RequirementRow[];
  tree: RequirementTreeState;
}

/** The CS요소 전개표 as an outline one writes with the keyboard. */
export function RequirementTree({ rows, tree }: RequirementTreeProps) {
  const { t } = useTranslation();
  const drag = useDragging(rows, tree);
  return (
    <div className={classes.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows fold and are moved
        role="treegrid"
        aria-label={t('requirement:tree.label')}
        className={classes.tree}
        onFocus={tree.focus.onFocus}
        onBlur={tree.focus.onBlur}
      >
        <thead>
          <tr>
            <th scope="col">{t('requirement:tree.name')}</th>
            <th scope="col">{t('requirement:tree.voc')}</th>
            <th scope="col">{t('requirement:importance.title')}</th>
            <th scope="col">{t('requirement:tree.items')}</th>
            <th scope="col" aria-label={t('trail:open')} />
          </tr>
        </thead>
        <tbody>
          {rowsWithDraft(rows, tree).map((row) =>
            row === 'draft' ? (
              <DraftRow key="draft" rows={rows} tree={tree} />
            ) : (
              <TreeRow key={row.id} row={row} rows={rows} tree={tree} drag={drag} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface TreeRowProps extends RequirementTreeProps {
  row: RequirementRow;
  drag: Dragging;
}

function TreeRow({ row, rows, tree, drag }: TreeRowProps) {
  const { t, i18n } = useTranslation();
  const hasChildren = rows.some((other) => other.parentId === row.id);
  const isFolded = tree.folded.has(row.id);
  const isCursor = tree.cursor === row.id;
  const isFirst = tree.cursor === null && tree.visible[0]?.id === row.id;
  const count = (figure: number) => figure.toLocaleString(i18n.language);
  const heaviest = Math.max(0, ...rows.map(({ importance }) => importance.value));
  return (
    <tr
      aria-level={row.level}
      aria-selected={isCursor}
      aria-expanded={hasChildren ? !isFolded : undefined}
      className={classes.row}
      data-level={row.level}
      data-drop={drag.over?.id === row.id ? drag.over.side : undefined}
      {...drag.targetProps(row.id)}
    >
      <td>
        <div className={classes.nameCell}>
          <span className={classes.fold}>
            {hasChildren && (
              <ActionIcon
                size="xs"
                tabIndex={-1}
                aria-label={t(isFolded ? 'requirement:tree.unfold' : 'requirement:tree.fold')}
                onClick={() => tree.toggleFold(row.id)}
              >
                {isFolded ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />}
              </ActionIcon>
            )}
          </span>
          <span
            className={classes.code}
            title={t('requirement:tree.drag')}
            {...drag.sourceProps(row.id)}
          >
            {row.code}
          </span>
          <NameCell
            ref={tree.focus.register(row.id)}
            name={row.name}
            label={t('requirement:tree.nameOf', { code: row.code })}
            tabIndex={isCursor || isFirst ? 0 : -1}
            onFocus={() => tree.select(row.id)}
            onRename={(name) => tree.rename(row.id, name)}
            onKey={(key) => tree.pressed(row.id, key)}
          />
          {row.kano !== null && (
            <Badge size="xs" variant="light" tt="none" flex="none">
              {t(`requirement:kano.${row.kano}`)}
            </Badge>
          )}
        </div>
      </td>
      <td className={classes.figure}>
        {row.ownVocCount === 0 || row.ownVocCount === row.vocCount
          ? count(row.vocCount)
          : t('requirement:tree.ownOfAll', {
              own: count(row.ownVocCount),
              all: count(row.vocCount),
            })}
      </td>
      <td className={classes.figure}>
        <ImportanceBar importance={row.importance} heaviest={heaviest} />
      </td>
      <td className={classes.figure}>
        {row.itemIds.length === 0 ? '–' : count(row.itemIds.length)}
      </td>
      <td className={classes.trail}>
        <TrailButton kind="requirement" id={row.id} />
      </td>
    </tr>
  );
}

function DraftRow({ rows, tree }: RequirementTreeProps) {
  const { t } = useTranslation();
  const parent = rows.find((row) => row.id === tree.draft?.parentId);
  const level = (parent?.level ?? 0) + 1;
  return (
    <tr aria-level={level} className={classes.row} data-level={level}>
      <td>
        <div className={classes.nameCell}>
          <span className={classes.fold} />
          <span className={classes.code}>•</span>
          <NameCell
            ref={tree.focus.register('draft')}
            name=""
            isDraft
            label={t('requirement:tree.newName')}
            placeholder={t('requirement:tree.newPlaceholder')}
            tabIndex={0}
            onFocus={() => tree.select('draft')}
            onRename={(name) => tree.create(name, false)}
            onEnterDraft={(name) => (name === '' ? tree.dropDraft() : tree.create(name, true))}
            onDropDraft={tree.dropDraft}
            onKey={(key) => tree.pressed('draft', key)}
          />
        </div>
      </td>
      <td colSpan={4} />
    </tr>
  );
}

/**
 * The rows in sight with the one being typed at its place. One flat list, so that React keeps the
 * draft's field, and what is typed in it, while rows arrive around it.
 */
function rowsWithDraft(
  rows: readonly RequirementRow[],
  { visible, draft }: RequirementTreeState,
): (RequirementRow | 'draft')[] {
  if (draft === null) return visible;
  const siblings = childrenOf(rows, draft.parentId);
  // More may have been typed than has arrived: the draft then follows what is there.
  const above = siblings[Math.min(draft.position, siblings.length) - 1];
  const last = visible.findLastIndex((row) =>
    above === undefined ? row.id === draft.parentId : isWithin(rows, row.id, above.id),
  );
  return [...visible.slice(0, last + 1), 'draft', ...visible.slice(last + 1)];
}

interface Dragging {
  over: { id: number; side: DropSide } | null;
  sourceProps: (id: number) => object;
  targetProps: (id: number) => object;
}

/** Moving by the mouse: take a row by its number, drop it before, after or below another. */
function useDragging(rows: readonly RequirementRow[], tree: RequirementTreeState): Dragging {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<{ id: number; side: DropSide } | null>(null);
  const placeAt = (event: DragEvent, targetId: number): [DropSide, TreePlace | null] => {
    const side = sideOf(event);
    return [side, dragged === null ? null : droppedOn(rows, dragged, targetId, side)];
  };
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return {
    over,
    sourceProps: (id) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        setDragged(id);
      },
      onDragEnd: end,
    }),
    targetProps: (targetId) => ({
      onDragOver: (event: DragEvent) => {
        const [side, place] = placeAt(event, targetId);
        if (place === null) return setOver(null);
        event.preventDefault();
        if (over?.id !== targetId || over.side !== side) setOver({ id: targetId, side });
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        const [, place] = placeAt(event, targetId);
        if (dragged !== null) tree.move(dragged, () => place);
        end();
      },
    }),
  };
}

function sideOf(event: DragEvent): DropSide {
  const box = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - box.top) / box.height;
  if (share < 0.28) return 'before';
  return share > 0.72 ? 'after' : 'into';
}
