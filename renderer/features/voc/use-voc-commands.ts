import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';

/** What the room does when a command of its is chosen. */
export interface VocCommandTargets {
  add: () => void;
  link: () => void;
  edit: () => void;
  remove: () => void;
  copy: () => void;
  copyWithHeaders: () => void;
  tickAll: () => void;
  /** The affinity board of what is listed. */
  openBoard: () => void;
  focusSearch: () => void;
  toggleFilters: () => void;
  togglePane: () => void;
  nextDensity: () => void;
}

/** Offers the room's actions in the palette, by shortcut and in the list of shortcuts. */
export function useVocCommands(targets: VocCommandTargets): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const commands = useMemo<Command[]>(() => {
    const group = t('app:groups.room');
    const command = (id: string, run: () => void, shortcut?: string): Command => ({
      id: `voc.${id}`,
      label: t(`voc:commands.${id}`),
      group,
      run,
      ...(shortcut !== undefined && { shortcut }),
    });
    return [
      command('new', targets.add, 'N'),
      command(
        'import',
        () => void navigate({ to: '/import/$purpose', params: { purpose: 'voc' } }),
        'I',
      ),
      command('duplicates', () => void navigate({ to: '/voc/duplicates' })),
      command('link', targets.link, 'R'),
      command('edit', targets.edit, 'E'),
      command('remove', targets.remove, 'Delete'),
      // Ctrl+C stays with the list: elsewhere in the room it copies marked text.
      command('copy', targets.copy),
      {
        ...command('copyWithHeaders', targets.copyWithHeaders, 'mod+shift+C'),
        worksInFields: true,
      },
      command('selectAll', targets.tickAll, 'mod+A'),
      command('board', targets.openBoard, 'B'),
      command('search', targets.focusSearch, '/'),
      command('toggleFilters', targets.toggleFilters, 'F'),
      command('togglePane', targets.togglePane, 'P'),
      command('density', targets.nextDensity, 'H'),
    ];
  }, [targets, t, navigate]);
  useCommands(commands);
}

/** Keys of the list itself, which the list listens to; here they are only made known. */
export function useListKeys(): void {
  const { t } = useTranslation();
  useCommands(
    useMemo<Command[]>(
      () =>
        (
          [
            ['writeCell', 'F2'],
            ['tick', 'Space'],
            ['tickDown', 'shift+ArrowDown'],
            ['fillTicked', 'mod+D'],
            ['firstRow', 'Home'],
            ['lastRow', 'End'],
          ] as const
        ).map(([id, keys]) => ({
          id: `voc.keys.${id}`,
          label: t(`voc:keys.${id}`),
          group: t('voc:list.label'),
          shortcut: keys,
          heardElsewhere: true,
          run: () => undefined,
        })),
      [t],
    ),
  );
}
