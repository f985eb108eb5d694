import { type RefObject, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import type { Board } from './use-board.ts';

/** What one does on the board, in the palette and by one key each. */
export function useBoardCommands(
  board: Board,
  again: () => void,
  searchField: RefObject<HTMLInputElement | null>,
): void {
  const { t } = useTranslation();
  const latest = useRef({ board, again });
  latest.current = { board, again };
  useCommands(
    useMemo<Command[]>(() => {
      const command = (id: string, shortcut: string, run: (board: Board) => void): Command => ({
        id: `affinity.${id}`,
        label: t(`affinity:commands.${id}`),
        group: t('app:groups.room'),
        shortcut,
        run: () => run(latest.current.board),
      });
      return [
        command('choose', 'M', (to) => to.choose()),
        command('name', 'N', (to) => to.name()),
        command('unassign', 'U', (to) => to.unassign()),
        command('quote', 'Q', (to) => to.quote()),
        command('split', 'S', (to) => to.split()),
        command('merge', 'G', (to) => to.merge()),
        command('search', '/', () => searchField.current?.focus()),
        command('again', 'R', () => latest.current.again()),
      ];
    }, [t, searchField]),
  );
}
