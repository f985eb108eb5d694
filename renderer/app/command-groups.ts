import type { TFunction } from 'i18next';
import type { Command } from '../shared/commands/command-registry.ts';

/** Nearest first: what one can do here, where one can go, what one can do anywhere. */
const order = ['room', 'go', 'edit', 'workspace', 'view', 'help'];

export interface CommandGroup {
  name: string;
  commands: Command[];
}

/** The commands under their headings, in an order that stays the same from room to room. */
export function groupsOf(commands: readonly Command[], t: TFunction): CommandGroup[] {
  const places = new Map(order.map((group, place) => [t(`app:groups.${group}`), place]));
  return [...Map.groupBy(commands, (command) => command.group)]
    .map(([name, grouped]) => ({ name, commands: grouped }))
    .toSorted((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
}
