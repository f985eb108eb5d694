import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { KanoRespondent } from '../../../../core/contract/kano.contract.ts';
import { host } from '../../../shared/host/host-client.ts';
import { hostQuery, useHostQuery } from '../../../shared/host/host-queries.ts';
import { notifyError } from '../../../shared/ui/notify.ts';

export type KanoPair = [functional: number, dysfunctional: number];

interface Entered {
  respondent: string;
  whatId: number;
  pair: KanoPair | null;
}

export interface KanoRow {
  respondent: string;
  /** Nothing of it is kept yet. */
  isNew: boolean;
  pairs: ReadonlyMap<number, KanoPair>;
}

export const respondentsAPage = 50;

/** The respondents of a page with what was just typed laid over what is kept. */
export function useKanoEntry(houseId: number, page: number) {
  const client = useQueryClient();
  const input = { houseId, offset: page * respondentsAPage, limit: respondentsAPage };
  const { data, isPlaceholderData } = useHostQuery('kano.listRespondents', input);
  const [entered, setEntered] = useState<readonly Entered[]>([]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const { queryKey } = hostQuery('kano.listRespondents', input);
  const key = JSON.stringify(queryKey);
  const enter = useCallback(
    (made: Entered) => {
      setEntered((edits) => [...edits, made]);
      queue.current = queue.current
        .then(() => host.call('kano.setAnswers', { houseId, values: [made] }))
        .catch(notifyError)
        .then(() => client.invalidateQueries({ queryKey: JSON.parse(key) }))
        .then(() => setEntered((edits) => edits.filter((other) => other !== made)));
    },
    [client, houseId, key],
  );
  const rows = useMemo(
    () => rowsOf(data?.rows ?? [], added, entered),
    [data?.rows, added, entered],
  );
  return {
    /** Undefined while another page is fetched: the rows would be those of the page before. */
    rows: data === undefined || isPlaceholderData ? undefined : rows,
    total: data?.total ?? 0,
    enter,
    add: (respondent: string) => setAdded((names) => [...names, respondent]),
    rename: (row: KanoRow, name: string) => {
      if (row.isNew) {
        setAdded((names) => names.map((one) => (one === row.respondent ? name : one)));
        return;
      }
      void host
        .call('kano.renameRespondent', { houseId, respondent: row.respondent, name })
        .catch(notifyError);
    },
    remove: (row: KanoRow) => {
      if (row.isNew) {
        setAdded((names) => names.filter((one) => one !== row.respondent));
        return;
      }
      void host
        .call('kano.removeRespondent', { houseId, respondent: row.respondent })
        .catch(notifyError);
    },
  };
}

function rowsOf(
  kept: readonly KanoRespondent[],
  added: readonly string[],
  entered: readonly Entered[],
): KanoRow[] {
  const known = new Set(kept.map(({ respondent }) => respondent));
  const rows: KanoRow[] = [
    ...kept.map(({ respondent, answers }) => ({
      respondent,
      isNew: false,
      pairs: new Map(
        answers.map((one) => [one.whatId, [one.functional, one.dysfunctional] as KanoPair]),
      ),
    })),
    ...added
      .filter((name) => !known.has(name))
      .map((respondent) => ({ respondent, isNew: true, pairs: new Map<number, KanoPair>() })),
  ];
  return rows.map((row) => {
    const own = entered.filter(({ respondent }) => respondent === row.respondent);
    if (own.length === 0) return row;
    const pairs = new Map(row.pairs);
    for (const { whatId, pair } of own) {
      if (pair === null) pairs.delete(whatId);
      else pairs.set(whatId, pair);
    }
    return { ...row, pairs };
  });
}
