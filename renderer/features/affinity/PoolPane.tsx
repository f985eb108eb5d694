import { VisuallyHidden } from '@mantine/core';
import {
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { AffinityCard } from '../../../core/contract/affinity.contract.ts';
import { CardRow } from './CardRow.tsx';
import classes from './Pool.module.css';
import {
  cardHeight,
  extentOf,
  headIndex,
  type PlacedRow,
  type PoolRow,
  type PoolSection,
  rowAt,
  rowCount,
  rowsBetween,
  totalHeight,
} from './pool-sections.ts';
import { StackRow } from './StackRow.tsx';
import { type CardAt, usePoolCards } from './use-pool-cards.ts';
import type { PoolMarks } from './use-pool-marks.ts';

interface PoolPaneProps {
  ref: React.RefObject<HTMLDivElement | null>;
  suggestionId: string | null;
  search: string;
  sections: PoolSection[];
  cursor: number;
  marks: PoolMarks;
  isCarrying: boolean;
  onCursor: (index: number, row: PoolRow | null, card: AffinityCard | undefined) => void;
  onToggle: (section: PoolSection) => void;
  onPickUp: () => void;
  onLeave: () => void;
  onDragStart: (row: PoolRow, card: AffinityCard | undefined) => void;
  onDragEnd: () => void;
  /** Evidence dropped here goes back to the unassigned. */
  onDrop: (() => void) | null;
}

const overscanPx = 400;

/** The unassigned VOC as stacks of cards; only what is in sight is on the page. */
export function PoolPane(props: PoolPaneProps) {
  const { ref, sections, cursor, marks, isCarrying } = props;
  const { t } = useTranslation();
  const id = useId();
  const view = useView(ref);
  const rows = useMemo(
    () => rowsBetween(sections, view.top - overscanPx, view.top + view.height + overscanPx),
    [sections, view],
  );
  const cardAt = usePoolCards(props.suggestionId, props.search, rows);
  useCursorInSight(ref, sections, cursor);
  useToldCursor(props, cardAt);

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(rowCount(sections) - 1, index));
    const row = rowAt(sections, next);
    props.onCursor(next, row, cardOf(row, cardAt));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const row = rowAt(sections, cursor);
    const page = Math.max(1, Math.floor(view.height / cardHeight) - 1);
    const actions: Record<string, () => void> = {
      ArrowDown: () => goTo(cursor + 1),
      ArrowUp: () => goTo(cursor - 1),
      PageDown: () => goTo(cursor + page),
      PageUp: () => goTo(cursor - page),
      Home: () => goTo(0),
      End: () => goTo(rowCount(sections) - 1),
      ArrowRight: () => {
        if (row?.kind === 'head' && !row.section.open) props.onToggle(row.section);
        else props.onLeave();
      },
      ArrowLeft: () => {
        if (row?.kind === 'card') goTo(headIndex(sections, row.section.key));
        else if (row?.section.open) props.onToggle(row.section);
      },
      Enter: () => row?.kind === 'head' && props.onToggle(row.section),
      ' ': props.onPickUp,
      Escape: () => marks.clear(),
    };
    if (event.code === 'KeyX' && !event.ctrlKey && !event.metaKey) markRow(row);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (actions[event.key] === undefined) return;
    else actions[event.key]?.();
    event.preventDefault();
    event.stopPropagation();
  };
  const markRow = (row: PoolRow | null) => {
    if (row === null) return;
    const card = cardOf(row, cardAt);
    if (row.kind === 'head') marks.toggleStack(row.section.choice);
    else if (card !== undefined) marks.toggleCard(card);
  };

  const cursorRow = rows.find(({ index }) => index === cursor);
  return (
    <div
      ref={ref}
      role="tree"
      aria-multiselectable
      // Without branches it is no tree yet.
      aria-busy={sections.length === 0}
      tabIndex={0}
      aria-label={t('affinity:pool.label')}
      aria-activedescendant={cursorRow === undefined ? undefined : `${id}-${cursor}`}
      aria-describedby={`${id}-keys`}
      className={classes.scroll}
      data-drop={props.onDrop !== null || undefined}
      onKeyDown={onKeyDown}
      onDragOver={(event) => props.onDrop !== null && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop?.();
      }}
    >
      <VisuallyHidden id={`${id}-keys`}>{t('affinity:pool.keys')}</VisuallyHidden>
      <div role="presentation" className={classes.rows} style={{ height: totalHeight(sections) }}>
        {rows.map((placed) => (
          <PlacedPoolRow
            key={keyOf(placed)}
            id={`${id}-${placed.index}`}
            placed={placed}
            card={cardOf(placed.row, cardAt)}
            isCursor={placed.index === cursor}
            isCarrying={isCarrying}
            marks={marks}
            onPress={(event) => {
              ref.current?.focus();
              goTo(placed.index);
              if (event.ctrlKey || event.metaKey) markRow(placed.row);
            }}
            onToggle={props.onToggle}
            onMark={() => markRow(placed.row)}
            onDragStart={() => props.onDragStart(placed.row, cardOf(placed.row, cardAt))}
            onDragEnd={props.onDragEnd}
          />
        ))}
      </div>
    </div>
  );
}

interface PlacedPoolRowProps {
  id: string;
  placed: PlacedRow;
  card: AffinityCard | undefined;
  isCursor: boolean;
  isCarrying: boolean;
  marks: PoolMarks;
  onPress: (event: React.MouseEvent) => void;
  onToggle: (section: PoolSection) => void;
  onMark: () => void;
  onDragStart: () => void;
  onDragEnd: () => void;
}

function PlacedPoolRow(props: PlacedPoolRowProps) {
  const { id, placed, card, isCursor, isCarrying, marks } = props;
  const { row, top } = placed;
  const isMarked =
    row.kind === 'head'
      ? marks.stacks.has(row.section.choice)
      : card !== undefined && (marks.cards.has(card.id) || marks.stacks.has(row.section.choice));
  const common = {
    id,
    top,
    isCursor,
    isMarked,
    isLifted: isCarrying && (isMarked || (isCursor && marks.count === 0)),
    onPress: props.onPress,
    onMark: props.onMark,
    onDragStart: props.onDragStart,
    onDragEnd: props.onDragEnd,
  };
  if (row.kind === 'head') {
    return (
      <StackRow {...common} section={row.section} onToggle={() => props.onToggle(row.section)} />
    );
  }
  return <CardRow {...common} card={card} words={row.section.group?.words ?? noWords} />;
}

const noWords: readonly string[] = [];

function cardOf(row: PoolRow | null, cardAt: CardAt): AffinityCard | undefined {
  return row?.kind === 'card' ? cardAt(row.section.choice, row.place) : undefined;
}

function keyOf({ row }: PlacedRow): string {
  return row.kind === 'head' ? row.section.key : `${row.section.key} ${row.place}`;
}

/** What of the list is in sight. */
function useView(ref: React.RefObject<HTMLDivElement | null>): { top: number; height: number } {
  const [view, setView] = useState({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const look = () => setView({ top: box.scrollTop, height: box.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [ref]);
  return view;
}

function useCursorInSight(
  ref: React.RefObject<HTMLDivElement | null>,
  sections: readonly PoolSection[],
  cursor: number,
): void {
  const known = useRef(cursor);
  useEffect(() => {
    const box = ref.current;
    if (box === null || known.current === cursor) return;
    known.current = cursor;
    const { top, height } = extentOf(sections, cursor);
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + height > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + height - box.clientHeight;
    }
  }, [ref, sections, cursor]);
}

/** A card that arrives after the cursor, or takes another's place, is told as well. */
function useToldCursor({ sections, cursor, onCursor }: PoolPaneProps, cardAt: CardAt): void {
  const row = rowAt(sections, cursor);
  const card = cardOf(row, cardAt);
  const told = useRef<string | null>(null);
  useEffect(() => {
    const now = `${cursor} ${row?.section.key} ${row?.kind} ${card?.id}`;
    if (told.current === now) return;
    told.current = now;
    onCursor(cursor, row, card);
  });
}
