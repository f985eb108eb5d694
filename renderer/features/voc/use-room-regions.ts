import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';

/** The parts of the room, as `data-region` names them. */
type Region = 'facets' | 'list' | 'pane';

/** F6 goes to the next part of the room and Shift+F6 to the one before, as in other programs. */
export function useRoomRegions(): void {
  const { t } = useTranslation();
  useCommands(
    useMemo<Command[]>(() => {
      const command = (id: string, shortcut: string, step: 1 | -1): Command => ({
        id: `voc.${id}`,
        label: t(`voc:keys.${id}`),
        group: t('app:groups.room'),
        shortcut,
        worksInFields: true,
        run: () => goOn(step),
      });
      return [command('nextRegion', 'F6', 1), command('previousRegion', 'shift+F6', -1)];
    }, [t]),
  );
}

/** Puts the keys where one works in a part of the room. */
export function focusRegion(region: Region): void {
  focusStart(document.querySelector(`[data-region="${region}"]`));
}

function goOn(step: 1 | -1): void {
  const regions = [...document.querySelectorAll('[data-region]')];
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  // From outside the room one comes to its list.
  if (now < 0) focusRegion('list');
  else focusStart(regions[(now + step + regions.length) % regions.length] ?? null);
}

function focusStart(region: Element | null): void {
  region?.querySelector<HTMLElement>('[data-region-start]')?.focus();
}
