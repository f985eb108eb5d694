import type { HandlingFigures } from '../../contract/handling.contract.ts';
import { type VocDueState, vocDueStates } from '../../contract/voc.contract.ts';
import { calendarDaysBetween } from '../action/action-due.ts';
import { answeredAt, type Handling, isWaiting, vocDueState } from './handling.ts';
import { daysToReply, onTimeRate } from './on-time.ts';

/** What is counted of each VOC. */
export interface TalliedVoc extends Handling {
  receivedAt: string;
  handlingSatisfaction: number | null;
}

/** Counts of a set of VOC, to add to one by one. */
export interface HandlingTally {
  received: number;
  answered: number;
  closed: number;
  dueStates: Partial<Record<VocDueState, number>>;
  /** How many were answered d days after their day of receipt, at place d. */
  days: number[];
  satisfactionSum: number;
  satisfactionCount: number;
}

/** Longer answers are counted as this many days, so that a date typed wrong costs no memory. */
const mostDays = 3_650;

export function emptyTally(): HandlingTally {
  return {
    received: 0,
    answered: 0,
    closed: 0,
    dueStates: {},
    days: [],
    satisfactionSum: 0,
    satisfactionCount: 0,
  };
}

/** Adds one VOC as it stands on `today` (`YYYY-MM-DD`). An answer dated before the receipt took 0 days. */
export function addToTally(tally: HandlingTally, voc: TalliedVoc, today: string): void {
  tally.received += 1;
  if (!isWaiting(voc.status)) tally.answered += 1;
  if (voc.status === 'closed') tally.closed += 1;
  const state = vocDueState(voc, today);
  tally.dueStates[state] = (tally.dueStates[state] ?? 0) + 1;
  const answered = answeredAt(voc);
  if (answered !== null) {
    const days = calendarDaysBetween(voc.receivedAt.slice(0, 10), answered.slice(0, 10));
    const place = Math.min(mostDays, Math.max(0, days));
    while (tally.days.length <= place) tally.days.push(0);
    tally.days[place] = (tally.days[place] ?? 0) + 1;
  }
  if (voc.handlingSatisfaction !== null) {
    tally.satisfactionSum += voc.handlingSatisfaction;
    tally.satisfactionCount += 1;
  }
}

/** Adds what another set of VOC counted. */
export function mergeTally(into: HandlingTally, other: HandlingTally): void {
  into.received += other.received;
  into.answered += other.answered;
  into.closed += other.closed;
  for (const state of vocDueStates) {
    const count = other.dueStates[state] ?? 0;
    if (count > 0) into.dueStates[state] = (into.dueStates[state] ?? 0) + count;
  }
  while (into.days.length < other.days.length) into.days.push(0);
  for (const [days, count] of other.days.entries())
    into.days[days] = (into.days[days] ?? 0) + count;
  into.satisfactionSum += other.satisfactionSum;
  into.satisfactionCount += other.satisfactionCount;
}

export function figuresOf(tally: HandlingTally): HandlingFigures {
  const { received, answered, closed, dueStates, satisfactionCount: count } = tally;
  const { median, p90 } = daysToReply(tally.days);
  const mean = count === 0 ? null : tally.satisfactionSum / count;
  return {
    received,
    answered,
    closed,
    dueStates,
    ...onTimeRate(dueStates),
    medianDays: median,
    p90Days: p90,
    satisfaction: { mean, count },
  };
}
