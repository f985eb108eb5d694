import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect } from 'react';
import type { HouseSummary } from '../../../core/contract/house.contract.ts';
import { useHostQuery } from '../host/host-queries.ts';
import { usePreference } from '../host/preferences.ts';
import { setHouseBesideTrail } from '../trail/trail-store.ts';

export interface ChosenHouse {
  /** Undefined while they are fetched. */
  houses: HouseSummary[] | undefined;
  house: HouseSummary | null;
  choose: (id: number) => void;
}

/** The house of the link, else the one worked on last, else the first; the same on all its faces. */
export function useChosenHouse(): ChosenHouse {
  const { id } = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data: houses } = useHostQuery('house.list', {});
  const [remembered, remember] = usePreference<number>('house.id', 0);
  const find = (wanted: number | undefined) => houses?.find((house) => house.id === wanted);
  const house = find(id) ?? find(remembered) ?? houses?.[0] ?? null;
  const houseId = house?.id ?? null;
  useEffect(() => {
    setHouseBesideTrail(houseId);
    return () => setHouseBesideTrail(null);
  }, [houseId]);
  const choose = useCallback(
    (chosen: number) => {
      remember(chosen);
      void navigate({ to: '.', search: { id: chosen } });
    },
    [remember, navigate],
  );
  return { houses, house, choose };
}
