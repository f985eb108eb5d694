import { ActionIcon, Badge, Button, Group, Menu, Table, UnstyledButton } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconDots, IconPlus, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseSummary } from '../../../core/contract/house.contract.ts';
import type { WorkshopHead, WorkshopStatus } from '../../../core/contract/workshop.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { notifyDone } from '../../shared/ui/notify.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { NewWorkshopForm, type WorkshopDraft } from './NewWorkshopForm.tsx';
import classes from './WorkshopList.module.css';

interface WorkshopListProps {
  house: HouseSummary;
  workshops: WorkshopHead[];
  onOpen: (id: number) => void;
}

/** The workshops of a house; without one, what a workshop is good for and how to begin. */
export function WorkshopList({ house, workshops, onOpen }: WorkshopListProps) {
  const { t } = useTranslation();
  const draft = useRef<WorkshopDraft | null>(null);
  const create = useCallback(() => {
    modals.open({
      title: t('workshop:new.title'),
      size: 'lg',
      children: (
        <NewWorkshopForm
          houseId={house.id}
          kept={draft}
          suggestedName={t('workshop:new.suggestedName', { number: workshops.length + 1 })}
          onCreated={onOpen}
        />
      ),
    });
  }, [t, house.id, workshops.length, onOpen]);
  useCommands(
    useMemo<Command[]>(
      () => [
        {
          id: 'workshop.new',
          label: t('workshop:new.title'),
          group: t('app:groups.room'),
          shortcut: 'N',
          run: create,
        },
      ],
      [t, create],
    ),
  );
  const button = (
    <Button leftSection={<IconPlus size={14} />} onClick={create} data-autofocus>
      {t('workshop:new.title')}
    </Button>
  );
  if (workshops.length === 0) {
    const isReady = house.whatCount > 0 && house.howCount > 0;
    return (
      <EmptyState
        icon={<IconUsersGroup size={32} stroke={1.4} />}
        title={t('workshop:list.empty')}
        hint={t(isReady ? 'workshop:list.emptyHint' : 'workshop:list.emptyHouse')}
        actions={button}
      />
    );
  }
  return (
    <Panel title={t('workshop:list.title')} actions={button} fill>
      <Table highlightOnHover aria-label={t('workshop:list.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('workshop:field.name')}</Table.Th>
            <Table.Th>{t('workshop:field.heldOn')}</Table.Th>
            <Table.Th>{t('workshop:field.place')}</Table.Th>
            <Table.Th>{t('workshop:field.facilitator')}</Table.Th>
            <Table.Th>{t('workshop:field.status')}</Table.Th>
            <Table.Th aria-label={t('workshop:list.menu')} w={48} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {workshops.map((workshop) => (
            <Table.Tr key={workshop.id}>
              <Table.Td>
                <UnstyledButton className={classes.name} onClick={() => onOpen(workshop.id)}>
                  {workshop.name}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>{workshop.heldOn}</Table.Td>
              <Table.Td>{workshop.place}</Table.Td>
              <Table.Td>{workshop.facilitator}</Table.Td>
              <Table.Td>
                <StatusBadge status={workshop.status} />
              </Table.Td>
              <Table.Td>
                <WorkshopMenu workshop={workshop} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

const statusColors: Record<WorkshopStatus, string> = {
  planned: 'gray',
  running: 'lake',
  closed: 'green',
};

export function StatusBadge({ status }: { status: WorkshopStatus }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={statusColors[status]}>
      {t(`workshop:status.${status}`)}
    </Badge>
  );
}

function WorkshopMenu({ workshop }: { workshop: WorkshopHead }) {
  const { t } = useTranslation();
  const remove = useHostMutation('workshop.remove', {
    onSuccess: () => notifyDone(t('workshop:list.removed', { name: workshop.name })),
  });
  const label = `${t('workshop:list.menu')}: ${workshop.name}`;
  return (
    <Group justify="flex-end">
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={label}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size={15} />}
            onClick={() => remove.mutate({ id: workshop.id })}
          >
            {t('workshop:list.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
