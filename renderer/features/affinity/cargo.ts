import type { AffinityGroupChoice } from '../../../core/contract/affinity.contract.ts';
import { host } from '../../shared/host/host-client.ts';

/** What is picked up: VOC of the pool, by cards and whole stacks, or evidence of one requirement. */
export type Cargo =
  | { from: 'pool'; stacks: AffinityGroupChoice[]; cardIds: number[] }
  | { from: 'requirement'; requirementId: number; cardIds: number[] };

export interface CargoIds {
  ids: number[];
  /** VOC that are left behind, because no more than 100,000 are assigned at once. */
  leftBehind: number;
}

/** Every VOC of the cargo, each once; a stack is asked for as it is now. */
export async function idsOfCargo(
  cargo: Cargo,
  suggestionId: string,
  search: string,
): Promise<CargoIds> {
  const ids = new Set(cargo.cardIds);
  let leftBehind = 0;
  if (cargo.from === 'pool') {
    for (const group of cargo.stacks) {
      const found = await host.call('affinity.listIds', {
        suggestionId,
        group,
        search: group === 'all' ? search : '',
      });
      for (const id of found.ids) ids.add(id);
      leftBehind += found.total - found.ids.length;
    }
  }
  const taken = [...ids].slice(0, mostAtOnce);
  return { ids: taken, leftBehind: leftBehind + ids.size - taken.length };
}

const mostAtOnce = 100_000;

export function isEmptyCargo(cargo: Cargo): boolean {
  return cargo.cardIds.length === 0 && (cargo.from === 'requirement' || cargo.stacks.length === 0);
}
