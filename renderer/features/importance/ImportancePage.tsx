import { HouseRoom } from '../../shared/house/HouseRoom.tsx';

export function ImportancePage() {
  return <HouseRoom face="importance">{(house) => house.name}</HouseRoom>;
}
