import type { HouseView } from '../../../core/contract/house.contract.ts';

/** Notes by WHAT, then by HOW. */
export function notesByRow(
  notes: HouseView['notes'],
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const { whatId, howId, note } of notes) {
    const row = rows.get(whatId) ?? new Map<number, string>();
    rows.set(whatId, row.set(howId, note));
  }
  return rows;
}
