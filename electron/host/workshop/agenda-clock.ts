import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { type AgendaState, agendaState } from '../../../core/domain/workshop/agenda-timer.ts';

/** Where a workshop stands by this computer's clock. */
export function agendaClock({
  agenda,
  agendaEvents,
}: Pick<WorkshopView, 'agenda' | 'agendaEvents'>): AgendaState {
  const items = agenda.map(({ id, name, minutes }) => ({
    id,
    title: name,
    plannedMinutes: minutes,
  }));
  return agendaState(items, agendaEvents, Date.now());
}
