import { Button, Kbd } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconMessagePlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { GridApi } from 'ag-grid-community';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocRow } from '../../../core/contract/voc.contract.ts';
import { ColumnMenu } from '../../shared/grid/ColumnMenu.tsx';
import { useColumnLayout } from '../../shared/grid/column-layout.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { BulkEdit } from './BulkEdit.tsx';
import { FilterChips } from './FilterChips.tsx';
import { QuickEntry } from './QuickEntry.tsx';
import { RequirementPicker } from './RequirementPicker.tsx';
import { useVocActions } from './use-voc-actions.ts';
import { useVocCommands } from './use-voc-commands.ts';
import { useVocFilter } from './use-voc-filter.ts';
import { useVocRows } from './use-voc-rows.ts';
import { FilterToggle, PaneToggle, SelectionBar } from './VocBar.tsx';
import { VocFilterPanel } from './VocFilterPanel.tsx';
import { VocGrid } from './VocGrid.tsx';
import classes from './VocPage.module.css';
import { VocPane } from './VocPane.tsx';
import { createVocSelection, useActiveId, type VocSelection } from './voc-selection.ts';

const route = getRouteApi('/voc');

/** The customers' words: to find, to read, to take down, and to derive requirements from. */
export function VocPage() {
  const { t, i18n } = useTranslation();
  const { open } = route.useSearch();
  const selection = useVocSelection(open);
  const [filter, setFilter] = useVocFilter();
  const [total, setTotal] = useState<number | null>(null);
  const [api, setApi] = useState<GridApi<VocRow> | null>(null);
  const [filtersOn, setFiltersOn] = usePreference<boolean>('voc.filtersOn', true);
  const [paneOn, setPaneOn] = usePreference<boolean>('voc.paneOn', true);
  const [entryOpened, entry] = useEntryDialog();
  const [bulkOpened, bulk] = useDisclosure(false);
  const [linking, setLinking] = useState<readonly number[] | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const rows = useVocRows({ filter, open, selection, total: total ?? 0, onTotal: setTotal });
  const layout = useColumnLayout<VocRow>('voc.columns');
  const actions = useVocActions({ selection, rows, filter, api });

  const commands = useMemo(
    () => ({
      add: entry.open,
      link: () => selection.targets().length > 0 && setLinking(selection.targets()),
      edit: () => selection.targets().length > 0 && bulk.open(),
      remove: actions.remove,
      copy: actions.copy,
      tickAll: rows.tickAll,
      focusSearch: () => {
        setFiltersOn(true);
        if (searchField.current !== null) selectField(searchField.current);
        // With the panel closed, the field is only now coming onto the screen.
        else requestAnimationFrame(() => selectField(searchField.current));
      },
      toggleFilters: () => setFiltersOn(!filtersOn),
      togglePane: () => setPaneOn(!paneOn),
    }),
    [entry, bulk, selection, actions, rows, filtersOn, paneOn, setFiltersOn, setPaneOn],
  );
  useVocCommands(commands);

  const { data: any } = useHostQuery('voc.count', {});
  const isBare = any?.total === 0;
  return (
    <Page
      fill
      title={t('voc:title')}
      subtitle={
        total === null ? '…' : t('voc:list.total', { shown: total.toLocaleString(i18n.language) })
      }
      actions={<PageActions onAdd={entry.open} />}
    >
      {isBare ? (
        <FirstVoc onAdd={entry.open} />
      ) : (
        <div className={classes.room}>
          {filtersOn && (
            <VocFilterPanel filter={filter} onChange={setFilter} searchField={searchField} />
          )}
          <section className={classes.list} aria-label={t('voc:list.label')}>
            <div className={classes.bar}>
              <FilterToggle on={filtersOn} onToggle={commands.toggleFilters} />
              <SelectionBar
                selection={selection}
                onLink={commands.link}
                onEdit={commands.edit}
                onCopy={actions.copy}
                onRemove={actions.remove}
              />
              <div className={classes.barEnd}>
                <ColumnMenu api={api} onReset={layout.reset} />
                <PaneToggle on={paneOn} onToggle={commands.togglePane} />
              </div>
            </div>
            <FilterChips filter={filter} onChange={setFilter} />
            <VocGrid
              rows={rows}
              layout={layout}
              filter={filter}
              total={total}
              onReady={setApi}
              onCopy={actions.copy}
              onClearFilter={() => setFilter({})}
            />
          </section>
          {paneOn && (
            <ReadingPane selection={selection} search={filter.search ?? ''} onLink={setLinking} />
          )}
        </div>
      )}
      <QuickEntry opened={entryOpened} onClose={entry.close} onSaved={selection.activate} />
      <BulkEdit
        opened={bulkOpened}
        count={selection.targets().length}
        onClose={bulk.close}
        onApply={(patch) => {
          bulk.close();
          actions.change(patch);
        }}
      />
      <RequirementPicker
        opened={linking !== null}
        count={linking?.length ?? 0}
        onClose={() => setLinking(null)}
        onPick={(picked) => {
          actions.link(linking ?? [], picked);
          setLinking(null);
        }}
      />
    </Page>
  );
}

function selectField(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** One selection for as long as the room is open; a link may say which VOC to read first. */
function useVocSelection(open: number | undefined): VocSelection {
  const [selection] = useState(() => {
    const made = createVocSelection();
    made.activate(open ?? null);
    return made;
  });
  useEffect(() => {
    if (open !== undefined) selection.activate(open);
  }, [open, selection]);
  return selection;
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
  selection: VocSelection;
  search: string;
  onLink: (ids: readonly number[]) => void;
}

function ReadingPane({ selection, search, onLink }: ReadingPaneProps) {
  const { t } = useTranslation();
  const id = useActiveId(selection);
  return (
    <SidePane label={t('voc:pane.label')} preferenceKey="voc.paneWidth" initialWidth={340}>
      <VocPane id={id} search={search} onLink={onLink} />
    </SidePane>
  );
}

function PageActions({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        renderRoot={(props) => (
          <Link to="/import/$purpose" params={{ purpose: 'voc' }} {...props} />
        )}
        variant="default"
        leftSection={<IconFileImport size={15} />}
        rightSection={<Kbd size="xs">I</Kbd>}
      >
        {t('voc:commands.import')}
      </Button>
      <Button
        leftSection={<IconMessagePlus size={15} />}
        rightSection={<Kbd size="xs">N</Kbd>}
        onClick={onAdd}
      >
        {t('voc:commands.new')}
      </Button>
    </>
  );
}

function FirstVoc({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('voc:empty.title')}
      hint={t('voc:empty.hint')}
      icon={<IconMessagePlus size={36} stroke={1.4} />}
      actions={<PageActions onAdd={onAdd} />}
    />
  );
}
