import type { WeeklyVoc } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { weeklyVoc } from '../../../core/domain/voc/weekly-voc.ts';
import { wholeDays } from '../../../core/domain/voc/whole-days.ts';
import { localToday } from '../local-date.ts';
import type { WorkspaceSession } from '../workspace-session.ts';

/** Counts of the filter by week, or its share of what `rateOf` selects: no words need be known for it. */
export async function weeklyVocOf(
  { vocIndex }: WorkspaceSession,
  filter: VocFilter,
  rateOf: VocFilter | undefined,
): Promise<WeeklyVoc> {
  const today = localToday();
  const counted = (await vocIndex.periods(filter, 'week')).periods;
  const whole = rateOf === undefined ? null : (await vocIndex.periods(rateOf, 'week')).periods;
  const days = (await vocIndex.periods(filter, 'day')).periods;
  const all = (await vocIndex.periods({}, 'day')).periods;
  const [first, last] = [all[0], all.at(-1)];
  return weeklyVoc({
    counted,
    whole,
    wholeDays: wholeDays({
      ...filter,
      known:
        first === undefined || last === undefined ? null : { first: first.from, last: last.to },
      today,
    }),
    lastDay: days.findLast(({ from, count }) => from <= today && count > 0)?.from ?? null,
  });
}
