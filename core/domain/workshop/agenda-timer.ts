import type { AgendaEvent } from '../../contract/workshop.contract.ts';
/** One item of a workshop's agenda. */
export interface AgendaItem {
  id: number;
  title: string;
  /** ≥ 0. */
  plannedMinutes: number;
}

export type AgendaItemStatus =
  | 'waiting'
  | 'running'
  | 'paused'
  | 'finished'
  /** Finished without having been started. */
  | 'skipped';

/** Times in milliseconds. */
export interface AgendaItemState {
  id: number;
  status: AgendaItemStatus;
  /** First start; null before. */
  startedAt: number | null;
  finishedAt: number | null;
  /** Time it ran, without pauses. */
  spent: number;
  /** What is left of the plan; 0 when it is used up, or the item is over. */
  remaining: number;
  /** Time it ran beyond the plan. */
  overrun: number;
}

export interface AgendaState {
  /** In the order of the agenda. */
  items: AgendaItemState[];
  /** The item that runs; null when none does. */
  runningId: number | null;
  planned: number;
  spent: number;
  /** When the first item started. */
  startedAt: number | null;
  /** Now and what is left of the items that are not over, one after the other, without breaks. */
  projectedEnd: number;
  /** Projected end against the plan, which begins at `scheduledStart`; negative when early. */
  delay: number;
}

const minute = 60_000;

/**
 * Where a workshop stands at `now`, from its agenda and what was done so far. No clock runs in here: the
 * screen asks again every second, and after a restart of the program the same events give the same state.
 *
 * Events count in the order given. A time before that of the event before it (a clock that was set back)
 * counts as the same time, and so does a `now` before the last event. Events of items that are not in the
 * agenda are ignored, and so is a pause of an item that does not run. Without `scheduledStart` the plan
 * begins with the first start, or now.
 */
export function agendaState(
  items: readonly AgendaItem[],
  events: readonly AgendaEvent[],
  now: number,
  scheduledStart: number | null = null,
): AgendaState {
  const known = new Set(items.map(({ id }) => id));
  const clocks = new Map(items.map(({ id }) => [id, newClock()]));
  let time = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    if (!known.has(event.itemId)) continue;
    time = Math.max(time, event.at);
    const clock = clocks.get(event.itemId);
    if (event.act === 'start') for (const other of clocks.values()) stop(other, time);
    if (clock !== undefined) apply(clock, event.act, time);
  }
  const present = Math.max(time, now);
  const states = items.map((item) => stateOf(item, clocks.get(item.id) ?? newClock(), present));
  const sum = (of: (state: AgendaItemState) => number) =>
    states.reduce((total, state) => total + of(state), 0);
  const starts = states.flatMap(({ startedAt }) => startedAt ?? []);
  const startedAt = starts.length === 0 ? null : Math.min(...starts);
  const planned = items.reduce((total, item) => total + item.plannedMinutes * minute, 0);
  const projectedEnd = present + sum(({ remaining }) => remaining);
  return {
    items: states,
    runningId: states.find(({ status }) => status === 'running')?.id ?? null,
    planned,
    spent: sum(({ spent }) => spent),
    startedAt,
    projectedEnd,
    delay: projectedEnd - ((scheduledStart ?? startedAt ?? present) + planned),
  };
}

export interface AgendaSlot {
  from: number;
  to: number;
}

/**
 * When each item began and ended, in milliseconds; of what is not over, when it will be: what runs first, the
 * others after it in their order, without breaks. null for what was skipped.
 */
export function agendaSlots({
  items,
  runningId,
  projectedEnd,
}: AgendaState): (AgendaSlot | null)[] {
  const left = items.reduce((sum, { remaining }) => sum + remaining, 0);
  const running = items.find(({ id }) => id === runningId);
  const runningEnd = projectedEnd - left + (running?.remaining ?? 0);
  let next = runningEnd;
  return items.map((item) => {
    if (item.status === 'skipped') return null;
    if (item.startedAt !== null && item.finishedAt !== null) {
      return { from: item.startedAt, to: item.finishedAt };
    }
    if (item === running) return { from: item.startedAt ?? runningEnd, to: runningEnd };
    const from = next;
    next += item.remaining;
    return { from: item.startedAt ?? from, to: next };
  });
}

interface ItemClock {
  status: AgendaItemStatus;
  startedAt: number | null;
  finishedAt: number | null;
  /** Of the runs that are over. */
  spent: number;
  runningSince: number;
}

function newClock(): ItemClock {
  return { status: 'waiting', startedAt: null, finishedAt: null, spent: 0, runningSince: 0 };
}

function apply(clock: ItemClock, act: AgendaEvent['act'], time: number): void {
  if (act === 'pause') {
    stop(clock, time);
  } else if (act === 'finish') {
    stop(clock, time);
    clock.status = clock.startedAt === null ? 'skipped' : 'finished';
    clock.finishedAt = time;
  } else {
    clock.status = 'running';
    clock.startedAt ??= time;
    clock.finishedAt = null;
    clock.runningSince = time;
  }
}

function stop(clock: ItemClock, time: number): void {
  if (clock.status !== 'running') return;
  clock.spent += time - clock.runningSince;
  clock.status = 'paused';
}

function stateOf(item: AgendaItem, clock: ItemClock, now: number): AgendaItemState {
  const { status, startedAt, finishedAt } = clock;
  const spent = clock.spent + (status === 'running' ? now - clock.runningSince : 0);
  const left = item.plannedMinutes * minute - spent;
  const over = status === 'finished' || status === 'skipped';
  return {
    id: item.id,
    status,
    startedAt,
    finishedAt,
    spent,
    remaining: over ? 0 : Math.max(0, left),
    overrun: Math.max(0, -left),
  };
}
