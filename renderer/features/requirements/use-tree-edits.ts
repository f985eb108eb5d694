import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { hostQuery } from '../../shared/host/host-queries.ts';
import { notifyError } from '../../shared/ui/notify.ts';

export type TreeEdit = (rows: RequirementRow[]) => Promise<void> | void;

/**
 * One edit of the tree after the other, each worked out on the tree as the one before left it:
 * people press Alt+↑ and Tab faster than the screen hears of the first.
 */
export function useTreeEdits(): (edit: TreeEdit) => void {
  const client = useQueryClient();
  const last = useRef<Promise<void>>(Promise.resolve());
  return useCallback(
    (edit: TreeEdit) => {
      const query = { ...hostQuery('requirement.list', {}), staleTime: 0 };
      last.current = last.current
        .then(async () => {
          // An answer under way may have been given before the last edit.
          await client.cancelQueries({ queryKey: query.queryKey });
          await edit(await client.fetchQuery(query));
        })
        .catch(notifyError);
    },
    [client],
  );
}
