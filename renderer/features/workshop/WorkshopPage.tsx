import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { HouseSummary } from '../../../core/contract/house.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { HouseRoom } from '../../shared/house/HouseRoom.tsx';
import { WorkshopList } from './WorkshopList.tsx';
import { WorkshopRoom } from './WorkshopRoom.tsx';

const route = getRouteApi('/house/workshop');

/** A house in a room full of people: who thinks what, what is discussed, and what is agreed. */
export function WorkshopPage() {
  return <HouseRoom face="workshop">{(house) => <Workshops house={house} />}</HouseRoom>;
}

function Workshops({ house }: { house: HouseSummary }) {
  const { workshopId } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: workshops } = useHostQuery('workshop.list', { houseId: house.id });
  const open = useCallback(
    (id: number | null) =>
      void navigate({ search: { id: house.id, ...(id === null ? {} : { workshopId: id }) } }),
    [navigate, house.id],
  );
  if (workshops === undefined) return null;
  const chosen = workshops.find(({ id }) => id === workshopId);
  return chosen === undefined ? (
    <WorkshopList house={house} workshops={workshops} onOpen={open} />
  ) : (
    <WorkshopRoom key={chosen.id} workshopId={chosen.id} onLeave={() => open(null)} />
  );
}
