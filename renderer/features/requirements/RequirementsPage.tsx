import { Button, Kbd, SegmentedControl, Text } from '@mantine/core';
import { IconHierarchy2, IconLayoutKanban, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { SplitRoom } from '../../shared/ui/Split.tsx';
import { DeploymentTable } from './DeploymentTable.tsx';
import { RequirementPane } from './RequirementPane.tsx';
import classes from './RequirementsPage.module.css';
import { RequirementTree } from './RequirementTree.tsx';
import type { RowKey } from './tree-focus.ts';
import { type RequirementTreeState, useRequirementTree } from './use-requirement-tree.ts';

const route = getRouteApi('/requirements');
const views = ['outline', 'table'] as const;
type View = (typeof views)[number];
const noRows: RequirementRow[] = [];

/** What customers want, derived from their words, as a tree of up to three levels. */
export function RequirementsPage() {
  const { t } = useTranslation();
  const { data } = useHostQuery('requirement.list', {});
  const rows = data ?? noRows;
  const pane = useRef<HTMLDivElement>(null);
  const tree = useRequirementTree(rows, () => pane.current?.focus());
  const [view, setView] = usePreference<View>('requirements.view', 'outline', isView);
  useLinkedRequirement(rows, tree, () => setView('outline'));
  const add = () => {
    setView('outline');
    const last = rows.findLast(({ level }) => level === 1);
    tree.beginDraft(typeof tree.cursor === 'number' ? tree.cursor : (last?.id ?? null));
  };
  useRoomCommands(add, () => setView(view === 'table' ? 'outline' : 'table'));
  const isBare = data !== undefined && rows.length === 0 && tree.draft === null;
  const requirement = useShownRequirement(rows, tree.cursor);
  return (
    <Page
      fill
      title={t('requirement:title')}
      subtitle={t('requirement:subtitle', { count: rows.length })}
      actions={
        <>
          <SegmentedControl
            aria-label={t('requirement:view.label')}
            data={views.map((value) => ({ value, label: t(`requirement:view.${value}`) }))}
            value={view}
            onChange={(next) => isView(next) && setView(next)}
          />
          <Button
            variant="default"
            leftSection={<IconLayoutKanban size={15} />}
            rightSection={<Kbd size="xs">B</Kbd>}
            renderRoot={(props) => <Link to="/requirements/board" {...props} />}
          >
            {t('requirement:commands.board')}
          </Button>
          <Button
            leftSection={<IconPlus size={15} />}
            rightSection={<Kbd size="xs">N</Kbd>}
            onClick={add}
          >
            {t('requirement:commands.new')}
          </Button>
        </>
      }
    >
      {isBare ? (
        <FirstRequirement onAdd={add} />
      ) : (
        <SplitRoom>
          <Panel fill flush>
            {view === 'outline' ? (
              <>
                {data !== undefined && <RequirementTree rows={rows} tree={tree} />}
                <Text size="xs" c="dimmed" className={classes.keys}>
                  {t('requirement:tree.keys')}
                </Text>
              </>
            ) : (
              <DeploymentTable
                rows={rows}
                onOpen={(id) => {
                  setView('outline');
                  tree.show(id);
                }}
              />
            )}
          </Panel>
          {view === 'outline' && (
            <SidePane
              label={t('requirement:pane.label')}
              preferenceKey="requirements.paneWidth"
              initialWidth={400}
            >
              <RequirementPane
                ref={pane}
                requirement={requirement}
                hasChildren={rows.some(({ parentId }) => parentId === requirement?.id)}
              />
            </SidePane>
          )}
        </SplitRoom>
      )}
    </Page>
  );
}

/** What the pane shows: while a new one is being typed, the one before; at first, the first. */
function useShownRequirement(
  rows: readonly RequirementRow[],
  cursor: RowKey | null,
): RequirementRow | undefined {
  const last = useRef<number | null>(null);
  if (typeof cursor === 'number') last.current = cursor;
  return rows.find(({ id }) => id === last.current) ?? rows[0];
}

/** A link into the room says which requirement to show. */
function useLinkedRequirement(
  rows: readonly RequirementRow[],
  tree: RequirementTreeState,
  onShow: () => void,
): void {
  const { id } = route.useSearch();
  const shown = useRef<number | null>(null);
  useEffect(() => {
    if (id === undefined || shown.current === id || !rows.some((row) => row.id === id)) return;
    shown.current = id;
    onShow();
    tree.show(id);
  }, [id, rows, tree, onShow]);
}

function useRoomCommands(add: () => void, toggleView: () => void): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const latest = useRef({ add, toggleView });
  latest.current = { add, toggleView };
  const commands = useMemo<Command[]>(() => {
    const group = t('app:groups.room');
    return [
      {
        id: 'requirement.new',
        label: t('requirement:commands.new'),
        group,
        shortcut: 'N',
        run: () => latest.current.add(),
      },
      {
        id: 'requirement.toggleView',
        label: t('requirement:commands.toggleView'),
        group,
        shortcut: 'V',
        run: () => latest.current.toggleView(),
      },
      {
        id: 'requirement.board',
        label: t('requirement:commands.board'),
        group,
        shortcut: 'B',
        run: () => void navigate({ to: '/requirements/board' }),
      },
    ];
  }, [t, navigate]);
  useCommands(commands);
}

function FirstRequirement({ onAdd }: { onAdd: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('requirement:empty.title')}
      hint={t('requirement:empty.hint')}
      icon={<IconHierarchy2 size={36} stroke={1.4} />}
      actions={
        <>
          <Button
            renderRoot={(props) => (
              <Link to="/voc" search={{ filter: { unassigned: true } }} {...props} />
            )}
          >
            {t('requirement:empty.fromVoc')}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/requirements/board" {...props} />}
          >
            {t('requirement:commands.board')}
          </Button>
          <Button variant="default" onClick={onAdd}>
            {t('requirement:empty.write')}
          </Button>
        </>
      }
    />
  );
}

function isView(value: unknown): value is View {
  return views.some((view) => view === value);
}
