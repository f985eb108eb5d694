import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllCommands } from '../shared/commands/command-registry.ts';
import { groupsOf } from './command-groups.ts';
import { spokenShortcut } from './spoken-shortcut.ts';

/** What Ctrl+K opens; the shortcut itself is a command like every other. */
export function CommandPalette() {
  const { t } = useTranslation();
  const commands = useAllCommands();
  const actions = useMemo(
    () =>
      groupsOf(
        commands.filter(({ id, heardElsewhere }) => id !== 'app.palette' && !heardElsewhere),
        t,
      ).map((group) => ({
        group: group.name,
        actions: group.commands.map(({ id, label, shortcut, run }) => ({
          id,
          label,
          onClick: run,
          rightSection:
            shortcut === undefined ? undefined : <Kbd size="xs">{spokenShortcut(shortcut)}</Kbd>,
        })),
      })),
    [commands, t],
  );
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      highlightQuery
      scrollable
      maxHeight={420}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      attributes={{ content: { 'aria-label': t('app:palette.open') } }}
      nothingFound={t('app:palette.nothing')}
      // There at once and with the focus: what is typed right after Ctrl+K is meant for it.
      transitionProps={{ duration: 0 }}
      searchProps={{
        autoFocus: true,
        leftSection: <IconSearch size={16} />,
        placeholder: t('app:palette.placeholder'),
        'aria-label': t('app:palette.placeholder'),
      }}
    />
  );
}
