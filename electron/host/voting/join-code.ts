import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Six digits: short enough to read off a wall and type into a phone. Guessing is what `GuessLock` is for. */
export function newJoinCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, '0');
}

export function newDeviceToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Takes the same time wherever the two differ. */
export function isSameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
