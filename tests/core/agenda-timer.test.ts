import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgendaEvent } from '../../core/contract/workshop.contract.ts';
import { agendaSlots, agendaState } from '../../core/domain/workshop/agenda-timer.ts';

const minute = 60_000;
const items = [
  { id: 1, title: '목표 공유', plannedMinutes: 10 },
  { id: 2, title: '관계 채점', plannedMinutes: 40 },
  { id: 3, title: 'CSF 합의', plannedMinutes: 30 },
];
const at = (minutes: number, itemId: number, act: AgendaEvent['act']): AgendaEvent => ({
  itemId,
  act,
  at: minutes * minute,
});
const minutesOf = (
  events: readonly AgendaEvent[],
  now: number,
  scheduled: number | null = null,
) => {
  const state = agendaState(items, events, now * minute, scheduled);
  return {
    ...state,
    items: state.items.map((item) => [
      item.status,
      item.spent / minute,
      item.remaining / minute,
      item.overrun / minute,
    ]),
    end: state.projectedEnd / minute,
    delay: state.delay / minute,
  };
};

describe('the timer of an agenda', () => {
  it('waits until somebody starts, and says when it would end if that were now', () => {
    expect(minutesOf([], 100)).toMatchObject({
      items: [
        ['waiting', 0, 10, 0],
        ['waiting', 0, 40, 0],
        ['waiting', 0, 30, 0],
      ],
      runningId: null,
      startedAt: null,
      end: 180,
      delay: 0,
    });
  });

  it('counts what runs, what is left and what is over, and projects the end', () => {
    const events = [at(0, 1, 'start'), at(8, 1, 'finish'), at(8, 2, 'start')];
    expect(minutesOf(events, 58)).toMatchObject({
      items: [
        ['finished', 8, 0, 0],
        ['running', 50, 0, 10],
        ['waiting', 0, 30, 0],
      ],
      runningId: 2,
      end: 88,
      delay: 8,
    });
  });

  it('stops counting in a pause, which moves the end', () => {
    const events = [at(0, 1, 'start'), at(4, 1, 'pause'), at(9, 1, 'start')];
    expect(minutesOf(events.slice(0, 2), 9)).toMatchObject({ delay: 5, runningId: null });
    expect(minutesOf(events, 12).items[0]).toEqual(['running', 7, 3, 0]);
  });

  it('runs one item at a time: starting another pauses it', () => {
    const events = [at(0, 1, 'start'), at(3, 2, 'start'), at(5, 1, 'start')];
    expect(minutesOf(events, 6).items.slice(0, 2)).toEqual([
      ['running', 4, 6, 0],
      ['paused', 2, 38, 0],
    ]);
  });

  it('takes a finished item up again, and skips one that was never started', () => {
    const events = [
      at(0, 1, 'start'),
      at(12, 1, 'finish'),
      at(12, 2, 'finish'),
      at(20, 1, 'start'),
    ];
    const state = minutesOf(events, 21);
    expect(state.items.slice(0, 2)).toEqual([
      ['running', 13, 0, 3],
      ['skipped', 0, 0, 0],
    ]);
  });

  it('does not run backwards when the clock is set back, nor stumble over items that are gone', () => {
    const events = [
      at(10, 1, 'start'),
      at(4, 1, 'finish'),
      at(11, 99, 'start'),
      at(11, 3, 'pause'),
    ];
    expect(minutesOf(events, 2).items).toEqual([
      ['finished', 0, 0, 0],
      ['waiting', 0, 40, 0],
      ['waiting', 0, 30, 0],
    ]);
  });

  it('measures delay against the hour that was set, if one was', () => {
    expect(minutesOf([at(5, 1, 'start')], 5, 0)).toMatchObject({ delay: 5 });
  });

  it('lays out the plan before the start, and then what was and what is to come', () => {
    const slots = (events: readonly AgendaEvent[], now: number) =>
      agendaSlots(agendaState(items, events, now * minute)).map(
        (slot) => slot && [slot.from / minute, slot.to / minute],
      );
    expect(slots([], 100)).toEqual([
      [100, 110],
      [110, 150],
      [150, 180],
    ]);
    // The first was done early, the second runs late.
    const early = [at(0, 1, 'start'), at(4, 1, 'finish'), at(4, 2, 'start')];
    expect(slots(early, 20)).toEqual([
      [0, 4],
      [4, 44],
      [44, 74],
    ]);
    expect(slots(early, 50)).toEqual([
      [0, 4],
      [4, 50],
      [50, 80],
    ]);
    // What was begun and waits goes on after what runs; what was skipped took no time.
    expect(slots([at(0, 2, 'start'), at(10, 3, 'start'), at(10, 1, 'finish')], 15)).toEqual([
      null,
      [0, 70],
      [10, 40],
    ]);
  });

  it('never counts two items at once: what was spent is no more than what has passed', () => {
    const event = fc.record({
      itemId: fc.constantFrom(1, 2, 3, 4),
      act: fc.constantFrom('start' as const, 'pause' as const, 'finish' as const),
      at: fc.integer({ min: 0, max: 100 * minute }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.nat(50 * minute), (events, later) => {
        const now = 100 * minute + later;
        const state = agendaState(items, events, now);
        expect(state.spent).toBeLessThanOrEqual(now - (state.startedAt ?? now));
        expect(state.items.filter(({ status }) => status === 'running').length).toBeLessThan(2);
        for (const item of state.items) {
          expect(item.spent).toBeGreaterThanOrEqual(0);
          expect(item.remaining === 0 || item.overrun === 0).toBe(true);
        }
        expect(state.projectedEnd).toBeGreaterThanOrEqual(now);
      }),
    );
  });
});
