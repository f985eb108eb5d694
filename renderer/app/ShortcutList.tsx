import { Group, Kbd, Modal, Table, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useAllCommands, useCommands } from '../shared/commands/command-registry.ts';
import { groupsOf } from './command-groups.ts';
import { spokenShortcut } from './spoken-shortcut.ts';

/** What `?` shows: every shortcut that works where one is. */
export function ShortcutList() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const commands = useAllCommands();
  useCommands(
    useMemo(
      () => [
        {
          id: 'app.shortcuts',
          label: t('app:shortcuts.title'),
          group: t('app:groups.help'),
          shortcut: 'shift+?',
          run: open,
        },
      ],
      [t, open],
    ),
  );
  const groups = groupsOf(
    commands.filter((command) => command.shortcut !== undefined),
    t,
  );
  return (
    <Modal opened={opened} onClose={close} title={t('app:shortcuts.title')} size="lg">
      {groups.map((group) => (
        <section key={group.name} aria-label={group.name}>
          <Title order={3} mt="sm">
            {group.name}
          </Title>
          <Table>
            <Table.Tbody>
              {group.commands.map((command) => (
                <ShortcutRow key={command.id} command={command} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </Modal>
  );
}

function ShortcutRow({ command }: { command: Command }) {
  const shortcuts = [command.shortcut, command.otherShortcut].filter((keys) => keys !== undefined);
  return (
    <Table.Tr>
      <Table.Td>{command.label}</Table.Td>
      <Table.Td>
        <Group gap={6} justify="flex-end">
          {shortcuts.map((keys) => (
            <Kbd key={keys} size="xs">
              {spokenShortcut(keys)}
            </Kbd>
          ))}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
