import { getHotkeyHandler } from '@mantine/hooks';
import { useEffect } from 'react';
import { useAllCommands } from '../shared/commands/command-registry.ts';

/** Makes every offered command's shortcut work, except while somebody types into a field. */
export function useShortcuts(): void {
  const commands = useAllCommands();
  useEffect(() => {
    const bound = commands.flatMap((command) =>
      command.shortcut === undefined ? [] : [{ ...command, shortcut: command.shortcut }],
    );
    const everywhere = getHotkeyHandler(
      bound.filter((command) => command.worksInFields).map(({ shortcut, run }) => [shortcut, run]),
    );
    const outsideFields = getHotkeyHandler(
      bound.filter((command) => !command.worksInFields).map(({ shortcut, run }) => [shortcut, run]),
    );
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      everywhere(event);
      if (!isField(event.target)) outsideFields(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands]);
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
