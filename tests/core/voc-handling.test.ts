import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VocStatus, vocDueStates, vocStatuses } from '../../core/contract/voc.contract.ts';
import { calendarDaysBetween } from '../../core/domain/action/action-due.ts';
import { addWorkingDays, dueOnBy, dueOnByRules } from '../../core/domain/voc/due-rules.ts';
import {
  addCalendarDays,
  answeredAt,
  endOfWeek,
  type Handling,
  isAllowedMove,
  isWaiting,
  momentsAfter,
  vocDueState,
  weekdayOf,
} from '../../core/domain/voc/handling.ts';
import { daysToReply, onTimeRate } from '../../core/domain/voc/on-time.ts';

const aDate = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => addCalendarDays('1990-01-01', days));
const aStatus = fc.constantFrom(...vocStatuses);

const fresh: Handling = { status: 'received', dueOn: null, repliedAt: null, closedAt: null };

describe('the way of a VOC', () => {
  it('goes forward by any number of steps, and back only to be handled again', () => {
    const allowed = vocStatuses.flatMap((from) =>
      vocStatuses.filter((to) => isAllowedMove(from, to)).map((to) => `${from}→${to}`),
    );
    expect(allowed).toEqual([
      'received→inProgress',
      'received→replied',
      'received→closed',
      'inProgress→replied',
      'inProgress→closed',
      'replied→inProgress',
      'replied→closed',
      'closed→inProgress',
    ]);
  });

  it('remembers when it was answered and when it ended, and forgets both when it is reopened', () => {
    const replied = momentsAfter(fresh, 'replied', '2026-03-02T10:00:00');
    expect(replied).toEqual({
      repliedAt: '2026-03-02T10:00:00',
      closedAt: null,
      keepsEscalation: true,
    });
    const closed = momentsAfter(
      { ...fresh, ...replied, status: 'replied' },
      'closed',
      '2026-03-03T10:00:00',
    );
    expect(closed).toMatchObject({
      repliedAt: '2026-03-02T10:00:00',
      closedAt: '2026-03-03T10:00:00',
    });
    expect(
      momentsAfter({ ...fresh, ...closed, status: 'closed' }, 'inProgress', '2026-03-04T10:00:00'),
    ).toEqual({ repliedAt: null, closedAt: null, keepsEscalation: false });
  });

  it('has an answer exactly while it waits for none, whatever steps led there', () => {
    fc.assert(
      fc.property(fc.array(aStatus, { maxLength: 12 }), (wanted) => {
        let voc = fresh;
        wanted.forEach((to, place) => {
          if (!isAllowedMove(voc.status, to)) return;
          const now = `${addCalendarDays('2026-03-02', place)}T10:00:00`;
          const { repliedAt, closedAt } = momentsAfter(voc, to, now);
          voc = { ...voc, status: to, repliedAt, closedAt };
        });
        expect(answeredAt(voc) === null).toBe(isWaiting(voc.status));
        expect(voc.closedAt !== null).toBe(voc.status === 'closed');
      }),
    );
  });
});

describe('the state against the due date', () => {
  // 2026-03-04 is a Wednesday; its week ends on Sunday the 8th.
  it.each([
    ['received', '2026-03-03', 'overdue'],
    ['inProgress', '2026-03-04', 'today'],
    ['received', '2026-03-05', 'thisWeek'],
    ['received', '2026-03-08', 'thisWeek'],
    ['received', '2026-03-09', 'later'],
  ] as const)(
    'of one that is %s and due on %s is %s on Wednesday the 4th',
    (status, dueOn, state) => {
      expect(vocDueState({ ...fresh, status, dueOn }, '2026-03-04')).toBe(state);
    },
  );

  it('of an answered one says whether the answer came by the end of the day', () => {
    const answered: Handling = { ...fresh, status: 'replied', dueOn: '2026-03-04' };
    const at = (repliedAt: string) => vocDueState({ ...answered, repliedAt }, '2026-05-01');
    expect(at('2026-03-04T23:59:59')).toBe('onTime');
    expect(at('2026-03-05T00:00:00')).toBe('late');
  });

  it('goes by the end where nobody answered, and by the answer where both are there', () => {
    const closed: Handling = {
      ...fresh,
      status: 'closed',
      dueOn: '2026-03-04',
      closedAt: '2026-03-10T09:00:00',
    };
    expect(vocDueState(closed, '2026-05-01')).toBe('late');
    expect(vocDueState({ ...closed, repliedAt: '2026-03-03T09:00:00' }, '2026-05-01')).toBe(
      'onTime',
    );
  });

  it('is none without a due date, and where nobody knows when the answer came', () => {
    expect(vocDueState(fresh, '2026-03-04')).toBe('none');
    expect(vocDueState({ ...fresh, status: 'closed', dueOn: '2026-03-01' }, '2026-03-04')).toBe(
      'none',
    );
  });

  it('is one of the known states for every VOC, and no VOC that waits is late', () => {
    const moment = fc.option(aDate.map((date) => `${date}T12:00:00`));
    fc.assert(
      fc.property(
        aStatus,
        fc.option(aDate),
        moment,
        moment,
        aDate,
        (status, dueOn, a, b, today) => {
          const state = vocDueState({ status, dueOn, repliedAt: a, closedAt: b }, today);
          expect(vocDueStates).toContain(state);
          const judgedByAnswer = state === 'onTime' || state === 'late';
          if (judgedByAnswer) expect(isWaiting(status)).toBe(false);
        },
      ),
    );
  });
});

describe('due dates by rule', () => {
  const voc = {
    receivedAt: '2026-03-06T15:30',
    channel: 'phone',
    kind: 'complaint',
    severity: 4,
  } as const;
  const rule = { days: 7, workingDays: false, channel: null, kind: null, minSeverity: null };

  it('come from the first rule that fits', () => {
    const rules = [
      { ...rule, kind: 'suggestion' as const, days: 14 },
      { ...rule, minSeverity: 4, days: 3 },
      rule,
    ];
    expect(dueOnByRules(voc, rules)).toBe('2026-03-09');
    expect(dueOnByRules({ ...voc, severity: null }, rules)).toBe('2026-03-13');
    expect(dueOnByRules({ ...voc, kind: 'suggestion' }, rules)).toBe('2026-03-20');
    expect(dueOnByRules({ ...voc, channel: 'web' }, [{ ...rule, channel: 'phone' }])).toBeNull();
    expect(dueOnByRules(voc, [])).toBeNull();
  });

  // 2026-03-02 is a Monday.
  it.each([
    ['2026-03-02', 5, '2026-03-09'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-06', 7, '2026-03-17'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-03-08', 0, '2026-03-09'],
    ['2026-03-06', 0, '2026-03-06'],
  ])('%s and %i working days end on %s', (date, days, due) => {
    expect(addWorkingDays(date, days)).toBe(due);
  });

  it('count exactly the Mondays to Fridays after the day of receipt', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 300 }), (date, days) => {
        const due = addWorkingDays(date, days);
        let counted = 0;
        for (let day = addCalendarDays(date, 1); day <= due; day = addCalendarDays(day, 1)) {
          if (weekdayOf(day) <= 5) counted += 1;
        }
        expect(counted).toBe(days);
        expect(weekdayOf(due)).toBeLessThanOrEqual(5);
      }),
    );
  });

  it('never lie before the receipt, and later with more days', () => {
    fc.assert(
      fc.property(
        aDate,
        fc.integer({ min: 0, max: 3650 }),
        fc.boolean(),
        (date, days, workingDays) => {
          const due = dueOnBy({ days, workingDays }, date);
          expect(calendarDaysBetween(date, due)).toBeGreaterThanOrEqual(days);
          expect(dueOnBy({ days: days + 1, workingDays }, date) >= due).toBe(true);
        },
      ),
    );
  });

  it('know where a week ends', () => {
    expect(endOfWeek('2026-03-02')).toBe('2026-03-08');
    expect(endOfWeek('2026-03-08')).toBe('2026-03-08');
  });
});

describe('the rate of answers on time', () => {
  it('leaves out what still has time and what has no date', () => {
    const rate = onTimeRate({ onTime: 45, late: 3, overdue: 2, today: 9, later: 80, none: 70 });
    expect(rate).toMatchObject({ onTime: 45, judged: 50, rate: 0.9 });
    // Wilson's score interval of 45/50, worked by hand.
    expect(rate.ci95?.[0]).toBeCloseTo(0.7864, 4);
    expect(rate.ci95?.[1]).toBeCloseTo(0.95652, 4);
  });

  it('is no figure where nothing can be judged', () => {
    expect(onTimeRate({ later: 3 })).toEqual({ onTime: 0, judged: 0, rate: null, ci95: null });
  });
});

describe('the days to an answer', () => {
  it('are told by their median and the 90th percentile, as Excel gives them', () => {
    // 0, 1, 1, 2, 2, 2, 3, 5, 8, 13
    const counts = [1, 2, 3, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1];
    const reply = daysToReply(counts);
    expect(reply).toMatchObject({ answered: 10, median: 2 });
    expect(reply.p90).toBeCloseTo(8.5, 12);
    expect(daysToReply([1, 1])).toEqual({ answered: 2, median: 0.5, p90: 0.9 });
    expect(daysToReply([])).toEqual({ answered: 0, median: null, p90: null });
  });
});

describe('every status', () => {
  it('can be reached again from every other but 접수', () => {
    const reaches = (from: VocStatus, to: VocStatus): boolean =>
      isAllowedMove(from, to) ||
      vocStatuses.some((middle) => isAllowedMove(from, middle) && isAllowedMove(middle, to));
    for (const from of vocStatuses) {
      for (const to of ['inProgress', 'replied', 'closed'] as const) {
        if (from !== to) expect(reaches(from, to)).toBe(true);
      }
    }
  });
});
