import type { AgendaRow, WorkshopView } from '../../../core/contract/workshop.contract.ts';
import {
  type AgendaItem,
  type AgendaItemState,
  type AgendaState,
  agendaState,
} from '../../../core/domain/workshop/agenda-timer.ts';

function agendaItemsOf(agenda: readonly AgendaRow[]): AgendaItem[] {
  return agenda.map(({ id, name, minutes }) => ({ id, title: name, plannedMinutes: minutes }));
}

/** Where the workshop stands at `now`, in milliseconds; once all is over, where it stood at its end. */
export function clockOf(
  { agenda, agendaEvents }: Pick<WorkshopView, 'agenda' | 'agendaEvents'>,
  now: number,
): AgendaState {
  const items = agendaItemsOf(agenda);
  const state = agendaState(items, agendaEvents, now);
  return isAllOver(state) ? agendaState(items, agendaEvents, 0) : state;
}

export function isOver({ status }: AgendaItemState): boolean {
  return status === 'finished' || status === 'skipped';
}

export function isAllOver({ items }: AgendaState): boolean {
  return items.length > 0 && items.every(isOver);
}

/** The item the room is at: the one that runs, else the last that was paused, else the next to come. */
export function currentItemId({ items, runningId }: AgendaState): number | null {
  if (runningId !== null) return runningId;
  const paused = items.findLast(({ status }) => status === 'paused');
  return paused?.id ?? items.find(({ status }) => status === 'waiting')?.id ?? null;
}

/** The first item after `id` that has not been begun. */
export function nextItemId({ items }: AgendaState, id: number | null): number | null {
  const from = items.findIndex((item) => item.id === id) + 1;
  return items.slice(from).find(({ status }) => status === 'waiting')?.id ?? null;
}

/** `4:05`, or `1:04:05` from an hour on; whole seconds, without sign. */
export function durationText(milliseconds: number): string {
  const seconds = Math.round(Math.abs(milliseconds) / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/** `14:05` on this computer's clock. */
export function timeOfDay(milliseconds: number): string {
  return new Date(milliseconds).toLocaleTimeString('sv-SE', { timeStyle: 'short' });
}

/** An item takes so long at most; the contract takes no more. */
export const mostMinutes = 600;

/** Whole minutes as a person types them; null for what is none. */
export function minutesTyped(text: string): number | null {
  const digits = /^(\d{1,3})\s*(?:분|min)?$/.exec(text.normalize('NFKC').trim())?.[1];
  const minutes = Number(digits ?? 0);
  return minutes >= 1 && minutes <= mostMinutes ? minutes : null;
}
