import type { QueueView } from '../../contract/handling.contract.ts';
import type { VocFilter } from '../../contract/voc.contract.ts';

/**
 * The VOC room's filter of a list of work; with an owner, what of it is theirs. null where the list
 * says nothing: nobody's own work without a name, and nobody's VOC among somebody's.
 */
export function queueFilter(view: QueueView, owner: string | null): VocFilter | null {
  const theirs = owner === null ? {} : { owners: [owner] };
  switch (view) {
    case 'mine':
      return owner === null ? null : { open: true, ...theirs };
    case 'overdue':
      return { due: ['overdue'], ...theirs };
    case 'today':
      return { due: ['today'], ...theirs };
    case 'thisWeek':
      return { due: ['today', 'thisWeek'], ...theirs };
    case 'unowned':
      return owner === null ? { open: true, owners: [''] } : null;
    case 'waiting':
      return { statuses: ['received', 'inProgress'], ...theirs };
    case 'toClose':
      return { statuses: ['replied'], ...theirs };
    case 'escalated':
      return { open: true, escalated: true, ...theirs };
  }
}
