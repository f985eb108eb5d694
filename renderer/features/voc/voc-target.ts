import { AppError } from '../../../core/contract/app-error.ts';
import { host } from '../../shared/host/host-client.ts';
import type { VocTarget } from './voc-selection.ts';

/** The most VOC that are named one by one to the host. */
const mostNamed = 100_000;

/** The ids of what is ticked, for what works on VOC named one by one. */
export async function idsOfTarget({ selection, count }: VocTarget): Promise<number[]> {
  if ('ids' in selection) return selection.ids;
  if (count > mostNamed) throw new AppError('voc.tooManyAtOnce', { most: mostNamed });
  const except = new Set(selection.except);
  const { ids } = await host.call('voc.listIds', { filter: selection.filter });
  return ids.filter((id) => !except.has(id));
}
