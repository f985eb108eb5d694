import { Button, Group } from '@mantine/core';
import { IconLayoutSidebarRight, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../core/contract/action.contract.ts';
import { selectActions } from '../../../core/domain/action/action-list.ts';
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
import { ActionFilters } from './ActionFilters.tsx';
import { ActionPane } from './ActionPane.tsx';
import classes from './ActionsPage.module.css';
import { actionColumns } from './action-columns.tsx';
import { actionPatch } from './action-patch.ts';
import { NewActionForm } from './NewActionForm.tsx';
import { useActionEdits } from './use-action-edits.ts';
import { useActionFilter } from './use-action-filter.ts';

const route = getRouteApi('/actions');

/** What is done about the CSFs: by whom, until when, and how far it is. */
export function ActionsPage() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: actions } = useHostQuery('action.list', { filter: {} });
  const { data: csfs } = useHostQuery('csf.list', {});
  const [filter, setFilter] = useActionFilter();
  const [wantedId, setActiveId] = useState<number | null>(search.id ?? null);
  const layout = useTableLayout('actions.table');
  const { update, remove } = useActionEdits();
  const rows = useMemo(() => selectActions(actions ?? [], filter), [actions, filter]);
  const columns = useMemo(
    () => actionColumns(t, i18n.language, csfs ?? []),
    [t, i18n.language, csfs],
  );
  const creating = search.create === true;
  const setCreating = useCallback(
    (create: boolean) =>
      void navigate({
        search: ({ create: _, ...others }) => (create ? { ...others, create } : others),
        replace: true,
      }),
    [navigate],
  );
  useEffect(() => {
    if (search.id !== undefined) setActiveId(search.id);
  }, [search.id]);
  const active = rows.find(({ id }) => id === wantedId) ?? rows[0] ?? null;
  const activeId = active?.id ?? null;
  const [paneShown, showPane] = usePreference<boolean>('actions.paneShown', isWide());
  useActionCommands(activeId, {
    create: () => setCreating(true),
    togglePane: () => showPane(!paneShown),
  });

  if (actions === undefined || csfs === undefined) return null;
  const isEmpty = actions.length === 0 && !creating;
  return (
    <Page
      fill
      title={t('app:rooms.actions')}
      subtitle={t('action:subtitle')}
      actions={
        <Group gap={8}>
          {!isEmpty && (
            <>
              <TableMenu columns={columns} rows={rows} layout={layout} />
              <Button
                variant={paneShown ? 'light' : 'default'}
                aria-pressed={paneShown}
                leftSection={<IconLayoutSidebarRight size={15} />}
                onClick={() => showPane(!paneShown)}
              >
                {t('action:pane.title')}
              </Button>
            </>
          )}
          <Button leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>
            {t('action:new')}
          </Button>
        </Group>
      }
    >
      {isEmpty ? (
        <NoActions hasCsfs={csfs.length > 0} onCreate={() => setCreating(true)} />
      ) : (
        <>
          <ActionFilters actions={actions} csfs={csfs} filter={filter} onFilter={setFilter} />
          <SplitRoom>
            <Sheet label={t('action:list')}>
              <EditableTable<ActionRow>
                label={t('action:list')}
                columns={columns}
                rows={rows}
                rowId={idOf}
                layout={layout}
                activeRowId={activeId}
                onActiveRow={setActiveId}
                onEdit={(action, columnId, value) => {
                  const patch = actionPatch(columnId, value);
                  if (patch !== null) update(action.id, patch);
                }}
                onDelete={remove}
              />
              {rows.length === 0 && <p className={classes.nothing}>{t('action:nothingMatches')}</p>}
            </Sheet>
            {(creating || (paneShown && active !== null)) && (
              <SidePane
                label={creating ? t('action:new') : t('action:details')}
                preferenceKey="actions.paneWidth"
                initialWidth={348}
              >
                {creating ? (
                  <NewActionForm
                    csfs={csfs}
                    csfId={search.csfId ?? filter.csfId ?? null}
                    onCreated={(id) => {
                      setActiveId(id);
                      setCreating(false);
                    }}
                    onCancel={() => setCreating(false)}
                  />
                ) : (
                  active !== null && (
                    <ActionPane
                      key={active.id}
                      action={active}
                      csfs={csfs}
                      onChange={(patch) => update(active.id, patch)}
                      onRemove={() => remove(active)}
                    />
                  )
                )}
              </SidePane>
            )}
          </SplitRoom>
        </>
      )}
    </Page>
  );
}

/** On a wide screen the list and the details of one action have room side by side. */
function isWide(): boolean {
  return window.innerWidth >= 1600;
}

interface RoomCommands {
  create: () => void;
  togglePane: () => void;
}

function useActionCommands(activeId: number | null, commandsNow: RoomCommands): void {
  const { t } = useTranslation();
  const latest = useRef(commandsNow);
  latest.current = commandsNow;
  useCommands(
    useMemo<Command[]>(() => {
      const group = t('app:groups.room');
      const commands: Command[] = [
        {
          id: 'action.new',
          label: t('action:new'),
          group,
          shortcut: 'N',
          run: () => latest.current.create(),
        },
        {
          id: 'action.pane',
          label: t('action:pane.toggle'),
          group,
          shortcut: 'shift+D',
          run: () => latest.current.togglePane(),
        },
      ];
      if (activeId === null) return commands;
      return [
        ...commands,
        {
          id: 'action.trail',
          label: t('trail:open'),
          group,
          shortcut: 'T',
          run: () => openTrail({ kind: 'action', id: activeId }),
        },
      ];
    }, [t, activeId]),
  );
}

interface NoActionsProps {
  hasCsfs: boolean;
  onCreate: () => void;
}

/** Teaches the next step: an action belongs to a CSF. */
function NoActions({ hasCsfs, onCreate }: NoActionsProps) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  return (
    <EmptyState
      title={t('action:empty.title')}
      hint={t(hasCsfs ? 'action:empty.hint' : 'action:empty.hintNoCsf')}
      actions={
        <Group gap={8}>
          <Button
            variant="default"
            onClick={() => void navigate({ to: hasCsfs ? '/csf' : '/house' })}
          >
            {t(hasCsfs ? 'action:empty.goCsf' : 'action:empty.goHouse')}
          </Button>
          <Button leftSection={<IconPlus size={14} />} onClick={onCreate}>
            {t('action:new')}
          </Button>
        </Group>
      }
    />
  );
}

function idOf({ id }: ActionRow): number {
  return id;
}
