import { type ReactNode, useCallback, useState } from 'react';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { MyNameDialog } from './MyNameDialog.tsx';

interface MyName {
  /** null until somebody said it. */
  told: string | null;
  /** Goes on with the name, after asking for it where nobody said it yet. */
  withName: (then: (name: string) => void) => void;
  /** Asks again. */
  ask: () => void;
  dialog: ReactNode;
}

/** Who is at this computer: asked the first time it matters. */
export function useMyName(): MyName {
  const { data: me } = useHostQuery('handling.me', {});
  const [then, setThen] = useState<((name: string) => void) | null>(null);
  const told = me?.told === true ? me.name : null;
  const withName = useCallback(
    (next: (name: string) => void) => {
      if (told !== null) next(told);
      else setThen(() => next);
    },
    [told],
  );
  const ask = useCallback(() => setThen(() => () => undefined), []);
  const dialog = (
    <MyNameDialog
      opened={then !== null}
      onClose={() => setThen(null)}
      onNamed={(name) => {
        then?.(name);
        setThen(null);
      }}
    />
  );
  return { told, withName, ask, dialog };
}
