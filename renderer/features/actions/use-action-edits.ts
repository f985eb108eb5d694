import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../core/contract/action.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { hostQuery } from '../../shared/host/host-queries.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import type { ActionPatch } from './action-patch.ts';

interface ActionEdits {
  update: (id: number, patch: ActionPatch) => void;
  remove: (action: ActionRow) => void;
}

/** Edits show at once; the host's answer follows, and puts things right where it refused. */
export function useActionEdits(): ActionEdits {
  const { t } = useTranslation();
  const client = useQueryClient();
  const update = useCallback(
    (id: number, patch: ActionPatch) => {
      const { queryKey } = hostQuery('action.list', { filter: {} });
      void client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, (rows) =>
        rows?.map((row) => (row.id === id ? { ...row, ...patch } : row)),
      );
      host.call('action.update', { id, patch }).catch((error) => {
        notifyError(error);
        void client.invalidateQueries({ queryKey });
      });
    },
    [client],
  );
  const remove = useCallback(
    ({ id, title }: ActionRow) => {
      host
        .call('action.remove', { id })
        .then(() => notifyDone(t('action:removed', { title })))
        .catch(notifyError);
    },
    [t],
  );
  return { update, remove };
}
