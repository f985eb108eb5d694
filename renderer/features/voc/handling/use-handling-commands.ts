import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocStatus } from '../../../../core/contract/voc.contract.ts';
import { isReopening } from '../../../../core/domain/voc/handling.ts';
import { type Command, useCommands } from '../../../shared/commands/command-registry.ts';

/** What the reading pane does with the VOC in it. */
interface HandlingKeys {
  move: (to: VocStatus) => void;
  assignToMe: () => void;
  focusOwner: () => void;
  focusDue: () => void;
  reply: () => void;
  escalate: () => void;
}

/** The pane's own keys: digits for the stages as they stand in the row, letters for the rest. */
export function useHandlingCommands(status: VocStatus, keys: HandlingKeys): void {
  const { t } = useTranslation();
  const commands = useMemo<Command[]>(() => {
    const group = t('app:groups.room');
    const command = (id: string, word: string, shortcut: string, run: () => void): Command => ({
      id: `handling.${id}`,
      label: t(`handling:commands.${word}`),
      group,
      shortcut,
      run,
    });
    const start = isReopening(status, 'inProgress') ? 'reopen' : 'start';
    return [
      command('start', start, '2', () => keys.move('inProgress')),
      command('replied', 'replied', '3', () => keys.move('replied')),
      command('close', 'close', '4', () => keys.move('closed')),
      command('assignToMe', 'assignToMe', 'A', keys.assignToMe),
      command('owner', 'owner', 'O', keys.focusOwner),
      command('due', 'due', 'D', keys.focusDue),
      command('reply', 'reply', 'Y', keys.reply),
      command('escalate', 'escalate', 'shift+E', keys.escalate),
    ];
  }, [status, keys, t]);
  useCommands(commands);
}
