import { ActionIcon, Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAdjustments,
  IconArrowDown,
  IconArrowUp,
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView, ViewColumn } from '../../../../core/contract/view.contract.ts';
import { type Command, useCommands } from '../../../shared/commands/command-registry.ts';
import { useHostMutation, useHostQuery } from '../../../shared/host/host-queries.ts';
import { useWorkspacePreference } from '../../../shared/host/preferences.ts';
import { notifyDone } from '../../../shared/ui/notify.ts';
import classes from './ViewsMenu.module.css';
import { differsFrom, type ViewContent } from './view-state.ts';

interface ViewsMenuProps {
  shown: ViewContent;
  /** The columns of a view that says nothing about them. */
  usual: readonly ViewColumn[];
  onApply: (content: ViewContent) => void;
}

/** As many as there are digits. */
const mostShortcuts = 9;

/** Lists one comes back to: the one shown, whether it was changed, and all that there are. */
export function ViewsMenu({ shown, usual, onApply }: ViewsMenuProps) {
  const { t } = useTranslation();
  const { data: views = [] } = useHostQuery('view.list', {});
  const [currentId, setCurrentId] = useWorkspacePreference<number>('voc.view', 0);
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const [managing, manage] = useDisclosure(false);
  const current = views.find(({ id }) => id === currentId) ?? null;
  const isChanged = current !== null && differsFrom(current, shown, usual);
  const content = { ...shown, columns: [...shown.columns] };
  const save = useHostMutation('view.save', { onSuccess: ({ id }) => setCurrentId(id) });
  const update = useHostMutation('view.update', {
    onSuccess: () => notifyDone(t('voc:views.updated', { name: current?.name ?? '' })),
  });
  const rename = useHostMutation('view.rename');
  const open = (view: SavedView) => {
    setCurrentId(view.id);
    onApply({ ...view, columns: view.columns.length === 0 ? usual : view.columns });
  };
  const openAll = () => {
    setCurrentId(0);
    onApply({ filter: {}, sort: { field: 'receivedAt', direction: 'desc' }, columns: usual });
  };
  useViewCommands(views, open, () => setNaming('save'));
  return (
    <>
      <Menu position="bottom-start" width={300}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('voc:views.menu', { name: current?.name ?? t('voc:views.all') })}
            leftSection={<IconBookmark size={14} />}
            rightSection={<IconChevronDown size={13} />}
            classNames={{ label: classes.name }}
          >
            {current?.name ?? t('voc:views.all')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.RadioGroup value={String(current?.id ?? 0)}>
            <Menu.RadioItem value="0" closeMenuOnClick onClick={openAll}>
              {t('voc:views.all')}
            </Menu.RadioItem>
            {/* A press on the view that is shown brings it back as it was saved. */}
            {views.map((view, place) => (
              <Menu.RadioItem
                key={view.id}
                value={String(view.id)}
                closeMenuOnClick
                onClick={() => open(view)}
                rightSection={
                  place < mostShortcuts && (
                    <Text size="xs" c="dimmed" aria-hidden>
                      {spokenKeys(place + 1)}
                    </Text>
                  )
                }
              >
                {view.name}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          {current !== null && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={14} />}
              disabled={!isChanged}
              onClick={() => update.mutate({ id: current.id, ...content })}
            >
              {t('voc:views.update')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => setNaming('save')}>
            {t('voc:views.saveAs')}
          </Menu.Item>
          {current !== null && (
            <Menu.Item leftSection={<IconPencil size={14} />} onClick={() => setNaming('rename')}>
              {t('voc:views.rename')}
            </Menu.Item>
          )}
          {views.length > 0 && (
            <Menu.Item leftSection={<IconAdjustments size={14} />} onClick={manage.open}>
              {t('voc:views.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isChanged && (
        <Button
          variant="light"
          size="compact-xs"
          title={t('voc:views.update')}
          onClick={() => update.mutate({ id: current.id, ...content })}
        >
          {t('voc:views.changed')}
        </Button>
      )}
      <NameDialog
        key={naming}
        opened={naming !== null}
        title={t(naming === 'rename' ? 'voc:views.rename' : 'voc:views.saveAs')}
        initial={naming === 'rename' ? (current?.name ?? '') : ''}
        onClose={() => setNaming(null)}
        onName={(name) => {
          setNaming(null);
          if (naming === 'save') save.mutate({ name, ...content });
          else if (current !== null) rename.mutate({ id: current.id, name });
        }}
      />
      <ManageDialog opened={managing} views={views} onClose={manage.close} />
    </>
  );
}

function spokenKeys(digit: number): string {
  return navigator.platform.startsWith('Mac') ? `⌘ Shift ${digit}` : `Ctrl Shift ${digit}`;
}

function useViewCommands(
  views: readonly SavedView[],
  open: (view: SavedView) => void,
  saveAs: () => void,
): void {
  const { t } = useTranslation();
  const [latest] = useState(() => ({ open, saveAs }));
  latest.open = open;
  latest.saveAs = saveAs;
  useCommands(
    useMemo<Command[]>(() => {
      const group = t('app:groups.room');
      return [
        ...views.slice(0, mostShortcuts).map((view, place) => ({
          id: `voc.view.${place + 1}`,
          label: t('voc:views.open', { name: view.name }),
          group,
          shortcut: `mod+shift+${place + 1}`,
          worksInFields: true,
          run: () => latest.open(view),
        })),
        { id: 'voc.view.save', label: t('voc:views.saveAs'), group, run: () => latest.saveAs() },
      ];
    }, [views, t, latest]),
  );
}

interface NameDialogProps {
  opened: boolean;
  title: string;
  initial: string;
  onClose: () => void;
  onName: (name: string) => void;
}

function NameDialog({ opened, title, initial, onClose, onName }: NameDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(initial);
  return (
    <Modal opened={opened} onClose={onClose} title={title} size={380}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onName(name.trim());
        }}
      >
        <TextInput
          data-autofocus
          label={t('voc:views.name')}
          description={t('voc:views.hint')}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt={12} gap={8}>
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {t('voc:views.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface ManageDialogProps {
  opened: boolean;
  views: readonly SavedView[];
  onClose: () => void;
}

/** Order and removal; every change is a step to undo. */
function ManageDialog({ opened, views, onClose }: ManageDialogProps) {
  const { t } = useTranslation();
  const move = useHostMutation('view.move');
  const remove = useHostMutation('view.remove', {
    onSuccess: () => notifyDone(t('voc:views.removed')),
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('voc:views.manage')} size={420}>
      <Stack gap={4} component="ul" className={classes.list}>
        {views.map(({ id, name }, place) => (
          <Group key={id} gap={4} wrap="nowrap" component="li">
            <Text size="sm" flex={1} truncate>
              {name}
            </Text>
            <ActionIcon
              disabled={place === 0}
              aria-label={t('voc:columns.up', { name })}
              onClick={() => move.mutate({ id, position: place - 1 })}
            >
              <IconArrowUp size={15} />
            </ActionIcon>
            <ActionIcon
              disabled={place === views.length - 1}
              aria-label={t('voc:columns.down', { name })}
              onClick={() => move.mutate({ id, position: place + 1 })}
            >
              <IconArrowDown size={15} />
            </ActionIcon>
            <ActionIcon
              aria-label={t('voc:views.remove', { name })}
              onClick={() => remove.mutate({ id })}
            >
              <IconTrash size={15} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
