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

/** Keys that the list, its cells and the facets listen to themselves; here they are only made known. */
const heardThere = {
  list: [
    ['writeCell', 'F2'],
    ['pickValue', '1…9'],
    ['clearCell', 'Delete'],
    ['writeTicked', 'mod+Enter'],
    ['fillTicked', 'mod+D'],
    ['tick', 'Space'],
    ['tickDown', 'shift+↓', 'shift+↑'],
    ['untick', 'Esc'],
    ['copyCells', 'mod+C'],
    ['pasteCells', 'mod+V'],
    ['page', 'PageDown', 'PageUp'],
    ['firstRow', 'Home'],
    ['lastRow', 'End'],
    ['edgeColumn', 'mod+→', 'mod+←'],
    ['toHead', 'shift+Tab'],
  ],
  facets: [
    ['facetWalk', '↓', '↑'],
    ['facetTake', 'Space'],
    ['facetOnly', 'alt+Enter'],
    ['toList', 'Esc'],
  ],
} as const;

export function useListKeys(): void {
  const { t } = useTranslation();
  useCommands(
    useMemo<Command[]>(() => {
      const told =
        (group: string) =>
        ([id, shortcut, otherShortcut]: readonly [string, string, string?]): Command => ({
          id: `voc.keys.${id}`,
          label: t(`voc:keys.${id}`),
          group,
          shortcut,
          ...(otherShortcut !== undefined && { otherShortcut }),
          heardElsewhere: true,
          run: () => undefined,
        });
      return [
        ...heardThere.list.map(told(t('voc:list.label'))),
        ...heardThere.facets.map(told(t('voc:filters.title'))),
      ];
    }, [t]),
  );
}
