import { Kbd, Modal, Table, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllCommands, useCommands } from '../shared/commands/command-registry.ts';
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
  const groups = Map.groupBy(
    commands.filter((command) => command.shortcut !== undefined),
    (command) => command.group,
  );
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('app:shortcuts.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      {[...groups].map(([group, entries]) => (
        <section key={group}>
          <Title order={3} mt="sm">
            {group}
          </Title>
          <Table>
            <Table.Tbody>
              {entries.map((command) => (
                <Table.Tr key={command.id}>
                  <Table.Td>{command.label}</Table.Td>
                  <Table.Td ta="right">
                    <Kbd size="xs">{spokenShortcut(command.shortcut ?? '')}</Kbd>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </Modal>
  );
}
