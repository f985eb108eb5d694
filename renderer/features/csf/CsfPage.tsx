import { Badge, Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CsfRow, csfStatuses } from '../../../core/contract/csf.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { EditableTable } from '../../shared/table/EditableTable.tsx';
import { TableMenu } from '../../shared/table/TableMenu.tsx';
import { useTableLayout } from '../../shared/table/use-table-layout.ts';
import { openTrail } from '../../shared/trail/trail-store.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { Sheet, SplitRoom } from '../../shared/ui/Split.tsx';
import { CsfPane } from './CsfPane.tsx';
import { csfColumns, type EditableCsfField } from './csf-columns.tsx';
import { useCsfEdits } from './use-csf-edits.ts';

const route = getRouteApi('/csf');

/** The few things that matter most, why they were chosen, and what is being done about each. */
export function CsfPage() {
  const { t, i18n } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: csfs } = useHostQuery('csf.list', {});
  const [wantedId, setActiveId] = useState<number | null>(search.id ?? null);
  const layout = useTableLayout('csf.table', ['chosenWeight']);
  const { update, remove } = useCsfEdits();
  const active = csfs?.find(({ id }) => id === wantedId) ?? csfs?.[0] ?? null;
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
      }),
    [t, i18n.language, navigate],
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
      ];
    }, [t, activeId, createAction]),
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
      subtitle={<Counts csfs={csfs} />}
      actions={
        <Group gap={8}>
          <TableMenu columns={columns} rows={csfs} layout={layout} />
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
      <SplitRoom>
        <Sheet label={t('csf:list')}>
          <EditableTable<CsfRow>
            label={t('csf:list')}
            columns={columns}
            rows={csfs}
            rowId={idOf}
            layout={layout}
            activeRowId={activeId}
            onActiveRow={setActiveId}
            onEdit={(csf, columnId, value) => update(csf.id, columnId as EditableCsfField, value)}
            onDelete={remove}
          />
        </Sheet>
        {active !== null && (
          <SidePane label={t('csf:pane.label')} preferenceKey="csf.paneWidth" initialWidth={316}>
            <CsfPane
              key={active.id}
              csf={active}
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

function Counts({ csfs }: { csfs: readonly CsfRow[] }) {
  const { t } = useTranslation();
  return (
    <Group gap={6} mt={2}>
      {csfStatuses.map((status) => (
        <Badge key={status} variant="default" tt="none" fw={500}>
          {t(`csf:statuses.${status}`)} {csfs.filter((csf) => csf.status === status).length}
        </Badge>
      ))}
    </Group>
  );
}

function idOf({ id }: CsfRow): number {
  return id;
}
