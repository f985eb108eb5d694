// biome-ignore-all lint/a11y/useSemanticElements: no table has rows that are not there
import { Button, Stack, Text } from '@mantine/core';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { VocFilter, VocListRow } from '../../../../core/contract/voc.contract.ts';
import { runCommand } from '../../../shared/commands/command-registry.ts';
import { BusyLine } from '../../../shared/ui/BusyLine.tsx';
import type { VocColumn } from '../voc-columns.tsx';
import type { VocTicks } from '../voc-selection.ts';
import type { VocPatch } from './cell-edit.ts';
import { GridHead } from './GridHead.tsx';
import { cellId, GridRow } from './GridRow.tsx';
import {
  columnWidths,
  keyFieldStyle,
  labelOf,
  placeOf,
  startOf,
  tickOf,
  tickWidth,
} from './grid-places.ts';
import { travelInList } from './grid-travel.ts';
import { type AfterWriting, KeyField, type KeyFieldHandle } from './KeyField.tsx';
import { type Density, rowHeights, rowsInSight } from './list-geometry.ts';
import type { RowStore } from './row-store.ts';
import { useActiveCell } from './use-active-cell.ts';
import { useHeldView } from './use-held-view.ts';
import type { ListLayout } from './use-list-layout.ts';
import { useListScroll } from './use-list-scroll.ts';
import classes from './VocGrid.module.css';

/** Where one is in the list when something is done there. */
export interface GridSpot {
  row: number;
  column: VocColumn | undefined;
  columns: readonly VocColumn[];
  voc: VocListRow | undefined;
}

interface VocGridProps {
  store: RowStore;
  /** Those shown, in order. */
  columns: readonly VocColumn[];
  layout: ListLayout;
  density: Density;
  filter: VocFilter;
  ticks: VocTicks;
  open: number | undefined;
  onTickAll: () => void;
  /** Rows from Shift's beginning to here, loaded or not. */
  onTickRange: (from: number, to: number) => void;
  onWrite: (spot: GridSpot, patch: VocPatch, toAllTicked: boolean) => void;
  onCopy: (event: ClipboardEvent, spot: GridSpot) => void;
  onPaste: (event: ClipboardEvent, spot: GridSpot) => void;
  /** A key of the list's own commands; true when it was one. */
  onCommandKey: (event: KeyboardEvent, spot: GridSpot) => boolean;
  onClearFilter: () => void;
}

/**
 * The list of VOC: any number of rows, of which only those in sight are drawn. The rows lie in a
 * layer that does not scroll with the browser; they are moved when they are there to be seen, so
 * that no speed of scrolling shows an empty list.
 */
export function VocGrid(props: VocGridProps) {
  const { store, columns, layout, filter, ticks, open } = props;
  const { t, i18n } = useTranslation();
  const gridId = useId();
  const state = useSyncExternalStore(store.subscribe, store.state);
  const rowHeight = rowHeights[props.density];
  const scroll = useListScroll(state.length, rowHeight);
  const [active, goTo] = useActiveCell({ store, state, ticks, open });
  const keys = useRef<KeyFieldHandle>(null);
  /** Row from which Shift extends, while it does. */
  const anchor = useRef(0);
  const extending = useRef(false);
  const search = filter.search ?? '';

  const wanted = rowsInSight(scroll.geometry, scroll.position, state.length);
  useEffect(() => store.want(wanted.first, wanted.end - 1), [store, wanted.first, wanted.end]);
  const view = useHeldView(
    store,
    { position: scroll.position, ...wanted },
    `${state.generation} ${rowHeight}`,
  );

  const { toTop } = scroll;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list begins at its top
  useEffect(() => toTop(), [state.generation, toTop]);
  useEffect(() => {
    // The list takes the keys at once when nothing else has them.
    const idle = document.activeElement === document.body || document.activeElement?.id === 'room';
    if (!state.blank && idle) keys.current?.focus();
  }, [state.blank]);

  const place = Math.max(
    0,
    columns.findIndex(({ id }) => id === active.columnId),
  );
  const column = columns[place];
  const voc = store.rowAt(active.row);
  const spot: GridSpot = { row: active.row, column, columns, voc };
  const widths = useMemo(
    () => columnWidths(columns, layout, scroll.width - tickWidth),
    [columns, layout, scroll.width],
  );

  const go = (row: number, columnId: string) => {
    scroll.show(row);
    const target = columns.findIndex(({ id }) => id === columnId);
    scroll.showAcross(startOf(widths, target), widths[target] ?? 0);
    goTo(row, columnId);
  };
  const size = {
    rows: state.length,
    columns: columns.length,
    page: Math.max(1, Math.floor(scroll.geometry.view / rowHeight) - 1),
  };
  const step = (row: number, columnPlace: number) => {
    const target = columns[Math.max(0, Math.min(columnPlace, columns.length - 1))];
    const inside = Math.max(0, Math.min(row, state.length - 1));
    if (target !== undefined) go(inside, target.id);
  };
  const onWrite = (patch: VocPatch, after: AfterWriting, toAllTicked: boolean) => {
    if (Object.keys(patch).length > 0) props.onWrite(spot, patch, toAllTicked);
    if (after === 'down' || after === 'up') step(active.row + (after === 'down' ? 1 : -1), place);
    if (after === 'right' || after === 'left') {
      step(active.row, place + (after === 'right' ? 1 : -1));
    }
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const travel = travelInList(event, { row: active.row, column: place }, size);
    if (travel !== null) {
      event.preventDefault();
      if (event.shiftKey && travel.row !== active.row) {
        if (extending.current === false) anchor.current = active.row;
        extending.current = true;
        props.onTickRange(anchor.current, travel.row);
      } else extending.current = false;
      step(travel.row, travel.column);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      step(active.row + (event.shiftKey ? -1 : 1), place);
    } else if (event.key === ' ') {
      event.preventDefault();
      if (voc !== undefined) ticks.toggle(voc.id);
    } else if (!props.onCommandKey(event, spot) && column?.edit !== undefined) {
      replayFromField(event);
    }
  };

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    const pressed = placeOf(event.target);
    if (pressed === null) return;
    event.preventDefault();
    keys.current?.keep();
    keys.current?.focus();
    const row = store.rowAt(pressed.row);
    if (row === undefined) return;
    if (event.shiftKey) props.onTickRange(active.row, pressed.row);
    else if (event.ctrlKey || event.metaKey) ticks.toggle(row.id);
    if (pressed.columnId !== null) go(pressed.row, pressed.columnId);
    extending.current = false;
  };

  const style = keyFieldStyle(widths, place, active.row, view, rowHeight, scroll.left);
  return (
    <div
      className={classes.frame}
      data-region="list"
      data-density={props.density}
      style={{ '--voc-row': `${rowHeight}px` } as CSSProperties}
    >
      <BusyLine on={state.stale || state.blank} />
      <div
        ref={scroll.scroller}
        id={gridId}
        role="grid"
        aria-label={t('voc:list.label')}
        aria-rowcount={state.total === null ? -1 : state.total + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-busy={state.stale || state.blank}
        tabIndex={-1}
        className={classes.scroller}
      >
        <div
          className={classes.sheet}
          style={
            {
              height: scroll.geometry.sheet,
              width: tickWidth + widths.reduce((sum, width) => sum + width, 0),
              '--voc-columns': widths.map((width) => `${width}px`).join(' '),
            } as CSSProperties
          }
        >
          <GridHead
            columns={columns}
            layout={layout}
            ticks={ticks}
            onTickAll={props.onTickAll}
            onLeave={() => keys.current?.focus()}
          />
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list's own field hears the keys */}
          <div
            role="rowgroup"
            className={classes.layer}
            style={{ height: scroll.geometry.view }}
            onPointerDown={onPointerDown}
            onClick={(event) => {
              const pressed = tickOf(event.target);
              const row = pressed === null ? undefined : store.rowAt(pressed);
              if (row !== undefined && !event.shiftKey) ticks.toggle(row.id);
            }}
            onDoubleClick={(event) => {
              if (placeOf(event.target)?.columnId != null) keys.current?.begin();
            }}
          >
            <div
              className={classes.rows}
              data-stale={state.stale || undefined}
              data-held={view.first !== wanted.first || undefined}
              style={{
                transform: `translateY(${Math.round(view.first * rowHeight - view.position)}px)`,
              }}
            >
              {Array.from({ length: view.end - view.first }, (_, offset) => {
                const index = view.first + offset;
                return (
                  <GridRow
                    key={index}
                    index={index}
                    row={store.rowAt(index)}
                    columns={columns}
                    activeColumn={index === active.row ? active.columnId : null}
                    search={search}
                    ticks={ticks}
                    gridId={gridId}
                  />
                );
              })}
            </div>
          </div>
        </div>
      </div>
      <KeyField
        ref={keys}
        gridId={gridId}
        label={labelOf(column, voc, t('voc:list.label'))}
        activeCellId={
          column !== undefined && active.row >= view.first && active.row < view.end
            ? cellId(gridId, active.row, column.id)
            : undefined
        }
        style={style}
        edit={voc === undefined ? undefined : column?.edit}
        value={voc === undefined ? '' : (column?.edit?.value(voc) ?? '')}
        onWrite={onWrite}
        onKey={onKey}
        onCopy={(event) => props.onCopy(event, spot)}
        onPaste={(event) => props.onPaste(event, spot)}
        onBegin={() => go(active.row, active.columnId)}
      />
      <ScrollPlace
        first={wanted.first}
        total={state.total}
        language={i18n.language}
        held={view.first !== wanted.first}
      />
      {state.total === 0 && !state.stale && (
        <Stack className={classes.nothing} gap={8} align="center">
          <Text c="dimmed" size="sm">
            {search !== '' ? t('voc:list.nothingFound') : t('voc:list.nothingMatches')}
          </Text>
          <Button variant="light" onClick={props.onClearFilter}>
            {t('voc:filters.clear')}
          </Button>
        </Stack>
      )}
    </div>
  );
}

/** Where the scroll bar stands, for as long as the rows there are on their way. */
function ScrollPlace(props: {
  first: number;
  total: number | null;
  language: string;
  held: boolean;
}) {
  const { t } = useTranslation();
  if (!props.held || props.total === null) return null;
  return (
    <div className={classes.place} aria-hidden>
      {t('voc:list.place', {
        row: (props.first + 1).toLocaleString(props.language),
        total: props.total.toLocaleString(props.language),
      })}
    </div>
  );
}

/** In a field Ctrl+Z is the field's own; where nothing was typed it undoes the last edit instead. */
function replayFromField(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey)) return;
  // By their place on the keyboard: with Hangul switched on, Z arrives as ㅋ.
  const redo = event.code === 'KeyY' || (event.shiftKey && event.code === 'KeyZ');
  if (!redo && event.code !== 'KeyZ') return;
  event.preventDefault();
  runCommand(redo ? 'edit.redo' : 'edit.undo');
}
