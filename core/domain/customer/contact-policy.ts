import type {
  ContactChannel,
  ContactPolicy,
  ContactPreference,
  ContactWarning,
} from '../../contract/customer.contract.ts';

/** A contact planned for a customer, and what is known of earlier ones. */
export interface PlannedContact {
  preference: ContactPreference;
  channel: ContactChannel;
  /** Calendar date, `YYYY-MM-DD`. */
  on: string;
  /** It answers a VOC of the customer's own: no approach, so only their wishes count. */
  answersVoc: boolean;
  /** Calendar dates of the customer's other contacts that answered no VOC, in any order. */
  approaches: readonly string[];
  /** null: the company set no limit. */
  policy: ContactPolicy | null;
}

/**
 * What speaks against contacting a customer ("no stalking"): their refusal, another channel than the
 * one they asked for, too many approaches in any window of `windowDays` days that holds the planned
 * one, too few days since the last (or to the next) one. Worst first; empty when nothing does.
 *
 * Days are calendar days. A window of 30 days that ends on the 30th begins on the 1st. `quietDays` = 7
 * after a contact on the 1st means: not before the 8th. `freeOn` is the first later day on which that
 * same warning would not come.
 */
export function contactWarnings(planned: PlannedContact): ContactWarning[] {
  const warnings: ContactWarning[] = [...wishes(planned)];
  if (planned.answersVoc || planned.policy === null) return warnings;
  const days = planned.approaches.map(dayNumber).sort((a, b) => a - b);
  const on = dayNumber(planned.on);
  const { policy } = planned;
  const many = tooMany(days, on, policy);
  if (many > 0) {
    warnings.push({
      kind: 'tooMany',
      count: many,
      maxContacts: policy.maxContacts,
      windowDays: policy.windowDays,
      freeOn: firstFree(on, (day) => tooMany(days, day, policy) === 0),
    });
  }
  const near = nearest(days, on);
  if (near !== null && isTooSoon(near, on, policy)) {
    warnings.push({
      kind: 'tooSoon',
      lastOn: dateOf(near),
      quietDays: policy.quietDays,
      freeOn: firstFree(on, (day) => !days.some((other) => isTooSoon(other, day, policy))),
    });
  }
  return warnings;
}

function* wishes({ preference, channel }: PlannedContact): Generator<ContactWarning> {
  if (preference === 'none') yield { kind: 'refused' };
  else if (preference !== 'any' && preference !== channel) {
    yield { kind: 'otherChannel', preferred: preference };
  }
}

/** How many approaches already lie in the fullest window that holds `on`; 0 when it has room for one. */
function tooMany(days: readonly number[], on: number, policy: ContactPolicy): number {
  let fullest = 0;
  for (let from = on - policy.windowDays + 1; from <= on; from++) {
    const to = from + policy.windowDays - 1;
    const inside = days.filter((day) => day >= from && day <= to).length;
    fullest = Math.max(fullest, inside);
  }
  return fullest >= policy.maxContacts ? fullest : 0;
}

function isTooSoon(other: number, on: number, { quietDays }: ContactPolicy): boolean {
  return quietDays > 0 && Math.abs(on - other) < quietDays;
}

function nearest(days: readonly number[], on: number): number | null {
  let best: number | null = null;
  for (const day of days) {
    if (best === null || Math.abs(day - on) <= Math.abs(best - on)) best = day;
  }
  return best;
}

/** Every warning ends some window or quiet time after the last approach, so a free day is found. */
function firstFree(on: number, isFree: (day: number) => boolean): string {
  let day = on + 1;
  while (!isFree(day)) day++;
  return dateOf(day);
}

const millisecondsPerDay = 86_400_000;

function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / millisecondsPerDay);
}

function dateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}
