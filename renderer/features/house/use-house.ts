import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { hostQuery, useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { applyHouseEdit, type HouseEdit } from './house-edit.ts';

export interface HouseOnScreen {
  /** The house with every edit made so far, kept or not; null while it is fetched. */
  view: HouseView | null;
  edit: (edit: HouseEdit) => void;
  /** True while the host has not yet kept all edits. */
  saving: boolean;
  /** Settles when all edits made so far are kept or refused. */
  whenSaved: () => Promise<void>;
}

/**
 * A house that shows an edit at once and keeps it behind the scenes, one after another in the order
 * they were made. An answer that the host gave before it kept an edit never takes the edit off the
 * screen: edits under way are laid over every answer.
 */
export function useHouse(id: number): HouseOnScreen {
  const client = useQueryClient();
  const { data } = useHostQuery('house.get', { id });
  const [pending, setPending] = useState<readonly HouseEdit[]>([]);
  const underWay = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const edit = useCallback(
    (made: HouseEdit) => {
      const key = hostQuery('house.get', { id: made.input.houseId }).queryKey;
      const takeIn = () => {
        // An answer under way may be older than this edit.
        void client.cancelQueries({ queryKey: key });
        client.setQueryData(key, (known) =>
          known === undefined ? known : applyHouseEdit(known, made),
        );
      };
      const settle = () => {
        underWay.current -= 1;
        setPending((edits) => edits.filter((other) => other !== made));
        // In the midst of typing an answer would be old before it is here.
        if (underWay.current === 0) void client.invalidateQueries({ queryKey: key });
      };
      underWay.current += 1;
      setPending((edits) => [...edits, made]);
      queue.current = queue.current
        .then(() => send(made))
        .then(takeIn, notifyError)
        .then(settle);
    },
    [client],
  );

  const view = useMemo(() => {
    // While another house is fetched the query still shows the one before.
    if (data === undefined || data.id !== id) return null;
    return pending.reduce(applyHouseEdit, data);
  }, [data, pending, id]);
  const whenSaved = useCallback(() => queue.current, []);
  return { view, edit, saving: pending.length > 0, whenSaved };
}

function send(edit: HouseEdit): Promise<void> {
  switch (edit.kind) {
    case 'relations':
      return host.call('house.setRelations', edit.input);
    case 'importance':
      return host.call('house.setImportance', edit.input);
    case 'note':
      return host.call('house.setCellNote', edit.input);
    case 'renameWhat':
      return host.call('house.renameWhat', edit.input);
    case 'renameHow': {
      const { howId, name } = edit.input;
      return host.call('house.updateHow', { howId, name });
    }
    case 'moveHow':
      return host.call('house.moveHow', edit.input);
    case 'moveWhat':
      return host.call('house.moveWhat', edit.input);
    case 'roof':
      return host.call('house.setRoof', edit.input);
    case 'plan':
      return host.call('house.setPlan', edit.input);
    case 'hows':
      return host.call('house.setHows', edit.input);
    case 'ratings':
      return host.call('house.setRatings', edit.input);
    case 'options':
      return host.call('house.setOptions', edit.input);
  }
}
