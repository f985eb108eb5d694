import { HouseRoom } from '../../shared/house/HouseRoom.tsx';

export function WorkshopPage() {
  return <HouseRoom face="workshop">{(house) => house.name}</HouseRoom>;
}
