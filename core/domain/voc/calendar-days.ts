const dayMs = 86_400_000;

/** Days since 1970-01-01 of the date a text begins with (`YYYY-MM-DD…`), without any time zone. */
export function dayNumber(date: string): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return Date.UTC(year, month - 1, Number(date.slice(8, 10))) / dayMs;
}

export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The Monday of the week a day is in; 1970-01-01 was a Thursday. */
export function mondayOf(day: number): number {
  return day - ((((day + 3) % 7) + 7) % 7);
}
