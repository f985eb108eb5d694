import { Kbd } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllCommands } from '../shared/commands/command-registry.ts';
import { spokenShortcut } from './spoken-shortcut.ts';

export function CommandPalette() {
  const { t } = useTranslation();
  const commands = useAllCommands();
  const groups = useMemo(() => groupsOf(commands), [commands]);
  return (
    <Spotlight
      actions={groups}
      shortcut="mod+K"
      // Ctrl+K is also wanted while a field has the focus.
      tagsToIgnore={[]}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound={t('app:palette.nothing')}
      searchProps={{
        leftSection: <IconSearch size={16} />,
        placeholder: t('app:palette.placeholder'),
        'aria-label': t('app:palette.placeholder'),
      }}
    />
  );
}

function groupsOf(commands: ReturnType<typeof useAllCommands>): SpotlightActionGroupData[] {
  const groups = new Map<string, SpotlightActionGroupData>();
  for (const command of commands) {
    const group = groups.get(command.group) ?? { group: command.group, actions: [] };
    group.actions.push({
      id: command.id,
      label: command.label,
      onClick: command.run,
      rightSection: command.shortcut ? (
        <Kbd size="xs">{spokenShortcut(command.shortcut)}</Kbd>
      ) : undefined,
    });
    groups.set(command.group, group);
  }
  return [...groups.values()];
}
