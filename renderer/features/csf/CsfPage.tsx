import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { EditableTable } from '../../shared/table/EditableTable.tsx';
import { TableMenu } from '../../shared/table/TableMenu.tsx';
import { useTableLayout } from '../../shared/table/use-table-layout.ts';
import { openTrail } from '../../shared/trail/trail-store.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { Sheet, SplitRoom } from '../../shared/ui/Split.tsx';
import { CsfFilters } from './CsfFilters.tsx';
import classes from './CsfPage.module.css';
import { CsfPane } from './CsfPane.tsx';
import { csfColumns, type EditableCsfField } from './csf-columns.tsx';
import { type CsfFilter, everyCsf, isCsfFilter, selectCsfs } from './csf-filter.ts';
import { latestScore } from './item-trend.ts';
import { MarkBar } from './MarkBar.tsx';
import { useCsfEdits } from './use-csf-edits.ts';
import { useCsfMeasures } from './use-csf-measures.ts';

const route = getRouteApi('/csf');

/** The few things that matter most, why they were chosen, and what is being done about each. */
export function CsfPage() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: csfs } = useHostQuery('csf.list', {});
  const [wantedId, setActiveId] = useState<number | null>(search.id ?? null);
  const layout = useTableLayout('csf.table', hiddenAtFirst);
  const { update, remove, setStatus, paste } = useCsfEdits();
  const [stored, store] = usePreference<CsfFilter>('csf.filter', everyCsf, isCsfFilter);
  const [linked, setLinked] = useState(search.id !== undefined);
  useEffect(() => {
    if (search.id === undefined) return;
    setActiveId(search.id);
    setLinked(true);
  }, [search.id]);
  // The CSF a link points at must be on the list.
  const filter = linked ? everyCsf : stored;
  const shown = useMemo(() => selectCsfs(csfs ?? [], filter), [csfs, filter]);
  const [marked, setMarked] = useState<ReadonlySet<number>>(nobody);
  const markedIds = shown.filter(({ id }) => marked.has(id)).map(({ id }) => id);
  const toggleMark = useCallback((id: number) => {
    setMarked((known) => {
      const next = new Set(known);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const { stability, items, counting, count } = useCsfMeasures();
  const active = shown.find(({ id }) => id === wantedId) ?? shown[0] ?? null;
  const activeId = active?.id ?? null;
  const createAction = useCallback(
    (csfId: number) => void navigate({ to: '/actions', search: { csfId, create: true } }),
    [navigate],
  );
  const columns = useMemo(
    () =>
      csfColumns(t, i18n.language, {
        openTrail: (id) => openTrail({ kind: 'csf', id }),
        openActions: (csfId) => void navigate({ to: '/actions', search: { csfId } }),
        marked,
        toggleMark,
        standingOf: (csfId) => stability.get(csfId)?.standing ?? null,
        scoreOf: ({ itemIds }) => latestScore(itemIds.flatMap((id) => items.get(id) ?? [])),
      }),
    [t, i18n.language, navigate, marked, toggleMark, stability, items],
  );
  useCommands(
    useMemo<Command[]>(() => {
      if (activeId === null) return [];
      const group = t('app:groups.room');
      return [
        {
          id: 'csf.createAction',
          label: t('csf:createAction'),
          group,
          shortcut: 'N',
          run: () => createAction(activeId),
        },
        {
          id: 'csf.trail',
          label: t('trail:open'),
          group,
          shortcut: 'T',
          run: () => openTrail({ kind: 'csf', id: activeId }),
        },
        {
          id: 'csf.mark',
          label: t('csf:marked.toggle'),
          group,
          shortcut: 'X',
          run: () => toggleMark(activeId),
        },
        {
          id: 'csf.markAll',
          label: t('csf:marked.everything'),
          group,
          run: () => setMarked(new Set(shown.map(idOf))),
        },
      ];
    }, [t, activeId, createAction, toggleMark, shown]),
  );
  if (csfs === undefined) return null;
  if (csfs.length === 0) {
    return (
      <Page title={t('app:rooms.csf')}>
        <EmptyState
          title={t('csf:empty.title')}
          hint={t('csf:empty.hint')}
          actions={
            <Button onClick={() => void navigate({ to: '/house' })}>{t('csf:empty.go')}</Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page
      fill
      title={t('app:rooms.csf')}
      subtitle={<Counting percent={counting} />}
      actions={
        <Group gap={8}>
          <TableMenu columns={columns} rows={shown} layout={layout} />
          <Button
            leftSection={<IconPlus size={14} />}
            disabled={activeId === null}
            onClick={() => activeId !== null && createAction(activeId)}
          >
            {t('csf:createAction')}
          </Button>
        </Group>
      }
    >
      <CsfFilters
        csfs={csfs}
        filter={filter}
        onFilter={(next) => {
          setLinked(false);
          store(next);
        }}
      />
      <SplitRoom>
        <Sheet label={t('csf:list')}>
          {markedIds.length > 0 && (
            <MarkBar
              count={markedIds.length}
              shown={shown.length}
              onStatus={(status) => setStatus(markedIds, status)}
              onMarkAll={() => setMarked(new Set(shown.map(idOf)))}
              onClear={() => setMarked(nobody)}
            />
          )}
          <EditableTable<CsfRow>
            label={t('csf:list')}
            columns={columns}
            rows={shown}
            rowId={idOf}
            layout={layout}
            activeRowId={activeId}
            onActiveRow={setActiveId}
            onEdit={(csf, columnId, value) => update(csf.id, columnId as EditableCsfField, value)}
            onDelete={remove}
            onPaste={paste}
          />
          {shown.length === 0 && <p className={classes.nothing}>{t('csf:filters.nothing')}</p>}
        </Sheet>
        {active !== null && (
          <SidePane label={t('csf:pane.label')} preferenceKey="csf.paneWidth" initialWidth={308}>
            <CsfPane
              key={active.id}
              csf={active}
              stability={stability.get(active.id)}
              items={items}
              counting={counting}
              onCount={count}
              onReason={(reason) => update(active.id, 'reason', reason)}
              onRemove={() => remove(active)}
              onCreateAction={() => createAction(active.id)}
            />
          </SidePane>
        )}
      </SplitRoom>
    </Page>
  );
}

/** Ranks stand for weights, and the pane has both. */
const hiddenAtFirst = ['chosenWeight', 'currentWeight'];
const nobody: ReadonlySet<number> = new Set();

/** The list says by its chips how many there are; this tells when its figures are still to come. */
function Counting({ percent }: { percent: number | null }) {
  const { t } = useTranslation();
  if (percent === null) return null;
  return (
    <Text size="xs" c="dimmed" role="status">
      {t('csf:stability.counting', { percent })}
    </Text>
  );
}

function idOf({ id }: CsfRow): number {
  return id;
}
