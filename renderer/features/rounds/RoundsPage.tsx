import { HouseRoom } from '../../shared/house/HouseRoom.tsx';

export function RoundsPage() {
  return <HouseRoom face="rounds">{(house) => house.name}</HouseRoom>;
}
