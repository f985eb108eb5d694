import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactWarnings, type PlannedContact } from '../../core/domain/customer/contact-policy.ts';

const planned = (change: Partial<PlannedContact>): PlannedContact => ({
  preference: 'any',
  channel: 'phone',
  on: '2026-11-22',
  answersVoc: false,
  approaches: [],
  policy: { maxContacts: 2, windowDays: 30, quietDays: 7 },
  ...change,
});

describe('contact policy', () => {
  it('has nothing against a first contact by the channel the customer likes', () => {
    expect(contactWarnings(planned({}))).toEqual([]);
    expect(contactWarnings(planned({ preference: 'phone' }))).toEqual([]);
  });

  it('respects a refusal, also for an answer to the customer', () => {
    expect(contactWarnings(planned({ preference: 'none' }))).toEqual([{ kind: 'refused' }]);
    expect(contactWarnings(planned({ preference: 'none', answersVoc: true }))).toEqual([
      { kind: 'refused' },
    ]);
  });

  it('names the channel the customer asked for', () => {
    expect(contactWarnings(planned({ preference: 'email' }))).toEqual([
      { kind: 'otherChannel', preferred: 'email' },
    ]);
  });

  it('warns of the contact that would be one too many in the window, and says from when on it is not', () => {
    const approaches = ['2026-10-30', '2026-11-10'];
    expect(contactWarnings(planned({ approaches }))).toEqual([
      { kind: 'tooMany', count: 2, maxContacts: 2, windowDays: 30, freeOn: '2026-11-29' },
    ]);
    expect(contactWarnings(planned({ approaches, on: '2026-11-29' }))).toEqual([]);
    expect(contactWarnings(planned({ approaches, on: '2026-11-28' }))).toHaveLength(1);
  });

  it('counts days as the calendar does: 30 days before the 30th begin on the 1st', () => {
    const once = { maxContacts: 1, windowDays: 30, quietDays: 0 };
    const to30 = (day: string) =>
      contactWarnings(planned({ approaches: [day], on: '2026-11-30', policy: once }));
    expect(to30('2026-11-01')).toHaveLength(1);
    expect(to30('2026-10-31')).toEqual([]);
  });

  it('keeps the quiet days after a contact', () => {
    const policy = { maxContacts: 100, windowDays: 30, quietDays: 7 };
    expect(contactWarnings(planned({ approaches: ['2026-11-16'], policy }))).toEqual([
      { kind: 'tooSoon', lastOn: '2026-11-16', quietDays: 7, freeOn: '2026-11-23' },
    ]);
    expect(contactWarnings(planned({ approaches: ['2026-11-15'], policy }))).toEqual([]);
  });

  it('lets an answer to a VOC pass, however often one spoke', () => {
    const approaches = ['2026-11-20', '2026-11-21', '2026-11-22'];
    expect(contactWarnings(planned({ approaches, answersVoc: true }))).toEqual([]);
  });

  it('warns of nothing but wishes without a policy', () => {
    const approaches = ['2026-11-22', '2026-11-22'];
    expect(contactWarnings(planned({ approaches, policy: null }))).toEqual([]);
  });

  it('sees a contact entered for an earlier day against those that came later', () => {
    const policy = { maxContacts: 1, windowDays: 10, quietDays: 0 };
    const approaches = ['2026-11-25'];
    expect(contactWarnings(planned({ approaches, policy }))).toMatchObject([{ kind: 'tooMany' }]);
  });

  it('never lets the policy be broken by following it', () => {
    const day = fc.integer({ min: 0, max: 80 });
    const policyOf = fc.record({
      maxContacts: fc.integer({ min: 1, max: 4 }),
      windowDays: fc.integer({ min: 1, max: 20 }),
      quietDays: fc.integer({ min: 0, max: 6 }),
    });
    const dateOf = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.array(day, { maxLength: 30 }), policyOf, (wishes, policy) => {
        const kept: number[] = [];
        for (const on of wishes) {
          const approaches = kept.map(dateOf);
          const warnings = contactWarnings(planned({ approaches, policy, on: dateOf(on) }));
          if (warnings.length === 0) kept.push(on);
          for (const warning of warnings) {
            if ('freeOn' in warning) expect(warning.freeOn > dateOf(on)).toBe(true);
          }
        }
        for (let from = 0; from <= 80; from++) {
          const inside = kept.filter((on) => on >= from && on < from + policy.windowDays);
          expect(inside.length).toBeLessThanOrEqual(policy.maxContacts);
        }
        const sorted = kept.toSorted((a, b) => a - b);
        for (const [place, on] of sorted.entries()) {
          const next = sorted[place + 1];
          if (next !== undefined && policy.quietDays > 0) {
            expect(next - on).toBeGreaterThanOrEqual(policy.quietDays);
          }
        }
      }),
    );
  });
});
