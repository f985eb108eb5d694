import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { ResizableFrame } from '../../shared/ui/ResizableFrame.tsx';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { Sheet, SplitRoom } from '../../shared/ui/Split.tsx';
import { BulkEdit } from './BulkEdit.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { DensityMenu, isDensity, nextDensity } from './DensityMenu.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FacetPanel } from './facets/FacetPanel.tsx';
import type { Density } from './grid/list-geometry.ts';
import { arrangedColumns } from './grid/list-layout.ts';
import { useListLayout } from './grid/use-list-layout.ts';
import { type GridSpot, VocGrid } from './grid/VocGrid.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { QueueBar } from './QueueBar.tsx';
import { QuickEntry } from './QuickEntry.tsx';
import { RequirementPicker } from './RequirementPicker.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';
import { useRoomRegions } from './use-room-regions.ts';
import { useToday } from './use-today.ts';
import { useVocActions } from './use-voc-actions.ts';
import { useListKeys, useVocCommands } from './use-voc-commands.ts';
import { useVocFilter } from './use-voc-filter.ts';
import { useVocList } from './use-voc-list.ts';
import { FilterToggle, PaneToggle, SelectionBar } from './VocBar.tsx';
import { VocExport } from './VocExport.tsx';
import classes from './VocPage.module.css';
import { FirstVoc, ListActions, PageActions } from './VocPageActions.tsx';
import { VocPane } from './VocPane.tsx';
import { ViewsMenu } from './views/ViewsMenu.tsx';
import { extraFieldOf, type VocColumn, vocColumns } from './voc-columns.tsx';
import { createVocTicks, useActiveId, type VocTarget, type VocTicks } from './voc-selection.ts';

const route = getRouteApi('/voc');
const noFields: { id: number; name: string }[] = [];

/** The customers' words: to find, to read, to take down, and to derive requirements from. */
export function VocPage() {
  const { t, i18n } = useTranslation();
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  const ticks = useVocTicks(open);
  const today = useToday();
  const isWide = useWideWindow();
  const [filter, setFilter] = useVocFilter();
  const [filtersOn, setFiltersOn] = usePreference<boolean>('voc.filtersOn', true);
  const [density, setDensity] = usePreference<Density>('voc.density', 'normal', isDensity);
  const [paneOn, setPaneOn] = usePreference<boolean>('voc.paneOn', true);
  const [entryOpened, entry] = useEntryDialog();
  const [editing, setEditing] = useState<VocTarget | null>(null);
  const [linking, setLinking] = useState<VocTarget | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const { data: extraFields = noFields } = useHostQuery('voc.listExtraFields', {});
  const defined = useVocColumns(extraFields, today);
  const layout = useListLayout(defined);
  const columns = useMemo(() => shownColumns(defined, layout.columns), [defined, layout.columns]);
  const extraFieldIds = useMemo(
    () => columns.map(({ id }) => extraFieldOf(id)).filter((id) => id !== null),
    [columns],
  );
  const [store, list] = useVocList({ filter, sort: layout.sort, extraFieldIds, ticks });
  const actions = useVocActions({ ticks, store, sort: layout.sort, columns });

  const commands = useMemo(
    () => ({
      add: entry.open,
      link: () => setLinking(ticks.target()),
      edit: () => setEditing(ticks.target()),
      remove: actions.remove,
      copy: () => actions.copy(false),
      copyWithHeaders: () => actions.copy(true),
      tickAll: actions.tickAll,
      openBoard: () => void navigate({ to: '/requirements/board', search: { filter } }),
      focusSearch: () => {
        setFiltersOn(true);
        if (searchField.current !== null) selectField(searchField.current);
        // With the panel closed, the field is only now coming onto the screen.
        else requestAnimationFrame(() => selectField(searchField.current));
      },
      toggleFilters: () => setFiltersOn(!filtersOn),
      togglePane: () => setPaneOn(!paneOn),
      nextDensity: () => setDensity(nextDensity(density)),
    }),
    [
      entry,
      ticks,
      actions,
      filter,
      navigate,
      filtersOn,
      paneOn,
      density,
      setFiltersOn,
      setPaneOn,
      setDensity,
    ],
  );
  useVocCommands(commands);
  useDroppedFiles();
  useListKeys();
  useRoomRegions();
  /** Keys of the list that a field would take for its own. */
  const onCommandKey = (event: KeyboardEvent, spot: GridSpot): boolean => {
    const far = event.ctrlKey || event.metaKey;
    if (far && event.code === 'KeyA') actions.tickAll();
    else if (far && event.code === 'KeyD') actions.fill(spot);
    else if (event.key === 'Escape' && ticks.count() > 0) ticks.clear();
    else if (event.key === 'Delete' && spot.column?.edit?.cleared != null) {
      actions.write(spot, spot.column.edit.cleared, true);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const hasFilter = Object.keys(filter).length > 0;
  const any = useHostQuery('voc.count', {}, { enabled: list.total === 0 && hasFilter });
  const isBare = list.total === 0 && (!hasFilter || any.data?.total === 0);
  return (
    <Page
      fill
      title={t('voc:title')}
      subtitle={
        list.total === null
          ? '…'
          : t('voc:list.total', { shown: list.total.toLocaleString(i18n.language) })
      }
      actions={
        <>
          {!isBare && <ListActions filter={filter} />}
          <PageActions onAdd={entry.open} />
        </>
      }
    >
      {isBare ? (
        <FirstVoc onAdd={entry.open} />
      ) : (
        <>
          <QueueBar filter={filter} onChange={setFilter} />
          <SplitRoom>
            {filtersOn && (
              <ResizableFrame
                label={t('voc:filters.title')}
                side="left"
                preferenceKey="voc.facetsWidth"
                initialWidth={isWide ? 232 : 188}
                minWidth={172}
                maxWidth={420}
              >
                <FacetPanel
                  filter={filter}
                  onChange={setFilter}
                  searchField={searchField}
                  extraFields={extraFields}
                  today={today}
                />
              </ResizableFrame>
            )}
            <Sheet label={t('voc:list.region')}>
              <div className={classes.tools}>
                <div className={classes.bar}>
                  <FilterToggle on={filtersOn} onToggle={commands.toggleFilters} />
                  <div className={classes.views}>
                    <ViewsMenu
                      shown={{ filter, sort: layout.sort, columns: layout.columns }}
                      usual={arrangedColumns(defined, [])}
                      onApply={(view) => {
                        setFilter(view.filter);
                        layout.apply(view);
                      }}
                    />
                  </div>
                  <SelectionBar
                    ticks={ticks}
                    onLink={commands.link}
                    onEdit={commands.edit}
                    onCopy={commands.copy}
                    onRemove={actions.remove}
                  />
                  <div className={classes.barEnd}>
                    <VocExport filter={filter} total={list.total} />
                    <ColumnChooser columns={defined} layout={layout} />
                    <DensityMenu density={density} onChange={setDensity} />
                    <PaneToggle on={paneOn} onToggle={commands.togglePane} />
                  </div>
                </div>
              </div>
              <FilterChips filter={filter} onChange={setFilter} />
              <VocGrid
                store={store}
                columns={columns}
                layout={layout}
                density={density}
                filter={filter}
                ticks={ticks}
                open={open}
                onTickAll={actions.tickAll}
                onTickRange={actions.tickRange}
                onWrite={actions.write}
                onCopy={actions.copyFrom}
                onPaste={actions.paste}
                onCommandKey={onCommandKey}
                onClearFilter={() => setFilter({})}
              />
            </Sheet>
            {paneOn && (
              <ReadingPane
                ticks={ticks}
                leaving={list.stale}
                search={filter.search ?? ''}
                onLink={(ids) => setLinking({ selection: { ids: [...ids] }, count: ids.length })}
              />
            )}
          </SplitRoom>
        </>
      )}
      <QuickEntry opened={entryOpened} onClose={entry.close} onSaved={ticks.activate} />
      <BulkEdit
        target={editing}
        onClose={() => setEditing(null)}
        onApply={(patch) => {
          setEditing(null);
          actions.change(patch);
        }}
      />
      <PasteDialog plan={actions.plan} onClose={actions.closePlan} onApply={actions.applyPlan} />
      <RequirementPicker
        opened={linking !== null}
        count={linking?.count ?? 0}
        onClose={() => setLinking(null)}
        onPick={(picked) => {
          if (linking !== null) actions.link(linking, picked);
          setLinking(null);
        }}
      />
    </Page>
  );
}

function useVocColumns(extraFields: readonly { id: number; name: string }[], today: string) {
  const { t } = useTranslation();
  const { data: choices } = useHostQuery('voc.listChoices', {});
  return useMemo(
    () => vocColumns(t, { choices, extraFields, today }),
    [t, choices, extraFields, today],
  );
}

/** The columns on screen, in order. */
function shownColumns(
  defined: readonly VocColumn[],
  arranged: readonly { id: string; hidden: boolean }[],
): VocColumn[] {
  return arranged.flatMap(({ id, hidden }) => {
    const column = defined.find((known) => known.id === id);
    return column === undefined || hidden ? [] : [column];
  });
}

function selectField(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** One selection for as long as the room is open; a link may say which VOC to read first. */
function useVocTicks(open: number | undefined): VocTicks {
  const [ticks] = useState(() => {
    const made = createVocTicks();
    made.activate(open ?? null);
    return made;
  });
  useEffect(() => {
    if (open !== undefined) ticks.activate(open);
  }, [open, ticks]);
  return ticks;
}

/** The form for a new VOC; a link may open the room with it. */
function useEntryDialog() {
  const { compose } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, entry] = useDisclosure(false);
  const { open } = entry;
  useEffect(() => {
    if (compose !== true) return;
    open();
    void navigate({ search: ({ compose: _spent, ...rest }) => rest, replace: true });
  }, [compose, open, navigate]);
  return [opened, entry] as const;
}

interface ReadingPaneProps {
  ticks: VocTicks;
  leaving: boolean;
  search: string;
  onLink: (ids: readonly number[]) => void;
}

function ReadingPane({ ticks, leaving, search, onLink }: ReadingPaneProps) {
  const { t } = useTranslation();
  const isWide = useWideWindow();
  const id = useActiveId(ticks);
  return (
    <SidePane
      label={t('voc:pane.label')}
      preferenceKey="voc.paneWidth"
      initialWidth={isWide ? 380 : 292}
      minWidth={264}
    >
      <VocPane id={id} leaving={leaving} search={search} onLink={onLink} />
    </SidePane>
  );
}

/** Whether the parts at the sides may take more: the list has room enough for the customers' words. */
function useWideWindow(): boolean {
  return useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false });
}
