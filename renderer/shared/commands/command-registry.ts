import { useEffect, useSyncExternalStore } from 'react';

/** Something a person can do from the palette, by a shortcut or from the desktop menu. */
export interface Command {
  /** Stable name, also used by the desktop menu: `voc.new`, `edit.undo`. */
  id: string;
  /** In the person's language. */
  label: string;
  /** Heading in the palette and in the list of shortcuts. */
  group: string;
  /** Mantine's notation, e.g. `mod+K`, `shift+?`. */
  shortcut?: string;
  /** A second shortcut for those used to it. */
  otherShortcut?: string;
  /** The shortcut also works while a text field has the focus. */
  worksInFields?: boolean;
  /** Whoever has the focus listens to the shortcut itself; it is only told of in the list of them. */
  heardElsewhere?: boolean;
  run: () => void;
}

let commands: readonly Command[] = [];
const listeners = new Set<() => void>();

function replace(next: readonly Command[]): void {
  commands = next;
  for (const listener of listeners) listener();
}

/** Offers commands for as long as the component that calls this is on screen. Memoise the list. */
export function useCommands(offered: readonly Command[]): void {
  useEffect(() => {
    const ids = new Set(offered.map((command) => command.id));
    replace([...commands.filter((command) => !ids.has(command.id)), ...offered]);
    return () => replace(commands.filter((command) => !offered.includes(command)));
  }, [offered]);
}

/** The commands offered at this moment. */
export function allCommands(): readonly Command[] {
  return commands;
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => commands,
  );
}

export function runCommand(id: string): void {
  commands.find((command) => command.id === id)?.run();
}
