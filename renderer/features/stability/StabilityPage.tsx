import { HouseRoom } from '../../shared/house/HouseRoom.tsx';

export function StabilityPage() {
  return <HouseRoom face="stability">{(house) => house.name}</HouseRoom>;
}
