import { type QueryClient, replaceEqualDeep, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { holdBack, hostQuery, useHostQuery } from '../../shared/host/host-queries.ts';
import { afterPaint } from '../../shared/ui/after-paint.ts';
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

/** In ms. Who writes on within this time is not interrupted by answers of the host. */
const pauseAfterEdits = 250;

/**
 * A house that shows an edit at once and keeps it behind the scenes, one after another in the order
 * they were made. An answer that the host gave before it kept an edit never takes the edit off the
 * screen: edits under way are laid over every answer. What an answer does not change stays the same
 * object, so that an edit once shown costs nothing more when it is kept and fetched again.
 */
export function useHouse(id: number): HouseOnScreen {
  const client = useQueryClient();
  const { data } = useHostQuery('house.get', { id });
  const [pending, setPending] = useState<readonly HouseEdit[]>([]);
  const answers = useAnswers(client, id);
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
        setPending((edits) => edits.filter((other) => other !== made));
        answers.expectOne();
      };
      answers.awaitOne();
      setPending((edits) => [...edits, made]);
      // Sending takes a while of the frame that is to show the edit.
      const shown = new Promise<void>(afterPaint);
      queue.current = queue.current
        .then(() => shown)
        .then(() => send(made))
        .then(takeIn, notifyError)
        .then(settle);
    },
    [client, answers],
  );

  const shown = useRef<HouseView | null>(null);
  const view = useMemo(() => {
    // While another house is fetched the query still shows the one before.
    if (data === undefined || data.id !== id) return null;
    const next = pending.reduce(applyHouseEdit, data);
    shown.current = shown.current?.id === id ? replaceEqualDeep(shown.current, next) : next;
    return shown.current;
  }, [data, pending, id]);
  const whenSaved = useCallback(async () => {
    await queue.current;
    // Whoever waits for this is about to change more, and to look for the answer at once.
    answers.letGo();
  }, [answers]);
  return { view, edit, saving: pending.length > 0, whenSaved };
}

/** Holds answers of the host back while edits are under way and for a moment after them. */
function useAnswers(client: QueryClient, id: number) {
  const answers = useMemo(() => {
    let underWay = 0;
    let release: (() => void) | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const letGo = () => {
      clearTimeout(timer);
      if (underWay > 0) return;
      release?.();
      release = null;
    };
    return {
      /** An edit sets out. */
      awaitOne: () => {
        clearTimeout(timer);
        underWay += 1;
        release ??= holdBack(client, hostQuery('house.get', { id }).queryKey);
      },
      /** It is kept or refused. */
      expectOne: () => {
        underWay -= 1;
        clearTimeout(timer);
        timer = setTimeout(letGo, pauseAfterEdits);
      },
      letGo,
    };
  }, [client, id]);
  // Edits under way when the room is left let go by themselves.
  useEffect(() => answers.letGo, [answers]);
  return answers;
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
