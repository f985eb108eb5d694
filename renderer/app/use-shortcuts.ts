import { getHotkeyHandler, type HotkeyItem } from '@mantine/hooks';
import { useEffect } from 'react';
import { allCommands, type Command } from '../shared/commands/command-registry.ts';

/** Makes every offered command's shortcut work, except while somebody types into a field. */
export function useShortcuts(): void {
  useEffect(() => {
    // Looked up at each key: whoever listens here must not render anew with every command offered.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const bare = isField(event.target) || isBareKeyInDialog(event);
      const heard = allCommands().filter((command) => command.worksInFields || !bare);
      getHotkeyHandler(heard.flatMap(binding))(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** A letter is known by its place on the keyboard: with Hangul switched on, N arrives as ㅜ. */
function binding({ shortcut, run }: Command): HotkeyItem[] {
  if (shortcut === undefined) return [];
  const usePhysicalKeys = /(^|\+)[a-z]$/i.test(shortcut);
  return [[shortcut, run, { preventDefault: true, usePhysicalKeys }]];
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
