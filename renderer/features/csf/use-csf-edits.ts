import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CsfPatch,
  type CsfRow,
  type CsfStatus,
  csfStatuses,
} from '../../../core/contract/csf.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { hostQuery } from '../../shared/host/host-queries.ts';
import type { PastePlan } from '../../shared/table/table-paste.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import type { EditableCsfField } from './csf-columns.tsx';

interface CsfEdits {
  update: (id: number, field: EditableCsfField, value: string) => void;
  remove: (csf: CsfRow) => void;
  setStatus: (ids: readonly number[], status: CsfStatus) => void;
  paste: (plan: PastePlan<CsfRow>) => void;
}

/** Edits show at once; the host's answer follows, and puts things right where it refused. */
export function useCsfEdits(): CsfEdits {
  const { t } = useTranslation();
  const client = useQueryClient();
  const update = useCallback(
    (id: number, field: EditableCsfField, value: string) => {
      const patch = patchOf(field, value);
      if (patch === null) return;
      const { queryKey } = hostQuery('csf.list', {});
      void client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (rows) =>
        rows?.map((row) => (row.id === id ? { ...row, ...patch } : row)),
      );
      host.call('csf.update', { id, ...patch }).catch((error) => {
        notifyError(error);
        void client.invalidateQueries({ queryKey });
      });
    },
    [client],
  );
  const remove = useCallback(
    ({ id, howName }: CsfRow) => {
      host
        .call('csf.remove', { id })
        .then(() => notifyDone(t('csf:removed', { name: howName })))
        .catch(notifyError);
    },
    [t],
  );
  const setStatus = useCallback(
    (ids: readonly number[], status: CsfStatus) => {
      host
        .call('csf.change', { cause: 'status', changes: ids.map((id) => ({ id, status })) })
        .then(() =>
          notifyDone(
            t('csf:marked.done', { count: ids.length, status: t(`csf:statuses.${status}`) }),
          ),
        )
        .catch(notifyError);
    },
    [t],
  );
  const paste = useCallback(
    ({ cells, refused, leftOut }: PastePlan<CsfRow>) => {
      const byRow = Map.groupBy(cells, ({ row }) => row.id);
      const changes = [...byRow].map(([id, own]) => {
        const patches = own.map(({ columnId, value }) =>
          patchOf(columnId as EditableCsfField, value),
        );
        return { id, ...Object.assign({}, ...patches) };
      });
      const tell = () =>
        notifyDone(
          t('csf:pasted.done', { count: cells.length }) +
            (refused + leftOut === 0
              ? ''
              : ` ${t('csf:pasted.leftOut', { count: refused + leftOut })}`),
        );
      if (changes.length === 0) tell();
      else host.call('csf.change', { cause: 'paste', changes }).then(tell).catch(notifyError);
    },
    [t],
  );
  return { update, remove, setStatus, paste };
}

function patchOf(field: EditableCsfField, value: string): CsfPatch | null {
  if (field !== 'status') return { [field]: value };
  const status: CsfStatus | undefined = csfStatuses.find((known) => known === value);
  return status === undefined ? null : { status };
}
