import type { HouseView } from '../../../core/contract/house.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';

/** Null while it is fetched; the query still shows the house before while another one is. */
export function useHouseView(houseId: number): HouseView | null {
  const { data } = useHostQuery('house.get', { id: houseId });
  return data?.id === houseId ? data : null;
}
