import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../shared/commands/command-registry.ts';
import { usePreference } from '../shared/host/preferences.ts';

interface RailState {
  /** Only the signs of the rooms are shown: what one works in has the width of their names too. */
  narrow: boolean;
  toggle: () => void;
}

/** How wide the rail stands, remembered. */
export function useRail(): RailState {
  const { t } = useTranslation();
  const [narrow, setNarrow] = usePreference<boolean>('app.railNarrow', false);
  const toggle = useCallback(() => setNarrow(!narrow), [narrow, setNarrow]);
  useCommands(
    useMemo(
      () => [
        {
          id: 'view.rail',
          label: t('app:railToggle'),
          group: t('app:groups.view'),
          shortcut: 'mod+B',
          worksInFields: true,
          run: toggle,
        },
      ],
      [t, toggle],
    ),
  );
  return { narrow, toggle };
}
