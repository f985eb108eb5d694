import type { z } from 'zod';
import { isScale } from '../domain/box/top-boxes.ts';
import { addFault } from './calc-error.ts';

type Path = (string | number)[];

/** Two numbers must be the ends of a scale. Says so, and answers true, where they cannot be. */
export function refuseBadScale(
  context: z.RefinementCtx,
  [min, max]: readonly [number, number],
  path: Path,
): boolean {
  if (isScale(min, max)) return false;
  addFault(context, {
    code: 'calc.badScale',
    path,
    message: `A scale cannot go from ${min} to ${max}: give the least answer first, then the greatest.`,
  });
  return true;
}

/** An answer must lie on its scale. Says so, and answers true, where it does not. */
export function refuseOutOfScale(
  context: z.RefinementCtx,
  answer: number,
  [min, max]: readonly [number, number],
  path: Path,
): boolean {
  if (answer >= min && answer <= max) return false;
  addFault(context, {
    code: 'calc.outOfScale',
    path,
    message: `${answer} lies outside the scale from ${min} to ${max}.`,
  });
  return true;
}
