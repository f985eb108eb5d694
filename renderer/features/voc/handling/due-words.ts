import type { TFunction } from 'i18next';
import { calendarDaysBetween } from '../../../../core/domain/action/action-due.ts';
import {
  answeredAt,
  type Handling,
  isWaiting,
  vocDueState,
} from '../../../../core/domain/voc/handling.ts';

export type DueTone = 'bad' | 'warn' | 'good' | 'calm';

/** Where a VOC stands against its due date, in words; null without one. */
export function dueWords(
  voc: Handling,
  today: string,
  t: TFunction,
): { words: string; tone: DueTone } | null {
  if (voc.dueOn === null) return null;
  const state = vocDueState(voc, today);
  const late = (day: string) => calendarDaysBetween(voc.dueOn ?? day, day);
  switch (state) {
    case 'overdue':
      return { words: t('handling:due.passed', { count: late(today) }), tone: 'bad' };
    case 'today':
      return { words: t('handling:due.today'), tone: 'warn' };
    case 'onTime':
      return { words: t('handling:due.onTime'), tone: 'good' };
    case 'late': {
      const days = late((answeredAt(voc) ?? today).slice(0, 10));
      return { words: t('handling:due.late', { count: days }), tone: 'bad' };
    }
    case 'none':
      return isWaiting(voc.status) ? null : { words: t('handling:due.unknown'), tone: 'calm' };
    default:
      return {
        words: t('handling:due.left', { count: -late(today) }),
        tone: state === 'thisWeek' ? 'warn' : 'calm',
      };
  }
}
