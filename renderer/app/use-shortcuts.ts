import { getHotkeyHandler, type HotkeyItem } from '@mantine/hooks';
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
      bound.filter(({ worksInFields }) => worksInFields).map(binding),
    );
    const outsideFields = getHotkeyHandler(
      bound.filter(({ worksInFields }) => !worksInFields).map(binding),
    );
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      everywhere(event);
      if (!isField(event.target) && !isBareKeyInDialog(event)) outsideFields(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [commands]);
}

/** A letter is known by its place on the keyboard: with Hangul switched on, N arrives as ㅜ. */
function binding({ shortcut, run }: { shortcut: string; run: () => void }): HotkeyItem {
  return [shortcut, run, { preventDefault: true, usePhysicalKeys: /(^|\+)[a-z]$/i.test(shortcut) }];
}

/** N or Delete pressed in an open dialog must not act on what lies behind it; Ctrl+Z may. */
function isBareKeyInDialog({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
