import {
  hashKey,
  type QueryClient,
  type QueryKey,
  queryOptions,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { AppError } from '../../../core/contract/app-error.ts';
import {
  contract,
  type InputOf,
  isMethodName,
  type MethodName,
  type OutputOf,
} from '../../../core/contract/contract.ts';
import type { Area } from '../../../core/contract/method.ts';
import { notifyError } from '../ui/notify.ts';
import { host } from './host-client.ts';

/** The query for a read: its key is the method and its input. */
export function hostQuery<M extends MethodName>(method: M, input: InputOf<M>) {
  return queryOptions<OutputOf<M>, AppError>({
    queryKey: [method, input],
    queryFn: () => host.call(method, input),
  });
}

/**
 * Reads from the host and stays true: the answer is fetched anew when an area it shows changes.
 * The previous answer stays on screen while the input changes, so that lists do not flicker.
 */
export function useHostQuery<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  options: { enabled?: boolean } = {},
): UseQueryResult<OutputOf<M>, AppError> {
  return useQuery({
    ...hostQuery(method, input),
    enabled: options.enabled ?? true,
    placeholderData: (previous) => previous,
  });
}

/** Edits or commands. A refusal is shown to the person unless `onError` takes it over. */
export function useHostMutation<M extends MethodName>(
  method: M,
  options: {
    onSuccess?: (value: OutputOf<M>, input: InputOf<M>) => void;
    onError?: (error: AppError) => void;
  } = {},
): UseMutationResult<OutputOf<M>, AppError, InputOf<M>> {
  return useMutation<OutputOf<M>, AppError, InputOf<M>>({
    mutationFn: (input) => host.call(method, input),
    onSuccess: (value, input) => options.onSuccess?.(value, input),
    onError: options.onError ?? notifyError,
  });
}

const heldBack = new Set<string>();

/**
 * Keeps a query from being fetched at every change, for as long as its room makes changes and shows them
 * itself: an answer would be old before it is here. What happened meanwhile is fetched once it is let go.
 */
export function holdBack(client: QueryClient, queryKey: QueryKey): () => void {
  const hash = hashKey(queryKey);
  heldBack.add(hash);
  return () => {
    heldBack.delete(hash);
    void client.invalidateQueries({ queryKey, exact: true });
  };
}

/** Keeps every query in step with the host's events. Called once, when the app starts. */
export function followHostChanges(client: QueryClient): () => void {
  return host.on('areas.changed', ({ areas }) => {
    const isOtherFile = areas.includes('workspace');
    if (isOtherFile) {
      // Another file may be open: a room must not begin with what the one before it held.
      client.removeQueries({
        type: 'inactive',
        predicate: (query) => showsAny(query.queryKey, areas),
      });
    }
    void client.invalidateQueries({
      predicate: ({ queryKey, queryHash }) =>
        showsAny(queryKey, areas) && (isOtherFile || !heldBack.has(queryHash)),
    });
  });
}

function showsAny(key: QueryKey, areas: readonly Area[]): boolean {
  const method = key[0];
  return isMethodName(method) && contract[method].shows.some((area) => areas.includes(area));
}
