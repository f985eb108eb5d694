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
      const heard = allCommands().filter(
        ({ worksInFields, heardElsewhere }) => !heardElsewhere && (worksInFields || !bare),
      );
      getHotkeyHandler(heard.flatMap(binding))(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/**
 * Letters and digits are known by their place on the keyboard: with Hangul switched on, N arrives as
 * ㅜ, and with Option held down on a Mac, 1 arrives as ¡.
 */
function binding({ shortcut, otherShortcut, run }: Command): HotkeyItem[] {
  return [shortcut, otherShortcut]
    .filter((keys) => keys !== undefined)
    .map((keys) => [
      keys.replace(/(^|\+)(\d)$/, '$1digit$2'),
      run,
      { preventDefault: true, usePhysicalKeys: /(^|\+)[a-z\d]$/i.test(keys) },
    ]);
}

/** N or Delete pressed in an open dialog must not act on what lies behind it; Ctrl+Z may. */
function isBareKeyInDialog({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;
}

/** Whether keys pressed there write text; a tick box or a list that only opens takes none. */
function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) {
    return !target.readOnly && !wordlessInputs.has(target.type);
  }
  return target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName);
}

const wordlessInputs = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file']);
