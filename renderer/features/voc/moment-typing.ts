import { dateFromTyping } from '../../shared/ui/date-typing.ts';

/** Reads `2026-11-21` or `2026-11-21 09:30` as typed; null when it is no moment. */
export function momentFromTyping(typed: string, today: Date): string | null {
  const match = /^(.*?)(?:[\sT]+(\d{1,2}):(\d{2}))?$/.exec(typed.trim());
  const date = dateFromTyping(match?.[1] ?? '', today);
  if (date === null || date === '') return null;
  const [hour, minute] = [match?.[2], match?.[3]];
  if (hour === undefined || minute === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return `${date}T${hour.padStart(2, '0')}:${minute}`;
}

/** `2026-11-21 09:30`, local time. */
export function spokenMoment(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
