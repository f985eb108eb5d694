import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { NamedPlace } from './PairsEditor.tsx';

/** Every WHAT and every group of WHATs by its id. */
export function placeNames({ whats, whatGroups }: HouseView): Map<number, NamedPlace> {
  return new Map(
    [...whats, ...whatGroups].map(({ whatId, number, name }) => [whatId, { number, name }]),
  );
}
