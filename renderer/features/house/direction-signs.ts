import type { HowDirection } from '../../../core/contract/house.contract.ts';

/** The more the better, the less the better, as close to the target as can be. */
export const directionSigns: Readonly<Record<HowDirection, string>> = {
  up: '↑',
  down: '↓',
  target: '◎',
};
