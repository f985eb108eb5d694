import { VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { type DragEvent, type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import type { VocRow } from '../../../core/contract/voc.contract.ts';
import { hostQuery } from '../../shared/host/host-queries.ts';
import { EvidenceCard } from './EvidenceCard.tsx';
import { RequirementCard } from './RequirementCard.tsx';
import classes from './Wall.module.css';
import {
  mostLaidOpen,
  newRow,
  steppedKey,
  type WallColumn,
  type WallRow,
  wallColumns,
} from './wall-rows.ts';

interface RequirementWallProps {
  ref: React.RefObject<HTMLDivElement | null>;
  requirements: readonly RequirementRow[];
  columns: readonly WallColumn[];
  cursor: string;
  marked: ReadonlySet<number>;
  /** Something is picked up and looks for its place. */
  isCarrying: boolean;
  isDragging: boolean;
  onCursor: (key: string) => void;
  onToggle: (id: number) => void;
  onMark: (vocId: number, requirementId: number) => void;
  onDropOn: (row: WallRow) => void;
  onPickUp: () => void;
  onPutBack: () => void;
  onLeave: () => void;
  onDragStart: (row: WallRow) => void;
  onDragEnd: () => void;
}

/** The requirements as a wall of columns: where cards are put. */
export function RequirementWall(props: RequirementWallProps) {
  const { ref, requirements, columns, cursor, isCarrying, isDragging } = props;
  const { t } = useTranslation();
  const id = useId();
  const [over, setOver] = useState<string | null>(null);
  const heaviest = Math.max(0, ...requirements.map(({ importance }) => importance.value));
  const rows = [newRow, ...columns.flatMap((column) => column.rows)];
  const current = rows.find(({ key }) => key === cursor);
  const domId = (key: string) => `${id}-${key.replace(' ', '-')}`;
  useEffect(() => {
    if (current !== undefined) {
      document.getElementById(domId(current.key))?.scrollIntoView({ block: 'nearest' });
    }
  });

  const go = (step: Parameters<typeof steppedKey>[2]) => {
    const key = steppedKey(columns, cursor, step, (row) => !isCarrying || row.kind !== 'evidence');
    if (key === null) props.onLeave();
    else props.onCursor(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const enter = () => {
      if (current === undefined) return;
      if (isCarrying || current.kind === 'new') props.onDropOn(current);
      else if (current.kind === 'requirement') props.onToggle(current.requirement.id);
    };
    const actions: Record<string, () => void> = {
      ArrowDown: () => go('down'),
      ArrowUp: () => go('up'),
      ArrowLeft: () => go('left'),
      ArrowRight: () => go('right'),
      Home: () => go('first'),
      End: () => go('last'),
      Enter: enter,
      ' ': isCarrying ? enter : props.onPickUp,
      Escape: props.onPutBack,
    };
    if (event.code === 'KeyX' && current?.kind === 'evidence') {
      props.onMark(current.voc.id, current.requirement.id);
    } else if (actions[event.key] === undefined) return;
    else actions[event.key]?.();
    event.preventDefault();
    event.stopPropagation();
  };
  const target = (row: WallRow) => ({
    'data-over': (over === row.key && isDragging) || undefined,
    'data-target': (isCarrying && cursor === row.key) || undefined,
    onDragOver: (event: DragEvent) => {
      if (!isDragging || row.kind === 'evidence') return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      if (over !== row.key) setOver(row.key);
    },
    onDragLeave: () => setOver((known) => (known === row.key ? null : known)),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      setOver(null);
      props.onDropOn(row);
    },
  });
  const press = (row: WallRow) => () => {
    ref.current?.focus();
    props.onCursor(row.key);
  };
  return (
    <div
      ref={ref}
      role="tree"
      tabIndex={0}
      aria-label={t('affinity:wall.label')}
      aria-multiselectable
      aria-activedescendant={current === undefined ? undefined : domId(current.key)}
      aria-describedby={`${id}-keys`}
      className={classes.wall}
      data-busy={isCarrying || isDragging || undefined}
      onKeyDown={onKeyDown}
    >
      <VisuallyHidden id={`${id}-keys`}>{t('affinity:wall.keys')}</VisuallyHidden>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the tree */}
      <div
        id={domId('new')}
        role="treeitem"
        aria-level={1}
        aria-selected={false}
        className={classes.new}
        data-cursor={cursor === 'new' || undefined}
        {...target(newRow)}
        onClick={() => {
          press(newRow)();
          props.onDropOn(newRow);
        }}
      >
        <IconPlus size={16} aria-hidden />
        {t(isCarrying || isDragging ? 'affinity:wall.newHere' : 'affinity:wall.new')}
      </div>
      {props.requirements.length === 0 && (
        <div className={classes.hint}>{t('affinity:wall.empty')}</div>
      )}
      <div className={classes.columns} role="presentation">
        {columns.map((column) => (
          <div key={column.id} className={classes.column} role="presentation">
            {column.rows.map((row) =>
              row.kind === 'requirement' ? (
                <RequirementCard
                  key={row.key}
                  id={domId(row.key)}
                  requirement={row.requirement}
                  open={row.open}
                  heaviest={heaviest}
                  isCursor={cursor === row.key}
                  target={target(row)}
                  onPress={press(row)}
                  onToggle={() => props.onToggle(row.requirement.id)}
                />
              ) : row.kind === 'evidence' ? (
                <EvidenceCard
                  key={row.key}
                  id={domId(row.key)}
                  row={row}
                  isCursor={cursor === row.key}
                  isMarked={props.marked.has(row.voc.id)}
                  onPress={press(row)}
                  onMark={() => props.onMark(row.voc.id, row.requirement.id)}
                  onDragStart={() => props.onDragStart(row)}
                  onDragEnd={props.onDragEnd}
                />
              ) : null,
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The newest evidence of the requirements that are laid open. */
export function useWall(
  requirements: readonly RequirementRow[],
  opened: ReadonlySet<number>,
): WallColumn[] {
  const ids = useMemo(
    () => requirements.flatMap(({ id }) => (opened.has(id) ? [id] : [])),
    [requirements, opened],
  );
  const pages = useQueries({
    queries: ids.map((id) =>
      hostQuery('voc.listPage', { filter: { requirementIds: [id] }, limit: mostLaidOpen }),
    ),
  });
  return useMemo(() => {
    const evidence = new Map<number, readonly VocRow[]>(
      ids.map((id, place) => [id, pages[place]?.data?.rows ?? []]),
    );
    return wallColumns(requirements, evidence);
  }, [requirements, ids, pages]);
}
