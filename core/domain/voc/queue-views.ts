import type { HandlingGroup, QueueView } from '../../contract/handling.contract.ts';
import { type VocFilter, vocChannels, vocKinds } from '../../contract/voc.contract.ts';

/**
 * The VOC room's filter of a list of work. `me` is the person's name, null while nobody said it;
 * `mineOnly` leaves of every list what is theirs. null where a list says nothing: one's own work
 * without a name, and nobody's VOC among one's own.
 */
export function queueFilter(
  view: QueueView,
  me: string | null,
  mineOnly: boolean,
): VocFilter | null {
  const theirs = mineOnly && me !== null ? { owners: [me] } : {};
  switch (view) {
    case 'mine':
      return me === null ? null : { open: true, owners: [me] };
    case 'overdue':
      return { due: ['overdue'], ...theirs };
    case 'today':
      return { due: ['today'], ...theirs };
    case 'thisWeek':
      return { due: ['today', 'thisWeek'], ...theirs };
    case 'unowned':
      return mineOnly ? null : { open: true, owners: [''] };
    case 'waiting':
      return { statuses: ['received', 'inProgress'], ...theirs };
    case 'toClose':
      return { statuses: ['replied'], ...theirs };
    case 'escalated':
      return { open: true, escalated: true, ...theirs };
  }
}

/** The VOC room's filter of one group of a summary; '' means the VOC without the value. */
export function groupFilter(by: HandlingGroup, value: string): VocFilter {
  switch (by) {
    case 'owner':
      return { owners: [value] };
    case 'branch':
      return { branches: [value] };
    case 'kind':
      return { kinds: vocKinds.filter((kind) => kind === value) };
    case 'channel':
      return { channels: vocChannels.filter((channel) => channel === value) };
    case 'month':
      return { months: [value] };
  }
}
