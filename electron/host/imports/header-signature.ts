import { createHash } from 'node:crypto';

/** Two files have it in common when their columns are called the same, in the same order. */
export function headerSignature(headers: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex');
}
