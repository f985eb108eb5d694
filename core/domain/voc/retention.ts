/**
 * The first day whose VOC are still kept: `months` full months before `today`. Both are calendar
 * dates (`YYYY-MM-DD`). A day that the month does not have becomes its last: one month before
 * 31 March is 28 (or 29) February. What was closed on that very day is kept.
 */
export function retentionCutOff(today: string, months: number): string {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1 - months;
  const day = Number(today.slice(8, 10));
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
