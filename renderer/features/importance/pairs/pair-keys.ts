import { saatyValues } from '../../../../core/domain/ahp/saaty-scale.ts';

/** What a key does to the comparison one is at. */
export type PairKey =
  | { kind: 'set'; ratio: number }
  | { kind: 'step'; by: 1 | -1 }
  | { kind: 'confirm' }
  | { kind: 'clear' }
  | { kind: 'next' }
  | { kind: 'previous' };

/**
 * A digit makes the left one so many times as important, with Shift the right one; the arrows move along
 * the scale, towards the one that is to matter more. By the key's place on the keyboard where a digit
 * with Shift is a sign.
 */
export function pairKeyOf(event: {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): PairKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const digit = digitOf(event);
  if (digit !== null) return { kind: 'set', ratio: event.shiftKey ? 1 / digit : digit };
  switch (event.key) {
    case 'ArrowLeft':
      return { kind: 'step', by: 1 };
    case 'ArrowRight':
      return { kind: 'step', by: -1 };
    case 'Enter':
    case ' ':
      return { kind: 'confirm' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'ArrowDown':
    case 'PageDown':
      return { kind: 'next' };
    case 'ArrowUp':
    case 'PageUp':
      return { kind: 'previous' };
    default:
      return null;
  }
}

/** 1 to 9, from either block of digits. */
export function digitOf({ key, code }: { key: string; code: string }): number | null {
  const place = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? /^[1-9]$/.exec(key)?.[0];
  return place === undefined ? null : Number(place);
}

/** The next value of the scale in a direction: 1 towards the left one. From none it starts at equal. */
export function steppedRatio(ratio: number | null, by: 1 | -1): number {
  if (ratio === null) return by === 1 ? 2 : 1 / 2;
  const at = saatyValues.findIndex((value) => value >= ratio - 1e-9);
  const exact = Math.abs((saatyValues[at] ?? 9) - ratio) < 1e-9;
  const next = exact || by === 1 ? at + (exact ? by : 0) : at - 1;
  return saatyValues[Math.min(saatyValues.length - 1, Math.max(0, next))] ?? ratio;
}
