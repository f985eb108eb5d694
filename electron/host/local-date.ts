/** Today as `YYYY-MM-DD` in the time zone of this computer, which is the user's. */
export function localToday(now = new Date()): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const day = String(now.getDate()).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${day}`;
}

/** Now as `YYYY-MM-DD HH:MM` in the same time zone. */
export function localMinute(now = new Date()): string {
  const hour = String(now.getHours()).padStart(2, '0');
  const minute = String(now.getMinutes()).padStart(2, '0');
  return `${localToday(now)} ${hour}:${minute}`;
}

/** Until the next day begins in the same time zone, also where that day has 23 or 25 hours; never 0. */
export function millisecondsToMidnight(now: Date): number {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return next.getTime() - now.getTime();
}

/** Now as `YYYY-MM-DDTHH:MM:SS` in the same time zone, as moments of handling are kept. */
export function localMoment(now = new Date()): string {
  const second = String(now.getSeconds()).padStart(2, '0');
  return `${localMinute(now).replace(' ', 'T')}:${second}`;
}
